"""The pages in a real browser: headless Chromium against a running demonstration.

    python3 Tests/EndToEnd/browser.py http://127.0.0.1:8080 KEY

Checks search, facets, chips, languages, Arabic from right to left, phone width, dark mode, keyboard, print, and every
kind of page with axe. With the key that the demonstration prints it walks the desk and suggested tags (desk.py, tags.py) and corrects issues (issues.py). Prints each check and, last, `N passed, N failed`.
"""

import pathlib
import sys
from urllib.parse import parse_qs, urlparse

import axe_playwright_python
import desk
import issues
import tags
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

LANGUAGES = ["en", "fr", "es", "ru", "ar", "zh"]
AXE = next(pathlib.Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Browser:
    """Chromium, with the few things the checks need."""

    def __init__(self, base):
        self.base = base.rstrip("/")
        options = webdriver.ChromeOptions()
        for flag in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en"]:
            options.add_argument(flag)
        options.binary_location = "/usr/bin/chromium"
        self.driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(30)

    def open(self, path):
        self.driver.get(self.base + path)
        return self

    def all(self, css):
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def one(self, css):
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def run(self, script, *values):
        return self.driver.execute_script(script, *values)

    def width(self, width, height=900):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )

    def media(self, **features):
        listed = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": listed})

    def go(self, element):
        """Follows a link as a reader would, but without waiting for it to scroll into view."""
        self.driver.get(element.get_attribute("href"))

    def path_of(self, css):
        """The path of the first link that matches."""
        found = self.all(css)
        return urlparse(found[0].get_attribute("href")).path if found else None

    def query(self):
        return parse_qs(urlparse(self.driver.current_url).query)

    def axe(self):
        self.run(AXE)
        result = self.driver.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run(document, {runOnly: arguments[0]}).then(r => done(r.violations.map("
            "v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.any[0] || n.all[0] || n.none[0] || {}).message).join(' | '))));",
            AXE_TAGS,
        )
        return result


def pages(browser):
    """One address of each kind of page, found by following links as a reader would."""
    found = {name: "/" + name for name in
             ["search", "states", "mechanisms", "documents", "themes", "goals", "compare", "about", "sources", "developers"]}
    found["start"] = "/"
    found["nowhere"] = "/nowhere"
    found["invalid"] = "/search?sort=best"
    browser.open("/search")
    found["recommendation"] = browser.path_of(".record .words a")
    browser.open("/states")
    found["state"] = browser.path_of(".columns a")
    found["region"] = browser.path_of("a[href*='/regions/']")
    browser.open("/mechanisms")
    found["mechanism"] = browser.path_of(".columns a")
    browser.open("/documents")
    found["document"] = browser.path_of("tbody a[href*='/documents/']")
    browser.open("/themes")
    found["theme"] = browser.path_of(".columns a")
    browser.open("/goals")
    found["goal"] = "/goals/16"
    browser.open("/compare")
    states = [option.get_attribute("value") for option in browser.all("#state-1 option")][1:3]
    found["comparison"] = "/compare?" + "&".join("state=" + state for state in states)
    issues.list_of(browser)
    found["issues"] = "/states/" + issues.STATE + "/issues"
    found["issue"] = browser.path_of(".issue h3 a")
    found["repeats"] = "/repeats?q=rights"
    browser.open("/assessments")
    found["assessments"] = "/assessments"
    found["assessment"] = browser.path_of("tbody a")
    found["cooperation record"] = found["state"] + "/cooperation"
    found["submit"] = "/submit/new"
    found["data"] = "/data"
    found["pictures"] = "/embed?q=rights"
    found["nothing found"] = "/search?q=xylophonist&position=noted"
    found["filtered"] = "/search?q=rights&position=supported"
    return {name: path for name, path in found.items() if path}


# Checks. Each is told the browser and the pages, and fails by an assertion.

def search_finds_and_marks(browser, _):
    browser.open("/?lang=en")
    box = browser.one("#q")
    box.send_keys("children")
    box.send_keys(Keys.ENTER)
    assert browser.query()["q"] == ["children"]
    assert browser.all(".record mark"), "no hit is marked"
    assert "recommendation" in browser.one("#results").text


def facet_narrows(browser, _):
    browser.open("/search?q=children&lang=en")
    total = number(browser.one("#results").text)
    pick = next(p for p in browser.all(".facet .pick") if "position=" in p.get_attribute("href"))
    count = number(pick.find_element(By.CSS_SELECTOR, ".count").text)
    browser.go(pick)
    assert number(browser.one("#results").text) == count <= total
    assert browser.query()["q"] == ["children"], "the query was lost"
    assert len(browser.all(".chip.on")) == 1


def chip_is_removed(browser, _):
    browser.open("/search?q=children&position=supported&kind=recommendation&lang=en")
    assert len(browser.all(".chip.on")) == 2
    browser.go(browser.one(".chip.on"))
    assert len(browser.all(".chip.on")) == 1
    assert browser.query()["q"] == ["children"]


def next_page_differs(browser, _):
    browser.open("/search?lang=en")
    first = [a.get_attribute("href") for a in browser.all(".record .words a")]
    browser.go(browser.one("a[rel=next]"))
    second = [a.get_attribute("href") for a in browser.all(".record .words a")]
    assert second and not set(first) & set(second)


def language_changes_and_stays(browser, _):
    browser.open("/search?q=children&lang=en")
    browser.go(browser.one(".langs a[hreflang=fr]"))
    assert browser.run("return document.documentElement.lang") == "fr"
    assert browser.query()["q"] == ["children"], "the question was lost"
    browser.go(browser.one(".nav a"))
    assert browser.run("return document.documentElement.lang") == "fr", "the language was lost"


def arabic_runs_right_to_left(browser, _):
    browser.open("/search?lang=ar")
    assert browser.run("return document.documentElement.dir") == "rtl"
    assert browser.run("return getComputedStyle(document.body).direction") == "rtl"
    brand = browser.run("return document.querySelector('.brand').getBoundingClientRect().left")
    langs = browser.run("return document.querySelector('.langs').getBoundingClientRect().left")
    assert brand > langs, "the header does not begin on the right"


def every_page_fits_a_phone(browser, found):
    browser.width(390)
    try:
        for name, path in found.items():
            for language in ["en", "ar", "ru"]:
                browser.open(with_language(path, language))
                wide = browser.run("return document.documentElement.scrollWidth")
                assert wide <= 390, f"{name} in {language} is {wide} pixels wide"
    finally:
        browser.width(1280)


def keyboard_reaches_the_content(browser, _):
    browser.open("/search?q=children&lang=en")
    browser.one("body").send_keys(Keys.TAB)
    active = browser.driver.switch_to.active_element
    assert active.get_attribute("href").endswith("#main"), "the first stop is not the skip link"
    visible = browser.run("return document.activeElement.getBoundingClientRect().left >= 0")
    assert visible, "the skip link is not seen when it has the focus"
    active.send_keys(Keys.ENTER)
    assert browser.run("return document.activeElement.id") == "main"
    outline = browser.run(
        "const a = document.querySelector('.facet .pick'); a.focus({focusVisible: true});"
        "return getComputedStyle(a).outlineStyle")
    assert outline != "none", "focus is not shown"


def no_script_no_foreign_request(browser, found):
    for name, path in found.items():
        browser.open(path)
        assert browser.run("return document.scripts.length") == 0, name
        names = browser.run("return performance.getEntriesByType('resource').map(e => e.name)")
        foreign = [n for n in names if not n.startswith(browser.base)]
        assert not foreign, f"{name}: {foreign}"


def charts_have_tables(browser, _):
    browser.open("/?lang=en")
    figures = browser.all("figure.figure")
    assert figures
    for figure in figures:
        assert figure.find_elements(By.CSS_SELECTOR, "details table tbody tr"), "a figure without its table"


def print_shows_no_navigation(browser, found):
    browser.open(with_language(found["recommendation"], "en"))
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert browser.run("return getComputedStyle(document.querySelector('.nav')).display") == "none"
        assert browser.run("return getComputedStyle(document.querySelector('.stamp')).display") != "none"
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def axe_finds_nothing(name, path, language, scheme):
    def check(browser, _):
        browser.media(prefers_color_scheme=scheme)
        try:
            browser.open(with_language(path, language))
            for details in ["details"]:
                browser.run("document.querySelectorAll(arguments[0]).forEach(d => d.open = true)", details)
            violations = browser.axe()
            assert not violations, "\n    ".join(violations)
        finally:
            browser.media(prefers_color_scheme="light")
    check.__name__ = f"axe_{name}_{language}_{scheme}".replace(" ", "_")
    return check


def axe_of_desk(name, path, language, scheme):
    """As `axe_finds_nothing`, for a page whose address is known only once a report was brought."""
    def check(browser, found):
        if path.startswith("issue"):
            whole = f"/issues/{found['from']}{path.removeprefix('issue').format(**found)}"
        else:
            whole = path if path.startswith(("/sign-in", "/desk", "/suggestions")) else found["review"] + path
        axe_finds_nothing(name, whole, language, scheme)(browser, found)
    check.__name__ = f"axe_{name}_{language}_{scheme}".replace(" ", "_")
    return check


def told(check, walked):
    """A check that is told what the walk over the desk has found so far, instead of the public pages."""
    def run(browser, _):
        check(browser, walked)
    run.__name__ = check.__name__
    return run


def number(text):
    return int("".join(c for c in text if c.isdigit()) or 0)


def with_language(path, language):
    return path + ("&" if "?" in path else "?") + "lang=" + language


def main():
    browser = Browser(sys.argv[1])
    passed = failed = 0
    try:
        browser.width(1280)
        found = pages(browser)
        checks = [
            search_finds_and_marks, facet_narrows, chip_is_removed, next_page_differs, language_changes_and_stays,
            arabic_runs_right_to_left, every_page_fits_a_phone, keyboard_reaches_the_content,
            no_script_no_foreign_request, charts_have_tables, print_shows_no_navigation,
        ]
        for name, path in found.items():
            checks.append(axe_finds_nothing(name, path, "en", "light"))
            checks.append(axe_finds_nothing(name, path, "en", "dark"))
            checks.append(axe_finds_nothing(name, path, "ar", "light"))
        if len(sys.argv) > 2:
            walked = {"key": sys.argv[2]}
            of_desk = list(desk.CHECKS)
            for name, path in [("sign-in", "/sign-in"), ("desk", "/desk"), ("review", ""), ("facts", "/facts"),
                               ("item as list", "?show=all&tab=list")]:
                for language, scheme in [("en", "light"), ("en", "dark"), ("ar", "light")]:
                    of_desk.append(axe_of_desk(name, path, language, scheme))
            for language, scheme in [("en", "light"), ("en", "dark"), ("ar", "light")]:
                of_desk.append(axe_of_desk("suggestions", "/suggestions", language, scheme))
            of_desk += desk.LATER + tags.CHECKS + issues.CHECKS
            for name, path in [("issue of a coordinator", "issue"), ("issue renamed", "issue?do=rename"),
                               ("issue divided", "issue?do=split"), ("issue joined", "issue?do=merge"),
                               ("recommendation moved", "issue?do=move&r={moved}")]:
                for language, scheme in [("en", "light"), ("en", "dark"), ("ar", "light")]:
                    of_desk.append(axe_of_desk(name, path, language, scheme))
            of_desk.append(desk.signs_out)
            checks += [told(check, walked) for check in of_desk]
        for check in checks:
            try:
                check(browser, found)
                passed += 1
                print("ok  ", check.__name__)
            except Exception as failure:  # every failure is told, and the rest goes on
                failed += 1
                print("FAIL", check.__name__, "\n   ", str(failure).strip()[:2000])
    finally:
        browser.driver.quit()
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
