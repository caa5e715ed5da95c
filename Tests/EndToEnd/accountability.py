#!/usr/bin/env python3
"""Reports that are drafted, checked, approved and handed over as files, and a voice from outside beside the State's own, in a real browser.

usage: accountability.py FOLDER_OF_PROGRAMS [FOLDER_FOR_SCREENSHOTS]

State, institutions and texts are invented; its review has 215 paragraphs (walk_fixture.py). Ends with a line 'N passed, N failed'."""

import datetime
import pathlib
import sys
import tempfile
from urllib.parse import urlparse

import accountability_reports
import accountability_voices
import walk_fixture
from browser import Browser
from sink import Sink
from walk_site import Hands, Person, Site, until

INSTITUTION = "National Institution for Human Rights of Corvia"


class Walk(Hands):
    def __init__(self, programs, folder, sink):
        super().__init__(Site(programs, folder, sink), "corvia", sys.argv[2] if len(sys.argv) > 2 else None)
        self.site.environment.update(RAPPORTEUR_OPERATOR="national-institution", RAPPORTEUR_OPERATOR_NAME=INSTITUTION)
        self.folder, self.institution, self.reports = pathlib.Path(folder), INSTITUTION, {}
        self.today = datetime.datetime.now(datetime.timezone.utc).date()

    def day(self, days):
        return (self.today + datetime.timedelta(days=days)).isoformat()

    def here(self):
        return urlparse(self.browser.driver.current_url).path


def everybody_comes(walk):
    """The coordinator sets a password by the link of the command line; the recipient signs in with a key."""
    walk.browser.open(urlparse(walk.link).path + "?" + urlparse(walk.link).query)
    walk.fill("name", "Ana Ríos")
    walk.fill("password", "seven quiet herons")
    walk.press("main form button")
    walk.open("")
    walk.check("the coordinator has a workspace", "Corvia" in walk.browser.one("h1").text, walk.main()[:300])
    walk.remember("coordinator")
    asked = walk.person("coordinator")
    for name, kind, short in [("Ministry of Justice", "ministry", "MoJ"), (INSTITUTION, "human-rights-institution", "NIHR")]:
        asked.form("/institutions", {"name": name, "kind": kind, "abbreviation": short})
    made = walk.site.json("user", "add", "Iris of the institution", "--workspace", "corvia", "--role", "contributor",
                          "--institution", "NIHR")
    walk.recipient_key = made["key"]
    walk.operator_key = walk.site.json("user", "add", "operator", "--role", "coordinator")["key"]


def a_round_is_frozen(walk):
    """As walk_round.py walks it in the browser; here in a few requests, with some reasons and some paragraphs without one."""
    asked = walk.person("coordinator")
    walk.open("/round")
    walk.fill("title", "Fourth review", "#open form")
    walk.fill("due", walk.day(40), "#open form")
    walk.press("#open form button")
    walk.round = walk.here().rsplit("/", 1)[1]
    path = f"/round/{walk.round}/work"

    def lines():
        return [line for line in asked.api(f"/rounds/{walk.round}").json["paragraphs"] if not line["decided"]]

    def work(chosen, *fields):
        asked.form(path, [("p", f"{line['id']}:{line['version']}") for line in chosen] + list(fields))

    pending = lines()
    for place, (position, reason) in enumerate(REASONS):
        work(pending[place::len(REASONS)], ("do", "resolve"), ("position", position), ("shared", ""), ("reason", reason))
    for step in ("institution", "mechanism", "minister"):
        work(lines(), ("do", f"clear-{step}"), ("note", f"Session of the {step}"))
    walk.open(f"/round/{walk.round}/check")
    walk.press("form[action*='/freeze'] button")
    result = asked.api(f"/rounds/{walk.round}/result").json
    walk.frozen = [entry["paragraph"] for group in result["groups"] for entry in group["paragraphs"]]
    walk.check("the round is frozen with each of the 215 paragraphs once",
               len(walk.frozen) == len(set(walk.frozen)) == walk_fixture.TOTAL, len(walk.frozen))


REASONS = [
    ("supported", "The programme of the ministries foresees it"), ("noted", "The law does not allow it yet"),
    ("supported", "The budget of next year pays for it"), ("noted", "The courts decide on this alone"),
    ("supported", "Parliament has asked for the same"),
]


def the_plan_takes_them(walk):
    """All recommendations; one action, so that the others are gaps."""
    asked = walk.person("coordinator")
    until(lambda: walk.open("/plan/take").all("button[value='all']") and "being computed" not in walk.main(), 40)
    walk.press("button[value='all']")
    items = asked.api("/plan/recommendations?limit=1").json["items"]
    commitment = items[0]["commitment"]
    walk.open(f"/plan/commitments/{commitment}/action")
    walk.fill("title", "Legal aid offices in rural districts", "main form.fields")
    walk.press("main form.fields button")
    walk.check("the plan holds the recommendations", commitment and "Legal aid offices" in walk.main(), walk.main()[:400])


PARTS = [everybody_comes, a_round_is_frozen, the_plan_takes_them]


def main(programs):
    with tempfile.TemporaryDirectory() as folder, Sink() as sink:
        walk = Walk(programs, folder, sink)
        walk_fixture.write(folder)
        walk.site.run("import", f"{folder}/edited.csv", "--mapping", f"{folder}/mapping-edited.json")
        walk.site.run("workspace", "add", "corvia", "--name", "Mechanism of Corvia", "--state", "XAC")
        walk.link = walk.site.json(
            "user", "add", "--email", "ana@corvia.example", "--workspace", "corvia", "--role", "administrator")["link"]
        try:
            walk.site.start()
            walk.browser = Browser(walk.site.address)
            walk.browser.width(1280)
            walk.take(PARTS + accountability_reports.PARTS + accountability_voices.PARTS)
        finally:
            walk.leave()
        return walk.end()


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
