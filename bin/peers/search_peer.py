#!/usr/bin/env python3
"""The peers of `bin/bench search`: the same texts, the same questions, from question to ten stored texts.

usage: search_peer.py tantivy|sqlite TEXTS.jsonl QUESTIONS.json

Prints one JSON object a line, for the cases top10 and top10+facets: percentiles in milliseconds of the second, warm, pass over
all questions; `hits`, the number of matching texts summed over the questions; and the seconds that indexing took.
Tantivy comes from PyPI (`pip install tantivy`); SQLite is Python's own.
"""
import json
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

FACETS = ("state", "issues", "response", "action")


class Tantivy:
    """Tantivy with its English stemmer, and its own aggregations for facets."""

    def __init__(self, texts, folder):
        import tantivy

        fields = tantivy.SchemaBuilder()
        fields.add_text_field("text", stored=True, tokenizer_name="en_stem")
        for name in ("state", "issues", "response"):
            fields.add_text_field(name, fast=True, tokenizer_name="raw")
        fields.add_integer_field("action", fast=True, indexed=True)
        self.index = tantivy.Index(fields.build(), path=folder)
        writer = self.index.writer(heap_size=200_000_000, num_threads=2)
        for record in texts:
            document = tantivy.Document(
                text=record["text"], state=record["state"], response=record["response"] or "", action=record["action"] or 0)
            for issue in record["issues"]:
                document.add_text("issues", issue)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()
        self.aggregations = {name: {"terms": {"field": name, "size": 500}} for name in FACETS}

    def ask(self, question, facets):
        words = question["q"].split()
        kind = question["type"]
        text = f'"{question["q"]}"' if kind == "phrase" else " ".join(words) if kind == "or4" else " AND ".join(words)
        if question.get("state"):
            text = f'({text}) AND state:"{question["state"]}"'
        query = self.index.parse_query(text, ["text"])
        found = self.searcher.search(query, 10, count=True)
        texts = [self.searcher.doc(address)["text"] for _, address in found.hits]
        assert len(texts) <= 10
        if facets:
            self.searcher.aggregate(query, self.aggregations)
        return found.count


class SQLite:
    """FTS5 with its Porter tokenizer, and SQL for facets."""

    def __init__(self, texts, folder):
        self.db = sqlite3.connect(Path(folder) / "peer.db")
        self.db.executescript(
            """
            pragma journal_mode = wal;
            create table record (id integer primary key, text text, state text, response text, action integer);
            create table record_issue (record integer, issue text, primary key (record, issue)) without rowid;
            create virtual table word using fts5 (text, content = record, content_rowid = id, tokenize = 'porter unicode61');
            """)
        with self.db:
            for record in texts:
                values = [record[name] for name in ("id", "text", "state", "response", "action")]
                self.db.execute("insert into record values (?, ?, ?, ?, ?)", values)
                self.db.executemany(
                    "insert or ignore into record_issue values (?, ?)", [(record["id"], issue) for issue in record["issues"]])
            self.db.execute("insert into word (word) values ('rebuild')")
            self.db.execute("create index record_state on record (state)")
        self.db.execute("analyze")

    def ask(self, question, facets):
        words = ['"' + word.replace('"', "") + '"' for word in question["q"].split()]
        kind = question["type"]
        match = '"' + question["q"].replace('"', "") + '"' if kind == "phrase" else (" OR " if kind == "or4" else " AND ").join(words)
        source = "from word join record on record.id = word.rowid where word match ?"
        arguments = [match]
        if question.get("state"):
            source += " and record.state = ?"
            arguments.append(question["state"])
        self.db.execute(f"select record.text {source} order by word.rank limit 10", arguments).fetchall()
        [(count,)] = self.db.execute(f"select count(*) {source}", arguments)
        if facets:
            for name in ("state", "response", "action"):
                self.db.execute(f"select {name}, count(*) {source} group by 1", arguments).fetchall()
            issues = source.replace(" where", " join record_issue on record_issue.record = record.id where")
            self.db.execute(f"select issue, count(*) {issues} group by 1", arguments).fetchall()
        return count


def percentile(sorted_values, share):
    return round(sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * share))], 4)


def main():
    who, texts_path, questions_path = sys.argv[1:4]
    peers = {"tantivy": Tantivy, "sqlite": SQLite}
    questions = json.loads(Path(questions_path).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        with open(texts_path, encoding="utf-8") as lines:
            peer = peers[who]((json.loads(line) for line in lines), folder)
        index_seconds = time.perf_counter() - started
        for case, facets in (("top10", False), ("top10+facets", True)):
            for _ in ("cold", "warm"):
                milliseconds, hits = [], 0
                for question in questions:
                    begun = time.perf_counter()
                    hits += peer.ask(question, facets)
                    milliseconds.append((time.perf_counter() - begun) * 1_000)
            milliseconds.sort()
            print(json.dumps({
                "suite": "search", "case": case, "who": who, "p50_ms": percentile(milliseconds, .5),
                "p95_ms": percentile(milliseconds, .95), "p99_ms": percentile(milliseconds, .99), "hits": hits,
                "queries": len(questions), "index_seconds": round(index_seconds, 2)}), flush=True)


if __name__ == "__main__":
    main()
