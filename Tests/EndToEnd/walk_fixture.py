"""A report of a review for walks through a position round, as a file that `rapporteur import` reads.

    python3 Tests/EndToEnd/walk_fixture.py FOLDER

writes FOLDER/draft.csv, FOLDER/edited.csv and FOLDER/mapping-draft.json, mapping-edited.json. The State, the texts and every position are
invented. The report has 215 paragraphs: 58 decided in it, 157 pending. The edited report numbers them differently, splits one, joins two,
rewords some. Import with

    rapporteur import FOLDER/draft.csv --mapping FOLDER/mapping-draft.json
"""

import csv
import json
import pathlib
import sys

STATE = "Corvia"
DRAFT = "DEMO/HRC/WG.6/47/L.3"
EDITED = "DEMO/HRC/62/9"
TOTAL, DECIDED = 215, 58
INSTITUTIONS = [
    ("Ministry of Justice", "MoJ"), ("Ministry of the Interior", "MoI"), ("Ministry of Health", "MoH"),
    ("Ministry of Education", "MoE"), ("Ministry of Labour", "MoL"), ("Ministry of Finance", "MoF"),
    ("Ministry of Foreign Affairs", "MFA"), ("Ministry for Women and Families", "MWF"),
    ("Ministry of Agriculture", "MoA"), ("Ministry of Housing", "MoHo"), ("Prosecution Service", "PS"),
    ("Office of Statistics", "OS"),
]
VERBS = ["Adopt", "Strengthen", "Review", "Fund", "Publish"]
THINGS = [
    "a law on domestic workers", "shelters for women at risk", "the juvenile courts of every province",
    "legal aid in rural districts", "school meals in the highlands", "a register of missing persons",
    "safe drinking water for river villages", "training of prison guards", "the ombudsman's field offices",
    "a plan against child labour on farms", "sign language in hospitals", "inspection of care homes",
    "mother-tongue teaching for minorities", "the witness protection unit", "clean air rules for mines",
    "birth registration of nomads", "wheelchair access to polling places", "the labour inspectorate",
    "compensation for flooded communities", "a code for private security firms", "land titles held by women",
    "mental health teams in prisons", "access to court records", "the census of homeless people",
    "vaccination in border camps", "rules on surveillance cameras", "an appeal against asylum refusals",
    "equal pay in public service", "the hotline for older persons", "protection of journalists in the provinces",
    "quotas for youth in local councils", "fishing rights of coastal families", "forensic services of the police",
    "textbooks about past abuses", "a fund for victims of trafficking", "consultation with indigenous villages",
    "bail rules for minor offences", "the anti-corruption prosecutor", "maternity wards on the islands",
    "the visit of detention centres by civil society", "data about hate crimes", "tenancy law for migrants",
    "internet access in schools",
]
TAILS = [
    "before the next review", "with a budget of its own", "together with civil society",
    "in every region without delay", "and report yearly to parliament",
]
FROM = ["Aldora", "Belmar", "Dunmere", "Velmora"]
THEMES = ["Right to health", "Right to education", "Administration of justice"]


def draft():
    """Rows of the draft: paragraph, text, recommending State, theme, position."""
    rows = []
    for number in range(TOTAL):
        decided = number < DECIDED
        position = ("Noted" if number % 3 == 0 else "Supported") if decided else "Pending"
        rows.append({
            "Paragraph": f"6.{number + 1}" if decided else f"7.{number - DECIDED + 1}",
            "Recommendation": f"{VERBS[number // len(THINGS)]} {THINGS[number % len(THINGS)]} {TAILS[number * 3 % 5]}",
            "Made by": FROM[number * 7 % len(FROM)],
            "Theme": THEMES[number % len(THEMES)],
            "Position": position,
        })
    return rows


def edited():
    """Rows of the edited report, and what each paragraph of the draft became."""
    old = draft()
    order = old[DECIDED:130] + old[:DECIDED] + old[130:]
    rows, became = [], {}
    place = 0
    while place < len(order):
        row = dict(order[place])
        sources, texts = [row["Paragraph"]], [row["Recommendation"]]
        if place == 20:
            texts = [texts[0] + " by a decree of the council", "Inform the public of " + texts[0].lower()]
        elif place == 30:
            place += 1
            sources.append(order[place]["Paragraph"])
            texts = [texts[0] + " and " + order[place]["Recommendation"].lower()]
        elif place % 25 == 0:
            texts = [texts[0] + ", as recommended by the committee of experts"]
        for text in texts:
            number = f"139.{len(rows) + 1}"
            rows.append({**row, "Paragraph": number, "Recommendation": text})
            for source in sources:
                became.setdefault(source, []).append(number)
        place += 1
    return rows, became


def mapping(symbol, source):
    columns = [
        {"name": "Paragraph", "field": "paragraph", "confidence": 1},
        {"name": "Recommendation", "field": "text", "language": "en", "confidence": 1},
        {"name": "Made by", "field": "recommending", "confidence": 1},
        {"name": "Theme", "field": "themes", "confidence": 1},
        {"name": "Position", "field": "position", "confidence": 1},
    ]
    fixed = {"state": STATE, "mechanism": "UPR", "cycle": "4", "session": "47", "symbol": symbol}
    return {"source": source, "columns": columns, "fixed": fixed, "separators": [";"], "dateFormat": "iso"}


def write(folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, symbol, rows in [("draft", DRAFT, draft()), ("edited", EDITED, edited()[0])]:
        with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, fieldnames=list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        # A source of its own, as those who publish them are two: the edited report's words are matched with the draft's.
        (folder / f"mapping-{name}.json").write_text(json.dumps(mapping(symbol, f"walk-{name}"), indent=2))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write(sys.argv[1])
