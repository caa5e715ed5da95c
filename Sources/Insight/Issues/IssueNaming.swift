import Domain
import Language

/// A plain name from a recommendation's text: the demand itself, cut where a clause ends.
enum IssueNaming {
    static let lengthMax = 90

    static func names(_ texts: [LanguageTag: String]) -> [LanguageTag: String] {
        var names: [LanguageTag: String] = [:]
        for (tag, text) in texts {
            let name = name(text, language: tag.rawValue)
            if !name.isEmpty { names[tag] = name }
        }
        return names
    }

    static func name(_ text: String, language: String) -> String {
        let language = String(language.prefix { $0 != "-" })
        let folded = IssueText.demand(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let spoken = NameSpeakers.without(folded, language: language)
        let demand = NameOpenings.without(spoken, language: language)
        let name = cut(demand, language: language)
        guard let first = name.first else { return "" }
        return first.uppercased() + name.dropFirst()
    }

    private static func cut(_ text: String, language: String) -> String {
        let room = language == "zh" ? lengthMax / 2 : lengthMax
        let sentence = firstSentence(text)
        guard sentence.count > room else { return trimmed(sentence) }
        if let clause = clause(sentence, room: room, language: language) { return clause }
        return words(sentence, room: room, language: language)
    }

    private static func firstSentence(_ text: String) -> Substring {
        var from = text.startIndex
        while let end = text[from...].firstIndex(where: { ".;。；؛".contains($0) }) {
            let after = text.index(after: end)
            // `No. 169`, `0.7 per cent`: what follows belongs to it.
            let goesOn =
                text[end] == "." && (after == text.endIndex || !text[after].isWhitespace || isShort(text[..<end]))
            if !goesOn { return text[..<end] }
            from = after
        }
        return text[...]
    }

    private static func isShort(_ text: Substring) -> Bool {
        let word = text.lastIndex { !$0.isLetter }.map { text[text.index(after: $0)...] } ?? text
        return abbreviations.contains(word.lowercased())
    }

    private static let abbreviations: Set<String> = [
        "no", "nos", "art", "arts", "para", "paras", "dr", "mr", "núm", "párr", "ст", "п", "г",
    ]

    /// Up to the last place where a clause ends, if enough is left to name something.
    private static func clause(_ text: Substring, room: Int, language: String) -> String? {
        let head = text.prefix(room + 1)
        var best: Substring.Index?
        for mark in NameOpenings.clauseStarts(language) {
            var from = head.startIndex
            while let found = head[from...].firstRange(of: mark) {
                if balanced(head[..<found.lowerBound]) { best = max(best ?? found.lowerBound, found.lowerBound) }
                from = found.upperBound
            }
        }
        guard let best, text.distance(from: text.startIndex, to: best) >= room / 4 else { return nil }
        return trimmed(text[..<best])
    }

    private static func balanced(_ text: Substring) -> Bool {
        text.reduce(0) { $0 + ("(（".contains($1) ? 1 : ")）".contains($1) ? -1 : 0) } == 0
    }

    /// Up to the last whole word that has room, small words at the end left out.
    private static func words(_ text: Substring, room: Int, language: String) -> String {
        var whole = String(text)
        let starts = whole.withUTF8 { TextBoundaries.words($0) }
        let bytes = whole.utf8
        var best = whole.startIndex
        for start in starts {
            let index = bytes.index(bytes.startIndex, offsetBy: start)
            guard whole.distance(from: whole.startIndex, to: index) <= room else { break }
            best = index
        }
        var kept = trimmed(whole[..<best])
        while let space = kept.lastIndex(of: " "),
            StopWords.contains(TextFolding.fold(String(kept[kept.index(after: space)...])), language: language)
        {
            kept = trimmed(kept[..<space])
        }
        return kept.isEmpty ? "" : kept + "…"
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while let last = text.last, last.isWhitespace || ",;:，、；،–—-(（".contains(last) { text.removeLast() }
        return String(text)
    }
}
