"""Reports of the walk of accountability: drafted, overclaims found, approved, and files that hold all of it."""

import collections
import re
import subprocess
import unicodedata

import walk_fixture

NATIONAL_MAX, ADDENDUM_MAX = 10_700, 2_675
PLANTED = [
    "Recommendation 139.7 has been fully implemented.", "All prisons in the country now have legal aid offices.",
    "Torture has been eliminated.", "Three hundred and twelve judges, 312 in all, were trained.",
    "In May 2019 the law on legal aid was adopted.", "USD 4,000,000 were spent on shelters.",
    "The national human rights institution considers the recommendation implemented.",
    "Every child now goes to school.", "97 per cent of cases were decided in time.",
    "The programme has been completed in full.",
]
LANGUAGES = ["en", "ar", "zh"]


def draft(walk, kind, language="en"):
    """The form of a new report, filled and sent."""
    walk.open("/reports/new")
    walk.fill("kind", kind, "main form")
    walk.fill("language", language, "main form")
    walk.press("main form button[type='submit']")
    walk.check(f"drafted: {kind} in {language}", re.search(r"/reports/\d+$", walk.here()), walk.main()[:500])
    return walk.here().rsplit("/", 1)[1]


def read(walk, number):
    return walk.person("coordinator").api(f"/reports/{number}").json


def sentences(report):
    return [sentence for section in report["sections"] for paragraph in section["paragraphs"]
            for sentence in paragraph["sentences"]]


def the_national_report_is_drafted(walk):
    walk.national = draft(walk, "national")
    report = read(walk, walk.national)
    walk.shot("national")
    walk.check("the national report keeps to its limit of words",
               0 < report["words"] <= report["wordsMax"] == NATIONAL_MAX, (report["words"], report["wordsMax"]))
    walk.check("its page counts the same words", f"{report['words']:,}" in walk.main(), walk.main()[:500])
    drawn = [one for one in sentences(report) if one["origin"] == "drafted"]
    walk.check("what is drafted from the record leads to it", sum(bool(one["sources"]) for one in drawn) > 20, len(drawn))
    walk.check("nothing drafted claims too much", not walk.browser.all("#claims li"),
               [one.text for one in walk.browser.all("#claims li")][:5])


def the_addendum_answers_each_once(walk):
    walk.addenda = {language: draft(walk, "addendum", language) for language in LANGUAGES}
    for language, number in walk.addenda.items():
        report = read(walk, number)
        walk.check(f"the addendum keeps to its limit of words: {language}",
                   0 < report["words"] <= report["wordsMax"] == ADDENDUM_MAX, (report["words"], report["wordsMax"]))
        told = numbers(" ".join(one["text"] for one in sentences(report) if not one["isQuote"]))
        walk.check(f"it answers each of the 215 paragraphs exactly once: {language}", told == sorted(walk.frozen),
                   (len(told), sorted(set(walk.frozen) - set(told))[:5]))


def numbers(text):
    """The paragraphs that a text names, ranges such as 139.3-139.7 written out."""
    found = []
    for first, last in re.findall(r"139\.(\d+)(?:\s*(?:[-–—]|to|至|إلى)\s*(?:139\.)?(\d+))?", latin(text)):
        found += [f"139.{n}" for n in range(int(first), int(last or first) + 1)]
    return sorted(found)


def latin(text):
    """Digits as 0 to 9, letters in their plain forms, no marks of direction."""
    text = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    return re.sub(r"\d", lambda digit: str(unicodedata.digit(digit.group())), text)


