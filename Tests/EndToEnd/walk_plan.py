"""The plan of the walk: issues taken, work assigned in bulk, workbooks out and back, numbers, dates, and a change taken back."""

import datetime
import io
import re

import openpyxl
import walk_fixture
from walk_site import until, words

OWN = "MoH"


def api(walk, path, who="administrator"):
    return walk.person(who).api(path).json


def recommendations(walk, query="", who="administrator"):
    """All that fit, page after page."""
    found, after = [], ""
    while after is not None:
        page = api(walk, f"/plan/recommendations?limit=200{query}" + (f"&after={after}" if after else ""), who)
        found += page["items"]
        after = page["next"]
    return found


def issues_are_taken(walk):
    walk.open("/plan/take")
    until(lambda: walk.open("/plan/take").all("button[value='all']") and "being computed" not in walk.main(), 30)
    walk.shot("take")
    walk.check("issues of the State wait to be taken", walk.browser.all("button[value='all']"), walk.main()[:500])
    walk.press("button[value='all']")
    walk.shot("plan")
    found = recommendations(walk)
    walk.check("their recommendations are in the plan, each once",
               len({one["recommendation"] for one in found}) == len(found) == 215, len(found))
    walk.check("the page says how many", "215" in walk.browser.one(".notice").text, walk.browser.one(".notice").text)


def assigned_in_bulk(walk):
    """Twelve times: narrowed to what nobody leads, ticked, looked at, done."""
    shorts, names = list(walk.institutions), {short: name for name, short in walk_fixture.INSTITUTIONS}
    for place, short in enumerate(shorts):
        walk.open("/plan?rows=recommendations&lead=none")
        if place == len(shorts) - 1:
            walk.browser.run("document.querySelector('#scope-all').checked = true")
        else:
            for box in walk.browser.all("input[name='id']")[:18]:
                walk.browser.run("arguments[0].checked = true", box)
        walk.fill("setLead", walk.institutions[short], ".plan-bulk")
        walk.fill("setDue", walk.day(200 + place), ".plan-bulk")
        if place == 0:
            walk.shot("bulk")
        walk.press(".plan-bulk button")
        if place == 0:
            walk.check("what will be done is shown first", "18" in walk.browser.one("h1").text
                       and names[short] in walk.main(), walk.main())
            walk.shot("bulk-confirm")
        walk.press("main form.fields button")
    found = recommendations(walk)
    counts = {short: sum(one["lead"] == int(number) for one in found) for short, number in walk.institutions.items()}
    walk.check("215 recommendations are with twelve institutions",
               sum(counts.values()) == 215 and min(counts.values()) >= 17, counts)
    own = recommendations(walk, who="focal point")
    walk.check("a focal point sees those of hers", len(own) == counts[OWN], (len(own), counts[OWN]))


def actions_are_made(walk):
    """One by hand; one each for the others, one of them late and without money."""
    walk.actions = {}
    asked = walk.person("administrator")
    for place, (short, number) in enumerate(walk.institutions.items()):
        one = recommendations(walk, f"&lead={number}")[0]
        path = f"/plan/commitments/{one['commitment']}/action"
        late = short == "MoJ"
        due = walk.day(7 if short == OWN else -10 if late else 60 + place)
        if short == OWN:
            walk.open(path)
            walk.shot("action-new")
            walk.fill("title", "Open three clinics", "main form.fields")
            walk.fill("lead", number, "main form.fields")
            walk.fill("due", due, "main form.fields")
            walk.press("main form.fields button")
        else:
            asked.form(path, {
                "title": f"Programme of {short}", "description": "", "lead": number, "status": "underWay",
                "starts": walk.day(-100), "due": due, "cost": "900000" if late else "", "currency": "EUR" if late else "",
                "budgetSource": "", "gap": "250000" if late else ""})
    found = api(walk, "/plan/actions?limit=200")["items"]
    walk.check("twelve actions stand in the plan", len(found) == 12, len(found))
    walk.check("one of them is late", [one["title"] for one in found if one["isLate"]] == ["Programme of MoJ"])
    for one in found:
        short = next(s for s, number in walk.institutions.items() if int(number) == one["lead"])
        walk.actions[short] = one["id"]


