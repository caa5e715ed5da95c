import Domain

/// Numbers of paragraphs that a sentence points to: `paragraphs 19 (a) and 21`, `párrs. 12 a 14`, `第19(a)和第21段`.
enum NamedParagraphs {
    struct Reference: Hashable, Sendable {
        var number: Int
        /// `a` of `19 (a)`; empty for the whole paragraph.
        var label: String
    }

    /// Those of the document itself: what belongs to an article, a rule or another document's symbol does not count.
    static func all(in sentence: String, below limit: Int) -> [Reference] {
        let folded = FlowText.of(sentence)
        var found: [Reference] = []
        var from = folded.startIndex
        while let word = words.compactMap({ folded[from...].firstRange(of: $0) }).min(by: {
            $0.lowerBound < $1.lowerBound
        }) {
            from = word.upperBound
            guard !isForeign(folded, word.lowerBound) else { continue }
            let (list, end) = numbers(folded, from)
            for reference in list where reference.number < limit && !found.contains(reference) {
                found.append(reference)
            }
            from = max(from, end)
        }
        for reference in chinese(folded) where reference.number < limit && !found.contains(reference) {
            found.append(reference)
        }
        return found
    }

    private static let words = [
        "paragraph", "para. ", "paras. ", "paragraphe", "par. ", "parr. ", "parrs. ", "parrafo", "пункт", "пп. ", "п. ",
        "الفقرة",
        "الفقرتين", "الفقرات", "فقرات",
    ].map { word in word.hasSuffix(" ") ? FlowText.of(word.dropLast()) + " " : FlowText.of(word) }

    /// Behind `article 9,` or `CERD/C/XAA/CO/3,`.
    private static func isForeign(_ text: String, _ index: String.Index) -> Bool {
        let before = text[..<index].suffix(60)
        let inner = before.lastIndex { "(;:".contains($0) }.map { before[$0...] } ?? before
        if inner.split(separator: " ").contains(where: { isSymbol($0) }) { return true }
        let near = before.suffix(28)
        return laws.contains { near.contains($0) }
    }

    private static func isSymbol(_ word: Substring) -> Bool {
        word.contains("/") && word.contains { $0.isNumber } && word.contains { $0.isLetter }
    }

    private static let laws = [
        "article", "rule ", "articulo", "regla", "стать", "правил", "المادة", "resolution", "general comment",
        "observation generale",
        "observacion general", "общего порядка",
    ].map { $0.hasSuffix(" ") ? $0 : FlowText.of($0) }

    /// Goes over numbers, letters, commas, "and" and ranges until something else comes.
    private static func numbers(_ text: String, _ start: String.Index) -> ([Reference], String.Index) {
        var references: [Reference] = []
        var isRange = false
        var index = text[start...].firstIndex { !$0.isLetter } ?? text.endIndex
        while index < text.endIndex {
            let character = text[index]
            if character.isWhitespace || ",،、.".contains(character) {
                index = text.index(after: index)
            } else if let (value, end) = number(text, index) {
                if isRange, let last = references.last, last.label.isEmpty, value > last.number,
                    value - last.number <= 60
                {
                    references += (last.number + 1...value).map { Reference(number: $0, label: "") }
                } else {
                    references.append(Reference(number: value, label: ""))
                }
                isRange = false
                index = end
            } else if let (mark, end) = ItemMark.at(index, of: text), !mark.isBullet, let last = references.last {
                add(mark, last, to: &references)
                index = end
            } else if let (word, end) = joiner(text, index) {
                isRange = ranges.contains(word)
                index = end
            } else {
                break
            }
        }
        return (references, index)
    }

    private static func add(_ mark: ItemMark, _ last: Reference, to references: inout [Reference]) {
        guard let place = mark.letterPlaces.min() ?? mark.romanPlace else { return }
        let label = ItemMark.label(place)
        if last.label.isEmpty {
            references[references.count - 1].label = label
        } else {
            references.append(Reference(number: last.number, label: label))
        }
    }

    private static func number(_ text: String, _ start: String.Index) -> (Int, String.Index)? {
        let digits = text[start...].prefix { $0.unicodeScalars.allSatisfy { FlowNumber.digit($0) != nil } }
        guard digits.count <= 3, let value = FlowNumber.value(of: digits), value > 0 else { return nil }
        return (value, digits.endIndex)
    }

    private static let ranges: Set<String> = ["to", "through", "a", "-", "–", "по", "до", "الى"]
    private static let joiners: Set<String> = [
        "and", "et", "y", "e", "и", "و", "to", "through", "a", "-", "–", "по", "до", "الى", "above", "or", "ou", "o",
        "&", "nos",
    ]

    private static func joiner(_ text: String, _ start: String.Index) -> (String, String.Index)? {
        if text[start] == "-" || text[start] == "–" { return ("-", text.index(after: start)) }
        // `و21`: Arabic writes "and" together with the number.
        if text[start] == "و" { return ("و", text.index(after: start)) }
        let word = text[start...].prefix { $0.isLetter || $0 == "&" }
        return joiners.contains(String(word)) ? (String(word), word.endIndex) : nil
    }

    /// `第19段和第21段`, `第11、第23和第34段`, `第19(a)段`.
    private static func chinese(_ text: String) -> [Reference] {
        guard text.contains("第"), text.contains("段") else { return [] }
        var references: [Reference] = []
        var pending: [Reference] = []
        var index = text.startIndex
        var isIn = false
        while index < text.endIndex {
            let character = text[index]
            if character == "段" {
                references += pending
                (pending, isIn) = ([], false)
            } else if character == "第" {
                isIn = true
            } else if isIn, let (value, end) = number(text, index) {
                if let last = pending.last, last.number == -1 {
                    pending.removeLast()
                    if let first = pending.last?.number, value > first, value - first <= 60 {
                        pending += (first + 1...value).map { Reference(number: $0, label: "") }
                    }
                } else {
                    pending.append(Reference(number: value, label: ""))
                }
                index = end
                continue
            } else if isIn, let (mark, end) = ItemMark.at(index, of: text), !mark.letterPlaces.isEmpty,
                let last = pending.last
            {
                add(mark, last, to: &pending)
                index = end
                continue
            } else if isIn, "至-–".contains(character) {
                pending.append(Reference(number: -1, label: ""))
            } else if isIn, !"、，,和及以()（） ".contains(character) {
                (pending, isIn) = ([], false)
            }
            index = text.index(after: index)
        }
        return references
    }
}