def the_midterm_report_lists_its_gaps(walk):
    walk.midterm = {language: draft(walk, "mid-term", language) for language in LANGUAGES}
    number = walk.midterm["en"]
    gaps = walk.person("coordinator").api(f"/reports/{number}/gaps").json["gaps"]
    kinds = {gap["kind"]: sum(one["kind"] == gap["kind"] for one in gaps) for gap in gaps}
    walk.check("its gaps are lines without actions and what was noted",
               len(kinds) > 1 and "noted" in kinds and len(gaps) > walk_fixture.DECIDED // 3, kinds)
    walk.open(f"/reports/{number}")
    walk.browser.go(next(a for a in walk.browser.all("main a") if a.get_attribute("href").split("?")[0].endswith("/gaps")))
    walk.shot("gaps")
    shown = {one.get_attribute("id").removeprefix("gap-"): one.text for one in walk.browser.all("main [id^='gap-']")}
    walk.check("the page lists each kind with its number",
               all(str(count) in shown.get(kind, "") for kind, count in kinds.items()), (kinds, list(shown)))
    walk.check("and each leads to where it is mended", walk.browser.all("main li a"), walk.main()[:300])


def overclaims_are_flagged(walk):
    """Ten sentences typed into one section of the mid-term report, then taken out again."""
    number = walk.midterm["en"]
    before = found(walk, number)
    walk.check("before that nothing is flagged", not before, before[:3])
    section = next(s["key"] for s in read(walk, number)["sections"] if any(not p["headingLevel"] for p in s["paragraphs"]))
    walk.open(f"/reports/{number}/sections/{section}")
    walk.fill("text", " ".join(PLANTED), "form[action*='/insert']")
    walk.press("form[action*='/insert'] button")
    walk.check("they stand in the report", "Torture has been eliminated" in walk.main(), walk.main()[:500])
    paragraph = walk.here()
    flagged = found(walk, number)
    walk.shot("claims")
    missed = [one for one in PLANTED if one not in flagged]
    walk.check("ten planted overclaims are all flagged", len(flagged) == len(PLANTED) and not missed, missed or flagged)
    walk.browser.open(paragraph + "?lang=en")
    walk.press("form[action*='/remove'] button")
    walk.check("and nothing is when they are gone", not found(walk, number), found(walk, number))


def found(walk, number):
    walk.open(f"/reports/{number}")
    return [one.text for one in walk.browser.all("#claims li > a")]


def reports_are_approved(walk):
    """To review, then approved, each step by its form; one in the browser, the others by requests."""
    asked = walk.person("coordinator")
    every = [walk.national, *walk.addenda.values(), *walk.midterm.values()]
    for number in every:
        for status in ("in-review", "approved"):
            if number == walk.national:
                walk.open(f"/reports/{number}")
                walk.press(f"form:has([name='status'][value='{status}']) button")
            else:
                page = asked.get(f"/reports/{number}").text
                version = re.search(r'name="version"[^>]* value="(\d+)"', page).group(1)
                asked.form(f"/reports/{number}/status", {"status": status, "reason": "", "version": version})
    states = {number: read(walk, number) for number in every}
    walk.check("all are approved under a digest of their words",
               all(one["status"] == "approved" and re.fullmatch("[0-9a-f]{64}", one["digest"] or "") for one in states.values()),
               {number: one["status"] for number, one in states.items()})
    walk.open(f"/reports/{walk.national}")
    walk.check("the page shows who approved", "Ana Ríos" in walk.main() and states[walk.national]["digest"] in walk.main())
    path = f"/workspaces/corvia/reports/{walk.national}/sections/{states[walk.national]['sections'][0]['key']}?lang=en"
    walk.browser.open(path)
    walk.check("and its words stand fast", not walk.browser.all("form[action*='/insert']"))


def files_are_complete(walk):
    """DOCX by pandoc and PDF by pdftotext: every sentence, one after the other."""
    asked = walk.person("coordinator")
    every = {("national", "en"): walk.national}
    every |= {("addendum", language): number for language, number in walk.addenda.items()}
    every |= {("mid-term", language): number for language, number in walk.midterm.items()}
    for (kind, language), number in every.items():
        wanted = sentences(read(walk, number))
        for form in ("docx", "pdf"):
            path = walk.folder / f"{kind}-{language}.{form}"
            path.write_bytes(asked.get(f"/reports/{number}/file?format={form}").bytes)
            if walk.shots:
                (walk.folder.__class__(walk.shots) / path.name).write_bytes(path.read_bytes())
            # pdftotext takes wide gaps of a justified line for columns, and orders two directions in one line its own way: of a
            # PDF each letter is counted.
            missing = (short_of if form == "pdf" else gaps_of)(wanted, text_of(path))
            walk.check(f"the {form} of the {kind} report holds all of it: {language}", not missing,
                       (len(missing), len(wanted), missing[:3]))


def text_of(path):
    if path.suffix == ".docx":
        command = ["pandoc", "--from=docx", "--to=plain", "--wrap=none", str(path)]
    else:
        command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()


def letters(text):
    """What a file writer may not change: letters and digits, in their plain forms. Marks above letters may be drawn elsewhere."""
    return "".join(c for c in unicodedata.normalize("NFKD", latin(text).lower()) if c.isalnum())


def short_of(wanted, text):
    """Letters and digits of which the text has fewer than the sentences; one in fifty may be lost with a joined form. An alef that
    carries a mark is drawn, but pdftotext does not always give it back: it is not asked for."""
    there = collections.Counter(letters(text))
    marked = re.compile("[\u0622\u0623\u0625]|\u0627[\u064b-\u0655]|[\u064b-\u0652]\u0627")
    asked = collections.Counter("".join(letters(marked.sub("", sentence["text"])) for sentence in wanted))
    return [f"{letter}: {count - there[letter]} fewer" for letter, count in asked.items() if count > there[letter] + count // 50]


def gaps_of(wanted, text):
    """Sentences that are not found after those before them."""
    text, place, missing = letters(text), 0, []
    for sentence in wanted:
        one = letters(sentence["text"])
        at = text.find(one, place)
        if at < 0:
            missing.append(sentence["text"][:120])
        else:
            place = at + len(one)
    return missing


PARTS = [
    the_national_report_is_drafted, the_addendum_answers_each_once, the_midterm_report_lists_its_gaps, overclaims_are_flagged,
    reports_are_approved, files_are_complete,
]
