#!/usr/bin/env python3
"""From an issue without a budget to a practice that others find: needs, consent, matching, agreement, screening, practice, in a real browser.

usage: cooperation.py FOLDER_OF_PROGRAMS [FOLDER_FOR_SCREENSHOTS]

States, partners and texts are invented. Ends with a line 'N passed, N failed'."""

import csv
import datetime
import json
import pathlib
import re
import sys
import tempfile
from urllib.parse import urlparse

import walk_fixture
from browser import Browser
from sink import Sink
from walk_site import Hands, Site, gone, until

# Workspace, name, kind, State or None, what a partner is, regional group.
MECHANISMS = [("corvia", "Mechanism of Corvia", "XAC"), ("belmar", "Mechanism of Belmar", "XAB")]
PARTNERS = [
    ("lantern", "Lantern Foundation", "foundation", "demo-west"), ("harbour", "Harbour University", "university", "demo-north"),
]
STATES = {"corvia": "Corvia", "belmar": "Belmar"}
TEXTS = [
    "Adopt a law on the rights of domestic workers", "Train labour inspectors to visit homes where domestic workers live",
    "Publish statistics on the pay of domestic workers",
]


class Walk(Hands):
    def __init__(self, programs, folder, sink):
        super().__init__(Site(programs, folder, sink), "corvia", sys.argv[2] if len(sys.argv) > 2 else None)
        self.folder = pathlib.Path(folder)
        self.today = datetime.datetime.now(datetime.timezone.utc).date()

    def day(self, days):
        return (self.today + datetime.timedelta(days=days)).isoformat()

    def sit(self, workspace):
        """The browser goes to whoever runs this workspace."""
        self.workspace = workspace
        self.hold(workspace)

    def tick(self, name, *values):
        for value in values:
            self.browser.run("arguments[0].checked = true", self.browser.one(f"form [name='{name}'][value='{value}']"))

    def link(self, part):
        """The first link of the page's main part whose address holds this."""
        found = [a for a in self.browser.all("main a") if re.search(part, a.get_attribute("href") or "")]
        return found[0] if found else None

    def here(self):
        return urlparse(self.browser.driver.current_url)


