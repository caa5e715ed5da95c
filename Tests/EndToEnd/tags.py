"""Suggested tags in a real browser: a coordinator rejects one and confirms another on the page of a recommendation, and sees both
hold; then she takes back what she did. Without a model the page says so, and that alone is looked at."""

from urllib.parse import urlparse

from desk import press


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
    """The page of a recommendation with two suggestions at least; nothing where there is no model."""
    browser.open("/suggestions?least=50&lang=en")
    if not browser.all(".suggestions-table"):
        text = browser.one("main").text
        assert "no model" in text or "Nothing is suggested" in text, text
        return None
    assert "machine" in browser.one("main").text, "the page does not say whose opinion it shows"
    seen = []
    for link in browser.all(".suggestions-table td a"):
        path = urlparse(link.get_attribute("href")).path
        if path not in seen:
            seen.append(path)
    for path in seen[:20]:
        if len(suggestions(browser, path)) > 1:
            return path
    return None


def correcting_a_suggestion_holds(browser, found):
    path = record_with_suggestions(browser, found)
    if path is None:
        return
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
    browser.open("/suggestions?least=50&lang=en")
    for button in range(2):
        browser.open("/suggestions?least=50&lang=en")
        press(browser, "#undo form button")
        assert "Taken back" in browser.one(".done").text
    now = suggestions(browser, path)
    assert rejected in now and confirmed in now, "taking back did not bring the suggestions back"


CHECKS = [correcting_a_suggestion_holds]
