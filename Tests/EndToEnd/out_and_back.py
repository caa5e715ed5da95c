#!/usr/bin/env python3
"""Everything out and back: a filled installation is exported, brought into empty ones, and gives the same answers, byte for byte.

usage: out_and_back.py FOLDER_OF_PROGRAMS

The whole installation goes into an empty SQLite file and, where RAPPORTEUR_TEST_POSTGRES names a server, into an empty PostgreSQL
database; one workspace goes into an empty installation of its own. Form tokens are new with every sign-in, and a file of the aid-data
standard has the moment of its making: these are left aside, nothing else of the whole installation. What of a workspace's pages is
not the workspace's own is said at `OTHERS`. Ends with a line 'N passed, N failed'."""

import collections
import http.client
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse

from walk_site import Person, Site

passed = failed = 0
MOST = 200
# How many pages of a kind that links lead to are compared.
OF_A_KIND = 2
# A picture, a file or a page of each kind; from these the walk goes on to what they link.
PUBLIC = [
    "/", "/search", "/search?q=health", "/states", "/states/XAA", "/states/XAI", "/states/XAI/cooperation", "/issues",
    "/recommendations/1", "/recommendations/40", "/documents/1", "/mechanisms", "/assessments", "/assessments.csv",
    "/assessments.atom", "/assessments/package", "/assessments/package.jsonl", "/consultations", "/consultations.csv", "/needs",
    "/offers", "/practices", "/programmes", "/funds", "/public", "/public/demo", "/public/demo/commitments", "/public/demo/actions",
    "/public/demo/progress", "/public/demo/indicators", "/public/demo/deadlines", "/public/demo/positions",
    "/public/demo/cooperation", "/public/demo/assessments", "/public/demo/changes", "/public/demo/changes.atom",
    "/public/demo/removals", "/public/demo/commitments.csv", "/data/documents.jsonl", "/data/issues.jsonl",
    "/data/published-assessments.jsonl", "/data/cooperation-facts.jsonl", "/data/contributions.jsonl", "/data/commitments.jsonl",
    "/data/actions.jsonl", "/data/indicators.csv", "/data/removals.jsonl", "/data/public-pages.jsonl", "/data/needs.jsonl",
    "/embed/demo/progress", "/embed/demo/assessments.svg", "/public/demo?lang=ar", "/states/XAI?lang=zh",
    "/api/v1/recommendations?limit=5", "/api/v1/states/XAI", "/api/v1/assessments", "/api/v1/data",
]
SIGNED = [
    "", "/plan", "/round", "/progress", "/indicators", "/deadlines", "/dashboards", "/meetings", "/laws", "/institutions", "/needs",
    "/assessments", "/reports", "/consultations", "/cooperation-record", "/public", "/alerts", "/agreements",
    "/agreements/1", "/screenings", "/introductions", "/practices",
]
# Workbooks hold the moment of their making, down to the checksums of their parts.
FOLLOWED = re.compile(
    r'^/(recommendations|issues|assessments|consultations|public/demo|needs|offers|practices|programmes|evidence)/?[^?#]*$|'
    r'^/workspaces/demo/(plan|reports|assessments|consultations|indicators|laws|meetings|round|agreements|screenings)/'
    r'[^?#]*(?<!\.xlsx)$')
# Pages of the workspace.
OWN = re.compile(r"^/(workspaces|public|embed)/demo\b|^/consultations/\d")
# What stands on its pages and is another workspace's: it does not go with this one, whose archive its coordinators give to whom they
# like. By address: what such a piece of the page holds, and what stands in its place where a list goes on with the next.
OTHERS = [
    # Assessments are their assessors', who give them to the new installation as a package.
    ("/public/demo/assessments", "Shore Watch|Lantern Foundation|Norrholm Agency|>donor<", None),
    ("/embed/demo/assessments.svg", "^<svg", "^<svg"),
    # Calls of funds are among its dates, until it asks for them where they are.
    ("/workspaces/demo(/dashboards)?", "/funds/calls/", "<time datetime"),
    ("/workspaces/demo/deadlines", "/funds/calls/", None),
    ("/workspaces/demo/meetings/N", "fund-call|Call closes", 'name="about-N"'),
    ("/workspaces/demo/reports/new", 'for="call"|<option value="N">|call-hint', None),
    # An introduction stays; the offer that it asked about is its owner's.
    ("/workspaces/demo/introductions", "<bdi>Offer: ", "/introductions/N"),
    # The library is everybody's: practices that were not adopted, and reviews of them.
    ("/workspaces/demo/plan/commitments/N", 'class="practices"|>Practice library<', "The library has no practice on this yet"),
    ("/workspaces/demo/practices", "Waiting for this workspace: N", "Waiting for this workspace: N"),
    # Workspaces to choose from.
    ("/workspaces/demo/(agreements/new|screenings/N)", "Harbour Watch|Shore Watch", None),
]


