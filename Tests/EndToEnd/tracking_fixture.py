#!/usr/bin/env python3
"""Writes an untidy tracking workbook about an invented State, the record it speaks of, and what each row means.

    tracking_fixture.py FOLDER      writes FOLDER/tracking.xlsx, FOLDER/record.json, FOLDER/truth.json

The workbook has 800 rows in four sheets and three languages, as three officers and ten years would leave them: titles above
two-line headers, merged cells, headings between rows, numbers that a spreadsheet program took for decimals or dates, cut and reworded
texts, abbreviations, status words in many spellings, duplicates, empty columns, notes at the end. Everything in it is invented. The
same seed gives the same bytes. Needs nothing but Python.
"""

import json
import random
import sys
import zipfile
from xml.sax.saxutils import escape

SEED = 20260127

# One line: English, French, Arabic.
VERBS = [
    ("Strengthen", "Renforcer", "تعزيز"), ("Adopt", "Adopter", "اعتماد"), ("Review", "Réexaminer", "مراجعة"),
    ("Provide adequate funding for", "Financer suffisamment", "توفير التمويل الكافي من أجل"),
    ("Accelerate the preparation of", "Accélérer la préparation de", "الإسراع في إعداد"),
    ("Extend to the whole country", "Étendre à tout le pays", "التوسيع ليشمل البلد كله"),
    ("Evaluate independently", "Évaluer de manière indépendante", "التقييم المستقل لـ"),
    ("Publish every year the results of", "Publier chaque année les résultats de", "نشر نتائج سنوية عن"),
    ("Give the force of law to", "Donner force de loi à", "منح قوة القانون إلى"),
    ("Set up a body to supervise", "Créer un organe chargé de superviser", "إنشاء هيئة للإشراف على"),
    ("Translate into local languages", "Traduire dans les langues locales", "الترجمة إلى اللغات المحلية لـ"),
    ("Continue its efforts concerning", "Poursuivre ses efforts concernant", "مواصلة الجهود بشأن"),
]
OBJECTS = [
    ("the programme of free legal advice", "le programme de conseil juridique gratuit", "برنامج المشورة القانونية المجانية"),
    ("the school meals scheme", "le dispositif de repas scolaires", "مخطط الوجبات المدرسية"),
    ("the bill on domestic violence", "le projet de loi sur la violence domestique", "مشروع قانون العنف المنزلي"),
    ("the inspection of places of detention", "l'inspection des lieux de détention", "تفتيش أماكن الاحتجاز"),
    ("the register of births", "le registre des naissances", "سجل المواليد"),
    ("the minimum age of marriage", "l'âge minimum du mariage", "السن الدنيا للزواج"),
    ("the training of police officers", "la formation des policiers", "تدريب أفراد الشرطة"),
    ("the network of rural clinics", "le réseau de dispensaires ruraux", "شبكة العيادات الريفية"),
    ("the complaints office for prisoners", "le bureau des plaintes des détenus", "مكتب شكاوى السجناء"),
    ("the plan against trafficking in persons", "le plan contre la traite des personnes", "خطة مكافحة الاتجار بالأشخاص"),
    ("the law on access to information", "la loi sur l'accès à l'information", "قانون الحصول على المعلومات"),
    ("the fund for affordable housing", "le fonds pour le logement abordable", "صندوق السكن الميسر"),
    ("the rules on asylum procedures", "les règles de la procédure d'asile", "قواعد إجراءات اللجوء"),
    ("the monitoring of child labour in quarries", "le contrôle du travail des enfants dans les carrières", "رصد عمل الأطفال في المحاجر"),
    ("the quota for public employment", "le quota d'emplois publics", "حصة التوظيف العام"),
    ("the helpline for victims of hate speech", "la ligne d'aide aux victimes de discours haineux", "خط مساعدة ضحايا خطاب الكراهية"),
    ("the maternal health strategy", "la stratégie de santé maternelle", "استراتيجية صحة الأمهات"),
    ("the water supply of informal settlements", "l'approvisionnement en eau des quartiers informels", "إمدادات المياه للمستوطنات العشوائية"),
    ("the code of conduct for judges", "le code de conduite des juges", "مدونة قواعد سلوك القضاة"),
    ("the pension scheme for domestic workers", "le régime de pension des travailleurs domestiques", "نظام معاشات العمال المنزليين"),
    ("the moratorium on forced evictions", "le moratoire sur les expulsions forcées", "وقف عمليات الإخلاء القسري"),
    ("the teaching of sign language", "l'enseignement de la langue des signes", "تعليم لغة الإشارة"),
    ("the investigation of enforced disappearances", "l'enquête sur les disparitions forcées", "التحقيق في حالات الاختفاء القسري"),
    ("the protection of journalists", "la protection des journalistes", "حماية الصحفيين"),
    ("the land titling programme", "le programme de titres fonciers", "برنامج سندات ملكية الأراضي"),
    ("the vaccination campaign", "la campagne de vaccination", "حملة التطعيم"),
    ("the reform of juvenile justice", "la réforme de la justice des mineurs", "إصلاح قضاء الأحداث"),
    ("the census of stateless people", "le recensement des apatrides", "تعداد عديمي الجنسية"),
    ("the national action plan on business and human rights", "le plan d'action sur les entreprises et les droits de l'homme", "خطة العمل الوطنية للأعمال التجارية وحقوق الإنسان"),
    ("the accessibility of polling stations", "l'accessibilité des bureaux de vote", "إمكانية الوصول إلى مراكز الاقتراع"),
]
GROUPS = [
    ("for women in rural areas", "pour les femmes des zones rurales", "للنساء في المناطق الريفية"),
    ("for children with disabilities", "pour les enfants handicapés", "للأطفال ذوي الإعاقة"),
    ("for migrant workers and their families", "pour les travailleurs migrants et leurs familles", "للعمال المهاجرين وأسرهم"),
    ("for older persons living alone", "pour les personnes âgées vivant seules", "لكبار السن الذين يعيشون بمفردهم"),
    ("for indigenous communities of the highlands", "pour les communautés autochtones des hauts plateaux", "للمجتمعات الأصلية في المرتفعات"),
    ("for persons deprived of liberty", "pour les personnes privées de liberté", "للأشخاص المحرومين من حريتهم"),
    ("for adolescents who left school", "pour les adolescents déscolarisés", "للمراهقين الذين تركوا المدرسة"),
    ("for refugees in border districts", "pour les réfugiés des districts frontaliers", "للاجئين في المقاطعات الحدودية"),
    ("for families in extreme poverty", "pour les familles en situation d'extrême pauvreté", "للأسر التي تعيش في فقر مدقع"),
    ("for human rights defenders", "pour les défenseurs des droits de l'homme", "للمدافعين عن حقوق الإنسان"),
    ("for persons belonging to minorities", "pour les personnes appartenant à des minorités", "للأشخاص المنتمين إلى أقليات"),
    ("for fishers on the northern coast", "pour les pêcheurs de la côte nord", "للصيادين على الساحل الشمالي"),
]
ENDS = [
    ("by the end of the next budget year", "d'ici à la fin du prochain exercice budgétaire", "بحلول نهاية السنة المالية المقبلة"),
    ("in consultation with civil society", "en consultation avec la société civile", "بالتشاور مع المجتمع المدني"),
    ("with clear targets and a timetable", "avec des objectifs précis et un calendrier", "مع أهداف واضحة وجدول زمني"),
    ("in line with international standards", "conformément aux normes internationales", "وفقا للمعايير الدولية"),
    ("and report on the outcome to parliament", "et rendre compte des résultats au parlement", "وتقديم تقرير عن النتائج إلى البرلمان"),
    ("and remove the obstacles that remain", "et lever les obstacles qui subsistent", "وإزالة العقبات المتبقية"),
    ("with the participation of local authorities", "avec la participation des autorités locales", "بمشاركة السلطات المحلية"),
    ("and collect data broken down by sex and age", "et recueillir des données ventilées par sexe et par âge", "وجمع بيانات مصنفة حسب الجنس والعمر"),
]
SYNONYMS = {
    "Strengthen": "Reinforce", "Adopt": "Enact", "Review": "Re-examine", "Continue its efforts concerning": "Keep up efforts on",
    "adequate": "sufficient", "programme": "program", "Accelerate": "Speed up", "bill": "draft law", "obstacles": "barriers",
    "civil society": "NGOs", "Renforcer": "Consolider", "Poursuivre": "Continuer", "suffisamment": "de façon adéquate",
    "Étendre": "Élargir", "en consultation avec": "en concertation avec", "personnes âgées": "aînés",
}
RECOMMENDING = ["Belmar", "Corvia", "Dunmere", "Velmora", "Quintara"]

