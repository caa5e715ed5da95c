"""Issues in a real browser: a coordinator moves a recommendation and gives a name, a further report comes in, issues are
grouped again, and what she decided still stands. Runs while somebody is signed in (desk.py)."""

import tempfile
import time
from urllib.parse import parse_qs, urlparse

import desk
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

STATE = "XAA"
NAME = "Lanterns for every harbour"
SYMBOL = "A/HRC/89/72"


def list_of(browser, state=STATE):
    """The list of a State's issues, once they were computed."""
    for _ in range(120):
        browser.open(f"/states/{state}/issues?lang=en")
        if browser.all(".issues .issue") and not browser.all(".notice.busy"):
            return browser
        time.sleep(0.5)
    raise AssertionError("the issues were not computed in a minute")


def issue_id(element):
    return urlparse(element.get_attribute("href")).path.rsplit("/", 1)[1]


def opens_an_issue(browser, found):
    list_of(browser)
    assert "this program’s opinion" in browser.one(".opinion").text, "nobody says whose opinion it is"
    links = browser.all(".issue h3 a")
    found["from"], found["to"] = issue_id(links[0]), issue_id(links[1])
    browser.go(links[0])
    assert browser.all("#why li"), "no reason is given"
    assert browser.all(".members .record"), "no member is shown"


def moves_a_recommendation(browser, found):
    browser.open(f"/issues/{found['from']}?lang=en")
    move = browser.all(".members a[href*='do=move']")[-1]
    found["moved"] = parse_qs(urlparse(move.get_attribute("href")).query)["r"][0]
    found["text"] = browser.one(f"#r{found['moved']} .words").get_attribute("textContent").strip()
    browser.go(move)
    Select(browser.one("#to")).select_by_value(found["to"])
    desk.press(browser, ".correct form[method=post] .button")
    assert "stays there" in browser.one(".done").text
    assert not browser.all(f"#r{found['moved']}"), "it is still where it was"


def renames_an_issue(browser, found):
    browser.open(f"/issues/{found['to']}?lang=en")
    browser.go(browser.one("a[href*='do=rename']"))
    name = browser.one("#name")
    name.clear()
    name.send_keys(NAME)
    desk.press(browser, ".correct form[method=post] .button")
    assert browser.one("h1").text == NAME
    assert "decided by a person" in browser.one(".kicker").text


def joins_and_takes_back(browser, found):
    list_of(browser)
    last = issue_id(browser.all(".issue h3 a")[-1])
    browser.open(f"/issues/{last}?lang=en")
    browser.go(browser.one("a[href*='do=merge']"))
    Select(browser.one("#into")).select_by_value(found["from"])
    desk.press(browser, ".correct form[method=post] .button")
    assert urlparse(browser.driver.current_url).path == f"/issues/{found['from']}"
    browser.open(f"/issues/{last}?lang=en")
    assert urlparse(browser.driver.current_url).path == f"/issues/{found['from']}", "the old address leads nowhere"
    assert "became part of this one" in browser.one(".done").text
    desk.press(browser, "#history .timeline li button")
    assert "taken back" in browser.one(".done").text
    browser.open(f"/issues/{last}?lang=en")
    assert urlparse(browser.driver.current_url).path == f"/issues/{last}", "the union was not taken back"


def stale_form_keeps_what_was_typed(browser, found):
    browser.open(f"/issues/{found['to']}?do=rename&lang=en")
    browser.run("document.querySelector('.correct [name=version]').value = '0'")
    name = browser.one("#name")
    name.clear()
    name.send_keys("Typed on an old version")
    desk.press(browser, ".correct form[method=post] .button")
    assert "has changed since" in browser.one(".problem").text
    assert browser.one("#name").get_attribute("value") == "Typed on an old version"
    browser.open(f"/issues/{found['to']}?lang=en")
    assert browser.one("h1").text == NAME


def further_report(found):
    """A report with the moved recommendation in nearly its old words, and something nobody asked before."""
    first = ["United Nations", SYMBOL, "General Assembly", "Distr.: General", "12 March 2026", "Original: English", "",
             "Human Rights Council", "Eighty-ninth session", "Agenda item 6", "Universal periodic review", "",
             "Report of the Working Group on the Universal Periodic Review", "Aldora", ""]
    second = ["II. Conclusions and/or recommendations", "",
              "93. The following recommendations will be examined by Aldora, which will provide responses in due",
              "course, but no later than the ninetieth session of the Human Rights Council:", ""]
    plain = "".join(c for c in found["text"] if c.isascii() and c not in "();:").strip(" .")[:90].rsplit(" ", 1)[0]
    for number, text, states in [("93.1", plain, "(Belmar)"), ("93.2", "Repaint the buoys of Brackwater sound", "(Corvia)")]:
        second += [f"{number} {text}", f"{states};", ""]
    return [first, second]


def correction_holds_after_grouping_again(browser, found):
    before = recommendations(list_of(browser))
    browser.open("/desk?lang=en")
    with tempfile.NamedTemporaryFile(suffix="-further.pdf") as file:
        file.write(desk.make_pdf(further_report(found)))
        file.flush()
        browser.one("#files").send_keys(file.name)
        desk.press(browser, "form.card .button")
    for _ in range(60):
        browser.open("/desk?lang=en")
        row = browser.one(".desk-table tbody tr")
        if "To review" in row.text:
            break
        time.sleep(0.5)
    browser.go(row.find_element(By.CSS_SELECTOR, "th a"))
    desk.press(browser, ".bulk button[value=all]")
    for _ in range(120):
        if recommendations(list_of(browser)) >= before + 2:
            break
        time.sleep(0.5)
    assert recommendations(list_of(browser)) >= before + 2, "the new recommendations are in no issue"
    browser.open(f"/recommendations/{found['moved']}?lang=en")
    links = [issue_id(a) for a in browser.all(".facts-list a[href*='/issues/']")]
    assert links == [found["to"]], f"the moved recommendation stands in {links}, not in {found['to']}"
    browser.open(f"/issues/{found['to']}?lang=en")
    assert browser.one("h1").text == NAME, "the name was lost"


def recommendations(browser):
    """How many recommendations are in issues."""
    return int("".join(c for c in browser.all(".numbers dd")[1].text if c.isdigit()))


CHECKS = [
    opens_an_issue, moves_a_recommendation, renames_an_issue, joins_and_takes_back, stale_form_keeps_what_was_typed,
    correction_holds_after_grouping_again,
]
