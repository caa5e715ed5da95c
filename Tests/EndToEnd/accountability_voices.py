"""Voices of the walk of accountability: the State says implemented, an organisation contests it without an account."""

import base64
import io
import json
import re
import subprocess
import time
import zipfile

from walk_site import Person, until

PHRASE = "nine lanterns over a frozen lake"
WORDS = ("Nobody here has seen legal aid reach the rural districts. The two offices that were announced stayed closed, and people "
         "walk a day to the capital.")
SECRETS = [b"Wanda Whistler", b"Field Camera 9", b"Secret Village"]


def the_state_says_implemented(walk):
    """As its assessment, published by the coordinator."""
    walk.hold("coordinator")
    walk.recommendation = Person(walk.site, "corvia").send("/api/v1/recommendations?q=legal+aid+rural&limit=1").json["items"][0]["id"]
    walk.open(f"/assessments/new?thing=recommendation:{walk.recommendation}")
    walk.fill("value", "implementation:fully")
    walk.fill("day", walk.day(-3))
    walk.fill("reason-en", "Legal aid offices were opened in two districts.")
    walk.press("main form.fields button[type='submit'], main form button[type='submit']")
    walk.press("form[action*='/publish'] button")
    walk.browser.open(f"/recommendations/{walk.recommendation}?lang=en")
    walk.check("the recommendation's page says that the State considers it implemented",
               "Legal aid offices were opened" in walk.main(), walk.main()[:900])


def a_recipient_makes_a_key(walk):
    walk.browser.driver.delete_all_cookies()
    person = Person(walk.site, "corvia", key=walk.recipient_key)
    for cookie in person.cookie.split("; "):
        name, value = cookie.split("=", 1)
        walk.browser.driver.add_cookie({"name": name, "value": value, "path": "/"})
    walk.remember("recipient")
    walk.open("/submissions/keys")
    walk.fill("phrase", PHRASE, "form[action*='/keys/make']")
    walk.fill("again", PHRASE, "form[action*='/keys/make']")
    walk.press("form[action*='/keys/make'] button")
    walk.fingerprint = walk.browser.one(".fingerprint").text
    walk.shot("key")
    walk.check("the first key waits to be compared", "Administrators of this workspace cannot do it" in walk.main(), walk.main()[:900])
    page = person.get("/submissions/keys").text
    version = re.search(r'name="version" value="(\d+)"', page[page.index("/submissions/settings"):]).group(1)
    person.form("/submissions/settings", {"introduction": "", "language": "en", "months": "12", "version": version,
                                          "address": "https://institution.example/key"})
    operator = Person(walk.site, "corvia", key=walk.operator_key)
    operator.workspace = "/account"
    waiting = operator.send("/desk/recipients").text
    institution = re.search(r'name="institution"[^>]* value="(\d+)"', waiting).group(1)
    reply = operator.send("/desk/recipients", {"institution": institution, "fingerprint": walk.fingerprint})
    walk.check("whoever runs the installation compares it where it is published", reply.status == 303, reply.text[:900])


def an_organisation_contests_it(walk):
    """Without an account, from the page of the recommendation."""
    walk.browser.driver.delete_all_cookies()
    walk.browser.open("/submit?lang=en")
    walk.check("the page says who runs this and shows the key", walk.institution in walk.main() and walk.fingerprint in walk.main(),
               walk.main()[:600])
    walk.browser.open(f"/submit/new?recommendation={walk.recommendation}&lang=en")
    opened = time.monotonic()
    walk.check("the form has no script and sets no cookie",
               not walk.browser.all("script") and not walk.browser.driver.get_cookies(), walk.browser.driver.get_cookies())
    form = "form[action*='/submit/new']"
    walk.browser.run("arguments[0].checked = true", walk.browser.one(form + " [name='recipient']"))
    for name, value in [("kind", "assessment"), ("standing", "none"), ("text", WORDS), ("consent", "text"),
                        ("understands", "yes"), ("answer", answer(walk.browser.one(form).text))]:
        walk.fill(name, value, form)
    time.sleep(max(0, 4.5 - (time.monotonic() - opened)))
    walk.press(form + " button[type='submit']")
    receipt = walk.browser.all(".receipt code")
    if not walk.check("a receipt comes", receipt, walk.main()[:900]):
        return
    walk.receipt = receipt[0].text
    walk.shot("receipt")
    walk.check("of 16 digits", len(re.sub(r"\D", "", walk.receipt)) == 16 and re.fullmatch(r"[\d \-]+", walk.receipt), walk.receipt)


