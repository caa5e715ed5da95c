#!/usr/bin/env python3
"""The same import as `bin/bench import`, as a capable person writes it in an afternoon: orjson, sqlite3, FTS5.

usage: import_peer.py EXPORT.json DATABASE

EXPORT is a UHRI bulk export: one array. Prints one JSON object: rows, seconds, cpu_seconds, peak_mib.
"""
import itertools
import json
import resource
import sqlite3
import sys
import time

import orjson

SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE document (id TEXT PRIMARY KEY, symbol TEXT, body TEXT, published TEXT);
CREATE TABLE recommendation (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT REFERENCES document, kind TEXT, text TEXT,
    published TEXT, cycle TEXT, session TEXT, position TEXT);
CREATE TABLE tag (recommendation INTEGER, kind TEXT, value TEXT, PRIMARY KEY (recommendation, kind, value)) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(text, content = 'recommendation', content_rowid = 'number', tokenize = 'porter unicode61');
"""
TAGS = ("Countries", "Regions", "Themes", "AffectedPersons", "Sdgs", "UprRecommendingCountry")


def batches(rows, size=1_000):
    rows = iter(rows)
    while batch := list(itertools.islice(rows, size)):
        yield batch


def load(export: str, database: str) -> int:
    with open(export, "rb") as file:
        rows = orjson.loads(file.read())
    connection = sqlite3.connect(database, isolation_level=None)
    connection.executescript(SCHEMA)
    number = 0
    for batch in batches(rows):
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO document VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [(r["DocumentId"], r["Symbol"], r["Body"].removeprefix("- "), r["PublicationDate"]) for r in batch],
        )
        numbered = list(enumerate(batch, number + 1))
        connection.executemany(
            "INSERT INTO recommendation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text",
            [
                (
                    n, r["AnnotationId"], r["DocumentId"], r["AnnotationType"], r["Text"], r["PublicationDate"],
                    str(r.get("UprCycle")), ",".join(r.get("UprSession") or []), ",".join(r.get("UprPositions") or []),
                )
                for n, r in numbered
            ],
        )
        connection.executemany(
            "INSERT INTO tag VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [(n, kind, value) for n, r in numbered for kind in TAGS for value in r.get(kind) or []],
        )
        connection.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", [(n, r["Text"]) for n, r in numbered])
        connection.execute("COMMIT")
        number += len(batch)
    connection.close()
    return number


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    began = time.perf_counter()
    rows = load(sys.argv[1], sys.argv[2])
    seconds = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_SELF)
    figures = {
        "suite": "import", "case": "uhri-bulk", "who": "python", "rows": rows, "seconds": round(seconds, 2),
        "cpu_seconds": round(used.ru_utime + used.ru_stime, 2), "peak_mib": used.ru_maxrss // 1024,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
