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
import walk_pages
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
                rows.writerow([f"{139 + number}.{place + 1}", text, "Velmora", "Labour rights and right to work", "Supported"])
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


def they_are_introduced(walk):
    walk.sit("corvia")
    walk.open(f"/matches/needs/{walk.need}")
    way = walk.link(rf"introductions/new\?.*offer={walk.offer}")
    if not walk.check("from the shortlist one asks to be introduced", way, walk.main()[:600]):
        return
    walk.browser.go(way)
    walk.fill("text", "Would your inspectors train ours?", "main form.fields")
    walk.press("main form.fields button")
    walk.introduction = walk.here().path.split("/")[-1]
    walk.sit("lantern")
    walk.open("/introductions")
    walk.shot("introductions")
    walk.check("the partner sees who asks and since when", "Mechanism of Corvia" in walk.main(), walk.main()[:600])
    walk.open(f"/introductions/{walk.introduction}")
    walk.press("form[action*='/accept'] button")
    walk.fill("message", "Gladly. We could begin in spring.", "form[action*='/messages']")
    walk.press("form[action*='/messages'] button")
    walk.shot("introduction")
    walk.sit("corvia")
    walk.open(f"/introductions/{walk.introduction}")
    walk.check("both talk in one thread", "Would your inspectors" in walk.main() and "begin in spring" in walk.main(), walk.main()[:900])


def an_agreement_is_made(walk):
    """Drafted by one side, accepted by the other as it was proposed, with a benchmark whose day has passed."""
    walk.sit("corvia")
    walk.open(f"/introductions/{walk.introduction}")
    walk.browser.go(walk.link(r"agreements/new\?"))
    walk.fill("title", "Inspectors for private homes", "main form.fields")
    walk.fill("purpose", "Forty inspectors can visit private homes.", "main form.fields")
    walk.fill("starts", walk.day(-90), "main form.fields")
    walk.fill("ends", walk.day(300), "main form.fields")
    walk.press("main form.fields button:not([name])")
    if "/edit" not in walk.here().path:
        walk.browser.go(walk.link("/edit"))
    walk.shot("agreement-draft")
    walk.fill("give-0-what", "Two courses of ten days", "main form.fields")
    walk.fill("give-0-giver", walk.browser.all("[name='give-0-giver'] option")[-1].get_attribute("value"), "main form.fields")
    walk.fill("mark-0-what", "Twenty inspectors are trained", "main form.fields")
    walk.fill("mark-0-measure", "Inspectors with a certificate", "main form.fields")
    walk.fill("mark-0-target", "20", "main form.fields")
    walk.fill("mark-0-due", walk.day(-5), "main form.fields")
    walk.fill("review-0", walk.day(60), "main form.fields")
    walk.press("main form.fields button:not([name])")
    walk.agreement = re.search(r"/agreements/(\d+)", walk.here().path).group(1)
    walk.open(f"/agreements/{walk.agreement}")
    walk.press("form[action*='/propose'] button")
    walk.sit("lantern")
    walk.open(f"/agreements/{walk.agreement}")
    walk.check("the partner reads what is proposed", "Twenty inspectors are trained" in walk.main(), walk.main()[:900])
    walk.press("form[action*='/accept'] button")
    walk.shot("agreement")
    walk.check("and it is in force when both have accepted", "In force" in walk.main(), walk.main()[:900])
    for slug in ("corvia", "lantern"):
        walk.sit(slug)
        found = until(lambda: walk.open("/alerts").all("main tbody tr") and "Twenty inspectors" in walk.main(), 90)
        walk.check(f"the missed benchmark raises an alert: {slug}", found, walk.main()[:600])
    walk.shot("alert")


def it_is_screened(walk):
    walk.sit("lantern")
    walk.open(f"/agreements/{walk.agreement}")
    walk.press("form[action*='/screenings'] button")
    walk.screening = walk.here().path.split("/")[-1]
    if not walk.browser.all("main a[href*='/screenings/moments/']"):
        form = "form[action*='/moments']"
        walk.fill("kind", "start", form)
        walk.fill("day", walk.day(0), form)
        walk.press(form + " button")
        walk.open(f"/screenings/{walk.screening}")
    moment = re.search(r"/screenings/moments/(\d+)", walk.link("/screenings/moments/").get_attribute("href")).group(1)
    walk.open(f"/screenings/moments/{moment}/answers")
    walk.browser.go(walk.link(r"/answers\?.*section="))
    walk.shot("screening-sheet")
    select = walk.browser.one("select[name^='answer.']").get_attribute("name")
    walk.fill(select, "partly", "form.sheet-form")
    walk.fill(select.replace("answer.", "reason."), "Domestic workers were asked, their union was not.", "form.sheet-form")
    walk.press("form.sheet-form button:not([name])")
    walk.open(f"/screenings/moments/{moment}/answers")
    walk.press("form[action*='/hand-in'] button")
    walk.open(f"/screenings/{walk.screening}")
    walk.shot("screening")
    walk.sit("corvia")
    walk.open(f"/agreements/{walk.agreement}")
    way = walk.link(r"/screenings/\d+")
    if not walk.check("the other side finds the screening on the agreement", way, walk.main()[-900:]):
        return
    walk.browser.go(way)
    walk.check("each side by itself, and who has not answered", "Has not answered" in walk.main(), walk.main()[:900])