def check(name, ok, detail=""):
    global passed, failed
    passed, failed = passed + bool(ok), failed + (not ok)
    if not ok:
        print("FAILED:", name, detail)


class Quiet:
    """No mail is sent in this walk."""
    port = 9


class House(Site):
    """An installation at the address of the first, so that whole addresses on its pages are the same."""

    def __init__(self, programs, folder, like=None, database=None):
        os.makedirs(folder, exist_ok=True)
        super().__init__(programs, folder, Quiet)
        self.programs = programs
        # As the demonstration has it: packages of assessments carry it. Settings are the operator's, and in no archive.
        self.environment.update(
            RAPPORTEUR_OPERATOR="civil-society", RAPPORTEUR_OPERATOR_NAME="Harbour Watch (invented)")
        if like:
            self.port, self.address = like.port, like.address
            self.environment["RAPPORTEUR_PUBLIC_ADDRESS"] = like.address
        if database:
            self.environment["RAPPORTEUR_DATABASE"] = database

    def demonstrate(self):
        """Starts on an empty folder with everything invented in it; returns the coordinator's key."""
        with open(self.log, "w") as log:
            self.server = subprocess.Popen(
                [self.program, "demo", "--port", str(self.port), "--data", self.environment["RAPPORTEUR_DATA"]],
                env=self.environment, stdout=log, stderr=log)
        for _ in range(900):
            assert self.server.poll() is None, open(self.log).read()
            found = re.search(r"/sign-in\?key=([A-Za-z0-9_-]+)", open(self.log).read())
            if found:
                return found.group(1)
            time.sleep(0.3)
        raise AssertionError("the demonstration does not start")

    def database(self):
        return self.environment["RAPPORTEUR_DATA"] + "/rapporteur.sqlite"

    def long(self, *arguments):
        done = subprocess.run(
            [self.program, *arguments], env=self.environment, capture_output=True, text=True, timeout=500)
        assert done.returncode == 0, f"{arguments}: {done.stderr[-2000:]} {done.stdout[-2000:]}"
        return done.stdout


def plain(status, text):
    """What has to be the same: the answer without tokens of forms."""
    text = re.sub(r'name="csrf"([^>]*) value="[^"]*"', r'name="csrf"\1 value=""', text)
    # The aid-data standard asks for the moment a file was made.
    return status, re.sub(r'generated-datetime="[^"]*"', "", text)


def links(text):
    for address in re.findall(r'href="(/[^"#]*)"', text):
        yield address.replace("&amp;", "&")


class Reader:
    """Asks one page after the other on one connection: pages of the workspace with a key, all others as anybody."""

    def __init__(self, house, key):
        self.connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=60)
        self.cookie = Person(house, "demo", key=key).cookie

    def __call__(self, path):
        headers = {"Cookie": self.cookie} if path.startswith("/workspaces/") else {}
        self.connection.request("GET", path, headers=headers)
        response = self.connection.getresponse()
        return plain(response.status, response.read().decode("utf-8", "replace"))


def walked(house, key):
    """Answers by address: of the lists above and of what they link."""
    read = Reader(house, key)
    answers = {}
    queue = PUBLIC + ["/workspaces/demo" + rest for rest in SIGNED]
    seen = set(queue)
    kinds = collections.Counter(map(kind, queue))
    while queue and len(answers) < MOST:
        path = queue.pop(0)
        answers[path] = read(path)
        if answers[path][0] != 200:
            continue
        for link in links(answers[path][1]):
            if link not in seen and FOLLOWED.match(link) and kinds[kind(link)] < OF_A_KIND:
                seen.add(link)
                kinds[kind(link)] += 1
                queue.append(link)
    return answers


def kind(path):
    return re.sub(r"\d+", "N", path)


def first_difference(before, after):
    if before[0] != after[0]:
        return f"status {before[0]} and {after[0]}"
    for place, (one, other) in enumerate(zip(before[1], after[1])):
        if one != other:
            begin = max(0, place - 80)
            return f"{before[1][begin:place + 80]!r} and {after[1][begin:place + 80]!r}"
    return f"lengths {len(before[1])} and {len(after[1])}"