# Abbreviation, name, spellings people use.
INSTITUTIONS = [
    ("MoJ", "Ministry of Justice", ["MoJ", "MOJ", "Min. of Justice", "Ministry of Justice", "Ministère de la Justice", "وزارة العدل", "Min Justice"]),
    ("MoI", "Ministry of the Interior", ["MoI", "Ministry of Interior", "Ministère de l'Intérieur", "وزارة الداخلية", "Min. Interior"]),
    ("MoE", "Ministry of Education", ["MoE", "Ministry of Education", "Min. Educ.", "Ministère de l'Éducation", "وزارة التربية"]),
    ("MoH", "Ministry of Health", ["MoH", "Ministry of Health", "Ministère de la Santé", "وزارة الصحة", "Min. of Health"]),
    ("MLSA", "Ministry of Labour and Social Affairs", ["MLSA", "Min. Labour & Social Affairs", "Ministry of Labour and Social Affairs", "Ministère du Travail et des Affaires sociales"]),
    ("MoWF", "Ministry of Women and Family", ["MoWF", "Ministry of Women and Family", "Ministère de la Femme et de la Famille", "Min. of Women and Family"]),
    ("MoF", "Ministry of Finance", ["MoF", "Ministry of Finance", "Ministère des Finances", "وزارة المالية"]),
    ("MFA", "Ministry of Foreign Affairs", ["MFA", "Ministry of Foreign Affairs", "Ministère des Affaires étrangères", "وزارة الخارجية"]),
    ("NHRC", "National Human Rights Commission", ["NHRC", "National Human Rights Commission", "Nat. Human Rights Comm."]),
    ("NSO", "National Statistics Office", ["NSO", "National Statistics Office", "Nat. Statistics Office"]),
    ("SC", "Supreme Court", ["Supreme Court", "SC", "Cour suprême"]),
    ("NAHL", "National Agency for Housing and Land", ["NAHL", "National Agency for Housing and Land", "Nat. Agency Housing Land"]),
]
STATUSES = {
    "notStarted": ["Not started", "not yet started", "non commencé", "Not implemented", "لم يبدأ", "0%"],
    "underWay": ["Ongoing", "on-going", "In progress", "en cours", "EN COURS", "قيد التنفيذ", "under way"],
    "partly": ["Partially implemented", "partial", "partiellement mise en œuvre", "منفذة جزئيا", "50 %", "Partly"],
    "fully": ["Implemented", "Done", "mise en œuvre", "réalisée", "منفذة", "100%", "completed"],
    "notPursued": ["abandonnée", "Dropped"],
}
COMMENTS = [
    "Draft with the council of ministers since March", "Réunion tenue le mois dernier", "awaiting budget", "see annual report p. 14",
    "Comité à réunir", "needs follow-up call", "تم عقد اجتماع", "Pilot in two districts", "=check with planning unit", "- no news",
]
ACTIONS = [
    "Draft regulation and consult provinces", "Recruit ten inspectors", "Former les magistrats", "Buy equipment for clinics",
    "Publish guidelines", "Organiser un atelier national", "إعداد دليل", "Sign agreement with universities",
]


