"""The position round of the walk: from the draft to a frozen result that covers every paragraph once."""

import csv
import io

import walk_fixture
from walk_site import Person, until

DISPUTES = 6


def is_opened(walk):
    """On the draft, in the browser."""
    walk.open("/round")
    walk.check("the draft is offered with what is pending", "157" in walk.browser.one("#document").text)
    walk.fill("title", "Fourth review", "#open form")
    walk.fill("due", walk.day(40), "#open form")
    walk.press("#open form button")
    walk.round = walk.browser.driver.current_url.split("?")[0].rsplit("/", 1)[1]
    walk.shot("round-open")
    state = standing(walk)
    walk.check("the round holds every paragraph, the decided ones as they are",
               state["total"] == walk_fixture.TOTAL and state["standings"]["decided"] == walk_fixture.DECIDED
               and state["standings"]["uncirculated"] == walk_fixture.TOTAL - walk_fixture.DECIDED, state["standings"])


def standing(walk, who="administrator"):
    return walk.person(who).api(f"/rounds/{walk.round}").json


def is_circulated(walk):
    """Each institution gets a share; six paragraphs go to two of them."""
    asked = walk.person("administrator")
    pending = [p for p in standing(walk)["paragraphs"] if not p["decided"]]
    shorts = list(walk.institutions)
    walk.shares = {short: pending[place::len(shorts)] for place, short in enumerate(shorts)}
    # The first paragraphs of one institution are the next one's, too: there they will disagree.
    walk.disputed = [walk.shares[short][0]["id"] for short in shorts[:DISPUTES]]
    for place, short in enumerate(shorts):
        share = list(walk.shares[short])
        if 0 < place <= DISPUTES:
            share.append(walk.shares[shorts[place - 1]][0])
        if short == "MoH":
            in_the_browser(walk, short, share)
            continue
        asked.form(f"/round/{walk.round}/work", [("p", f"{p['id']}:{p['version']}") for p in fresh(walk, share)] + [
            ("to", walk.institutions[short]), ("due", walk.day(20)), ("do", "circulate")])
    state = standing(walk)
    walk.check("every pending paragraph waits for somebody",
               state["standings"]["waiting"] == walk_fixture.TOTAL - walk_fixture.DECIDED, state["standings"])
    asked_of = {p["institution"] for line in state["paragraphs"] for p in line["proposals"]}
    walk.check("twelve institutions are asked", len(asked_of) == 12, asked_of)
    twice = [line["id"] for line in state["paragraphs"] if len(line["proposals"]) == 2]
    walk.check("six paragraphs are asked of two", sorted(twice) == sorted(walk.disputed), twice)


def fresh(walk, share):
    """The same paragraphs as they are now: each change gives a new version."""
    now = {line["id"]: line for line in standing(walk)["paragraphs"]}
    return [now[p["id"]] for p in share]


def in_the_browser(walk, short, share):
    """Ticks what is wanted on the pages of the list, as far as they go; the rest by the next page's form."""
    wanted = {str(p["id"]) for p in share}
    seen, page = set(), f"/round/{walk.round}?standing=uncirculated"
    while wanted - seen:
        walk.open(page)
        boxes = {box.get_attribute("value").split(":")[0]: box for box in walk.browser.all("input[name='p']")}
        here = wanted & set(boxes) - seen
        if not here:
            break
        for one in here:
            walk.browser.run("arguments[0].checked = true", boxes[one])
        walk.fill("to", walk.institutions[short], ".round-work")
        walk.fill("due", walk.day(20), ".round-work")
        walk.press(".round-work button[value='circulate']")
        seen |= here
    left = wanted - seen
    if left:  # already asked of another
        asked = walk.person("administrator")
        asked.form(f"/round/{walk.round}/work", [("p", f"{p['id']}:{p['version']}") for p in fresh(walk, share)
                                                 if str(p["id"]) in left] + [
            ("to", walk.institutions[short]), ("due", walk.day(20)), ("do", "circulate")])