def answer(text):
    """The word at the place that the form asks for."""
    words = re.search(r"\S+(?: · \S+){3}", text).group().rstrip("?.:").split(" · ")
    around = text[max(0, text.index(words[0]) - 200):text.index(words[-1]) + 200]
    place = next(n for n, name in enumerate(("first", "second", "third", "fourth")) if re.search(rf"\b{name}\b", around))
    return words[place].strip("\"“”?.:")


def picture(walk):
    """A photograph that says who took it, with what and where."""
    shot = walk.browser.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "jpeg", "quality": 40})
    path = walk.folder / "wanda-visit.jpg"
    path.write_bytes(base64.b64decode(shot["data"]))
    subprocess.run(["exiftool", "-q", "-overwrite_original", "-Artist=Wanda Whistler", "-Model=Field Camera 9",
                    "-ImageDescription=Secret Village", "-GPSLatitude=12.58", "-GPSLatitudeRef=N", str(path)], check=True, timeout=30)
    return path.read_bytes()


def groups(path):
    """Kinds of metadata that a file has, beside what its pixels need."""
    told = subprocess.run(["exiftool", "-json", "-G", str(path)], capture_output=True, check=True, timeout=30).stdout
    return {name.split(":")[0] for name in json.loads(told)[0]} - {"SourceFile", "ExifTool", "File", "JFIF", "Composite"}


def document():
    """A letter whose properties name its author."""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        '<w:t>The office was closed on each of nine visits.</w:t></w:r></w:p></w:body></w:document>',
        "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Wanda Whistler</dc:creator><dc:subject>Secret Village</dc:subject></cp:coreProperties>',
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
    return file.getvalue()


def it_comes_back_with_files(walk):
    walk.browser.driver.delete_all_cookies()
    come_back(walk)
    walk.check("the receipt opens the thread, which does not show what was sent",
               walk.institution in walk.main() and "walk a day" not in walk.main(), walk.main()[:600])
    photograph, letter = picture(walk), document()
    (walk.folder / "wanda-letter.docx").write_bytes(letter)
    names = [str(walk.folder / name) for name in ("wanda-visit.jpg", "wanda-letter.docx")]
    form = "form[action*='/thread/add']"
    walk.check("the files tell who made them", {"EXIF"} <= groups(names[0]) and carried(photograph) and carried(letter))
    walk.fill("text", "A photograph of the closed office, and a letter.", form)
    walk.browser.one(form + " [name='files']").send_keys("\n".join(names))
    walk.press(form + " button[type='submit']")
    walk.shot("thread-own")
    walk.check("files are taken", walk.browser.all("[role='status']") and not walk.browser.all("[role='alert']"), walk.main()[:600])
    walk.check("still without a cookie", not walk.browser.driver.get_cookies())


def come_back(walk):
    walk.browser.open("/submit/thread?lang=en")
    walk.fill("receipt", walk.receipt)
    walk.press("main form button[type='submit']")


def carried(content):
    """Names that a file still holds, raw or in a part of its archive."""
    parts = [content]
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts += [archive.read(name) for name in archive.namelist()]
    return [secret for secret in SECRETS for part in parts if secret in part]


def the_institution_reads_and_answers(walk):
    walk.hold("recipient")
    walk.open("/submissions")
    walk.check("something waits, without its words", walk.browser.all("tbody th a") and "walk a day" not in walk.main(), walk.main()[:500])
    walk.fill("phrase", PHRASE, "form[action*='/unlock']")
    walk.press("form[action*='/unlock'] button")
    walk.browser.go(walk.browser.one("tbody th a"))
    walk.thread = walk.here()
    walk.shot("thread-desk")
    walk.check("unlocked, the thread shows what was sent", "walk a day to the capital" in walk.main(), walk.main()[:600])
    person = walk.person("recipient")
    files = [person.send(a.get_attribute("href").removeprefix(walk.site.address)) for a in walk.browser.all("a[href*='/files/']")]
    kinds = sorted(file.bytes[:2] for file in files)
    walk.check("a photograph and a letter can be fetched", kinds == [b"PK", b"\xff\xd8"], (kinds, walk.main()[-900:]))
    for file in files:
        kind = "letter" if file.bytes[:2] == b"PK" else "photograph"
        walk.check(f"the {kind} does not say who made it", not carried(file.bytes), carried(file.bytes))
        if kind == "photograph":
            (walk.folder / "received.jpg").write_bytes(file.bytes)
            left = groups(walk.folder / "received.jpg")
            walk.check("nor where", not left, left)
        else:
            whole = zipfile.ZipFile(io.BytesIO(file.bytes)).read("word/document.xml")
            walk.check("and has its words", b"nine visits" in whole)
    coordinator = walk.person("coordinator").send(walk.thread)
    walk.check("the coordinator may not read it", coordinator.status in (403, 404), coordinator.status)
    walk.fill("text", "Thank you. Which two offices do you mean?", "form[action*='/answer']")
    walk.press("form[action*='/answer'] button")
    walk.check("the answer is sealed to the receipt", walk.browser.all("[role='status']"), walk.main()[:400])