class Sheet:
    """One sheet of the workbook, cell by cell."""

    def __init__(self, name, hidden=False, right_to_left=False):
        self.name, self.hidden, self.right_to_left = name, hidden, right_to_left
        self.rows, self.merges = {}, []

    def put(self, row, column, value, style=0, formula=None):
        if value is not None and value != "":
            self.rows.setdefault(row, {})[column] = (value, style, formula)

    def merge(self, row, column, last_row, last_column):
        self.merges.append(f"{letters(column)}{row}:{letters(last_column)}{last_row}")


def letters(column):
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


# Cell styles: 0 general, 1 two decimals, 2 date, 3 day and month as text processors show them.
STYLES = """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1">
<numFmt numFmtId="164" formatCode="d\\-mmm"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="4">
<xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"""


def save(path, sheets):
    """Office Open XML as spreadsheet programs write it: shared strings, merged cells, styles, a formula with its value."""
    strings = {}
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    parts = {}
    for number, sheet in enumerate(sheets, 1):
        view = '<sheetViews><sheetView workbookViewId="0" rightToLeft="1"/></sheetViews>' if sheet.right_to_left else ""
        out = [f"<worksheet {space}>{view}<sheetData>"]
        for row in sorted(sheet.rows):
            out.append(f'<row r="{row}">')
            for column in sorted(sheet.rows[row]):
                value, style, formula = sheet.rows[row][column]
                place = f'r="{letters(column)}{row}" s="{style}"'
                if formula:
                    out.append(f'<c {place} t="str"><f>{escape(formula)}</f><v>{escape(str(value))}</v></c>')
                elif value == "#REF!":
                    out.append(f'<c {place} t="e"><v>#REF!</v></c>')
                elif isinstance(value, (int, float)):
                    out.append(f"<c {place}><v>{value!r}</v></c>")
                else:
                    index = strings.setdefault(value, len(strings))
                    out.append(f'<c {place} t="s"><v>{index}</v></c>')
            out.append("</row>")
        out.append("</sheetData>")
        if sheet.merges:
            out.append(f'<mergeCells count="{len(sheet.merges)}">')
            out += [f'<mergeCell ref="{ref}"/>' for ref in sheet.merges]
            out.append("</mergeCells>")
        parts[f"xl/worksheets/sheet{number}.xml"] = "".join(out) + "</worksheet>"
    shared = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    parts["xl/sharedStrings.xml"] = f"<sst {space}>{shared}</sst>"
    parts["xl/styles.xml"] = STYLES
    listed = "".join(
        f'<sheet name="{escape(s.name)}" sheetId="{n}"{" state=" + chr(34) + "hidden" + chr(34) if s.hidden else ""} r:id="rId{n}"/>'
        for n, s in enumerate(sheets, 1))
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts["xl/workbook.xml"] = f'<workbook {space} xmlns:r="{relations}"><sheets>{listed}</sheets></workbook>'
    package = "http://schemas.openxmlformats.org/package/2006"
    targets = [(f"worksheets/sheet{n}.xml", "worksheet") for n in range(1, len(sheets) + 1)]
    targets += [("sharedStrings.xml", "sharedStrings"), ("styles.xml", "styles")]
    parts["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{package}/relationships">' + "".join(
        f'<Relationship Id="rId{n}" Type="{relations}/{kind}" Target="{target}"/>'
        for n, (target, kind) in enumerate(targets, 1)) + "</Relationships>"
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{relations}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>')
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    overrides = "".join(
        f'<Override PartName="/xl/{target}" ContentType="{main}{kind}+xml"/>' for target, kind in targets)
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{main}sheet.main+xml"/>'
        f"{overrides}</Types>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2026, 1, 27, 9, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)


