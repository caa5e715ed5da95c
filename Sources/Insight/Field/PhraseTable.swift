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

    /// Every phrase in `words`, shorter ones within longer ones too, by place.
    func matches(_ words: [FieldWord]) -> [Match] {
        var found: [Match] = []
        for start in words.indices {
            for phrase in phrases[words[start].term] ?? [] where stands(phrase, words, start) {
                found.append(Match(code: phrase.code, start: start, count: phrase.terms.count))
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
        guard start + phrase.terms.count <= words.count else { return false }
        for (offset, term) in phrase.terms.enumerated() where words[start + offset].term != term { return false }
        return true
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
