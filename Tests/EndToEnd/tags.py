"""Suggested tags in a real browser: a coordinator rejects one and confirms another on the page of a recommendation, and sees both
hold; then she takes back what she did. The model that comes with the program has to be there."""

from urllib.parse import urlparse

from desk import press

# A search of few recommendations, so that the list is there at once.
LIST = "/suggestions?q=torture&least=50&lang=en"


def suggestions(browser, path):
    browser.open(path + "?lang=en")
    return {li.find_element("css selector", "[name=kind]").get_attribute("value") + " "
            + li.find_element("css selector", "[name=code]").get_attribute("value"): li
            for li in browser.all(".suggested .tags li")}


def decide(browser, path, tag, what):
    items = suggestions(browser, path)
    button = items[tag].find_element("css selector", f"button[value={what}]")
    browser.run("arguments[0].id = 'decision'", button)
    press(browser, "#decision")


def record_with_suggestions(browser, found):
    """The page of a recommendation with two suggestions at least."""
    browser.open(LIST)
    assert browser.all(".suggestions-table"), browser.one("main").text
    assert "machine" in browser.one("main").text, "the page does not say whose opinion it shows"
    seen = []
    for link in browser.all(".suggestions-table td a"):
        path = urlparse(link.get_attribute("href")).path
        if path not in seen:
            seen.append(path)
    for path in seen[:20]:
        if len(suggestions(browser, path)) > 1:
            return path
    raise AssertionError(f"none of {len(seen)} recommendations has two suggestions")


def correcting_a_suggestion_holds(browser, found):
    path = record_with_suggestions(browser, found)
    rejected, confirmed = list(suggestions(browser, path))[:2]
    assert browser.all(".suggested details.why"), "a suggestion does not say why"
    decide(browser, path, rejected, "reject")
    assert "Rejected" in browser.one(".done").text
    decide(browser, path, confirmed, "confirm")
    assert "Confirmed" in browser.one(".done").text
    for _ in range(2):
        now = suggestions(browser, path)
        assert rejected not in now and confirmed not in now, "a decision did not hold"
        assert "confirmed by" in browser.one("#tags").text
    for _ in range(2):
        browser.open(LIST)
        press(browser, "#undo form button")
        assert "Taken back" in browser.one(".done").text
    now = suggestions(browser, path)
    assert rejected in now and confirmed in now, "taking back did not bring the suggestions back"


def confirms_many_and_takes_back(browser, found):
    """What is ticked on the list is confirmed in one step, leaves the list, and comes back with that step taken back."""
    browser.open(LIST)
    before = total(browser)
    for box in browser.all(".suggestions-table input[type=checkbox]")[:3]:
        browser.run("arguments[0].checked = true", box)
    press(browser, "button[value=confirm]")
    assert "Confirmed" in browser.one(".done").text
    browser.open(LIST)
    assert total(browser) == before - 3, "what was confirmed is still suggested"
    press(browser, "#undo form button")
    assert "Taken back" in browser.one(".done").text
    browser.open(LIST)
    assert total(browser) == before, "taking back the step did not bring all of it back"


def total(browser):
    """How many suggestions the list has."""
    return int("".join(c for c in browser.one("#suggestions, main h2").text if c.isdigit()))


CHECKS = [correcting_a_suggestion_holds, confirms_many_and_takes_back]