def the_practice_is_written_up(walk):
    walk.sit("corvia")
    walk.open(f"/agreements/{walk.agreement}")
    walk.browser.go(walk.link(r"/practices/new\?.*agreement="))
    walk.shot("practice-new")
    for name, text in (("title", "Inspectors who learn from inspectors"), ("summary", "Inspectors train colleagues for visits of homes."),
                       ("worked", "Inspectors of two countries visited homes of domestic workers together."),
                       ("failed", "The first course came too late for half of those who wanted it.")):
        walk.fill(name, text, "main form.fields")
    walk.tick("kinds", "training", "peer-exchange")
    walk.browser.run("document.querySelectorAll(\"[name='themes']\").forEach(box => { if (/labour rights/i.test(box.parentElement.innerText)) box.checked = true })")
    walk.press("main form.fields button:not([name])")
    walk.practice = re.search(r"/practices/(\d+)", walk.here().path).group(1)
    walk.press("form[action*='/hand-in'] button")
    walk.check("it is handed in for review", "Handed in" in walk.main(), walk.main()[:900])
    for slug in ("lantern", "belmar"):
        walk.sit(slug)
        walk.open("/practices/reviews")
        walk.browser.go(walk.link(r"/practices/reviews/\d+"))
        if walk.browser.all("form[action*='/take'] button"):
            walk.press("form[action*='/take'] button")
        if slug == "lantern":
            walk.shot("practice-review")
        form = "form[action*='/review']"
        walk.fill("verdict", "publish", form)
        walk.fill("reasons", "Clear, and it says what failed.", form)
        walk.press(form + " button")
    walk.browser.open("/practices?lang=en")
    walk.check("reviewed by two others, it stands in the library", "Inspectors who learn from inspectors" in walk.main(), walk.main()[:600])
    walk.sit("belmar")
    walk.browser.open("/states/XAB/issues?lang=en")
    issue = until(lambda: walk.browser.open("/states/XAB/issues?lang=en").all(".issue h3 a"), 30)
    walk.browser.go(issue[0])
    walk.shot("issue-elsewhere")
    walk.check("and is found from the same issue of another State", "Inspectors who learn from inspectors" in walk.main(), walk.main()[:1500])


def pages_hold(walk):
    """Every page that the walk has reached: axe, one heading, weight, phone width from right to left."""
    own = {
        "corvia": [
            "/needs", f"/needs/{walk.need}", f"/needs/{walk.need}/note", "/needs/proposals", "/matches", f"/matches/needs/{walk.need}",
            "/introductions", f"/introductions/{walk.introduction}", "/agreements", f"/agreements/{walk.agreement}",
            f"/agreements/{walk.agreement}/reviews", "/screenings", f"/screenings/{walk.screening}",
            f"/screenings/{walk.screening}/compare", f"/screenings/{walk.screening}/summary", "/practices",
            f"/practices/{walk.practice}", "/practices/library", "/emerging-issues", "/gap", "/programmes", "/alerts", "/deadlines",
        ],
        "lantern": [
            "", "/needs", f"/needs/asked/{walk.need}", "/offers", f"/offers/{walk.offer}", "/funds", f"/funds/own-calls/{walk.call}",
            f"/matches/offers/{walk.offer}", f"/matches/calls/{walk.call}", f"/matches/calls/{walk.call}/selection", "/agreements/new",
            "/practices/new", "/practices/reviews", "/emerging-issues/new", "/history/agreement/" + walk.agreement,
        ],
        "": ["/cooperation", "/cooperation/states/XAC", "/cooperation/actors", "/cooperation/exchange", "/cooperation/network",
             "/cooperation/weights", "/needs", f"/needs/{walk.need}", "/offers", "/funds", "/programmes", "/practices",
             f"/practices/{walk.practice}", "/agreements", "/emerging-issues"],
    }
    for slug, paths in own.items():
        walk.sit(slug)
        base = f"/workspaces/{slug}" if slug else ""
        with walk_pages.Axe(walk) as axe:
            for path in paths:
                walk.browser.open(f"{base}{path}?lang=en")
                walk.browser.run("document.querySelectorAll('details').forEach(d => d.open = true)")
                troubles = axe.troubles() + walk_pages.soundness(walk)
                walk.check(f"{base}{path} is sound", not troubles, troubles)
        walk.browser.width(390)
        for path in paths:
            walk.browser.open(f"{base}{path}?lang=ar")
            walk.check(f"{base}{path} fits a phone", not walk_pages.width(walk), walk_pages.width(walk))
        walk.browser.width(1280)


PARTS = [everybody_comes, an_issue_without_budget_becomes_a_need, the_state_consents, help_is_offered,
         the_shortlist_says_why, they_are_introduced, an_agreement_is_made, it_is_screened, the_practice_is_written_up,
         pages_hold]


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
