"""Every page of a workspace that the walk has reached: axe, one heading, weight, phone width, Arabic, keyboard."""

from urllib.parse import urlparse

from selenium.webdriver.common.keys import Keys
from walk_plan import OWN, api, recommendations

PAGE_BYTES_MAX = 100_000


def found(walk):
    """Addresses by name; those of one object end in its number."""
    action = walk.actions[OWN]
    commitment = api(walk, f"/plan/actions/{action}")["commitment"]
    one = recommendations(walk)[0]["id"]
    paragraph = api(walk, f"/rounds/{walk.round}")["paragraphs"][0]["id"]
    names = {
        "overview": "", "plan": "/plan", "plan recommendations": "/plan?rows=recommendations",
        "plan actions": "/plan?rows=actions", "plan narrowed": "/plan?rows=actions&late=yes", "board": "/plan/board",
        "calendar of the plan": "/plan/calendar", "timeline": "/plan/chart", "by institution": "/plan/institutions",
        "by mechanism": "/plan/mechanisms", "take": "/plan/take", "steps": "/plan/steps",
        "commitment": f"/plan/commitments/{commitment}", "new action": f"/plan/commitments/{commitment}/action",
        "action": f"/plan/actions/{action}", "rounds": "/round", "round": f"/round/{walk.round}",
        "paragraph": f"/round/{walk.round}/paragraphs/{paragraph}", "check": f"/round/{walk.round}/check",
        "result": f"/round/{walk.round}/result", "progress": "/progress", "missing progress": "/progress/missing",
        "progress of an action": f"/progress/actions/{action}", "report": f"/progress/actions/{action}/report",
        "statements": f"/progress/commitments/{commitment}", "indicators": "/indicators",
        "new indicator": "/indicators/new", "import of observations": "/indicators/import", "deadlines": "/deadlines",
        "new deadline": "/deadlines/new", "month": "/deadlines/month", "calendar feed": "/deadlines/calendar",
        "events": "/deadlines/events", "new event": "/deadlines/events/new", "rules": "/deadlines/rules",
        "new rule": "/deadlines/rules/new", "settings of clocks": "/deadlines/settings", "alerts": "/alerts",
        "new alert": "/alerts/new", "dashboards": "/dashboards", "dashboard of institutions": "/dashboards/institution",
        "meetings": "/meetings", "letters": "/letters", "laws": "/laws", "workbooks": "/workbooks",
        "tracking": "/workbooks/tracking", "queue": "/workbooks/tracking/queue", "institutions": "/institutions",
        "institution": f"/institutions/{walk.institutions[OWN]}", "people": "/people", "outbox": "/outbox",
        "settings": "/settings", "audit": "/audit", "audit entry": "/audit/1", "mentions": "/mentions",
        "history of a recommendation": f"/history/planned-recommendation/{one}",
        "history of an action": f"/history/action/{action}",
        "comments": f"/comments?on=action/{action}",
    }
    pages = {name: "/workspaces/corvia" + path for name, path in names.items()}
    for name in ("alerts", "meetings", "laws", "indicators", "people", "workbooks"):
        walk.open(pages[name].removeprefix("/workspaces/corvia"))
        links = [urlparse(a.get_attribute("href")).path for a in walk.browser.all("main th a, main td a")]
        links = [one for one in links if one.startswith(pages[name] + "/") and one not in pages.values()]
        if links:
            pages[f"one of {name}"] = links[0]
    return pages | {
        "workspaces": "/workspaces", "account": "/account", "password": "/account/password", "tokens": "/account/tokens",
        "second factor": "/account/second-factor", "confirmation": "/account/confirm"}


def workspace_is_furnished(walk):
    """A law, a meeting, an indicator and an alert, so that their pages have something to show."""
    person, number = walk.person("administrator"), walk.institutions[OWN]
    person.form("/laws", {"title": "Act on domestic work", "article": "12", "summary": "Hours and rest", "stage": "drafting",
                          "lead": number})
    person.form("/meetings", {"title": "Third session", "day": walk.day(9), "begins": "10:00", "room": "Hall 2"})
    person.form("/indicators/new", {
        "title": "Shelters for women at risk", "kind": "outcome", "unit": "shelters", "direction": "increase", "baseline": "3",
        "baselineAt": "2025", "target": "12", "targetAt": "2028", "institution": number})
    walk.pages = found(walk)
    walk.check("the workspace has pages of each kind", len(walk.pages) > 60, sorted(walk.pages))