def make_record(rng):
    """Four documents, no two recommendations of one document with the same words; some come back in a later cycle word for word."""
    used = set()

    def words():
        while True:
            pick = (rng.randrange(len(VERBS)), rng.randrange(len(OBJECTS)), rng.randrange(len(GROUPS)), rng.randrange(len(ENDS)))
            if pick not in used:
                used.add(pick)
                return pick

    def text(pick, language):
        return " ".join(part[language] for part in (VERBS[pick[0]], OBJECTS[pick[1]], GROUPS[pick[2]], ENDS[pick[3]]))

    documents = [
        {"symbol": "DEMO/HRC/43/15", "mechanism": "demo-upr", "cycle": 3, "published": "2020-01-30"},
        {"symbol": "DEMO/HRC/28/9", "mechanism": "demo-upr", "cycle": 2, "published": "2015-01-12"},
        {"symbol": "DEMO/CEDAW/C/XAA/CO/5", "mechanism": "cedaw", "cycle": None, "published": "2018-11-20"},
        {"symbol": "DEMO/HRC/39/52/Add.1", "mechanism": "sp-housing", "cycle": None, "published": "2018-07-02"},
    ]
    record = []

    def add(document, paragraph, pick, languages, end=""):
        texts = {code: text(pick, place) + end for code, place in languages}
        record.append({"key": f"{document}/{paragraph}", "document": document, "paragraph": paragraph, "texts": texts,
                       "arabic": text(pick, 2)})

    both = [("en", 0), ("fr", 1)]
    for number in range(1, 141):
        add(1, f"113.{number}", words(), both, f" ({rng.choice(RECOMMENDING)})")
    earlier = [r for r in record if r["document"] == 1]
    for number in range(1, 216):
        if number % 27 == 0:  # The same words as in the cycle before.
            old = rng.choice(earlier)
            record.append({"key": f"0/127.{number}", "document": 0, "paragraph": f"127.{number}", "texts": dict(old["texts"]),
                           "arabic": old["arabic"]})
        else:
            add(0, f"127.{number}", words(), both, f" ({rng.choice(RECOMMENDING)})")
    for number in range(10, 46):
        add(2, str(number), words(), both)
    for number in range(1, 31):
        add(3, f"6.{number}", words(), [("en", 0)])
    return documents, record


