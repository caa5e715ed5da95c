"""What walks run on: a server of its own, people at a browser, and people who ask without one."""

import html
import json
import os
import re
import socket
import subprocess
import time
import traceback
import urllib.error
import urllib.parse
import urllib.request


class Site:
    """The program with a data folder of its own, at a free port, sending its mail to a sink."""

    def __init__(self, programs, folder, sink):
        self.program = os.path.join(os.path.abspath(programs), "rapporteur")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = dict(
            os.environ, RAPPORTEUR_DATA=os.path.join(folder, "data"), RAPPORTEUR_PUBLIC_ADDRESS=self.address,
            RAPPORTEUR_SMTP_URL=f"smtp://127.0.0.1:{sink.port}", RAPPORTEUR_SMTP_FROM="upr@corvia.example",
            RAPPORTEUR_LOG_LEVEL="warning")
        self.log = os.path.join(folder, "server.log")
        self.server = None

    def run(self, *arguments):
        done = subprocess.run(
            [self.program, *arguments], env=self.environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def json(self, *arguments):
        return json.loads(self.run(*arguments, "--json"))

    def start(self):
        with open(self.log, "a") as log:
            self.server = subprocess.Popen(
                [self.program, "serve", "--port", str(self.port)], env=self.environment, stdout=subprocess.DEVNULL,
                stderr=log)
        for _ in range(300):
            assert self.server.poll() is None, open(self.log).read()
            try:
                urllib.request.urlopen(self.address + "/ready", timeout=2).read()
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the server does not become ready")

    def stop(self):
        if self.server:
            self.server.terminate()
            try:
                self.server.wait(30)
            except subprocess.TimeoutExpired:
                self.server.kill()
                self.server.wait()
            self.server = None


class Stay(urllib.request.HTTPRedirectHandler):
    """Redirects are looked at, not followed."""

    def redirect_request(self, *_):
        return None


class Reply:
    def __init__(self, response):
        self.status, self.bytes = response.status, response.read()
        self.location = response.headers.get("Location", "")
        self.cookies = response.headers.get_all("Set-Cookie") or []

    @property
    def text(self):
        return self.bytes.decode("utf-8", "replace")

    @property
    def json(self):
        return json.loads(self.bytes)


class Person:
    """Somebody who is signed in, asking with plain requests what others ask with a browser."""

    def __init__(self, site, workspace, cookie=None, key=None):
        self.base, self.workspace, self.cookie = site.address, f"/workspaces/{workspace}", cookie or ""
        self.csrf = ""
        if key:
            reply = self.send("/sign-in", {"key": key}, signs=False)
            assert reply.status == 303, reply.text
            self.cookie = "; ".join(line.split(";")[0] for line in reply.cookies)

    def send(self, path, fields=None, data=None, headers=None, signs=True):
        """A page, or, with fields, a form as a browser sends it."""
        if fields is not None:
            fields = list(fields.items()) if isinstance(fields, dict) else list(fields)
            if signs:
                fields.append(("csrf", self.token()))
            data = urllib.parse.urlencode(fields).encode()
        request = urllib.request.Request(self.base + path, data=data, headers=headers or {})
        if self.cookie:
            request.add_header("Cookie", self.cookie)
        try:
            return Reply(urllib.request.build_opener(Stay).open(request, timeout=60))
        except urllib.error.HTTPError as error:
            return Reply(error)

    def get(self, path):
        reply = self.send(self.workspace + path)
        assert reply.status == 200, f"{path}: {reply.status} {words(reply.text)[:400]}"
        return reply

    def form(self, path, fields):
        """Sends a form of the workspace that must be taken."""
        reply = self.send(self.workspace + path, fields)
        assert reply.status == 303, f"{path}: {reply.status} {words(reply.text)[:600]}"
        return reply

    def api(self, path):
        reply = self.send("/api/v1" + self.workspace + path)
        assert reply.status == 200, f"{path}: {reply.status} {reply.text[:400]}"
        return reply

    def token(self):
        if not self.csrf:
            page = self.send(self.workspace).text
            self.csrf = re.search(r'name="csrf"[^>]* value="([^"]+)"', page).group(1)
        return self.csrf

    def upload(self, path, name, content):
        """A file in a form, and the page that it leads to."""
        mark = "----walk"
        head = (f"--{mark}\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{self.token()}\r\n"
                f"--{mark}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n"
                "Content-Type: application/octet-stream\r\n\r\n").encode()
        reply = self.send(self.workspace + path, data=head + content + f"\r\n--{mark}--\r\n".encode(), headers={
            "Content-Type": f"multipart/form-data; boundary={mark}"})
        assert reply.status == 303, f"{path}: {reply.status} {words(reply.text)[:600]}"
        return reply.location


def words(page):
    """The text of a page without its marks."""
    page = re.sub(r"(?s)^.*?<main", "<main", page)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


class Checks:
    def __init__(self):
        self.passed, self.failed = 0, 0

    def __call__(self, name, holds, detail=""):
        self.passed, self.failed = self.passed + bool(holds), self.failed + (not holds)
        print(f"{'ok   ' if holds else 'WRONG'} {name} {'' if holds else detail}", flush=True)
        return holds


class Hands:
    """A browser in the hands of one after the other, at a workspace, with the checks they make."""

    def __init__(self, site, workspace, shots=None):
        self.site, self.workspace, self.shots = site, workspace, shots
        self.check, self.browser, self.people = Checks(), None, {}

    def open(self, path, language="en"):
        return self.browser.open(f"/workspaces/{self.workspace}{path}{'&' if '?' in path else '?'}lang={language}")

    def fill(self, name, value, form="form"):
        """What a person types or chooses; `form` narrows to one of several."""
        field = self.browser.one(f"{form} [name='{name}']")
        if field.tag_name == "select" or field.get_attribute("type") in ("date", "hidden"):
            self.browser.run("arguments[0].value = arguments[1]", field, value)
        elif field.get_attribute("type") in ("checkbox", "radio"):
            self.browser.run("arguments[0].checked = true", self.browser.one(f"{form} [name='{name}'][value='{value}']"))
        else:
            self.browser.run("const fold = arguments[0].closest('details'); if (fold) fold.open = true", field)
            field.clear()
            field.send_keys(value)

    def press(self, css):
        """Presses a button that may be folded away or out of sight."""
        before = self.browser.one("html")
        self.browser.run("arguments[0].click()", self.browser.one(css))
        until(lambda: gone(before) and self.browser.run("return document.readyState") == "complete")
        return self.browser

    def main(self):
        return self.browser.one("main").text

    def hold(self, name):
        """The browser goes into another's hands; whoever is signed in then is remembered."""
        self.browser.driver.delete_all_cookies()
        if name in self.people:
            for cookie in self.people[name]:
                self.browser.driver.add_cookie(cookie)

    def remember(self, name):
        self.people[name] = self.browser.driver.get_cookies()

    def person(self, name):
        cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in self.people[name])
        return Person(self.site, self.workspace, cookie=cookies)

    def shot(self, name):
        if self.shots:
            self.browser.driver.get_screenshot_as_file(f"{self.shots}/walk-{name}.png")


    def take(self, parts):
        """Each part of the walk; one that breaks is told, and what follows says what it lacks."""
        for part in parts:
            began = time.monotonic()
            try:
                part(self)
            except Exception:
                if self.browser:
                    self.shot("failure-" + part.__name__)
                self.check(part.__name__, False, traceback.format_exc(limit=3).split("Stacktrace:")[0])
            print(f"     {time.monotonic() - began:5.1f} s  {part.__name__.replace('_', ' ')}", flush=True)

    def leave(self):
        if self.browser:
            self.browser.driver.quit()
        self.site.stop()

    def end(self):
        """What the server's log holds, the count, and the exit code."""
        log = open(self.site.log).read()
        self.check("the server has nothing to complain of", "error" not in log.lower(), log[-2000:])
        print(f"{self.check.passed} passed, {self.check.failed} failed")
        return 1 if self.check.failed else 0


def until(condition, seconds=30):
    """What becomes true in time, or the last thing that did not."""
    end = time.monotonic() + seconds
    while not (found := condition()) and time.monotonic() < end:
        time.sleep(0.1)
    return found


def gone(element):
    try:
        element.tag_name
        return False
    except Exception:  # of a page that is left
        return True
