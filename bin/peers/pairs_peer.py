#!/usr/bin/env python3
"""The peer of `bin/bench pairs`: which of the labelled pairs datasketch's MinHashLSH finds.

usage: pairs_peer.py TEXTS.jsonl PAIRS.tsv

All texts go into one index (128 permutations) at a Jaccard threshold; a pair is found where one of its texts finds the other and
their shingles are that similar. Shingles of one, two and three words and thresholds from .3 to .9 are tried on the pairs with odd
numbers; the best by F1 against the labels of both passes is kept. Prints one JSON object: setting, found (numbers of pairs).
"""
import csv
import json
import re
import sys

from datasketch import MinHash, MinHashLSH

WORD = re.compile(r"\w+")
THRESHOLDS = [number / 20 for number in range(6, 19)]


def shingles(text, length):
    words = WORD.findall(text.lower())
    if len(words) < length:
        return {" ".join(words)}
    return {" ".join(words[i : i + length]) for i in range(len(words) - length + 1)}


def jaccard(one, other):
    return len(one & other) / len(one | other)


def f1(found, pairs):
    judged = [pair for pair in pairs if int(pair["pair"]) % 2 == 1 and pair["first_pass"] == pair["second_pass"]]
    right = sum(pair["first_pass"] == "1" and pair["pair"] in found for pair in judged)
    missed = sum(pair["first_pass"] == "1" and pair["pair"] not in found for pair in judged)
    wrong = sum(pair["first_pass"] == "0" and pair["pair"] in found for pair in judged)
    return 2 * right / max(1, 2 * right + wrong + missed)


def main():
    texts_path, pairs_path = sys.argv[1:3]
    with open(texts_path, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    with open(pairs_path, encoding="utf-8") as lines:
        pairs = list(csv.DictReader(lines, delimiter="\t"))
    best, best_f1 = None, -1
    for length in (1, 2, 3):
        signatures = list(MinHash.generator([[item.encode() for item in shingles(text, length)] for text in texts], num_perm=128))
        for threshold in THRESHOLDS:
            index = MinHashLSH(threshold=threshold, num_perm=128)
            for number, signature in enumerate(signatures):
                index.insert(number, signature, check_duplication=False)
            found = set()
            for pair in pairs:
                a, b = int(pair["row_a"]), int(pair["row_b"])
                if b in index.query(signatures[a]):
                    if jaccard(shingles(texts[a], length), shingles(texts[b], length)) >= threshold:
                        found.add(pair["pair"])
            score = f1(found, pairs)
            if score > best_f1:
                setting = f"shingles of {length}, threshold {threshold:.2f}"
                best, best_f1 = {"setting": setting, "found": sorted(int(number) for number in found)}, score
    print(json.dumps(best))


if __name__ == "__main__":
    main()