def compare(name, before, after, same=lambda path, one, other: one == other):
    differing = [path for path in before if not same(path, before[path], after[path])]
    for path in differing[:12]:
        print("  ", path, first_difference(before[path], after[path]))
    check(f"{name}: {len(before)} answers are the same", not differing, f"{len(differing)} differ: {differing[:40]}")


def same_but_others(path, one, other):
    """Whether two answers are the same but for what `OTHERS` says of the address."""
    if one == other:
        return True
    for address, gone, instead in OTHERS:
        if re.fullmatch(address, kind(path)) and one[0] == other[0]:
            old, new = pieces(one[1]), pieces(other[1])
            return all(re.search(gone, piece) for piece in old - new) and all(
                instead and re.search(instead, piece) for piece in new - old)
    return False


def pieces(page):
    """The rows, entries and choices of a page, counted; numbers aside, which tell how many there are."""
    return collections.Counter(re.split(r"(?<=</tr>)|(?<=</li>)|(?<=</option>)|(?<=</div>)|(?<=</section>)", kind(page)))


def records(archive):
    """How many recommendations an archive holds that were not joined to others."""
    with open(archive + "/tables/recommendation.jsonl") as lines:
        return sum('"merged_into":null' in line for line in lines)


def asked_again(house, key, addresses, expected):
    """The same addresses, once the index is built again from the store; until it is, the server answers from what it has."""
    house.start()
    try:
        read = Reader(house, key)
        until = time.monotonic() + 300
        # The numbers that pages lead with are a few seconds old.
        while counted(read) != expected and time.monotonic() < until:
            time.sleep(0.5)
        return {path: read(path) for path in addresses}
    finally:
        house.stop()


def counted(read):
    """Recommendations of all mechanisms together."""
    return sum(item["count"] for item in json.loads(read("/api/v1/mechanisms")[1])["items"])


def fresh_database(server):
    """An empty database on the server of the tests."""
    parts = urllib.parse.urlsplit(server)
    query = urllib.parse.parse_qs(parts.query)
    command = ["psql", "-h", query.get("host", [parts.hostname or ""])[0], "-U", parts.username or "rapporteur", "postgres",
               "-c", "CREATE DATABASE back"]
    subprocess.run(command, check=True, capture_output=True)
    return urllib.parse.urlunsplit(parts._replace(path="/back"))


def filled(house):
    """The demonstration's answers, and the key of its coordinator."""
    try:
        key = house.demonstrate()
        # Issues and public versions are made when they are first asked for: all of it is asked for once before.
        walked(house, key)
        before = walked(house, key)
    finally:
        house.stop()
    check("pages were read", sum(status == 200 for status, _ in before.values()) > 150,
          {path: status for path, (status, _) in before.items() if status != 200})
    check("no page fails", all(status < 500 for status, _ in before.values()))
    return key, before


def whole(old, folder, key, before):
    """Out of SQLite, into SQLite and PostgreSQL. With the sealed part and the name of its signing key it goes on as it was."""
    with open(folder + "/phrase", "w") as phrase:
        phrase.write("seven quiet herons over the harbour\n")
    old.long("export", "--out", folder + "/whole", "--secrets", folder + "/phrase")
    signer = old.long("verify", "--key").split()[0]
    server = os.environ.get("RAPPORTEUR_TEST_POSTGRES")
    for name, database in [("SQLite", None)] + ([("PostgreSQL", fresh_database(server))] if server else []):
        new = House(old.programs, f"{folder}/{name}", old, database)
        new.long("import-archive", folder + "/whole", "--secrets", folder + "/phrase", "--signing-key-of", signer)
        compare(f"the installation in {name}", before, asked_again(new, key, before, records(folder + "/whole")))


def part(old, folder, key, before):
    """One workspace alone."""
    old.long("export", "--out", folder + "/part", "--workspace", "demo")
    new = House(old.programs, folder + "/moved", old)
    new.long("import-archive", folder + "/part")
    # Keys are in no workspace's archive: its coordinator is given the one she had.
    with sqlite3.connect(old.database()) as store:
        digest = store.execute("SELECT key_digest FROM account WHERE name = 'demonstration'").fetchone()
    with sqlite3.connect(new.database()) as store:
        store.execute("UPDATE account SET key_digest = ? WHERE name = 'demonstration'", digest)
    own = {path: answer for path, answer in before.items() if OWN.match(path)}
    compare("one workspace", own, asked_again(new, key, own, records(folder + "/part")), same_but_others)


def main():
    with tempfile.TemporaryDirectory() as folder:
        old = House(sys.argv[1], folder + "/old")
        key, before = filled(old)
        whole(old, folder, key, before)
        part(old, folder, key, before)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main())
