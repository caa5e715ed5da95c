import Domain
import Language
import Testing

@testable import Corpus

@Suite("Words near a word") struct SuggestionTests {
    /// Optimal string alignment, as it is defined.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var table = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
        for row in 0...left.count { table[row][0] = row }
        for column in 0...right.count { table[0][column] = column }
        for row in 1..<(left.count + 1) {
            for column in 1..<(right.count + 1) {
                let cost = left[row - 1] == right[column - 1] ? 0 : 1
                table[row][column] = min(
                    table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + cost)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
                }
            }
        }
        return table[left.count][right.count]
    }

    private static func corpus(_ texts: [(language: String, text: String)]) -> Corpus {
        let corpus = Corpus()
        corpus.apply(
            texts.enumerated().map { .put(CorpusRecord(id: Int64($0.offset + 1), texts: [$0.element])) }, position: 1)
        return corpus
    }

    @Test("What is found is what a full table of distances finds", arguments: [("ab", 1), ("abcé", 2), ("дежб", 2)])
    func agrees(_ letters: String, _ limit: Int) throws {
        var generator = Seeded(state: 42)
        let alphabet = Array(letters)
        func word() -> String {
            String(
                (0..<Int.random(in: 3...8, using: &generator)).map { _ in
                    alphabet.randomElement(using: &generator) ?? "a"
                })
        }
        let words = Set((0..<400).map { _ in word() })
        let snapshot = Self.corpus([("de", words.sorted().joined(separator: " "))]).snapshot
        let table = try #require(snapshot.segments.first?.segment.languages.first).words
        for _ in 0..<40 {
            let asked = TextFolding.fold(word())
            var near = try #require(NearWords(NearWords.letters(of: asked), limit: limit))
            var found: [String: Int] = [:]
            near.forEach(in: table, 0..<table.count) { found[table.string($0)] = $1 }
            var expected: [String: Int] = [:]
            for other in words.map({ TextFolding.fold($0) }) {
                let distance = Self.distance(Array(asked), Array(other))
                if distance <= limit { expected[other] = distance }
            }
            #expect(found == expected, "\(asked)")
        }
    }

    @Test(
        "The nearest and most frequent words are offered, per script",
        arguments: [
            ("educatoin", "education"), ("writter", "written"), ("école", nil), ("ecloe", "ecole"),
            ("образвание", "образование"), ("التعلم", "التعليم"), ("ab", nil), ("教", nil), ("2020x", nil),
            ("zzzzzzzz", nil),
        ] as [(String, String?)])
    func offers(_ typed: String, _ meant: String?) {
        let snapshot = Self.corpus([
            ("en", "Education was written"), ("en", "Education for all"), ("fr", "Une école pour tous"),
            ("ru", "Право на образование"), ("ar", "الحق في التعليم"), ("zh", "受教育权"),
        ]).snapshot
        #expect(snapshot.suggestions(for: typed).first?.word == meant)
    }

    @Test("Of two words as near the one in more records comes first; words of removed records are not offered")
    func frequency() {
        let corpus = Self.corpus([
            ("en", "A cart of stones"), ("en", "A card of paper"), ("en", "Another card"), ("en", "A carp"),
        ])
        #expect(corpus.snapshot.suggestions(for: "carx").map(\.word) == ["card", "carp", "cart"])
        #expect(corpus.snapshot.suggestions(for: "carx").map(\.records) == [2, 1, 1])
        corpus.apply([.remove(4)], position: 2)
        #expect(corpus.snapshot.suggestions(for: "carx").map(\.word) == ["card", "cart"])
        #expect(corpus.snapshot.records(holding: "carp") == 0 && corpus.snapshot.records(holding: "cards") == 2)
    }

    @Test(
        "Hostile words end at once and offer nothing",
        arguments: [
            "", "\u{0}", String(repeating: "a", count: 100_000), String(repeating: "é", count: 41), "😀😀😀",
            "a\u{301}\u{301}\u{301}",
            "\u{FFFD}\u{FFFD}\u{FFFD}", "'''", "ــــ",
        ])
    func hostile(_ word: String) {
        let snapshot = Self.corpus([("en", "Education for all"), ("ar", "الحق في التعليم")]).snapshot
        #expect(snapshot.suggestions(for: word).isEmpty)
        #expect(snapshot.records(holding: word) == 0)
    }
}
