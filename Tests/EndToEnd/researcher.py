#!/usr/bin/env python3
"""A researcher takes the archive of open data and counts again what three pages say.

usage: researcher.py ADDRESS | FOLDER_OF_PROGRAMS

ADDRESS is that of a running site, http://127.0.0.1:8080; with a folder of programs a demonstration is started and ended here.
Ends with a line 'N passed, N failed'."""

import collections
import csv
import hashlib
import io
import json
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import zipfile

passed = failed = 0


def check(name, ok, detail=""):
    global passed, failed
    passed, failed = passed + bool(ok), failed + (not ok)
    if not ok:
        print("FAILED:", name, detail)


def get(address, accept="text/html"):
    request = urllib.request.Request(address, headers={"Accept": accept, "Accept-Language": "en"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read()


def lines(archive, name):
    return [json.loads(line) for line in archive.read(name).decode().splitlines()]


def facets(site, query):
    """The counts that the search page shows, from the same question to the API."""
    answer = json.loads(get(f"{site}/api/v1/recommendations?{query}", "application/json"))
    return answer["total"], {
        name: {value["value"]: value["count"] for value in values} for name, values in answer["facets"].items()}


def run(site):
    data = get(site + "/data/rapporteur-public.zip")
    archive = zipfile.ZipFile(io.BytesIO(data))
    check("the archive is whole", archive.testzip() is None)
    sums = dict(reversed(line.split("  ", 1)) for line in archive.read("SHA256SUMS").decode().splitlines())
    check("every file has its checksum", set(sums) == set(archive.namelist()) - {"SHA256SUMS"}, sorted(sums))
    check("checksums fit", all(hashlib.sha256(archive.read(name)).hexdigest() == digest for name, digest in sums.items()))
    records = lines(archive, "recommendations.jsonl")
    described = re.findall(r"^\| `(\w+)` \|", archive.read("README.md").decode(), re.M)
    check("every field is described", set(records[0]) <= set(described), set(records[0]) - set(described))
    table = list(csv.DictReader(io.StringIO(archive.read("recommendations.csv").decode("utf-8-sig"))))
    check("the table has as many rows as the lines", len(table) == len(records), (len(table), len(records)))

    total, _ = facets(site, "limit=1")
    check("all recommendations of the record", total == len(records), (total, len(records)))

    state = collections.Counter(code for record in records for code in record["states"]).most_common(1)[0][0]
    own = [record for record in records if state in record["states"]]
    positions = collections.Counter(record["position"] for record in own if record["position"])
    total, counts = facets(site, f"state={state}&facets=position&limit=1")
    check("positions of a State", (len(own), dict(positions)) == (total, counts["position"]), (state, positions, counts))
    page = get(f"{site}/states/{state}").decode()
    figure = f"{len(own):,}"
    check("its page says the same number", figure in re.sub(r"<[^>]+>", " ", page), (state, figure))

    issue, members = collections.Counter(row["issue"] for row in lines(archive, "issue-members.jsonl")).most_common(1)[0]
    page = re.sub(r"<[^>]+>", " ", get(f"{site}/issues/{issue}").decode())
    check("recommendations of an issue", re.search(rf"\b{members} recommendations?\b", page), (issue, members))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main():
    if sys.argv[1].startswith("http"):
        run(sys.argv[1].rstrip("/"))
    else:
        port = free_port()
        with tempfile.TemporaryDirectory() as folder:
            command = [pathlib.Path(sys.argv[1]) / "rapporteur", "demo", "--data", folder, "--port", str(port)]
            with open(folder + "/log", "w") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
                try:
                    wait(f"http://127.0.0.1:{port}/ready", server)
                    run(f"http://127.0.0.1:{port}")
                finally:
                    server.terminate()
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


def wait(address, server):
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and server.poll() is None:
        try:
            get(address)
            return
        except OSError:
            time.sleep(0.3)
    raise SystemExit("the site did not start")


if __name__ == "__main__":
    main()
