"""A peer of the issues suite: average-linkage agglomerative clustering over TF-IDF, as scikit-learn has it.

usage: issues_peer.py sklearn CORPUS GOLD[,GOLD...]
       issues_peer.py tune CORPUS GOLD [CORPUS GOLD...]

CORPUS has lines of `paragraph<TAB>text`, GOLD of `paragraph<TAB>group`. Prints one JSON object a line: for each gold the grouping
at the threshold that `tune` found on the development reviews (docs/decisions/0009-finding-issues.md), and the best there is for
that gold at any threshold (`best-possible`): it knows the answer, so it is a bound, no result.
"""
import json
import sys
from pathlib import Path

import numpy
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

THRESHOLD = 0.91
NGRAMS = (1, 2)
SUBLINEAR = False
THRESHOLDS = numpy.arange(0.60, 0.995, 0.01)


def rows(path):
    lines = Path(path).read_text(encoding="utf-8").split("\n")
    return [line.split("\t", 1) for line in lines if "\t" in line and not line.startswith("#")]


def read(corpus, gold):
    groups = dict(rows(gold))
    return [text for _, text in rows(corpus)], [groups.get(key, "none-" + key) for key, _ in rows(corpus)]


def group(texts, threshold, ngrams=NGRAMS, sublinear=SUBLINEAR):
    vectors = TfidfVectorizer(sublinear_tf=sublinear, ngram_range=ngrams, stop_words="english").fit_transform(texts)
    clustering = AgglomerativeClustering(
        n_clusters=None, metric="cosine", linkage="average", distance_threshold=threshold)
    return clustering.fit_predict(vectors.toarray()).tolist()


def f1(labels, groups):
    names = {name: number for number, name in enumerate(dict.fromkeys(groups))}
    own, gold = numpy.array(labels), numpy.array([names[name] for name in groups])
    above = numpy.triu_indices(len(own), 1)
    own, gold = (own[:, None] == own)[above], (gold[:, None] == gold)[above]
    return 2 * (own & gold).sum() / max(1, own.sum() + gold.sum())


def tune(paths):
    sets = [read(*pair) for pair in zip(paths[::2], paths[1::2])]
    found = []
    for ngrams in ((1, 1), (1, 2), (1, 3)):
        for sublinear in (True, False):
            for threshold in THRESHOLDS:
                scores = [f1(group(texts, threshold, ngrams, sublinear), gold) for texts, gold in sets]
                found.append((sum(scores) / len(scores), ngrams, sublinear, round(float(threshold), 2), scores))
    score, ngrams, sublinear, threshold, scores = max(found)
    print(json.dumps({
        "f1": round(score, 4), "ngrams": ngrams, "sublinear": sublinear, "threshold": threshold,
        "each": [round(float(score), 4) for score in scores]}))


def main():
    who, *paths = sys.argv[1:]
    if who == "tune":
        return tune(paths)
    assert who == "sklearn", who
    corpus, golds = paths
    for path in golds.split(","):
        texts, groups = read(corpus, path)
        tuned = group(texts, THRESHOLD)
        best = max((group(texts, threshold) for threshold in THRESHOLDS), key=lambda labels: f1(labels, groups))
        for case, labels in (("tuned", tuned), ("best-possible", best)):
            print(json.dumps({
                "case": case, "gold": Path(path).stem, "labels": [str(label) for label in labels], "groups": groups}))


if __name__ == "__main__":
    main()