def it_is_published_with_consent(walk):
    form = "form[action*='/publish']"
    text = walk.browser.one(form + " [name='text']").get_attribute("value")
    walk.check("the words that may be published are there", "closed" in text, text)
    walk.fill("text", "The announced offices stayed closed; legal aid does not reach rural districts.", form)
    walk.press(form + " button[type='submit']")
    walk.shot("published")
    walk.check("it is published", "/threads/" in walk.here() and not walk.browser.all("[role='alert']"), walk.main()[:500])
    walk.browser.driver.delete_all_cookies()
    come_back(walk)
    walk.shot("answered")
    text = walk.main()
    walk.check("the organisation reads the answer and what was published",
               "Which two offices" in text and "stayed closed; legal aid" in text, text[:900])


def both_sides_stand_in_public(walk):
    """On the recommendation's page and on the State's public page, for anybody."""
    walk.hold("coordinator")
    walk.open("/public")
    walk.browser.run("arguments[0].checked = true", walk.browser.one("form[action*='/public/describe'] [name='open']"))
    walk.press("form[action*='/public/describe'] button")
    walk.browser.driver.delete_all_cookies()
    # Where in a row it says of what, who, and which value; a recommendation's own page speaks of one thing.
    places = {f"/recommendations/{walk.recommendation}": (None, 0, 1), "/public/corvia/assessments": (0, 1, 3),
              "/assessments?state=XAC": (0, 1, 2)}
    for path, columns in places.items():
        def shown():
            walk.browser.open(path + ("&" if "?" in path else "?") + "lang=en")
            return stand_beside(walk, *columns)
        stands = until(shown, 15)
        walk.shot("both" + path.split("?")[0].replace("/", "-"))
        walk.check(f"the State's claim and the institution's assessment stand side by side: {path.split('?')[0]}", stands,
                   f"{rows(walk)[:20]}")
    walk.browser.open(f"/recommendations/{walk.recommendation}?lang=en")
    differ = " ".join(one.text for one in walk.browser.all("main .differ"))
    walk.check("that they differ is said with both names, and nothing is averaged",
               "Corvia says “Fully implemented”" in differ and f"{walk.institution} says “Not implemented”" in differ
               and not re.search(r"(?i)average|on the whole|mean value|Partially implemented", differ), differ)
    walk.check("each with its reasons, and nothing of who contested", "Legal aid offices were opened" in walk.main()
               and "stayed closed; legal aid" in walk.main() and "walk a day" not in walk.main() and "Wanda" not in walk.main(),
               walk.main()[:1500])


def rows(walk):
    """Rows of the first table of assessments, not of one that counts: of each cell the lines that are shown."""
    return walk.browser.run("""
        const table = document.querySelector('main table.assessments') || document.querySelector('main table:not(.figures)');
        return [...(table ? table.tBodies[0].rows : [])].map(row => [...row.cells].map(
            cell => cell.innerText.split('\\n').map(line => line.trim()).filter(line => line)))""")


def stand_beside(walk, thing, who, value):
    """In one table, of one thing: the State by its name with its value, the institution by its name with the contrary one, each in a
    row of its own, and nothing between them: neither a row of both nor a value that neither gave."""
    said = {}
    for row in rows(walk):
        if len(row) > max(who, value) and row[who] and row[value]:
            said.setdefault(row[thing][0] if thing is not None else "", []).append((row[who][0], row[value][0]))
    for found in said.values():
        if ("Corvia", "Fully implemented") in found and (walk.institution, "Not implemented") in found:
            of_institution = {value for name, value in found if name == walk.institution}
            others = {value for name, value in found if name not in ("Corvia", walk.institution)}
            return of_institution == {"Not implemented"} and not others
    return False


PARTS = [
    the_state_says_implemented, a_recipient_makes_a_key, an_organisation_contests_it, it_comes_back_with_files,
    the_institution_reads_and_answers, it_is_published_with_consent, both_sides_stand_in_public,
]
