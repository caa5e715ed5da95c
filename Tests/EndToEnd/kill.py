#!/usr/bin/env python3
"""Kills writers and senders with SIGKILL at random points, on SQLite and on PostgreSQL, and looks at what is left.

usage: kill.py FOLDER_OF_PROGRAMS [KILLS]
  RAPPORTEUR_TEST_POSTGRES names a PostgreSQL server; bin/with-postgres starts one. KILLS is 200 for each database.

A writer adds actions through the program's own operations, each with its audit entry, change-log entry, history and message in one
transaction, and prints a line when the store has it. Two write at once. After every kill the four must agree; after all of them
`rapporteur verify` must find nothing, and no action that was printed may be missing. Then senders are killed the same way:
every message arrives, and what arrives twice is the same message with the same Message-ID. Before that the store goes into an archive,
and imports of it are killed: after each there is all of it or nothing, and the same import goes through in the same place."""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from urllib.parse import urlparse

from sink import Sink

COUNTS = {
    "actions": "SELECT COUNT(*) FROM action",
    "audit": "SELECT COUNT(*) FROM audit_entry WHERE action = 'action.add'",
    "changes": "SELECT COUNT(*) FROM change_log WHERE entity = 'action' AND operation = 'put'",
    "messages": "SELECT COUNT(*) FROM outbox WHERE kind = 'assigned'",
}
# What stands in one of the four and in no other, by the action's number.
TORN = """
SELECT 'action without audit entry', a.id FROM action a WHERE NOT EXISTS (
    SELECT 1 FROM audit_entry e WHERE e.subject = 'workspace/' || a.workspace_id || '/action/' || a.id)
UNION ALL SELECT 'action without change', a.id FROM action a WHERE NOT EXISTS (
    SELECT 1 FROM change_log c WHERE c.entity = 'action' AND c.entity_id = a.id)
UNION ALL SELECT 'change without action', c.entity_id FROM change_log c WHERE c.entity = 'action' AND NOT EXISTS (
    SELECT 1 FROM action a WHERE a.id = c.entity_id)
UNION ALL SELECT 'history without action', h.subject_id FROM field_change h WHERE h.kind = 'action' AND NOT EXISTS (
    SELECT 1 FROM action a WHERE a.id = h.subject_id)
UNION ALL SELECT 'action without history', a.id FROM action a WHERE NOT EXISTS (
    SELECT 1 FROM field_change h WHERE h.kind = 'action' AND h.subject_id = a.id)
"""


class Store:
    """One database, asked from outside the program."""

    def __init__(self, programs, folder, postgres=None):
        self.programs, self.data, self.postgres = programs, folder, postgres
        self.flags = ["--data", folder] + (["--database", postgres] if postgres else [])
        self.resources = os.path.join(os.path.dirname(__file__), "..", "..", "Resources")

    @property
    def kind(self):
        return "PostgreSQL" if self.postgres else "SQLite"

    def bench(self, *arguments):
        return [os.path.join(self.programs, "bench"), "durability", *arguments, *self.flags,
                "--resources", self.resources]

    def ask(self, sql):
        """Rows of one statement, so of one state of the store."""
        if self.postgres:
            out = subprocess.run(
                ["psql", "--no-psqlrc", "--tuples-only", "--no-align", "--field-separator", "\t", "--dbname",
                 self.postgres, "--command", sql], check=True, capture_output=True, text=True).stdout
            return [tuple(line.split("\t")) for line in out.splitlines() if line]
        connection = sqlite3.connect(f"file:{self.data}/rapporteur.sqlite?mode=ro", uri=True, timeout=30)
        try:
            return [tuple(str(value) for value in row) for row in connection.execute(sql)]
        finally:
            connection.close()

    def counts(self):
        columns = ", ".join(f"({sql})" for sql in COUNTS.values())
        return dict(zip(COUNTS, map(int, self.ask(f"SELECT {columns}")[0])))

    def verify(self):
        run = subprocess.run(
            [os.path.join(self.programs, "rapporteur"), "verify", "--json", *self.flags], capture_output=True,
            text=True)
        return json.loads(run.stdout)["faults"] if run.stdout else [run.stderr]


