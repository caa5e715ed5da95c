"""The desk in a real browser, as somebody new would walk it: sign in, bring a report, look at what is doubtful, correct,
divide, join, accept, and find it by searching. The report is made here: our own words about an invented State."""

import tempfile
import time
from urllib.parse import urlparse

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

SYMBOL = "A/HRC/88/71"
RECOMMENDATIONS = [
    ("92.1", "Restore the tidal mill of Brackwater as a place of learning for children", "(Belmar)"),
    ("92.2", "Teach sign language in every school of the Brackwater valley", "(Corvia)"),
    ("92.3", "Open the archives of Brackwater to families of the missing", "(Zorbistan)"),
    ("92.4", "Give every ferry of Brackwater a ramp for wheelchairs. Train its crew in their use", "(Belmar, Corvia)"),
    ("92.5", "Publish the accounts of the Brackwater water board each year", "(Corvia)"),
    ("92.6", "Let people who live on the islands of Brackwater vote by letter", "(Belmar)"),
]


def report_lines():
    """The lines of a Working Group's report, page by page."""
    first = [
        "United Nations", SYMBOL, "General Assembly", "Distr.: General", "12 March 2025", "Original: English", "",
        "Human Rights Council", "Eighty-eighth session", "Agenda item 6", "Universal periodic review", "",
        "Report of the Working Group on the Universal Periodic Review", "Aldora", "",
    ]
    second = [
        "II. Conclusions and/or recommendations", "",
        "92. The following recommendations will be examined by Aldora, which will provide responses in due",
        "course, but no later than the eighty-ninth session of the Human Rights Council:", "",
    ]
    for number, text, states in RECOMMENDATIONS:
        second += [f"{number} {text}", f"{states};", ""]
    return [first, second]


