#!/usr/bin/env python3
"""Programmes of the aid-data standard through the running program: a generated file in five currencies with reversals comes in, its sums
are those of a few lines of Python, to the millionth; the export is valid by the official schema of version 2.03 and comes in again as the same.

usage: programmes.py FOLDER_OF_PROGRAMS [MEGABYTES]"""

import json
import os
import re
import subprocess
import sys
import sysconfig
import tempfile
import time
import urllib.request
from collections import defaultdict
from decimal import Decimal

from lxml import etree

import iati_file

KINDS = {
    "1": "incoming-funds", "2": "commitment", "3": "disbursement", "4": "expenditure", "5": "interest", "6": "loan-repayment",
    "7": "reimbursement", "8": "purchase-of-equity", "9": "sale-of-equity", "10": "credit-guarantee",
    "11": "incoming-commitment", "12": "pledge", "13": "incoming-pledge",
}
PEAK_MIB_MAX = 300


class Checks:
    def __init__(self):
        self.passed, self.failed = 0, 0

    def __call__(self, name, holds, detail=""):
        self.passed, self.failed = self.passed + bool(holds), self.failed + (not holds)
        print(f"{'ok   ' if holds else 'WRONG'} {name} {'' if holds else detail}")


def totals(path):
    """Sums by currency, kind and year, as decimals."""
    sums = defaultdict(Decimal)
    for _, activity in etree.iterparse(path):
        if activity.tag != "iati-activity":
            continue
        default = activity.get("default-currency", "")
        for entry in activity:
            if entry.tag == "transaction":
                kind, day = KINDS[entry.find("transaction-type").get("code")], entry.find("transaction-date")
            elif entry.tag == "budget":
                kind = "budget-revised" if entry.get("type") == "2" else "budget-original"
                day = entry.find("period-start")
            elif entry.tag == "planned-disbursement":
                kind, day = "planned-disbursement", entry.find("period-start")
            else:
                continue
            value = entry.find("value")
            sums[value.get("currency", default), kind, int(day.get("iso-date")[:4])] += Decimal(value.text)
        activity.clear()
    return dict(sums)


def schema_fault(path):
    """The first thing the official schema says against a file, "" for nothing; read activity by activity."""
    schemas = os.path.join(sysconfig.get_path("purelib"), "iati/resources/standard/2-03/schemas")
    schema = etree.XMLSchema(etree.parse(os.path.join(schemas, "iati-activities-schema.xsd")))
    try:
        for _, activity in etree.iterparse(path, tag="iati-activity", schema=schema, huge_tree=True):
            activity.clear()
    except etree.XMLSyntaxError as fault:
        return str(fault)
    return ""


