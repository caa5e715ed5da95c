import Domain

@testable import Documents

/// A report of a review that never was, in six languages: the same paragraphs, recommending States and positions in each.
struct InventedReport {
    struct Words {
        var heading: String
        var supported: String
        var pending: String
        var noted: String
        var closing: String
        var annex: String
        var texts: [String]
        var names: [String: String]
        var list: (open: String, comma: String, and: String, close: String)
        var end: String
    }

    let language: LanguageTag
    let words: Words

    init(_ language: LanguageTag) {
        self.language = language
        words = Self.words[language.rawValue] ?? Self.english
    }

    /// Paragraph, States, position: what every language must give.
    static let expected: [(paragraph: String, states: [String], position: Position)] = [
        ("87.1", ["XAB"], .supported), ("87.2", ["XAC", "XAD"], .supported), ("87.3", ["XAE", "XAF"], .supported),
        ("88.1", ["XAG", "XAH", "XAI"], .pending), ("88.2", ["XAJ"], .pending), ("89.1", ["XAK", "XAL"], .noted),
    ]

    /// Paragraphs as a Word file has them.
    var paragraphs: [String] {
        func group(_ codes: [String]) -> String {
            let names = codes.map { words.names[$0] ?? $0 }
            let last = names.count > 2 ? words.list.and + (names.last ?? "") : nil
            let listed = last.map { names.dropLast().joined(separator: words.list.comma) + $0 }
            return words.list.open + (listed ?? names.joined(separator: words.list.comma)) + words.list.close
        }
        var lines = ["II. " + words.heading, "87. " + words.supported]
        for (place, expected) in Self.expected.enumerated() {
            if place == 3 { lines.append("88. " + words.pending) }
            if place == 5 { lines.append("89. " + words.noted) }
            // The third names its States in groups of their own.
            let states =
                place == 2
                ? expected.states.map { group([$0]) }.joined(separator: " ") : group(expected.states)
            lines.append(number(expected.paragraph) + " " + words.texts[place] + " " + states + words.end)
        }
        return lines + ["90. " + words.closing, words.annex, "Someone (\(words.names["XAB"] ?? ""))"]
    }

    private func number(_ text: String) -> String { language == .arabic ? text.replacing(".", with: "-") : text }

    var wordText: DocumentText {
        DocumentText(origin: .word, lines: paragraphs.flatMap { [.init(text: $0), .init(text: "")] })
    }

    /// The same printed: wrapped lines, with a running header, a footnote and a page number in the middle of a paragraph.
    var printedText: DocumentText {
        var lines: [DocumentText.Line] = []
        var page = 1
        func add(_ text: String, _ indent: Int) { lines.append(.init(text: text, indent: indent, page: page)) }
        for (place, paragraph) in paragraphs.enumerated() {
            for (row, line) in wrapped(paragraph, width: place < 2 ? 90 : 60).enumerated() {
                add(line, place < 2 ? 0 : 10)
                if place == 4, row == 0 {
                    for line in ["", "", "1", "Read otherwise in the room: (Aldora).", "", "7", "DEMO/HRC/8/3", ""] {
                        if line == "DEMO/HRC/8/3" { page = 2 }
                        add(line, 4)
                    }
                }
            }
            if place == 1 { add("", 0) }
        }
        return DocumentText(origin: .pdf, lines: lines, pageCount: 2)
    }

    private func wrapped(_ text: String, width: Int) -> [String] {
        if language == .chinese {
            var rows: [String] = []
            var rest = text[...]
            while !rest.isEmpty {
                rows.append(String(rest.prefix(width / 2)))
                rest = rest.dropFirst(width / 2)
            }
            return rows
        }
        var rows = [""]
        for word in text.split(separator: " ") {
            if rows[rows.count - 1].count + word.count > width { rows.append("") }
            rows[rows.count - 1] += (rows[rows.count - 1].isEmpty ? "" : " ") + word
        }
        return rows
    }
}
