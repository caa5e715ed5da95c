#!/usr/bin/env python3
"""A national mechanism's year in a real browser: people, position round, plan, workbooks, dashboards, deadlines, reminders, history.

usage: walk.py FOLDER_OF_PROGRAMS [FOLDER_FOR_SCREENSHOTS]

The State is invented (walk_fixture.py). Ends with a line 'N passed, N failed'."""

import datetime
import pathlib
import re
import sys
import tempfile
from urllib.parse import urlparse

import walk_dates
import walk_fixture
import walk_pages
import walk_plan
import walk_round
from browser import Browser
from sink import Sink
from walk_site import Hands, Site, until

ADMINISTRATOR = ("ana@corvia.example", "Ana Ríos", "seven quiet herons")
FOCAL = ("hugo@health.corvia.example", "Hugo Marchand", "onze collines bleues")
FOCAL_PLACE = "MoH"


class Walk(Hands):
    def __init__(self, programs, folder, sink):
        super().__init__(Site(programs, folder, sink), "corvia", sys.argv[2] if len(sys.argv) > 2 else None)
        self.folder, self.sink = pathlib.Path(folder), sink
        self.institutions, self.focal = {}, {}
        self.today = datetime.datetime.now(datetime.timezone.utc).date()

    def day(self, days):
        return (self.today + datetime.timedelta(days=days)).isoformat()

    # Mail.

    def mail_to(self, address, pattern=""):
        """The last message to an address whose text holds this."""
        found = [m for m in self.sink.messages() if m["To"] and address in m["To"] and re.search(pattern, m.get_content())]
        return found[-1] if found else None


def administrator_comes(walk):
    """The first person comes by a link of the command line, sets a password, leaves and signs in with it."""
    email, name, password = ADMINISTRATOR
    walk.browser.open(urlparse(walk.link).path + "?" + urlparse(walk.link).query)
    walk.fill("name", name)
    walk.fill("password", password)
    walk.press("main form button")
    walk.check("the administrator has a workspace", "Corvia" in walk.main(), walk.main())
    walk.press("form[action*='sign-out'] button")
    walk.browser.open("/sign-in?lang=en")
    walk.fill("address", email)
    walk.fill("password", password)
    walk.press("form[action*='sign-in'] button")
    walk.open("")
    walk.check("and signs in with address and password", "Corvia" in walk.browser.one("h1").text)
    walk.remember("administrator")


def institutions_are_made(walk):
    """One in the browser, eleven by requests."""
    walk.open("/institutions")
    asked = walk.person("administrator")
    for place, (name, short) in enumerate(walk_fixture.INSTITUTIONS):
        if place == 0:
            walk.fill("name", name, "#add form")
            walk.fill("abbreviation", short, "#add form")
            walk.press("#add form button")
        else:
            asked.form("/institutions", {"name": name, "kind": "ministry", "abbreviation": short})
    walk.open("/institutions")
    rows = walk.browser.all("tbody tr")
    walk.check("twelve institutions are there", len(rows) == 12, len(rows))
    for row in rows:
        link = row.find_element("css selector", "th a").get_attribute("href")
        short = row.find_elements("css selector", "td")[0].text
        walk.institutions[short] = urlparse(link).path.split("/")[-1]


def focal_point_is_invited(walk):
    """By a letter in her language, whose link is followed."""
    email, name, password = FOCAL
    walk.open("/people")
    walk.fill("email", email, "#invite form")
    walk.fill("role", "focal-point", "#invite form")
    walk.fill("institution", walk.institutions[FOCAL_PLACE], "#invite form")
    walk.fill("language", "fr", "#invite form")
    walk.press("#invite form button")
    walk.check("the invitation waits in the list", email in walk.browser.one("#asked").text)
    letter = until(lambda: walk.mail_to(email, "/join"))
    if not walk.check("the invitation comes by mail", letter):
        return
    text = letter.get_content()
    walk.check("in French", "Corvia" in text and "invit" in letter["Subject"].lower() and " vous " in text, text)
    link = urlparse(re.search(r"http\S*/join\S*", text).group(0))
    walk.hold("focal point")
    walk.browser.open(f"{link.path}?{link.query}")
    walk.check("the link opens a page in her language",
               walk.browser.run("return document.documentElement.lang") == "fr", link.query)
    walk.shot("join")
    walk.fill("name", name)
    walk.fill("password", password)
    walk.press("main form button")
    walk.press("form[action*='sign-out'] button")
    walk.browser.open("/sign-in?lang=fr")
    walk.fill("address", email)
    walk.fill("password", password)
    walk.press("form[action*='sign-in'] button")
    walk.remember("focal point")
    walk.open("/plan")
    walk.check("she sees no row before she has one", not walk.browser.all("main tbody tr"), walk.main())
    status = walk.person("focal point").send("/workspaces/corvia/people").status
    walk.check("and not what is the administrator's", status == 403, status)
    walk.hold("administrator")


PARTS = [administrator_comes, institutions_are_made, focal_point_is_invited]


def main(programs):
    with tempfile.TemporaryDirectory() as folder, Sink() as sink:
        walk = Walk(programs, folder, sink)
        walk_fixture.write(folder)
        walk.site.run("import", f"{folder}/draft.csv", "--mapping", f"{folder}/mapping-draft.json")
        walk.site.run("workspace", "add", "corvia", "--name", "Mechanism of Corvia", "--state", "XAC")
        walk.link = walk.site.json(
            "user", "add", "--email", ADMINISTRATOR[0], "--workspace", "corvia", "--role", "administrator")["link"]
        try:
            walk.site.start()
            walk.browser = Browser(walk.site.address)
            walk.browser.width(1280)
            walk.take(PARTS + walk_round.PARTS + walk_plan.PARTS + walk_dates.PARTS + walk_pages.PARTS)
        finally:
            walk.leave()
        return walk.end()


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