class Book:
    """A workbook on somebody's desk."""

    def __init__(self, content):
        self.book = openpyxl.load_workbook(io.BytesIO(content))

    def sheet(self, code):
        """The sheet whose hidden first row of codes has this one."""
        return next(s for s in self.book.worksheets if code in [cell.value for cell in s[1]])

    def column(self, sheet, code):
        return next(cell.column for cell in sheet[1] if cell.value == code)

    def rows(self, sheet):
        place = self.column(sheet, "id")
        return [row for row in range(3, sheet.max_row + 1) if sheet.cell(row, place).value]

    def get(self, sheet, row, code):
        return sheet.cell(row, self.column(sheet, code)).value

    def set(self, sheet, row, code, value):
        cell = sheet.cell(row, self.column(sheet, code))
        assert not cell.protection.locked, f"{sheet.title} {cell.coordinate} is locked"
        cell.value = value

    def choices(self, sheet, code):
        """What a drop-down of this column offers."""
        letter = openpyxl.utils.get_column_letter(self.column(sheet, code))
        rule = next(r for r in sheet.data_validations.dataValidation if f"{letter}3" in r.sqref)
        name = rule.formula1.lstrip("=")
        if name in self.book.defined_names:
            name = self.book.defined_names[name].attr_text
        page, area = name.rsplit("!", 1)
        return [row[0].value for row in self.book[page.strip("'")][area.replace("$", "")]]

    def bytes(self):
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()


def workbooks_come_and_go(walk):
    """Each institution's rows leave, are changed in a spreadsheet, and return."""
    walk.open("/workbooks")
    walk.shot("workbooks")
    asked, books = walk.person("administrator"), {}
    for short, number in walk.institutions.items():
        person, language = (walk.person("focal point"), "fr") if short == OWN else (asked, "en")
        reply = person.send(f"/workspaces/corvia/workbooks/make?lang={language}", {"institution": number})
        assert reply.status == 200, reply.text[:400]
        books[short] = Book(reply.bytes)
    sizes = {short: len(book.rows(book.sheet("standing"))) for short, book in books.items()}
    walk.check("twelve workbooks hold 215 rows together", sum(sizes.values()) == 215, sizes)
    own_book_is_changed(walk, books[OWN])
    meanwhile(walk)
    walk.done = 0
    own_book_returns(walk, books[OWN])
    done = 0
    for place, (short, book) in enumerate(books.items()):
        if short == OWN:
            continue
        sheet, actions = book.sheet("comment"), book.sheet("percent")
        for row in book.rows(sheet)[:2]:
            book.set(sheet, row, "comment", f"A draft is with the cabinet of {short}")
        row = book.rows(actions)[0]
        status = book.choices(actions, "status")
        walk.done = walk.done + 1 if place % 4 == 0 else walk.done
        book.set(actions, row, "status", "Done" if place % 4 == 0 else "Delayed")
        assert {"Done", "Delayed"} <= set(status), status
        done += take(walk.focal[short], f"{short}.xlsx", book) == 3
    walk.check("eleven others come back, each with three changes", done == 11, done)
    found = [one["status"] for one in api(walk, "/plan/actions?limit=200")["items"]]
    walk.check("their actions stand as they say", found.count("done") == walk.done, (found, walk.done))


def take(person, name, book):
    """Sends a workbook without conflicts back and takes it over; how many changes it brought."""
    path = person.upload("/workbooks/back", name, book.bytes()).split("?")[0]
    version = re.search(r'name="version"[^>]* value="(\d+)"', person.send(path).text).group(1)
    reply = person.send(path + "/apply", {"version": version})
    found = re.search(r"said=applied&n=(\d+)", reply.location)
    assert found, words(reply.text)[:800]
    return int(found.group(1))