def institutions_answer(walk):
    """Eleven with a key, by requests; one in the browser. Each stands behind what it says."""
    letter = until(lambda: walk.mail_to("hugo@", f"/round/{walk.round}"))
    walk.check("the focal point is told that paragraphs wait", letter and "recommandation" in letter["Subject"],
               letter and letter["Subject"])
    for place, short in enumerate(walk.institutions):
        path = f"/round/{walk.round}"
        if short == "MoH":
            answer_by_hand(walk, short)
            continue
        key = walk.site.json("user", "add", f"Focal point of {short}", "--workspace", "corvia", "--role", "focal-point",
                             "--institution", short)["key"]
        person = Person(walk.site, "corvia", key=key)
        walk.focal[short] = person
        mine = [line for line in person.api(f"/rounds/{walk.round}").json["paragraphs"]]
        walk.seen_by_others = max(getattr(walk, "seen_by_others", 0), len(mine))
        own = {p["id"] for p in walk.shares[short]}
        first = [line for line in mine if line["id"] in own]
        others = [line for line in mine if line["id"] not in own]
        answer(person, path, first, "supported" if place % 3 else "noted", f"As the programme of {short} foresees")
        # Where another was asked before, the opposite.
        answer(person, path, others, "supported" if (place - 1) % 3 == 0 else "noted", "The law does not allow it yet")
        now = person.api(f"/rounds/{walk.round}").json["paragraphs"]
        person.form(f"{path}/answers", [("p", f"{p['id']}:{p['version']}") for p in now] + [("do", "stand"), ("note", "")])
    walk.check("no institution sees more than is asked of it", walk.seen_by_others <= 15, walk.seen_by_others)


def answer(person, path, lines, position, reason):
    if lines:
        person.form(f"{path}/answers", [("p", f"{p['id']}:{p['version']}") for p in lines] + [
            ("do", "answer"), ("position", position), ("reason", reason), ("legalNote", "")])


def answer_by_hand(walk, short):
    """The focal point of the walk: one paragraph on its own page, the others as ticked rows."""
    walk.hold("focal point")
    walk.open(f"/round/{walk.round}")
    rows = walk.browser.all(".round-table tbody tr")
    place = list(walk.institutions).index(short)
    twice = walk.shares[list(walk.institutions)[place - 1]][0]["id"]
    expected = len(walk.shares[short]) + 1
    walk.check("she sees what is asked of hers and nothing else", len(rows) == expected, (len(rows), expected))
    walk.shot("round-focal")
    walk.open(f"/round/{walk.round}/paragraphs/{twice}")
    walk.check("and not what another proposes", "Focal point of" not in walk.main())
    walk.fill("position", "supported" if (place - 1) % 3 == 0 else "noted", "form[action*='/answer']")
    walk.fill("reason", "Le budget ne le permet pas", "form[action*='/answer']")
    walk.press("form[action*='/answer'] button")
    walk.check("her answer is kept", "Le budget ne le permet pas" in walk.main())
    walk.open(f"/round/{walk.round}?standing=waiting")
    for box in walk.browser.all("input[name='p']"):
        walk.browser.run("arguments[0].checked = true", box)
    walk.fill("position", "supported" if place % 3 else "noted", ".round-work")
    walk.fill("reason", "Selon le plan national de santé", ".round-work")
    walk.press(".round-work button[value='answer']")
    walk.open(f"/round/{walk.round}")
    walk.browser.run("document.querySelector('#all').checked = true")
    walk.press(".round-work button[value='stand']")
    walk.shot("round-answered")
    walk.hold("administrator")


def disagreements_are_settled(walk):
    """Shown to the mechanism, each settled on its page; the agreed ones at once."""
    state = standing(walk)
    disputed = [line for line in state["paragraphs"] if line["disputed"]]
    walk.check("six disagreements are counted", state["standings"].get("disputed") == DISPUTES, state["standings"])
    walk.check("those that were meant", sorted(p["id"] for p in disputed) == sorted(walk.disputed))
    walk.open(f"/round/{walk.round}?standing=disputed")
    walk.check("the list shows them", len(walk.browser.all("tr.is-disputed")) == DISPUTES)
    walk.shot("round-disputed")
    for place, line in enumerate(disputed):
        walk.open(f"/round/{walk.round}/paragraphs/{line['id']}")
        if place == 0:
            walk.check("both proposals stand side by side", len(walk.browser.all(".proposal")) == 2)
            walk.shot("round-paragraph")
        walk.fill("resolution", "supported" if place % 2 else "noted", "form[action*='/resolve']")
        walk.fill("reason", "Settled in the committee", "form[action*='/resolve']")
        walk.press("form[action*='/resolve'] button")
    walk.open(f"/round/{walk.round}?standing=agreed")
    walk.browser.run("document.querySelector('#all').checked = true")
    walk.press(".round-work button[value='agree']")
    found = standing(walk)["standings"]
    walk.check("all 157 are settled", found.get("resolved") == 157, found)