def run(program, *arguments):
    """Exit code, output, seconds and the most memory it held, in MiB."""
    begin = time.monotonic()
    process = subprocess.Popen([program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, output, time.monotonic() - begin, usage.ru_maxrss / 1024


class Server:
    def __init__(self, program, data):
        environment = dict(os.environ, RAPPORTEUR_DATA=data, RAPPORTEUR_PORT="0", RAPPORTEUR_LOG_LEVEL="warning")
        self.process = subprocess.Popen([program, "serve"], env=environment, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, text=True)
        self.address = ""
        for line in self.process.stdout:
            found = re.search(r"http://[0-9.]+:\d+", line)
            if found:
                self.address = found.group(0)
                break

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.process.terminate()
        try:
            self.process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()

    def get(self, path):
        with urllib.request.urlopen(self.address + path, timeout=60) as answer:
            return answer.read()

    def totals(self, path="/api/v1/programmes"):
        answer = json.loads(self.get(path))
        return answer["total"], {
            (entry["currency"], entry["kind"], entry["year"]): Decimal(entry["amount"]) for entry in answer["totals"]}


def same(one, other):
    """Where two tables of sums differ, at most five places."""
    return [(key, one.get(key), other.get(key)) for key in sorted(set(one) | set(other), key=str)
            if one.get(key) != other.get(key)][:5]


def main(programs, megabytes):
    check = Checks()
    program = os.path.join(programs, "rapporteur")
    with tempfile.TemporaryDirectory() as folder:
        source, data = os.path.join(folder, "generated.xml"), os.path.join(folder, "data")
        count = iati_file.write(source, megabytes)
        wanted = totals(source)
        check("five currencies and reversals are in the file", len({key[0] for key in wanted}) == 5)

        code, output, seconds, peak = run(program, "import", "--json", "--data", data, source)
        report = json.loads(output) if output else {}
        print(f"      {megabytes:g} MB, {count} activities: {seconds:.1f} s, {peak:.0f} MiB at most")
        check("every activity comes in, found out to be one", code == 0 and report.get("format") == "iati"
              and [report.get(key) for key in ("read", "created", "updated", "unchanged", "rejected")] == [count, count, 0, 0, 0],
              f"{code} {output[:400]}")
        check(f"memory stays under {PEAK_MIB_MAX} MiB", peak < PEAK_MIB_MAX, f"{peak:.0f}")

        with Server(program, data) as server:
            total, sums = server.totals()
            check("as many programmes are there", total == count, str(total))
            check("sums by currency, kind and year are those of the script", not same(sums, wanted), str(same(sums, wanted)))
            page = server.get("/programmes").decode()
            check("the page shows them in under 100 KB", "XA-GEN" in page or "Generated Fund" in page and len(page) < 100_000,
                  str(len(page)))
            streamed = os.path.join(folder, "streamed.xml")
            with open(streamed, "wb") as file:
                file.write(server.get("/programmes.iati.xml"))

        out = os.path.join(folder, "out")
        code, output, _, peak = run(program, "export", "--out", out, "--data", data)
        exported = os.path.join(out, "programmes.iati.xml")
        check("the export is written, in little memory", code == 0 and os.path.exists(exported) and peak < PEAK_MIB_MAX,
              f"{code} {peak:.0f}")
        check("the page's file is the same but for its hour", re.sub(b'datetime="[^"]*"', b"", open(streamed, "rb").read())
              == re.sub(b'datetime="[^"]*"', b"", open(exported, "rb").read()))
        check("sums of the exported file are the same", not same(totals(exported), wanted), str(same(totals(exported), wanted)))
        check("the export is valid by the official schema", not schema_fault(exported), schema_fault(exported))

        code, output, _, _ = run(program, "import", "--json", "--data", data, exported)
        report = json.loads(output) if output else {}
        check("what was exported changes nothing when it comes in again",
              code == 0 and [report.get(key) for key in ("read", "unchanged", "rejected")] == [count, count, 0], output[:400])

        broken = os.path.join(folder, "broken.xml")
        with open(source, encoding="utf-8") as file:
            text = file.read(400_000)
        text = text[:text.rindex("<iati-activity ")] + "</iati-activities>"
        with open(broken, "w", encoding="utf-8") as file:
            file.write(text.replace("<value ", "<value wrong=\"1\" ").replace('code="15137"', 'code="00000"', 1)
                       .replace("</value>", "x</value>", 1))
        code, output, _, _ = run(program, "import", "--json", "--dry-run", "--data", os.path.join(folder, "other"), broken)
        report = json.loads(output) if output else {}
        check("a wrong sum rejects its activity, says where, and ends with 3", code == 3 and report.get("rejected") == 1
              and "budget/value" in report["rejections"][0]["field"], f"{code} {output[:300]}")
        check("an unknown code is a warning with its place", any("00000" in entry["reason"] for entry in report.get("warnings", [])))
        bomb = os.path.join(folder, "bomb.xml")
        with open(bomb, "w", encoding="utf-8") as file:
            file.write('<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]>\n<iati-activities version="2.03"/>')
        code, output, _, _ = run(program, "import", "--as", "iati", "--json", "--data", os.path.join(folder, "other"), bomb)
        check("a document type is refused with its line", code == 1 and "Line 2" in output, f"{code} {output[:300]}")
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 10))