def pages_are_sound(walk):
    """Wide, in English: axe, one heading, weight, nothing from elsewhere."""
    walk.browser.width(1280)
    for name, path in walk.pages.items():
        walk.browser.open(path + ("&" if "?" in path else "?") + "lang=en")
        walk.browser.run("document.querySelectorAll('details').forEach(d => d.open = true)")
        troubles = walk.browser.axe()
        heads = len(walk.browser.all("h1"))
        weight = walk.browser.run(
            "return performance.getEntriesByType('navigation')[0].decodedBodySize")
        if heads != 1:
            troubles.append(f"{heads} headings")
        if weight > PAGE_BYTES_MAX:
            troubles.append(f"{weight} bytes")
        if walk.browser.run("return document.scripts.length"):
            troubles.append("a script")
        if "⟦" in walk.browser.driver.page_source:
            troubles.append("words are missing")
        walk.check(f"{name} is sound", not troubles, "\n      ".join([path] + troubles))
        shot(walk, name, "wide")


def pages_fit_a_phone(walk):
    """390 points wide, in English and Arabic; in Arabic with axe."""
    walk.browser.width(390)
    for name, path in walk.pages.items():
        troubles = []
        for language in ("en", "ar"):
            walk.browser.open(path + ("&" if "?" in path else "?") + "lang=" + language)
            wide = walk.browser.run("return document.documentElement.scrollWidth")
            if wide > 390:
                troubles.append(f"{language}: {wide} wide")
            shot(walk, name, f"phone-{language}")
        if name in MAIN:
            troubles += walk.browser.axe()
        walk.check(f"{name} fits a phone", not troubles, f"{path} {troubles}")
    walk.browser.width(1280)


MAIN = {"overview", "plan", "board", "round", "progress", "deadlines", "dashboards", "workbooks", "people", "action", "account"}


def shot(walk, name, form):
    if walk.shots:
        walk.shot(f"page-{name.replace(' ', '-')}-{form}")


def keyboard_reaches_forms(walk):
    """Past the skip link, the first fields of a page's form are some tabs away, each seen."""
    for path, name in [("/deadlines/new", "title"), ("/workbooks", "institution"), ("/people", "email")]:
        walk.open(path)
        body = walk.browser.one("body")
        body.send_keys(Keys.TAB)
        walk.browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
        reached = False
        for _ in range(60):
            walk.browser.driver.switch_to.active_element.send_keys(Keys.TAB)
            active = walk.browser.driver.switch_to.active_element
            reached = active.get_attribute("name") == name
            if reached:
                break
        shown = reached and walk.browser.run("return getComputedStyle(document.activeElement).outlineStyle") != "none"
        walk.check(f"the keyboard reaches the form of {path}, and is seen there", shown, reached)


def others_see_theirs(walk):
    """The dashboard of a minister's office, and what a focal point reaches, hold up as well."""
    key = walk.site.json("user", "add", "Office of the Minister", "--workspace", "corvia", "--role", "observer")["key"]
    walk.browser.driver.delete_all_cookies()
    walk.browser.open(f"/sign-in?key={key}&lang=en")
    walk.press("form[action*='sign-in'] button[type='submit'], main form button")
    for who, paths in [(None, ["", "/dashboards", "/plan"]),
                       ("focal point", ["", "/dashboards", "/plan", "/workbooks", "/progress", f"/round/{walk.round}"])]:
        if who:
            walk.hold(who)
        for path in paths:
            walk.open(path, "fr" if who else "en")
            troubles = walk.browser.axe() + ([] if len(walk.browser.all("h1")) == 1 else ["headings"])
            walk.check(f"{path or 'overview'} holds for the {who or 'minister'}", not troubles, troubles)
            shot(walk, f"{who or 'minister'}{path.replace('/', '-')}", "wide")
    walk.hold("administrator")


PARTS = [workspace_is_furnished, pages_are_sound, pages_fit_a_phone, keyboard_reaches_forms, others_see_theirs]