def write_record(folder):
    """A few recommendations to each State, on the same matter."""
    for number, (slug, state) in enumerate(STATES.items()):
        with open(folder / f"{slug}.csv", "w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow(["Paragraph", "Recommendation", "Made by", "Theme", "Position"])
            for place, text in enumerate(TEXTS):
                rows.writerow([f"{139 + number}.{place + 1}", text, "Velmora", "Rights of migrants", "Supported"])
        mapping = walk_fixture.mapping(f"DEMO/HRC/62/{11 + number}", f"cooperation-{slug}")
        mapping["fixed"]["state"] = state
        (folder / f"mapping-{slug}.json").write_text(json.dumps(mapping))


def everybody_comes(walk):
    """Two mechanisms and two partners, each with somebody who sets a password by the link of the command line."""
    write_record(walk.folder)
    for slug in STATES:
        walk.site.run("import", f"{walk.folder}/{slug}.csv", "--mapping", f"{walk.folder}/mapping-{slug}.json")
    for slug, name, state in MECHANISMS:
        walk.site.run("workspace", "add", slug, "--name", name, "--state", state)
    for slug, name, actor, region in PARTNERS:
        walk.site.run("workspace", "add", slug, "--name", name, "--kind", "partner", "--actor", actor, "--region", region)
    links = {
        slug: walk.site.json("user", "add", "--email", f"{slug}@example.org", "--workspace", slug, "--role", "administrator")["link"]
        for slug in [one[0] for one in MECHANISMS + PARTNERS]}
    walk.site.start()
    walk.browser = Browser(walk.site.address)
    walk.browser.width(1280)
    for slug, link in links.items():
        walk.sit(slug)
        walk.browser.open(urlparse(link).path + "?" + urlparse(link).query)
        walk.fill("name", f"Person of {slug}")
        walk.fill("password", "seven quiet herons")
        walk.press("main form button")
        walk.remember(slug)
    walk.check("four workspaces have their people", len(walk.people) == 4)


def an_issue_without_budget_becomes_a_need(walk):
    walk.sit("corvia")
    person = walk.person("corvia")
    person.form("/institutions", {"name": "Ministry of Labour", "kind": "ministry", "abbreviation": "MoL"})
    until(lambda: walk.open("/plan/take").all("button[value='all']") and "being computed" not in walk.main(), 30)
    walk.press("button[value='all']")
    commitment = person.api("/plan/recommendations?limit=1").json["items"][0]["commitment"]
    walk.open(f"/plan/commitments/{commitment}/action")
    walk.fill("title", "Labour inspectors who may enter homes", "main form.fields")
    walk.fill("cost", "400000", "main form.fields")
    walk.fill("currency", "EUR", "main form.fields")
    walk.fill("gap", "250000", "main form.fields")
    walk.press("main form.fields button")
    walk.open(f"/plan/commitments/{commitment}")
    way = walk.link(r"needs/new\?")
    if not walk.check("the plan shows the gap, with the way to a need", way and "250,000" in walk.main(), walk.main()[:600]):
        return
    walk.browser.go(way)
    walk.shot("need-new")
    walk.fill("title", "Training labour inspectors for private homes", "main form.fields")
    walk.tick("kinds", "training", "drafting-laws")
    walk.fill("asked", "Training of forty labour inspectors in visiting private homes where domestic workers live, with a "
              "handbook on consent and safety.", "main form.fields")
    walk.fill("missing", "Inspectors may not enter homes, and nobody has trained them for it.", "main form.fields")
    walk.fill("targetGroup", "Domestic workers, most of them migrant women", "main form.fields")
    walk.fill("starts", walk.day(30), "main form.fields")
    walk.fill("ends", walk.day(400), "main form.fields")
    walk.fill("cost", "250000", "main form.fields")
    walk.fill("costCurrency", "EUR", "main form.fields")
    walk.tick("languages", "en")
    walk.tick("refused", "austerity")
    walk.press("main form.fields button")
    walk.need = walk.here().path.split("/")[-1]
    walk.shot("need")
    walk.check("the need names the recommendations it comes from", "domestic workers" in walk.main() and walk.need.isdigit(), walk.main()[:600])
    walk.sit("lantern")
    walk.open("/needs")
    walk.check("nobody else sees it yet", "Training labour inspectors" not in walk.main())


def the_state_consents(walk):
    walk.sit("corvia")
    walk.open(f"/needs/{walk.need}")
    form = "form[action*='/consent']"
    walk.fill("authority", "foreign-minister", form)
    walk.fill("office", "Minister for Foreign Affairs", form)
    walk.fill("date", walk.day(-2), form)
    walk.fill("instrument", "Note verbale 117", form)
    walk.press(form + " button")
    form = "form[action*='/publish']"
    walk.check("the consent stands, with office and instrument", "Note verbale 117" in walk.main(), walk.main()[:600])
    walk.fill("level", "public", form)
    walk.press(form + " button")
    walk.shot("need-published")
    walk.sit("lantern")
    walk.open("/needs")
    walk.shot("needs-of-others")
    found = walk.link(f"/needs/asked/{walk.need}")
    walk.check("a partner from another continent finds it", found and "Corvia" in walk.main(), walk.main()[:600])


def help_is_offered(walk):
    """One offer in the browser, another and a fund's call by requests."""
    walk.sit("lantern")
    walk.open("/offers")
    form = "form[action*='/offers']"
    walk.fill("title", "Inspectors train inspectors", form)
    walk.tick("kinds", "training", "peer-exchange")
    walk.fill("text", "Experienced labour inspectors train colleagues for visits of private homes where domestic workers live.", form)
    walk.fill("capacity", "3", form)
    walk.fill("money", "300000", form)
    walk.fill("moneyCurrency", "EUR", form)
    walk.tick("languages", "en")
    walk.fill("office", "Programme desk", form)
    walk.fill("email", "desk@lantern.example", form)
    walk.fill("level", "public", form)
    walk.press("main " + form + " button[type='submit']")
    walk.offer = walk.here().path.split("/")[-1]
    walk.shot("offer")
    walk.check("the offer stands", walk.offer.isdigit() and "Inspectors train inspectors" in walk.main(), walk.main()[:400])
    fund = walk.person("lantern").form("/funds", {
        "name": "Lantern fund for domestic workers", "language": "en", "text": "Pays for training and laws.", "template": "",
        "office": "Fund desk", "email": "fund@lantern.example", "address": "", "level": "public"}).location
    fund = re.search(r"/funds/(\d+)", fund).group(1)
    call = walk.person("lantern").form(f"/funds/{fund}/calls", [
        ("title", "Homes as workplaces"), ("starts", walk.day(-5)), ("ends", walk.day(60)), ("ceiling", "300000"),
        ("ceilingCurrency", "EUR"), ("budget", "500000"), ("budgetCurrency", "EUR"), ("kinds", "training"), ("kinds", "drafting-laws"),
        ("eligibleNote", ""), ("languages", "en"), ("text", "For labour inspectors and domestic workers.")]).location
    walk.call = re.search(r"(\d+)(\?|$)", call).group(1)
    walk.harbour_offer = re.search(r"/offers/(\d+)", walk_person(walk, "harbour").form("/offers", [
        ("title", "Course on labour law in homes"), ("language", "en"), ("kinds", "training"),
        ("text", "A course of one week for labour inspectors about domestic workers in private homes."), ("languages", "en"),
        ("office", "Law school"), ("email", "law@harbour.example"), ("address", ""), ("level", "public"),
        ("status", "open")]).location).group(1)


def walk_person(walk, workspace):
    """Whoever runs a workspace, asking without the browser."""
    walk.workspace = workspace
    return walk.person(workspace)


def the_shortlist_says_why(walk):
    walk.sit("corvia")
    walk.open("/matches")
    walk.shot("matches")
    walk.check("the first page of matches shows the need with its help", "Inspectors train inspectors" in walk.main(), walk.main()[:600])
    walk.open(f"/matches/needs/{walk.need}")
    walk.shot("shortlist")
    text = walk.main()
    walk.check("the shortlist has both offers and the call, with points", all(name in text for name in (
        "Inspectors train inspectors", "Course on labour law in homes", "Homes as workplaces")) and " points" in text, text[:900])
    form = f"form[action*='/matches/needs/{walk.need}/reject']"
    for one in walk.browser.all(form):
        if one.find_element("css selector", "[name='help']").get_attribute("value") == f"offer-{walk.harbour_offer}":
            reason = one.find_element("css selector", "[name='reason']")
            walk.browser.run("arguments[0].closest('details').open = true", reason)
            reason.send_keys("The course takes a week away from visits")
            before = walk.browser.one("html")
            walk.browser.run("arguments[0].click()", one.find_element("css selector", "button[type='submit'], button"))
            until(lambda: gone(before))
            break
    walk.open(f"/matches/needs/{walk.need}")
    walk.shot("shortlist-after")
    names = [one.text for one in walk.browser.all("main h3, main li h4, main .record h3")]
    walk.check("who was rejected is shown with the reason", "takes a week away" in walk.main(), walk.main()[:900])
    walk.check("and stays away from the list", names and not any("Course on labour law" in name for name in names), names)


PARTS = [everybody_comes, an_issue_without_budget_becomes_a_need, the_state_consents, help_is_offered, the_shortlist_says_why]


def main(programs):
    with tempfile.TemporaryDirectory() as folder, Sink() as sink:
        walk = Walk(programs, folder, sink)
        try:
            walk.take(PARTS)
        finally:
            walk.leave()
        return walk.end()


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