class Failures:
    def __init__(self):
        self.passed, self.failed = 0, 0

    def check(self, name, holds, detail=""):
        if holds:
            self.passed += 1
            print(f"ok    {name}")
        else:
            self.failed += 1
            print(f"WRONG {name} {detail}")


def kill_writers(store, kills, acknowledged, uneven):
    """Two threads, each starting a writer and killing it in the midst of its work, until `kills` were killed."""
    lock = threading.Lock()
    left = [kills]

    def work(seed):
        chance = random.Random(seed)
        while True:
            with lock:
                if left[0] == 0:
                    return
                left[0] -= 1
                number = left[0]
            writer = subprocess.Popen(
                store.bench("write", "--run", f"run {number}"), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                text=True)
            line = writer.stdout.readline()
            if line.strip() != "ready":
                raise RuntimeError("a writer did not begin: " + line + writer.stderr.read())
            # From before its first write to the midst of a later one.
            time.sleep(chance.uniform(0, 0.12))
            writer.kill()
            lines = writer.stdout.read().splitlines()
            writer.wait()
            # A line that the kill cut off was not said.
            own = [line.split(" ", 2)[1:] for line in lines if line.startswith("ack ") and line.split(" ")[-1].isdigit()]
            counts = store.counts()
            with lock:
                acknowledged.extend((int(number), title) for number, title in own)
                if len(set(counts.values())) != 1:
                    uneven.append(counts)

    threads = [threading.Thread(target=work, args=(20130215 + place,)) for place in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def writers(store, kills, failures):
    acknowledged, uneven = [], []
    subprocess.run(store.bench("prepare"), check=True, stdout=subprocess.DEVNULL)
    before = store.counts()["actions"]
    kill_writers(store, kills, acknowledged, uneven)
    stored = {int(number): title for number, title in store.ask("SELECT id, title FROM action")}
    counts = store.counts()
    lost = [(number, title) for number, title in acknowledged if stored.get(number) != title]
    torn = store.ask(TORN)
    faults = store.verify()
    name = f"{store.kind}: {kills} writers killed"
    failures.check(f"{name}, {counts['actions'] - before} actions in the store, {len(acknowledged)} acknowledged",
                   len(acknowledged) > kills // 2, "too few writes to mean anything")
    failures.check(f"{name}: no acknowledged action is lost", not lost, lost[:5])
    failures.check(f"{name}: actions, audit entries, changes and messages agreed after every kill", not uneven, uneven[:3])
    failures.check(f"{name}: nothing is torn", not torn, torn[:5])
    failures.check(f"{name}: verify finds nothing", not faults, faults)


class Places:
    """Empty installations to import into, one after the other."""

    def __init__(self, store):
        self.store, self.made = store, 0

    def next(self):
        self.made += 1
        folder = f"{self.store.data}-{self.made}"
        os.makedirs(folder)
        address = postgres_database(f"kill_{os.getpid()}_{self.made}") if self.store.postgres else None
        return Store(self.store.programs, folder, address)


def held(store):
    """What a store holds of what is counted; nothing where it has no tables yet."""
    try:
        return store.counts()
    except (sqlite3.Error, subprocess.CalledProcessError):
        return dict.fromkeys(COUNTS, 0)


def importers(store, kills, failures):
    """Kills imports in the midst, from a folder and from a ZIP file in turn, and lets one finish where others were killed."""
    program = os.path.join(store.programs, "rapporteur")
    archive = store.data + "-archive"
    subprocess.run([program, "export", "--out", archive, *store.flags], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=300)
    sources = [archive, shutil.make_archive(archive, "zip", archive)]
    # Letters that wait are in no archive: none is sent twice.
    all_of_it, nothing = dict(store.counts(), messages=0), dict.fromkeys(COUNTS, 0)
    places, chance, torn, killed, empty = Places(store), random.Random(4), [], 0, 0

    def read(place, source):
        return subprocess.Popen([program, "import-archive", source, *place.flags], stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, text=True)

    place = places.next()
    began = time.monotonic()
    errors = read(place, archive).communicate(timeout=300)[1]
    seconds = time.monotonic() - began
    failures.check(f"{store.kind}: an archive is imported", held(place) == all_of_it, (held(place), all_of_it, errors))
    place = places.next()
    # One that was done before it could be killed does not count.
    for number in range(3 * kills):
        if killed == kills:
            break
        importer = read(place, sources[number % 2])
        time.sleep(chance.uniform(0, seconds))
        killed += importer.poll() is None
        importer.kill()
        importer.wait()
        found = held(place)
        empty += found == nothing
        if found not in (all_of_it, nothing):
            torn.append(found)
        if found != nothing:
            place = places.next()
    name = f"{store.kind}: {killed} imports killed, {empty} with nothing in the store"
    failures.check(name, killed == kills and empty > 0, "too few to mean anything")
    failures.check(f"{name}: each left all of it or nothing", not torn, torn[:3])
    errors = read(place, sources[1]).communicate(timeout=300)[1]
    failures.check(f"{name}: where others were killed one goes through", held(place) == all_of_it, errors)
    left = [file for file in os.listdir(place.data) if file.startswith(".archive")]
    faults = place.verify()
    failures.check(f"{name}: verify finds nothing, and nothing lies about", not faults and not left, (faults, left))
    refused = read(place, archive)
    errors = refused.communicate(timeout=300)[1]
    failures.check(f"{name}: a second import is refused", refused.returncode != 0 and "empty installation" in errors, errors)


def senders(store, kills, failures):
    """Kills senders while a server takes, refuses and drops; then lets one finish."""
    chance = random.Random(23)
    with Sink(chance) as sink:
        command = store.bench("send", "--smtp", f"smtp://127.0.0.1:{sink.port}")
        killed = 0
        while killed < kills:
            sender = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            sender.stdout.readline()
            time.sleep(chance.uniform(0, 0.3))
            killed += sender.poll() is None
            sender.kill()
            sender.wait()
        sink.calm()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=300)
        # What a killed sender's curl still had in its hands.
        time.sleep(1)
        received = sink.received()
    rows = dict(store.ask("SELECT message_id, status FROM outbox"))
    name = f"{store.kind}: {killed} senders killed, {len(rows)} messages, {sum(map(len, received.values()))} deliveries"
    failures.check(f"{name}: every message was sent", rows and set(rows.values()) == {"sent"}, set(rows.values()))
    failures.check(f"{name}: none is lost, and none came under another Message-ID", set(received) == set(rows),
                   (list(set(rows) - set(received))[:3], list(set(received) - set(rows))[:3]))
    changed = [key for key, texts in received.items() if len(set(texts)) != 1]
    failures.check(f"{name}: what came twice was the same", not changed, changed[:3])


def run(store, kills, failures):
    began = time.monotonic()
    writers(store, kills, failures)
    importing = time.monotonic()
    importers(store, 6, failures)
    middle = time.monotonic()
    # A sample of the messages is enough for the senders: each is a process of curl.
    trim(store, 150)
    senders(store, max(10, kills // 10), failures)
    print(f"      {store.kind}: writers {importing - began:.0f} s, imports {middle - importing:.0f} s, "
          f"senders {time.monotonic() - middle:.0f} s")


def trim(store, most):
    sql = f"DELETE FROM outbox WHERE id NOT IN (SELECT id FROM outbox ORDER BY id LIMIT {most})"
    if store.postgres:
        subprocess.run(["psql", "--no-psqlrc", "--quiet", "--dbname", store.postgres, "--command", sql], check=True)
        return
    connection = sqlite3.connect(f"{store.data}/rapporteur.sqlite", timeout=30)
    with connection:
        connection.execute(sql)
    connection.close()


def postgres_database(name):
    """An empty database on the server for tests; None without one."""
    server = os.environ.get("RAPPORTEUR_TEST_POSTGRES")
    if not server:
        return None
    subprocess.run(["psql", "--no-psqlrc", "--quiet", "--dbname", server, "--command",
                    f"CREATE DATABASE {name} TEMPLATE template0"], check=True)
    parts = urlparse(server)
    return parts._replace(path="/" + name).geturl()


def main(programs, kills=200):
    failures = Failures()
    with tempfile.TemporaryDirectory() as folder:
        run(Store(programs, os.path.join(folder, "sqlite")), kills, failures)
        address = postgres_database(f"kill_{os.getpid()}")
        if address:
            run(Store(programs, os.path.join(folder, "postgres"), address), kills, failures)
    print(f"{failures.passed} passed, {failures.failed} failed")
    return 1 if failures.failed else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])))
