import Testing

@testable import Insight

@Suite struct TagTrainingTests {
    private static let languages = ["ar", "en", "es", "fr", "ru", "zh"]

    @Test("A model learns what is asked and about what, in six languages")
    func learns() throws {
        let model = try InventedTexts.model(240, languages: Self.languages, features: 1_200).model
        var rightActions = 0
        var themes = TagTally()
        let fresh = InventedTexts.examples(60, languages: Self.languages, seed: 99)
        for example in fresh {
            let found = model.suggest(example.text).filter(\.isChosen)
            if found.filter({ $0.kind == "action" }).map(\.code) == example.labels["action"] { rightActions += 1 }
            let chosen = Set(found.filter { $0.kind == "theme" }.map(\.code))
            for code in ["t0", "t1", "t2"] {
                themes.add(isChosen: chosen.contains(code), isTrue: example.labels["theme"]?.contains(code) == true)
            }
        }
        #expect(rightActions > 45)
        #expect(themes.f1 > 0.85)
        #expect(model.kinds.map(\.name) == ["action", "theme"] && model.kinds[0].isSingle)
        #expect(model.kinds.allSatisfy { $0.quality.microF1 > 0.8 && $0.quality.calibrationError < 0.1 })
    }

    @Test("The same examples give the same bytes, however threads take turns")
    func deterministic() throws {
        let first = try InventedTexts.model()
        #expect(try InventedTexts.model().bytes == first.bytes)
        #expect(first.model.version.hasPrefix("test 2026-01-01 "))
    }

    @Test("Probabilities of a kind of one tag add up to one, the most probable is chosen, all lie between 0 and 1")
    func probabilities() throws {
        let model = try InventedTexts.model().model
        for text in ["", "consider ferries", "ratify lighthouses and orchards", "nothing that was ever seen"] {
            let all = model.suggest(text, least: 0)
            let actions = all.filter { $0.kind == "action" }
            #expect(abs(actions.reduce(0) { $0 + $1.probability } - 1) < 1e-9)
            #expect(actions.filter(\.isChosen).map(\.code) == [actions[0].code])
            #expect(all.allSatisfy { (0...1).contains($0.probability) })
            // Every invented text has a theme, so every text is given one.
            #expect(all.contains { $0.kind == "theme" && $0.isChosen })
        }
    }

    @Test("The words that spoke for a tag add up to its score")
    func reasons() throws {
        let model = try InventedTexts.model(120, languages: Self.languages, features: 800).model
        let reader = TagReader(model)
        for example in InventedTexts.examples(8, languages: Self.languages, seed: 5) {
            let all = reader.suggest(example.text, least: 0)
            for suggestion in all where suggestion.kind == "theme" {
                let why = try #require(reader.reasons(example.text, kind: "theme", code: suggestion.code))
                let score = why.start + why.words.reduce(0) { $0 + $1.weight }
                let probability = TagCalibration(slope: 1, shift: 0).probability(score)
                #expect(abs(probability - suggestion.probability) < 1e-4)
            }
            var exponents = try (1...3).map { code in
                let why = try #require(reader.reasons(example.text, kind: "action", code: String(code)))
                return why.start + why.words.reduce(0) { $0 + $1.weight }
            }
            TagCalibration.normalise(&exponents)
            for (place, share) in exponents.enumerated() {
                let said = all.first { $0.kind == "action" && $0.code == String(place + 1) }
                #expect(abs(share - (said?.probability ?? 0)) < 1e-4)
            }
        }
        let words = model.why("ratify lighthouses", kind: "theme", code: "t0")
        #expect(words.first?.word == "lighthouses" && words.first?.weight ?? 0 > 0)
        #expect(model.why("继续 灯塔", kind: "theme", code: "t0").first?.word == "灯塔")
        #expect(model.why("x", kind: "theme", code: "no such").isEmpty)
    }

    @Test("A tag that a source never uses is not held against its texts")
    func sources() {
        let examples = [
            TagExample(text: "a", labels: ["theme": ["x"]], source: "one"),
            TagExample(text: "b", labels: ["theme": ["y"]], source: "two"),
            TagExample(text: "c", labels: ["action": ["1"]], source: "two"),
        ]
        let labels = TagLabels(examples, singleKinds: ["action"], leastTexts: 1)
        #expect(labels.labels.map(\.code) == ["x", "y"])
        var out: [Int8] = []
        for example in examples { labels.targets(example, 0..<2, into: &out) }
        #expect(out == [1, 0, 0, 1, 0, 0])
    }

    @Test("Too little to learn from is said, with numbers")
    func tooLittle() throws {
        #expect(throws: TagTrainingError.tooFewTexts(found: 7, needed: 40)) { try InventedTexts.model(7) }
        let alike = (0..<50).map { TagExample(text: "text \($0)", labels: ["theme": ["only"]]) }
        #expect(throws: TagTrainingError.noCommonTag(needed: 5)) {
            try TagTrainer().train(alike, name: "n", made: "d") { _, _ in }
        }
    }

    @Test("Training keeps within its budget of text, and keeps what counts most")
    func budget() {
        let long = String(repeating: "a ", count: 6_000)
        let examples = (0..<2_400).map { number in
            TagExample(text: long, labels: [:], weight: number == 7 ? 5 : 1, group: UInt64(number))
        }
        let kept = TagBudget.take(examples)
        #expect(kept.count < examples.count)
        #expect(kept.reduce(0) { $0 + $1.text.utf8.count } <= TagBudget.textBytesMax)
        #expect(kept.contains { $0.weight == 5 })
    }
}
