import Domain

/// A paragraph as people type it: plain text, before each sentence its mark `[3]`. Marks keep what a sentence is drawn from; a sentence
/// without one is recognised by its words.
package enum ParagraphTyping {
    package static let charactersMax = 20_000

    package static func text(_ content: ReportParagraphContent) -> String {
        content.sentences.map { "[\($0.id)] \($0.text)" }.joined(separator: "\n")
    }

    /// The paragraph after an edit. No source is lost: those of a sentence that is gone wait to be placed.
    package static func content(_ typed: String, from old: ReportParagraphContent) -> ReportParagraphContent {
        var rest = Dictionary(old.sentences.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let pieces = pieces(typed, known: Set(rest.keys))
        var made: [ReportSentence?] = Array(repeating: nil, count: pieces.count)
        // Marks first, then the same words, then words that are much alike.
        for (place, piece) in pieces.enumerated() {
            guard let mark = piece.mark, let sentence = rest.removeValue(forKey: mark) else { continue }
            made[place] = changed(sentence, to: piece.text)
        }
        for (place, piece) in pieces.enumerated() where made[place] == nil {
            guard let same = old.sentences.first(where: { rest[$0.id] != nil && $0.text == piece.text }) else {
                continue
            }
            made[place] = rest.removeValue(forKey: same.id)
        }
        for (place, piece) in pieces.enumerated() where made[place] == nil {
            let words = Self.words(piece.text)
            let best = old.sentences.filter { rest[$0.id] != nil }
                .map { (sentence: $0, likeness: likeness(words, Self.words($0.text))) }
                .max { $0.likeness < $1.likeness }
            guard let best, best.likeness >= 0.5 else { continue }
            rest[best.sentence.id] = nil
            made[place] = changed(best.sentence, to: piece.text)
        }
        var next = (old.sentences.map(\.id).max() ?? 0) + 1
        var content = old
        content.sentences = zip(pieces, made).map { piece, sentence in
            if let sentence { return sentence }
            defer { next += 1 }
            return ReportSentence(id: next, piece.text)
        }
        for gone in old.sentences where rest[gone.id] != nil { content.leave(gone.sources) }
        return content
    }

    private static func changed(_ sentence: ReportSentence, to text: String) -> ReportSentence {
        guard sentence.text != text else { return sentence }
        var sentence = sentence
        switch sentence.origin {
        case .written: break
        case .drafted:
            sentence.drafted = sentence.text
            sentence.origin = .edited
            sentence.isQuote = false
        case .edited:
            if sentence.drafted == text {
                sentence.origin = .drafted
                sentence.drafted = nil
            }
        }
        sentence.text = text
        return sentence
    }

    private struct Piece {
        var mark: Int?
        var text: String
    }

    /// Sentences in order; where several stand behind one mark, the first has it.
    private static func pieces(_ typed: String, known: Set<Int>) -> [Piece] {
        var pieces: [Piece] = []
        var chunk = ""
        var mark: Int?
        var rest = Substring(typed)
        func finish() {
            for (place, sentence) in SentenceSplitting.sentences(joined(chunk)).enumerated() {
                pieces.append(Piece(mark: place == 0 ? mark : nil, text: sentence))
            }
            chunk = ""
            mark = nil
        }
        while let first = rest.first {
            if first == "[", let end = rest.firstIndex(of: "]"),
                let number = Int(rest[rest.index(after: rest.startIndex)..<end]), known.contains(number)
            {
                finish()
                mark = number
                rest = rest[rest.index(after: end)...]
            } else {
                chunk.append(first)
                rest.removeFirst()
            }
        }
        finish()
        return pieces
    }

    /// One line: line ends are white space.
    private static func joined(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func words(_ text: String) -> [String: Int] {
        var words: [String: Int] = [:]
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            words[String(word), default: 0] += 1
        }
        return words
    }

    /// Dice's measure over words: 1 for the same words, 0 for none in common.
    private static func likeness(_ one: [String: Int], _ other: [String: Int]) -> Double {
        let all = one.values.reduce(0, +) + other.values.reduce(0, +)
        guard all > 0 else { return 0 }
        let common = one.reduce(0) { $0 + min($1.value, other[$1.key] ?? 0) }
        return 2 * Double(common) / Double(all)
    }
}

extension ReportParagraphContent {
    /// Sources of a sentence that goes: those no other sentence leads to wait to be placed.
    mutating func leave(_ sources: [SentenceSource]) {
        for source in sources where !self.sources.contains(where: { $0.isOf(source) }) { unplaced.append(source) }
    }
}
