#!/usr/bin/env python3
"""The peers of `bin/bench cluster`: near-duplicates among the same texts by MinHash and LSH, each candidate verified exactly.

usage: cluster_peer.py datasketch|rensa TEXTS.jsonl GROUPS.json [--threshold 0.5] [--shingle 3]

Shingles are runs of words, lower case. A text joins the leader that it is most like, at a Jaccard similarity of its shingles of
`threshold` at least, or becomes a leader. 96 permutations in 24 bands of 4 rows, as this program has them.
Writes the groups of two and more as arrays of line numbers and prints one JSON object: texts, groups, seconds, cpu_seconds,
peak_mib. Reading the texts is not measured.
"""
import argparse
import json
import re
import resource
import time
from pathlib import Path

PERMUTATIONS, BANDS = 96, 24
WORD = re.compile(r"\w+")


def shingles(text, length):
    words = WORD.findall(text.lower())
    if len(words) < length:
        return {" ".join(words)}
    return {" ".join(words[i : i + length]) for i in range(len(words) - length + 1)}


class Datasketch:
    def __init__(self):
        from datasketch import MinHash, MinHashLSH

        self.make = lambda: MinHash(num_perm=PERMUTATIONS)
        self.index = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, PERMUTATIONS // BANDS))

    def sign(self, items):
        signature = self.make()
        signature.update_batch([item.encode() for item in items])
        return signature

    def query(self, signature):
        return self.index.query(signature)

    def insert(self, number, signature):
        self.index.insert(number, signature, check_duplication=False)


class Rensa:
    def __init__(self):
        from rensa import RMinHash, RMinHashLSH

        self.make = lambda: RMinHash(PERMUTATIONS, 42)
        self.index = RMinHashLSH(0.5, PERMUTATIONS, BANDS)

    def sign(self, items):
        signature = self.make()
        signature.update(list(items))
        return signature

    def query(self, signature):
        return self.index.query(signature)

    def insert(self, number, signature):
        self.index.insert(number, signature)


def cluster(peer, texts, threshold, length):
    groups = {}
    for number, text in enumerate(texts):
        items = shingles(text, length)
        signature = peer.sign(items)
        best, best_similarity = None, threshold
        for other in peer.query(signature):
            # Made again: kept for all texts, the shingles would take gigabytes.
            theirs = shingles(texts[other], length)
            common = len(items & theirs)
            similarity = common / (len(items) + len(theirs) - common)
            if similarity > best_similarity or similarity == best_similarity and (best is None or other < best):
                best, best_similarity = other, similarity
        if best is None:
            groups[number] = [number]
            peer.insert(number, signature)
        else:
            groups[best].append(number)
    return [group for group in groups.values() if len(group) > 1]


def used():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("who", choices=["datasketch", "rensa"])
    arguments.add_argument("texts")
    arguments.add_argument("groups")
    arguments.add_argument("--threshold", type=float, default=0.5)
    arguments.add_argument("--shingle", type=int, default=3)
    options = arguments.parse_args()
    with open(options.texts, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    peer = {"datasketch": Datasketch, "rensa": Rensa}[options.who]()
    started, cpu = time.perf_counter(), used()
    groups = cluster(peer, texts, options.threshold, options.shingle)
    seconds, cpu = time.perf_counter() - started, used() - cpu
    Path(options.groups).write_text(json.dumps(groups), encoding="utf-8")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({
        "texts": len(texts), "groups": len(groups), "seconds": round(seconds, 2), "cpu_seconds": round(cpu, 2),
        "peak_mib": peak}))


if __name__ == "__main__":
    main()
