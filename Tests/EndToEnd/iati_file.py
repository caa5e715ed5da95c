"""Writes a file of activities of the aid-data standard (IATI 2.03) of about a size, the same for the same seed.

    python Tests/EndToEnd/iati_file.py OUT MEGABYTES [SEED]

Invented publishers, invented States, five currencies, reversals, sub-cent sums. Everything that is counted is in it; nothing in it is real.
"""
import random
import sys
from xml.sax.saxutils import escape

CURRENCIES = ["USD", "EUR", "GBP", "JPY", "XOF"]
STATES = ["XAA", "XAB", "XAC", "XAD", "XAE", "XAF"]
SECTORS = ["11220", "12220", "14030", "15130", "15134", "15137", "15150", "15160", "15170", "15180", "16020", "72010"]
WORDS = ("court judge child village water school teacher clinic midwife road market prison lawyer record census harvest "
         "shelter right law commission training evidence witness district council budget audit language").split()


def sentence(rng, count):
    return " ".join(rng.choice(WORDS) for _ in range(count)).capitalize() + "."


def amount(rng):
    """Cents mostly, whole units for some, four digits behind the point for a few."""
    kind = rng.random()
    if kind < 0.15:
        return str(rng.randrange(1, 5_000_000))
    if kind < 0.2:
        return f"{rng.randrange(1, 90_000)}.{rng.randrange(10_000):04d}"
    return f"{rng.randrange(1, 900_000)}.{rng.randrange(100):02d}"


def activity(rng, number):
    year = rng.randrange(2012, 2026)
    default = rng.choice(CURRENCIES)
    out = [
        f'<iati-activity last-updated-datetime="2026-01-{1 + number % 28:02d}T00:00:00Z" xml:lang="en" '
        f'default-currency="{default}" hierarchy="1">',
        f"<iati-identifier>XA-GEN-{number}</iati-identifier>",
        '<reporting-org ref="XA-GEN" type="10"><narrative>Generated Fund</narrative></reporting-org>',
        f"<title><narrative>{escape(sentence(rng, 6))}</narrative>"
        f'<narrative xml:lang="fr">{escape(sentence(rng, 6))}</narrative></title>',
        f'<description type="1"><narrative>{escape(sentence(rng, 60))}</narrative></description>',
        '<participating-org ref="XA-GEN" type="10" role="1"><narrative>Generated Fund</narrative></participating-org>',
        f'<participating-org type="22" role="4"><narrative>League {number % 97}</narrative></participating-org>',
        f'<activity-status code="{rng.choice("12345")}"/>',
        f'<activity-date type="1" iso-date="{year}-01-01"/>',
        f'<activity-date type="3" iso-date="{year + 3}-12-31"/>',
        f'<recipient-country code="{rng.choice(STATES)}" percentage="100"/>',
        f'<sector vocabulary="1" code="{rng.choice(SECTORS)}" percentage="100"/>',
        '<collaboration-type code="1"/>',
    ]
    for offset in range(3):
        kind = rng.choice("12")
        out.append(
            f'<budget type="{kind}" status="2"><period-start iso-date="{year + offset}-01-01"/>'
            f'<period-end iso-date="{year + offset}-12-31"/>'
            f'<value value-date="{year + offset}-01-01">{amount(rng)}</value></budget>')
    for _ in range(rng.randrange(2, 16)):
        sign = "-" if rng.random() < 0.12 else ""
        currency = f' currency="{rng.choice(CURRENCIES)}"' if rng.random() < 0.5 else ""
        day = f"{year + rng.randrange(4)}-{rng.randrange(1, 13):02d}-{rng.randrange(1, 29):02d}"
        out.append(
            f'<transaction><transaction-type code="{rng.choice(["1", "2", "3", "3", "3", "4", "6", "11"])}"/>'
            f'<transaction-date iso-date="{day}"/><value{currency} value-date="{day}">{sign}{amount(rng)}</value>'
            f"<description><narrative>{escape(sentence(rng, 8))}</narrative></description></transaction>")
    out.append("</iati-activity>\n")
    return "\n".join(out)


def write(path, megabytes, seed=7):
    """Returns how many activities were written."""
    rng = random.Random(seed)
    size, number = 0, 0
    with open(path, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03" '
                   'generated-datetime="2026-01-31T00:00:00Z">\n')
        while size < megabytes * 1_000_000:
            number += 1
            text = activity(rng, number)
            size += len(text)
            file.write(text)
        file.write("</iati-activities>\n")
    return number


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    print(write(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 7), "activities")
