/// Phrases of one language as rows of stems, each with the code it stands for.
struct PhraseTable: Sendable {
    struct Phrase: Sendable {
        var terms: [String]
        var code: Int
    }

    /// A phrase found in a row of words.
    struct Match {
        var code: Int
        var start: Int
        var count: Int
    }

    /// Longest first, by the first stem.
    private var phrases: [String: [Phrase]] = [:]

    /// `lines` in the form of `FieldSubjects`; codes are numbered in the order of the lines.
    init(_ lines: [FieldLine], column: Int, reader: FieldReader) {
        for (code, line) in lines.enumerated() {
            for phrase in line.columns[column] {
                let terms = reader.words(of: phrase).map(\.term)
                guard let first = terms.first else { continue }
                phrases[first, default: []].append(Phrase(terms: terms, code: code))
            }
        }
        for first in phrases.keys {
            phrases[first]?.sort { ($0.terms.count, $1.code) > ($1.terms.count, $0.code) }
        }
    }

    /// Every phrase in `words`, shorter ones within longer ones too, by place. `skipping` words may stand between those of a phrase
    /// (`forced and early marriage` holds `forced marriage`).
    func matches(_ words: [FieldWord], skipping: Int = 0) -> [Match] {
        var found: [Match] = []
        for start in words.indices {
            for phrase in phrases[words[start].term] ?? [] {
                guard let end = end(of: phrase, words, start, skipping: skipping) else { continue }
                found.append(Match(code: phrase.code, start: start, count: end - start))
            }
        }
        return found
    }

    /// The longest phrase at each place; none begins within another.
    func longest(_ words: [FieldWord]) -> [Match] {
        var found: [Match] = []
        var start = 0
        while start < words.count {
            let phrase = phrases[words[start].term]?.first { stands($0, words, start) }
            if let phrase { found.append(Match(code: phrase.code, start: start, count: phrase.terms.count)) }
            start += phrase?.terms.count ?? 1
        }
        return found
    }

    private func stands(_ phrase: Phrase, _ words: [FieldWord], _ start: Int) -> Bool {
        end(of: phrase, words, start, skipping: 0) != nil
    }

    /// The place after the phrase, nil where it does not stand at `start`.
    private func end(of phrase: Phrase, _ words: [FieldWord], _ start: Int, skipping: Int) -> Int? {
        var place = start
        var room = skipping
        for term in phrase.terms {
            while place < words.count, words[place].term != term, room > 0 {
                place += 1
                room -= 1
            }
            guard place < words.count, words[place].term == term else { return nil }
            place += 1
        }
        return place
    }
}

/// A line of a table of the field: a code and its phrases in six languages.
struct FieldLine: Sendable {
    var code: String
    /// In the order of `FieldTables.languages`.
    var columns: [[String]]

    /// Reads the form of `FieldSubjects`; a line that has another form is passed over.
    static func read(_ text: String) -> [FieldLine] {
        text.split(separator: "\n").compactMap { line in
            let sides = line.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { return nil }
            let columns = sides[1].split(separator: ";", omittingEmptySubsequences: false).map { column in
                column.split(separator: ",").map { String($0.drop(while: \.isWhitespace)) }
            }
            guard columns.count == FieldTables.languages.count else { return nil }
            return FieldLine(code: sides[0].filter { !$0.isWhitespace }, columns: columns)
        }
    }
}
