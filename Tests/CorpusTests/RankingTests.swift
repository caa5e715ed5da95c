import Corpus
import Domain
import Foundation
import Language
import Testing

/// BM25 as the textbook has it, from the words of the live records, against what the Corpus ranks.
@Suite("Ranking") struct RankingTests {
    private static let k1 = 0.9
    private static let b = 0.5
    /// Impacts are whole 255ths: a term's part of the score may be off by half of one.
    private static let impactError = 0.5 / 255

    /// The live records as the textbook sees them: for each language the terms of each text.
    private struct Texts {
        private(set) var terms: [String: [Int64: [String]]] = [:]
        private let analyzers = ["en", "fr", "ru"].reduce(into: [:]) { $0[$1] = Analyzer(language: $1) }

        mutating func apply(_ changes: [CorpusChange]) {
            for change in changes {
                switch change {
                case .put(let record):
                    remove(record.id)
                    for text in record.texts {
                        terms[text.language, default: [:]][record.id] = words(text.text, text.language)
                    }
                case .remove(let id): remove(id)
                }
            }
        }

        private mutating func remove(_ id: Int64) {
            for language in terms.keys { terms[language]?[id] = nil }
        }

        func words(_ text: String, _ language: String) -> [String] {
            text.split { !$0.isLetter && !$0.isNumber }.map { analyzers[language]?.term(String($0)) ?? "" }
        }
    }

    private struct Scores {
        var plain: [Int64: Double] = [:]
        /// How far a score may be off.
        var error = 0.0
    }

    /// Scores of all records that hold any of the words, each by its best language.
    private static func scores(_ words: [String], _ texts: Texts, _ snapshot: CorpusSnapshot) -> Scores {
        var scores = Scores()
        for (language, all) in texts.terms {
            var asked: [String: Double] = [:]
            for word in words { for term in texts.words(word, language) { asked[term, default: 0] += 1 } }
            let weights = asked.keys.reduce(into: [String: Double]()) { weights, term in
                let holding = Double(all.values.count { $0.contains(term) })
                weights[term] = log(1 + (Double(all.count) - holding + 0.5) / (holding + 0.5))
            }
            let error = asked.reduce(0) { $0 + (weights[$1.key] ?? 0) * $1.value * (k1 + 1) * impactError } + 1e-4
            scores.error = max(scores.error, error)
            for (id, terms) in all where terms.contains(where: { asked[$0] != nil }) {
                let average = Double(snapshot.averageLength(for: id, language: language) ?? .nan)
                var score = 0.0
                for (term, times) in asked {
                    let count = Double(terms.count { $0 == term })
                    let norm = k1 * (1 - b + b * Double(terms.count) / average)
                    score += times * (weights[term] ?? 0) * count * (k1 + 1) / (count + norm)
                }
                scores.plain[id] = max(scores.plain[id] ?? 0, score)
            }
        }
        return scores
    }

    /// Asks for any of some words, all records and the first ten.
    private static func check(
        _ snapshot: CorpusSnapshot, _ texts: Texts, _ inventions: inout Inventions, questions: Int
    ) {
        for _ in 0..<questions {
            let words = (0..<Int.random(in: 1...4, using: &inventions.generator)).map { _ in
                inventions.pick(Inventions.words[inventions.pick(["en", "fr", "ru"])] ?? [])
            }
            let query = ParsedQuery(root: .any(words.map(QueryNode.word)))
            let expected = scores(words, texts, snapshot)
            let hits = snapshot.best(query, limit: 1_000)
            #expect(Set(hits.map(\.id)) == Set(expected.plain.keys), "\(words)")
            for hit in hits {
                let plain = expected.plain[hit.id] ?? 0
                #expect(abs(Double(hit.score) - plain) <= expected.error, "\(words): record \(hit.id)")
            }
            #expect(hits.map(\.score) == hits.map(\.score).sorted(by: >))
            // The first ten, for which the Corpus looks at no more records than it must, are the first ten of all.
            let first = snapshot.search(query, SearchRequest(limit: 10))
            #expect(first.hits == Array(hits.prefix(10)), "\(words)")
            let left = hits.dropFirst(10).compactMap { expected.plain[$0.id] }.max() ?? 0
            #expect(first.hits.allSatisfy { (expected.plain[$0.id] ?? 0) >= left - 2 * expected.error })
        }
    }

    @Test(
        "Scores are BM25's, after inserts, updates, deletes and merges in any order",
        arguments: [21, 22, 23] as [UInt64])
    func changes(_ seed: UInt64) {
        var inventions = Inventions(seed: seed)
        let corpus = Corpus()
        var texts = Texts()
        for round in 1...30 {
            let changes = (0..<Int.random(in: 1...25, using: &inventions.generator)).map { _ -> CorpusChange in
                let id = Int64.random(in: 1...150, using: &inventions.generator)
                return inventions.pick([0, 1, 2, 3]) == 0 ? .remove(id) : .put(inventions.record(id))
            }
            corpus.apply(changes, position: Int64(round))
            texts.apply(changes)
            if inventions.pick([true, false, false]) { corpus.waitForMerges() }
            if round % 6 == 0 { Self.check(corpus.snapshot, texts, &inventions, questions: 4) }
        }
        corpus.waitForMerges()
        Self.check(corpus.snapshot, texts, &inventions, questions: 6)
    }

    @Test("In a segment with dense and rare words alike, and against the average of all its texts")
    func largeSegment() {
        var inventions = Inventions(seed: 24)
        let corpus = Corpus()
        var texts = Texts()
        let changes = (1...1_200).map { CorpusChange.put(inventions.record(Int64($0))) }
        let builder = CorpusBuilder(corpus)
        builder.add(changes, position: 1)
        builder.finish()
        texts.apply(changes)
        for (language, all) in texts.terms {
            let average = Double(all.values.reduce(0) { $0 + $1.count }) / Double(all.count)
            let own = all.keys.compactMap { corpus.snapshot.averageLength(for: $0, language: language) }
            #expect(own.count == all.count && own.allSatisfy { abs(Double($0) - average) < 1e-3 })
        }
        Self.check(corpus.snapshot, texts, &inventions, questions: 5)
    }

    @Test("Merged segments measure every text against one average")
    func merged() {
        var inventions = Inventions(seed: 25)
        let corpus = Corpus()
        var texts = Texts()
        for round in 0..<8 {
            let changes = (0..<12).map { CorpusChange.put(inventions.record(Int64(round * 12 + $0 + 1))) }
            corpus.apply(changes, position: Int64(round))
            texts.apply(changes)
        }
        corpus.waitForMerges()
        #expect(corpus.snapshot.segmentCount == 1)
        for (language, all) in texts.terms {
            let average = Double(all.values.reduce(0) { $0 + $1.count }) / Double(all.count)
            for id in all.keys {
                let own = corpus.snapshot.averageLength(for: id, language: language) ?? 0
                #expect(abs(Double(own) - average) < 1e-3)
            }
        }
        Self.check(corpus.snapshot, texts, &inventions, questions: 5)
    }
}
