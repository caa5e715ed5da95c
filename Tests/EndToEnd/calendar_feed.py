#!/usr/bin/env python3
"""Reads a person's calendar back with the library `icalendar`: from the running program, through its private address.

usage: calendar_feed.py FOLDER_OF_BUILT_PROGRAMS
Starts what it needs itself. The last line is 'N passed, N failed'."""

import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from datetime import date
from http.cookiejar import CookieJar

from icalendar import Calendar

PROGRAM = sys.argv[1] + "/rapporteur"
TITLE = "Reply, to the “Committee”; الرد على اللجنة \\ 答复 " + "and so on " * 12 + "to its end"
passed = failed = 0


def check(what, holds):
    global passed, failed
    print(("ok    " if holds else "FAILS ") + what, flush=True)
    passed, failed = passed + bool(holds), failed + (not holds)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Browser:
    """Forms and cookies, as a browser without scripts sends them."""

    def __init__(self, address):
        self.address = address
        self.open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar())).open

    def get(self, path, headers=()):
        return self.open(urllib.request.Request(self.address + path, headers=dict(headers)), timeout=30)

    def page(self, path):
        return self.get(path).read().decode()

    def post(self, path, page, fields):
        token = re.search(r'name="csrf" value="([^"]+)"', page).group(1)
        body = urllib.parse.urlencode(dict(fields, csrf=token)).encode()
        request = urllib.request.Request(self.address + path, data=body, headers={"Origin": self.address})
        return self.open(request, timeout=30).read().decode()


def status(call):
    try:
        return call().status
    except urllib.error.HTTPError as error:
        return error.code


def prepare(folder, key):
    """A workspace and its coordinator, as rows: the program has no need to run for that."""
    store = sqlite3.connect(folder + "/rapporteur.sqlite")
    account = store.execute("SELECT id FROM account WHERE name = 'cleo'").fetchone()[0]
    store.execute(
        "INSERT INTO workspace (id, slug, name, state, language, time_zone, closed, created) "
        "VALUES (1, 'aldora', 'Aldora', 'XAA', 'en', 'UTC', 0, '2026-01-01T00:00:00.000Z')")
    store.execute(
        "INSERT INTO membership (workspace_id, account_id, role, since) "
        "VALUES (1, ?, 'coordinator', '2026-01-01T00:00:00.000Z')", (account,))
    store.commit()
    store.close()


def wait(address, server):
    for _ in range(240):
        try:
            if urllib.request.urlopen(address + "/ready", timeout=5).status == 200:
                return
        except OSError:
            pass
        if server.poll() is not None:
            break
        time.sleep(0.5)
    raise SystemExit("the program did not become ready")


def events(text):
    return {str(event["summary"]): event for event in Calendar.from_ical(text).walk("VEVENT")}


def walk(address, key):
    browser = Browser(address)
    browser.get("/sign-in")
    page = browser.page("/sign-in")
    fields = {"key": key} if 'name="csrf"' not in page else {"key": key}
    body = urllib.parse.urlencode(fields).encode()
    browser.open(urllib.request.Request(address + "/sign-in", data=body, headers={"Origin": address}), timeout=30)
    here = "/workspaces/aldora/deadlines"

    page = browser.page(here + "/new")
    browser.post(here + "/new", page, {"title": TITLE, "due": "2031-02-28", "force": "binding", "kind": "reply"})
    browser.post(here + "/new", page, {"title": "Some day in March", "due": "2031-03", "force": "voluntary", "kind": "own"})
    page = browser.page(here + "/calendar")
    shown = browser.post(here + "/calendar", page, {})
    path = re.search(r"/calendars/[A-Za-z0-9_-]+\.ics", shown).group(0)

    stranger = Browser(address)
    answer = stranger.get(path)
    text = answer.read()
    check("the feed is text/calendar", answer.headers["Content-Type"].startswith("text/calendar"))
    check("lines end with CRLF and have at most 75 octets",
          all(len(line) <= 75 for line in text.split(b"\r\n")) and b"\n" not in text.replace(b"\r\n", b""))
    found = events(text)
    check("the library reads both events", set(found) == {TITLE, "Some day in March"})
    one, month = found[TITLE], found["Some day in March"]
    check("an event is a whole day", one["dtstart"].dt == date(2031, 2, 28) and one["dtend"].dt == date(2031, 3, 1))
    check("a month stands on its last day", month["dtstart"].dt == date(2031, 3, 31))
    check("the sequence begins with 0", int(one["sequence"]) == 0)

    tag = answer.headers["ETag"]
    check("nothing new is not sent again", status(lambda: stranger.get(path, {"If-None-Match": tag})) == 304)

    number = re.search(r"deadline-(\d+)\.", str(one["uid"])).group(1)
    page = browser.page(f"{here}/{number}")
    browser.post(f"{here}/{number}/edit", page, {"version": "1", "title": TITLE, "due": "2031-04-30", "document": ""})
    moved = events(stranger.get(path).read())[TITLE]
    check("a moved date keeps its UID and raises its sequence",
          moved["uid"] == one["uid"] and int(moved["sequence"]) == 1 and moved["dtstart"].dt == date(2031, 4, 30))

    once = browser.get("/workspaces/aldora/deadlines.ics")
    check("the file to load holds the same", set(events(once.read())) == set(found))
    page = browser.page(f"{here}/{number}")
    browser.post(f"{here}/{number}/close", page, {"version": "2", "status": "done", "reason": ""})
    check("what is done is no longer there", TITLE not in events(stranger.get(path).read()))

    check("others cannot guess an address", status(lambda: stranger.get("/calendars/AAAA.ics")) == 404)
    page = browser.page(here + "/calendar")
    browser.post(here + "/calendar/end", page, {})
    check("an ended address shows nothing", status(lambda: stranger.get(path)) == 404)


def main():
    with tempfile.TemporaryDirectory() as folder:
        made = subprocess.run(
            [PROGRAM, "user", "add", "cleo", "--data", folder], check=True, capture_output=True, text=True)
        key = made.stdout.strip().splitlines()[-1]
        prepare(folder, key)
        port = free_port()
        address = f"http://127.0.0.1:{port}"
        server = subprocess.Popen(
            [PROGRAM, "serve", "--port", str(port), "--data", folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait(address, server)
            walk(address, key)
        finally:
            server.terminate()
            server.wait(30)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