def make_pdf(pages):
    """A PDF of plain lines in Helvetica: as small as the format allows."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", None, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        text = "BT /F1 10 Tf 14 TL 60 780 Td\n"
        for line in lines:
            escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            text += f"({escaped}) Tj T*\n"
        text += "ET"
        kids.append(len(objects) + 1)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {len(objects) + 2} 0 R >>")
        objects.append(f"<< /Length {len(text)} >>\nstream\n{text}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return out


def press(browser, css):
    """Presses a button by keyboard, as somebody without a mouse does."""
    button = browser.one(css)
    browser.run("arguments[0].focus()", button)
    before = browser.run("return performance.timeOrigin")
    button.send_keys(Keys.ENTER)
    for _ in range(100):
        try:
            if browser.run("return performance.timeOrigin") != before and browser.run(
                    "return document.readyState") == "complete":
                return
        except Exception:  # the page is between two documents
            pass
        time.sleep(0.1)
    raise AssertionError(f"{css} led nowhere")


def numbers(browser):
    return [element.text for element in browser.all(".items .para")]


def signs_in(browser, found):
    browser.open("/desk?lang=en")
    assert browser.one("h1").text == "Sign in", "a stranger sees the desk"
    browser.one("main details summary").click()
    browser.one("#key").send_keys(found["key"])
    press(browser, "main details .button")
    assert urlparse(browser.driver.current_url).path == "/desk"
    assert "coordinator" in browser.one(".who").text
    assert not browser.run("return document.cookie"), "scripts can read the session"


def brings_a_report(browser, found):
    browser.open("/desk?lang=en")
    with tempfile.NamedTemporaryFile(suffix="-report.pdf") as file:
        file.write(make_pdf(report_lines()))
        file.flush()
        browser.one("#files").send_keys(file.name)
        press(browser, "form.card .button")
    assert "1 document was received" in browser.one("main").text
    for _ in range(60):
        row = browser.one(".desk-table tbody tr")
        if "To review" in row.text:
            break
        assert "Could not" not in row.text, row.text
        time.sleep(0.5)
        browser.open("/desk?lang=en")
    browser.go(browser.one(".desk-table tbody th a"))
    found["review"] = urlparse(browser.driver.current_url).path
    found["facts"] = found["review"] + "/facts"
    assert len(browser.all(".items li")) == len(RECOMMENDATIONS), numbers(browser)
    assert SYMBOL in browser.one("h1").text


def doubtful_comes_first_with_its_reason(browser, found):
    browser.open(found["review"] + "?lang=en")
    assert numbers(browser)[0] == "92.3", numbers(browser)
    assert "Zorbistan" in browser.one(".doubts").text
    assert "archives" in browser.one(".sheet mark").text
    found["item"] = urlparse(browser.one(".items a").get_attribute("href")).path


def shows_the_page_as_picture(browser, found):
    browser.open(found["review"] + "?lang=en&side=picture")
    for _ in range(50):
        if browser.run("const i = document.querySelector('.sheet img'); return i.complete && i.naturalWidth > 0"):
            return
        time.sleep(0.2)
    raise AssertionError("the page's picture is not there")


def correcting_takes_the_doubt_away(browser, found):
    browser.open(found["review"] + "?lang=en")
    states = browser.one("#states")
    states.clear()
    states.send_keys("Nowhereland")
    press(browser, "button[value=accept]")
    assert "no State we know" in browser.one(".problem").text
    states = browser.one("#states")
    assert states.get_attribute("value") == "Nowhereland", "what was typed is lost"
    states.clear()
    states.send_keys("Corvia; Belmar")
    press(browser, "button[value=save]")
    assert not browser.all(".doubts")
    press(browser, "button[value=accept]")
    assert browser.driver.current_url.endswith("#item"), "the next item has no focus"
    browser.open(found["review"] + "?show=accepted&lang=en")
    assert numbers(browser) == ["92.3"]


def open_item(browser, found, number):
    browser.open(found["review"] + "?lang=en")
    browser.go(next(a for a in browser.all(".items a") if a.find_element(By.CSS_SELECTOR, ".para").text == number))


def divides_and_joins(browser, found):
    open_item(browser, found, "92.4")
    browser.run("document.querySelectorAll('.focus details').forEach(d => d.open = true)")
    press(browser, "form[action*='/split'] button")
    browser.open(found["review"] + "?lang=en")
    assert len(browser.all(".items li")) == len(RECOMMENDATIONS), "one was accepted, one more was made"
    open_item(browser, found, "92.4")
    assert "Train" not in browser.one("#text").get_attribute("value")
    browser.run("document.querySelectorAll('.focus details').forEach(d => d.open = true)")
    press(browser, "form[action*='/merge'] button")
    assert "Train its crew" in browser.one("#text").get_attribute("value")
    browser.open(found["review"] + "?lang=en")
    assert len(browser.all(".items li")) == len(RECOMMENDATIONS) - 1


def accepts_by_keyboard_alone(browser, found):
    browser.open(found["review"] + "?lang=en#item")
    active = browser.driver.switch_to.active_element
    browser.run("document.getElementById('item').focus()")
    for _ in range(6):
        browser.driver.switch_to.active_element.send_keys(Keys.TAB)
        active = browser.driver.switch_to.active_element
        if active.get_attribute("value") == "accept":
            break
    assert active.get_attribute("value") == "accept", "Accept is not within reach of Tab"
    press(browser, "button[value=accept]")
    assert "Accepted" in browser.one(".done").text


def accepts_the_rest_and_finds_it(browser, found):
    browser.open(found["review"] + "?lang=en")
    press(browser, ".bulk button[value=all]")
    assert "decided" in browser.one(".focus").text
    for _ in range(40):
        browser.open("/search?q=Brackwater&lang=en")
        if browser.all(".record"):
            break
        time.sleep(0.5)
    assert len(browser.all(".record")) == len(RECOMMENDATIONS)
    browser.open("/search?q=archives+Brackwater&lang=en")
    browser.go(browser.one(".record .words a"))
    text = browser.one("main").text
    assert "Belmar" in text and "Corvia" in text and SYMBOL in text


def review_fits_a_phone(browser, found):
    browser.width(390)
    try:
        for path in ["/desk", found["review"] + "?show=all", found["facts"], found["review"] + "?show=all&tab=document"]:
            for language in ["en", "ar", "ru"]:
                browser.open(path + ("&" if "?" in path else "?") + "lang=" + language)
                wide = browser.run("return document.documentElement.scrollWidth")
                assert wide <= 390, f"{path} in {language} is {wide} pixels wide"
        browser.open(found["review"] + "?show=all&lang=en")
        shown = [s.is_displayed() for s in browser.all(".review > section")]
        assert shown == [False, True, False], "a phone shows one column"
    finally:
        browser.width(1280)


def signs_out(browser, found):
    browser.open("/desk?lang=en")
    press(browser, ".who button")
    browser.open(found["review"] + "?lang=en")
    assert browser.one("h1").text == "Sign in"


CHECKS = [
    signs_in, brings_a_report, doubtful_comes_first_with_its_reason, shows_the_page_as_picture,
    correcting_takes_the_doubt_away, divides_and_joins,
]
LATER = [accepts_by_keyboard_alone, accepts_the_rest_and_finds_it, review_fits_a_phone]