def own_book_is_changed(walk, book):
    """Comments, a report with a wrong number, another date, and an action of her own."""
    sheet, actions = book.sheet("comment"), book.sheet("percent")
    rows, row = book.rows(sheet), book.rows(actions)[0]
    walk.check("her workbook is in French", "Recommandation" in sheet.title, sheet.title)
    locked = sheet.cell(rows[0], book.column(sheet, "standing")).protection.locked and sheet.protection.sheet
    walk.check("what is not hers to say is locked", locked)
    for one in rows[:4]:
        book.set(sheet, one, "comment", "Loi adoptée par le parlement")
    book.set(actions, row, "said", "Deux cliniques sont ouvertes")
    book.set(actions, row, "percent", "beaucoup")
    book.set(actions, row, "due", datetime.date.fromisoformat(walk.day(12)))
    new = row + len(book.rows(actions))
    book.set(actions, new, "commitment", book.choices(actions, "commitment")[0])
    book.set(actions, new, "title", "Former cent infirmières")


def meanwhile(walk):
    """The coordinator moves the date that the focal point moves offline."""
    walk.person("administrator").form("/plan/bulk", {
        "filter": "rows=actions", "scope": "ticked", "id": walk.actions[OWN], "setDue": walk.day(30),
        "why": "Said in the committee", "confirm": "yes"})


def own_book_returns(walk, book):
    """Preview, a wrong cell named, one conflict settled, taken over."""
    walk.hold("focal point")
    path = walk.folder / "retour.xlsx"
    path.write_bytes(book.bytes())
    walk.open("/workbooks")
    walk.browser.one("input[type='file']").send_keys(str(path))
    walk.press("#in form button")
    walk.shot("return")
    page = walk.main()
    walk.check("one conflict is shown, both sides", len(walk.browser.all("#conflicts tbody tr")) == 1, page[:800])
    walk.check("the wrong cell is named with its place", "beaucoup" in walk.browser.one("#wrong").text, page[:800])
    changes = len(walk.browser.all("#changes tbody tr"))
    walk.check("every change is shown", changes == 5, changes)
    walk.check("and what is new", "Former cent infirmières" in walk.browser.one("#added").text)
    walk.press("form[action*='/apply'] button")
    walk.check("nothing is taken over while a choice is open", walk.browser.all(".problem, [role=alert]"), walk.main()[:300])
    walk.browser.run("document.querySelector('#conflicts input[value=workbook]').checked = true")
    walk.browser.run("document.querySelector('input[name=leave]').checked = true")
    walk.press("form[action*='/apply'] button")
    walk.shot("return-applied")
    walk.check("it is taken over", "applied" in walk.browser.driver.current_url, walk.main()[:600])
    walk.hold("administrator")
    action = api(walk, f"/plan/actions/{walk.actions[OWN]}")
    walk.check("her date stands, as she chose", action["due"] == walk.day(12), action)
    found = api(walk, "/plan/actions?limit=200")["items"]
    walk.check("her new action is in the plan", [a["lead"] for a in found if a["title"] == "Former cent infirmières"]
               == [int(walk.institutions[OWN])])
    report = words(walk.person("focal point").get(f"/progress/actions/{walk.actions[OWN]}").text)
    walk.check("her report waits to be cleared", "Deux cliniques sont ouvertes" in report, report[:400])


def whole_plan_returns(walk):
    """The coordinator states in the workbook of the whole plan how recommendations stand."""
    person = walk.person("administrator")
    book = Book(person.send("/workspaces/corvia/workbooks/make?lang=en", {"institution": ""}).bytes)
    sheet = book.sheet("standing")
    rows, offered = book.rows(sheet), book.choices(sheet, "standing")
    walk.check("the whole plan is in one workbook", len(rows) == 215, len(rows))
    for row in rows[:30]:
        book.set(sheet, row, "standing", offered[-1] if row % 3 else offered[0])
    walk.stated = book.get(sheet, rows[0], "id")
    walk.check("thirty statements come back", take(person, "plan.xlsx", book) == 30)


PARTS = [
    issues_are_taken, assigned_in_bulk, actions_are_made, workbooks_come_and_go, whole_plan_returns,
]