def reword(rng, text):
    for old, new in SYNONYMS.items():
        if old in text and rng.random() < 0.8:
            text = text.replace(old, new)
    words = text.split(" ")
    for _ in range(max(1, len(words) // 9)):
        place = rng.randrange(len(words))
        if rng.random() < 0.5 and len(words) > 8:
            del words[place]
        elif len(words[place]) > 4:
            cut = rng.randrange(1, len(words[place]) - 1)
            words[place] = words[place][:cut] + words[place][cut + 1:]
    return " ".join(words)


def untidy(rng, text, harsh=False):
    kind = rng.random()
    if kind < 0.15:
        return text[:rng.randrange(70, 110)].rsplit(" ", 1)[0] + rng.choice(["...", "…", ""])
    if kind < (0.5 if harsh else 0.35):
        return reword(rng, text)
    if kind < 0.55:
        return "  " + text.split(" (")[0].replace(" ", "  ", 1) + " "
    return text


def due(rng):
    year = rng.randrange(2024, 2028)
    return rng.choice([
        (f"{rng.randrange(13, 29)}/{rng.randrange(1, 13):02}/{year}", 0), (f"Q{rng.randrange(1, 5)} {year}", 0), (f"Dec {year}", 0),
        (year, 0), (46000 + rng.randrange(700), 2), (f"{rng.choice(['juin', 'mars', 'décembre'])} {year}", 0), ("ongoing", 0),
        ("", 0), (f"{year}-06-30", 0)])


class Writer:
    """Puts rows into a sheet and keeps what they mean."""

    def __init__(self, rng, sheet, columns, truth):
        self.rng, self.sheet, self.columns, self.truth = rng, sheet, columns, truth
        self.row = 1

    def heading(self, text):
        self.sheet.put(self.row, 0, text)
        self.sheet.merge(self.row, 0, self.row, max(self.columns.values()))
        self.row += 1

    def put(self, field, value, style=0, formula=None):
        if field in self.columns:
            self.sheet.put(self.row, self.columns[field], value, style, formula)

    def rest(self, key, lead, status, with_action=True):
        rng = self.rng
        other = rng.choice(INSTITUTIONS)
        spelling = rng.choice(lead[2])
        if rng.random() < 0.2 and other is not lead:
            spelling += rng.choice([" / ", "; ", ", ", "\n", " and "]) + rng.choice(other[2])
        self.put("lead", spelling)
        if rng.random() < 0.3:
            self.put("supporting", rng.choice(other[2]))
        word = rng.choice(STATUSES[status])
        self.put("status", word, 0, f'IF(TRUE,"{word}","")' if rng.random() < 0.03 else None)
        if with_action and rng.random() < 0.4:
            self.put("action", rng.choice(ACTIONS))
        if rng.random() < 0.5:
            self.put("comments", rng.choice(COMMENTS))
        value, style = due(rng)
        self.put("due", value, style)
        if rng.random() < 0.01:
            self.put("spare", "#REF!")
        self.truth.append({"sheet": self.sheet.name, "row": self.row, "key": key, "lead": lead[0], "status": status})
        self.row += 1


def number(rng, writer, paragraph):
    """As a spreadsheet program kept it: mostly a decimal that lost its last zero, sometimes with two decimals shown, sometimes text."""
    kind = rng.random()
    if kind < 0.6:
        writer.put("number", float(paragraph))
    elif kind < 0.75 and len(paragraph.split(".")[1]) <= 2:
        # Two decimals shown would make 127.4 into 127.40: nobody leaves that.
        writer.put("number", float(paragraph), 1 if len(paragraph.split(".")[1]) == 2 else 0)
    elif kind < 0.9:
        writer.put("number", rng.choice(["", "para. ", "§ ", "No. "]) + paragraph + rng.choice(["", "."]))
    else:
        return False
    return True


def first_sheet(rng, record, truth):
    sheet = Sheet("UPR3 follow-up")
    columns = {"number": 0, "text": 1, "lead": 3, "supporting": 4, "action": 5, "status": 6, "due": 7, "comments": 8, "spare": 10}
    writer = Writer(rng, sheet, columns, truth)
    sheet.put(1, 0, "Republic of Aldora - Inter-ministerial committee")
    sheet.put(2, 0, "Follow-up to the recommendations of the Universal Periodic Review, third cycle (DEMO/HRC/43/15)")
    sheet.merge(2, 0, 2, 8)
    for column, top, low in [(0, "No.", ""), (1, "Recommendation", ""), (3, "Responsibility", "Lead"), (4, "", "Support"),
                             (5, "Follow-up", "Planned measures"), (6, "", "Status"), (7, "", "Deadline"), (8, "", "Remarks")]:
        sheet.put(4, column, top)
        sheet.put(5, column, low)
    for merge in [(4, 0, 5, 0), (4, 1, 5, 1), (4, 3, 4, 4), (4, 5, 4, 8)]:
        sheet.merge(*merge)
    writer.row = 6
    rows = [r for r in record if r["document"] == 0]
    made = 0
    for place, entry in enumerate(rows):
        if place % 40 == 0:
            writer.heading(["A. Civil and political rights", "B. Economic and social rights", "C. Rights of women",
                            "D. Rights of the child", "E. Other matters", "F. Remaining"][place // 40])
        if place == 120:  # As on printed pages.
            for column, text in [(0, "No."), (1, "Recommendation"), (3, "Lead"), (6, "Status"), (7, "Deadline")]:
                sheet.put(writer.row, column, text)
            writer.row += 1
        lead, status = rng.choice(INSTITUTIONS), rng.choice(list(STATUSES))
        language = "fr" if rng.random() < 0.2 else "en"
        first = writer.row
        count = rng.choice([1, 1, 1, 2, 2, 3])
        has_number = number(rng, writer, entry["paragraph"])
        text = untidy(rng, entry["texts"][language], harsh=has_number)
        if not has_number and rng.random() < 0.5:
            text = f"{entry['paragraph']} {entry['texts'][language]}"
        writer.put("text", text)
        writer.rest(entry["key"], lead, status)
        for _ in range(count - 1):
            writer.rest(entry["key"], lead, status)
        if count > 1 and rng.random() < 0.7:
            sheet.merge(first, 0, writer.row - 1, 0)
            sheet.merge(first, 1, writer.row - 1, 1)
        made += count
    for text in ["* Status as reported by focal points", "Total: 215 recommendations", "Last updated 12/03/2024 by the secretariat"]:
        writer.row += 1
        sheet.put(writer.row, 0, text)
    return sheet


def second_sheet(rng, record, truth, rows_wanted):
    sheet = Sheet("EPU 2e cycle")
    columns = {"text": 1, "number": 2, "status": 4, "lead": 5, "comments": 7, "due": 8}
    writer = Writer(rng, sheet, columns, truth)
    sheet.put(1, 1, "Suivi des recommandations - EPU, deuxième cycle")
    for column, text in [(0, "Thème"), (1, "Texte de la recommandation"), (2, "N°"), (4, "État de mise en œuvre"),
                         (5, "Institution responsable"), (7, "Observations"), (8, "Échéance")]:
        sheet.put(3, column, text)
    writer.row = 4
    rows = [r for r in record if r["document"] == 1]
    for turn in range(rows_wanted):
        entry = rows[turn % len(rows)]
        lead, status = INSTITUTIONS[hash_of(entry["key"]) % len(INSTITUTIONS)], list(STATUSES)[hash_of(entry["key"]) % 5]
        kind = rng.random()
        if kind < 0.5:
            writer.put("number", entry["paragraph"] if rng.random() < 0.5 else float(entry["paragraph"]))
        elif kind < 0.53:  # A slip of the pen.
            writer.put("number", f"113.{rng.randrange(1, 141)}")
        language = "en" if rng.random() < 0.15 else "fr"
        text = entry["texts"][language]
        writer.put("text", untidy(rng, text) if kind < 0.5 or kind > 0.6 else text)
        writer.rest(entry["key"], lead, status, with_action=False)
    writer.row += 2
    sheet.put(writer.row, 1, "Note : mise à jour en cours")
    return sheet


def third_sheet(rng, record, truth, rows_wanted):
    sheet = Sheet("سيداو", right_to_left=True)
    columns = {"number": 0, "text": 1, "lead": 2, "status": 3, "comments": 4}
    writer = Writer(rng, sheet, columns, truth)
    sheet.put(1, 0, "متابعة الملاحظات الختامية CEDAW 2018")
    for column, text in [(0, "رقم الفقرة"), (1, "نص التوصية"), (2, "الجهة المسؤولة"), (3, "حالة التنفيذ"), (4, "ملاحظات")]:
        sheet.put(2, column, text)
    writer.row = 3
    rows = [r for r in record if r["document"] == 2]
    for turn in range(rows_wanted):
        entry = rows[turn % len(rows)]
        value = entry["paragraph"]
        kind = rng.random()
        if kind < 0.3:
            value = "الفقرة " + value.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
        elif kind < 0.8:
            value = int(value)
        writer.put("number", value)
        writer.put("text", entry["arabic"])
        writer.rest(entry["key"], rng.choice(INSTITUTIONS[:4]), rng.choice(list(STATUSES)), with_action=False)
    return sheet


def fourth_sheet(rng, record, truth, rows_wanted):
    """No header; numbers that became dates; a few rows that mean nothing in the record."""
    sheet = Sheet("old tracker")
    columns = {"number": 0, "text": 2, "lead": 3, "status": 5}
    writer = Writer(rng, sheet, columns, truth)
    writer.heading("Visit of the Special Rapporteur on housing, DEMO/HRC/39/52/Add.1")
    rows = [r for r in record if r["document"] == 3]
    for turn in range(rows_wanted):
        lead, status = rng.choice(INSTITUTIONS), rng.choice(list(STATUSES))
        if turn % 12 == 11:
            writer.put("text", "Prepare the list of participants of the regional meeting and book the hall in time " + str(turn))
            writer.rest(None, lead, status, with_action=False)
            continue
        entry = rows[turn % len(rows)]
        day = int(entry["paragraph"].split(".")[1])
        if day <= 12 and rng.random() < 0.7:  # 6.12 was taken for a date of 2018.
            writer.put("number", serial(2018, 6, day), 3)
        elif rng.random() < 0.5:
            writer.put("number", float(entry["paragraph"]))
        writer.put("text", untidy(rng, entry["texts"]["en"]))
        writer.rest(entry["key"], lead, status, with_action=False)
    return sheet


def serial(year, month, day):
    import datetime
    return (datetime.date(year, month, day) - datetime.date(1899, 12, 30)).days


def hash_of(text):
    return sum((place + 1) * ord(letter) for place, letter in enumerate(text))


def main(folder):
    rng = random.Random(SEED)
    documents, record = make_record(rng)
    truth = []
    sheets = [first_sheet(rng, record, truth)]
    left = 800 - len(truth)
    third, fourth = 80, 72
    sheets.append(second_sheet(rng, record, truth, left - third - fourth))
    sheets.append(third_sheet(rng, record, truth, third))
    sheets.append(fourth_sheet(rng, record, truth, fourth))
    lists = Sheet("Lists")
    for row, entry in enumerate(INSTITUTIONS, 1):
        lists.put(row, 0, entry[0])
    secret = Sheet("Sheet7", hidden=True)
    secret.put(1, 0, "Recommendation")
    save(f"{folder}/tracking.xlsx", sheets + [lists, secret])
    for entry in record:
        del entry["arabic"]
    institutions = [{"abbreviation": short, "name": name} for short, name, _ in INSTITUTIONS]
    with open(f"{folder}/record.json", "w", encoding="utf-8") as file:
        json.dump({"documents": documents, "record": record, "institutions": institutions}, file, ensure_ascii=False)
    with open(f"{folder}/truth.json", "w", encoding="utf-8") as file:
        json.dump(truth, file, ensure_ascii=False)
    print(f"{len(truth)} rows, {len(record)} recommendations")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
