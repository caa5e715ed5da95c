"""What the walk's year looks like afterwards: dashboards, deadlines, a reminder, and a change taken back from history."""

import json
import pathlib
import re
import sqlite3
from urllib.parse import urlparse

from walk_plan import OWN, api, recommendations
from walk_site import until, words


def number(text):
    return int("".join(c for c in text if c.isdigit()) or 0)


def dashboards_agree(walk):
    """Numbers are those of what was done, and each opens its rows."""
    board = api(walk, "/dashboard")
    found = recommendations(walk)
    said = [one["status"] for one in found if one["status"]]
    walk.check("215 recommendations, thirty of them stated", board["recommendations"]["all"] == 215
               and board["recommendations"]["unsaid"] == 185 and len(said) == 30, board["recommendations"])
    for status in set(said):
        walk.check(f"as many {status} as were said", board["recommendations"][status] == said.count(status))
    actions = api(walk, "/plan/actions?limit=200")["items"]
    late = [a for a in actions if a["isLate"]]
    walk.check("late actions are counted", sum(a["late"] for a in board["actions"]) == len(late) > 0, board["actions"])
    done = sum(a["done"] for a in board["actions"])
    walk.check("and those that are done", done == walk.done == [a["status"] for a in actions].count("done"), done)
    walk.check("money is missing where it was said", [(g["currency"], g["amount"], g["actions"]) for g in board["gaps"]]
               == [("EUR", 25_000_000, 1)], board["gaps"])
    walk.open("/dashboards")
    walk.shot("dashboard")
    links = {(a.get_attribute("href"), number(a.get_attribute("textContent")))
             for a in walk.browser.all("main .numbers dd a, main td.n a") if "/plan?" in a.get_attribute("href")}
    walk.check("numbers of the page are links to the plan", len(links) > 20, len(links))
    wrong = []
    person = walk.person("administrator")
    for href, count in sorted(links):
        at = urlparse(href)
        text = words(person.send(f"{at.path}?{at.query}").text)
        total = re.search(r"(\d[\d,]*) (?:recommendations?|actions?|commitments?|lines?)\b", text)
        if not total or number(total.group(1)) != count:
            wrong.append((href, count, total and total.group(0)))
    walk.check(f"each of {len(links)} opens as many rows as it says", not wrong, wrong[:5])
    walk.hold("focal point")
    walk.open("/dashboards", "fr")
    walk.shot("dashboard-focal")
    walk.check("a focal point sees her part",
               api(walk, "/dashboard", "focal point")["recommendations"]["all"] < 40)
    walk.hold("administrator")


def deadlines_are_due(walk):
    """Of its own, of the plan, and of the round."""
    walk.open("/deadlines/new")
    walk.fill("title", "Mid-term report to the Council", "main form")
    walk.fill("due", walk.day(14), "main form")
    walk.fill("force", "requested", "main form")
    walk.fill("institution", walk.institutions[OWN], "main form")
    walk.press("main form button[type='submit'], main form.fields button")
    walk.open("/deadlines")
    walk.shot("deadlines")
    text = walk.main()
    walk.check("the deadlines page shows what is due", "Mid-term report to the Council" in text
               and "Open three clinics" in text, text[:1500])
    walk.check("the late action first", text.index("Programme of MoJ") < text.index("Open three clinics"))
    ics = walk.person("administrator").get("/deadlines.ics").text
    walk.check("the calendar file has it, too", "Mid-term report to the Council" in ics.replace("\r\n ", ""))


def reminder_comes(walk):
    """In the focal point's language, once its hour has come: here, the first one of the day."""
    walk.open("/deadlines/settings")
    walk.fill("hour", "0", "main form")
    walk.press("main form button[type='submit'], main form button")
    walk.site.stop()
    walk.site.start()
    letter = until(lambda: walk.mail_to("hugo@", "Mid-term report to the Council"))
    if not walk.check("a reminder comes by mail", letter, [(m["To"], m["Subject"]) for m in walk.sink.messages()]):
        return
    walk.check("in French", "échéance" in (letter["Subject"] + letter.get_content()).lower(), letter.get_content())
    walk.check("once", len([m for m in walk.sink.messages() if "hugo@" in m["To"]
                            and "Mid-term report to the Council" in m.get_content()]) == 1)


def letters_lead_somewhere(walk):
    """Every link of every letter to the focal point opens a page, in the letter's language."""
    seen, person = set(), walk.person("focal point")
    for message in walk.sink.messages():
        if "hugo@" not in message["To"]:
            continue
        for link in re.findall(r"http://127\S+", message.get_content()):
            at = urlparse(link)
            if at.path == "/join":
                continue
            reply = person.send(f"{at.path}?{at.query}" if at.query else at.path)
            seen.add((at.path, reply.status, 'lang="fr"' in reply.text))
    wrong = [one for one in seen if one[1] != 200 or (not one[2] and "calendar" not in one[0])]
    walk.check(f"{len(seen)} addresses in letters open pages in French", len(seen) > 2 and not wrong, sorted(seen))


def change_is_undone(walk):
    """One statement is taken back from the history of its recommendation."""
    one = next(r for r in recommendations(walk) if r["id"] == walk.stated)
    walk.check("something was stated", one["status"] is not None, one)
    walk.open(f"/history/planned-recommendation/{walk.stated}")
    walk.shot("history")
    rows = walk.browser.all(".history tbody tr")
    walk.check("its history shows who changed what", len(rows) >= 2 and "Ana Ríos" in walk.main(), walk.main())
    first = rows[0].find_element("css selector", "details")
    walk.browser.run("arguments[0].open = true", first)
    first.find_element("css selector", "input[name='why']").send_keys("Stated too early")
    walk.browser.run("arguments[0].querySelector('button').click()", first)
    until(lambda: "said=undone" in walk.browser.driver.current_url)
    walk.shot("history-undone")
    now = next(r for r in recommendations(walk) if r["id"] == walk.stated)
    walk.check("the old value is back", now["status"] is None, now)
    walk.check("and history says why", "Stated too early" in walk.main())


def fields_have_names(walk):
    """Whatever changed in the walk has a name on the pages of history, in each language."""
    with sqlite3.connect(walk.folder / "data" / "rapporteur.sqlite") as connection:
        fields = connection.execute("SELECT DISTINCT kind, field FROM field_change").fetchall()
    connection.close()
    resources = pathlib.Path(__file__).parents[2] / "Resources" / "locales"
    names = set()
    for file in resources.glob("*/en.json"):
        names |= set(json.loads(file.read_text()))
    bare = sorted({(kind, field) for kind, field in fields
                   if f"field.{kind}.{field}" not in names and f"field.{field}" not in names})
    walk.check(f"{len(fields)} fields that changed have a name", len(fields) > 20 and not bare, bare)


PARTS = [
    dashboards_agree, deadlines_are_due, reminder_comes, letters_lead_somewhere, change_is_undone, fields_have_names,
]