def round_is_cleared(walk):
    """Institutions, mechanism, minister; nothing before its turn."""
    walk.open(f"/round/{walk.round}/check")
    walk.check("before that, the check names what is missing", not walk.browser.all("form[action*='/freeze']"))
    for step in ("institution", "mechanism", "minister"):
        walk.open(f"/round/{walk.round}")
        walk.browser.run("document.querySelector('#all').checked = true")
        walk.fill("note", f"Session of the {step}", ".round-work")
        walk.press(f".round-work button[value='clear-{step}']")
        walk.check(f"cleared by the {step}", "157" in walk.browser.one(".notice").text, walk.browser.one(".notice").text)
    found = standing(walk)["standings"]
    walk.check("all is cleared", found == {**found, "cleared": 157, "decided": 58}, found)


def round_moves_to_the_edited_report(walk):
    """Its numbers differ; what is unsure is asked."""
    walk.site.run("import", f"{walk.folder}/edited.csv", "--mapping", f"{walk.folder}/mapping-edited.json")
    walk.open(f"/round/{walk.round}/report")
    option = next(o for o in walk.browser.all("#to option") if walk_fixture.EDITED in o.text)
    walk.open(f"/round/{walk.round}/report?to={option.get_attribute('value')}")
    walk.shot("round-renumber")
    unsure = len(walk.browser.all(".renumber-one"))
    walk.check("most paragraphs are found by their words; few are asked", unsure <= 12, unsure)
    became = walk_fixture.edited()[1]
    for question in walk.browser.all(".renumber-one"):
        old = question.find_element("css selector", "legend strong").text
        name = question.find_element("css selector", "input[name^='n']")
        for box in question.find_elements("css selector", "input:checked"):
            walk.browser.run("arguments[0].checked = false", box)
        name.send_keys(" ".join(became[old]))
    walk.press(".renumber button")
    state = standing(walk)
    walk.check("the round stands on the edited report", state["document"] == walk_fixture.EDITED, state["document"])
    names = [line["paragraph"] for line in state["paragraphs"]]
    walk.check("with every paragraph of it once",
               sorted(names) == sorted(row["Paragraph"] for row in walk_fixture.edited()[0]), len(names))
    again(walk, state)


def again(walk, state):
    """What was divided, joined or reworded is settled and cleared again."""
    left = [line["paragraph"] for line in state["paragraphs"] if line["standing"] not in ("decided", "cleared")]
    walk.check("only what was divided, joined or reworded is asked again", 0 < len(left) <= 10, left)
    asked, path = walk.person("administrator"), f"/round/{walk.round}/work"
    for work in [[("do", "resolve"), ("position", "supported"), ("shared", ""), ("reason", "As before, in its new words")],
                 [("do", "clear-institution"), ("note", "Agreed by telephone")], [("do", "clear-mechanism"), ("note", "")],
                 [("do", "clear-minister"), ("note", "")]]:
        now = [line for line in standing(walk)["paragraphs"] if line["standing"] not in ("decided", "cleared")]
        if now:
            asked.form(path, [("p", f"{p['id']}:{p['version']}") for p in now] + work)


def round_is_frozen(walk):
    walk.open(f"/round/{walk.round}/check")
    walk.shot("round-check")
    if not walk.check("nothing is missing", walk.browser.all("form[action*='/freeze']"), walk.main()):
        return
    walk.press("form[action*='/freeze'] button")
    walk.shot("round-result")
    result = walk.person("administrator").api(f"/rounds/{walk.round}/result").json
    names = [entry["paragraph"] for group in result["groups"] for entry in group["paragraphs"]]
    expected = [row["Paragraph"] for row in walk_fixture.edited()[0]]
    walk.check("the frozen result covers each of the 215 paragraphs exactly once",
               len(names) == 215 and sorted(names) == sorted(expected), (len(names), len(set(names))))
    walk.check("paragraphs with one reason stand together", len(result["groups"]) < 40, len(result["groups"]))
    rows = list(csv.DictReader(io.StringIO(
        walk.person("administrator").get(f"/round/{walk.round}/result.csv").bytes.decode("utf-8-sig"))))
    walk.check("and so does its file", len({row["paragraph"] for row in rows}) == len(rows) == 215, len(rows))
    seen = walk.person("focal point").send("/api/v1/recommendations?q=Settled").text
    walk.check("no reason of it is in the public record", "Settled in the committee" not in seen)


PARTS = [
    is_opened, is_circulated, institutions_answer, disagreements_are_settled, round_is_cleared,
    round_moves_to_the_edited_report, round_is_frozen,
]
