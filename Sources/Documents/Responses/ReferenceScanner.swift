import Domain

/// Walks through a text once and collects the paragraph numbers in it.
struct ReferenceScanner {
    private let text: [Character]
    private let plainNumbers: Bool
    private var position = 0

    private struct Number {
        var fields: [Int]
        /// `(a)`, `a` behind the digits.
        var letter = ""
        var start: Int
        var end: Int

        var printed: String { fields.map(String.init).joined(separator: ".") + letter }
        var isDotted: Bool { fields.count > 1 }
    }

    init(_ text: [Character], plainNumbers: Bool) {
        self.text = text
        self.plainNumbers = plainNumbers
    }

    mutating func scan() -> [ParagraphReferences.Group] {
        var groups: [ParagraphReferences.Group] = []
        while position < text.count, groups.count < ParagraphReferences.groupsMax {
            guard text[position].isDigit, let first = number(at: position) else {
                position += 1
                continue
            }
            if isReference(first) {
                let group = group(from: first)
                groups.append(group)
                position = max(group.range.upperBound, position + 1)
            } else {
                position = first.end
            }
        }
        return groups
    }

    private func isReference(_ number: Number) -> Bool {
        guard !number.fields.isEmpty else { return false }
        let before = number.start > 0 ? text[number.start - 1] : " "
        if before.isLetter && !isIdeographic(before) || "/.%$€£".contains(before) { return false }
        if number.end < text.count, "/%°".contains(text[number.end]) { return false }
        let following = FoldedText(String(text[number.end..<min(text.count, number.end + 16)]))
        if following.hasPrefix(ReferenceWords.units) { return false }
        if number.isDotted { return !ReferenceWords.otherTexts.contains(word(before: number.start)) }
        return plainNumbers && isBehindLabel(number.start)
    }

    /// `Recommendation 12`, `recommendations Nos. 12`, `建议12`.
    private func isBehindLabel(_ start: Int) -> Bool {
        let before = String(text[max(0, start - 30)..<start])
        guard !before.contains(where: { ",;:()".contains($0) }) else { return false }
        let words = FoldedText(before).words.suffix(4).reversed()
        for word in words {
            if ReferenceWords.labels.prefix(7).contains(where: { word.hasPrefix($0) }) || word.hasSuffix("建议") {
                return true
            }
            guard Self.numberWords.contains(word) else { return false }
        }
        return false
    }

    private static let numberWords: Set<String> = [
        "no", "nos", "n", "number", "numbers", "num", "numero", "o", "os", "رقم", "номер",
    ]

    private func word(before start: Int) -> String {
        FoldedText(String(text[max(0, start - 24)..<start])).words.last ?? ""
    }
}

extension ReferenceScanner {
    /// All numbers joined to the first by commas, words and ranges.
    private func group(from first: Number) -> ParagraphReferences.Group {
        var paragraphs: [String] = [first.printed]
        var last = first
        var isUnclear = false
        var end = first.end
        while paragraphs.count < 4 * ParagraphReferences.rangeMax {
            if let next = next(after: end, of: last, isRange: true) {
                let between = Self.between(last, next)
                isUnclear = isUnclear || between == nil
                paragraphs += (between ?? []) + [next.printed]
                last = next
            } else if let next = next(after: end, of: last, isRange: false) {
                paragraphs.append(next.printed)
                last = next
            } else {
                break
            }
            end = last.end
        }
        return .init(
            range: first.start..<end, paragraphs: paragraphs.compactMap { ParagraphNumber($0) }, isUnclear: isUnclear,
            isDotted: first.isDotted)
    }

    /// The number behind a joint. A bare number counts on from the last: `122.17-18`, `122.1, 2 and 5`.
    private func next(after end: Int, of last: Number, isRange: Bool) -> Number? {
        guard let start = isRange ? rangeJoint(end) : listJoint(end), let number = number(at: start),
            !number.fields.isEmpty
        else { return nil }
        if number.isDotted == last.isDotted, isPlausible(number) {
            return number.isDotted || isRange || number.fields[0] > last.fields[0] ? number : nil
        }
        guard last.isDotted, !number.isDotted, isPlausible(number), let bare = number.fields.first else { return nil }
        var whole = number
        whole.fields = last.fields.dropLast() + [bare]
        if isRange { return bare < 10_000 ? whole : nil }
        return bare > (last.fields.last ?? 0) && bare < 1_000 && endsItem(number.end) ? whole : nil
    }

    private func isPlausible(_ number: Number) -> Bool {
        guard number.end < text.count else { return true }
        return !"/%°".contains(text[number.end])
            && !FoldedText(String(text[number.end..<min(text.count, number.end + 14)])).hasPrefix(ReferenceWords.units)
    }

    /// A bare number in a list is followed by the list's end or its next item, not by what it counts.
    private func endsItem(_ end: Int) -> Bool {
        let start = skipSpaces(end)
        guard start < text.count else { return true }
        if ",;.)،、；。-–—".contains(text[start]) { return true }
        return ReferenceWords.and.contains(wordAt(start)) || ReferenceWords.to.contains(wordAt(start))
    }

    private static func between(_ first: Number, _ last: Number) -> [String]? {
        guard first.fields.dropLast() == last.fields.dropLast(), first.letter.isEmpty, last.letter.isEmpty,
            let low = first.fields.last, let high = last.fields.last, low < high,
            high - low <= ParagraphReferences.rangeMax
        else { return nil }
        let head = first.fields.dropLast().map { "\($0)." }.joined()
        return (low + 1..<high).map { head + String($0) }
    }

    private func rangeJoint(_ end: Int) -> Int? {
        let start = skipSpaces(end)
        guard start < text.count else { return nil }
        if "-–—‑‒−~～至到".contains(text[start]) { return digit(at: skipSpaces(start + 1)) }
        let word = wordAt(start)
        guard ReferenceWords.to.contains(word) else { return nil }
        return digit(at: skipSpaces(start + word.count))
    }

    private func listJoint(_ end: Int) -> Int? {
        var start = skipSpaces(end)
        var joints = 0
        while start < text.count, joints < 4 {
            if ",;،、；，&".contains(text[start]) {
                start = skipSpaces(start + 1)
            } else if ReferenceWords.and.contains(wordAt(start)) {
                start = skipSpaces(start + wordAt(start).count)
            } else {
                break
            }
            joints += 1
        }
        return joints > 0 ? digit(at: start) : nil
    }

    private func digit(at start: Int) -> Int? { start < text.count && text[start].isDigit ? start : nil }

    private func skipSpaces(_ start: Int) -> Int {
        var start = start
        while start < text.count, text[start].isWhitespace || "\u{200E}\u{200F}\u{202B}\u{202C}".contains(text[start]) {
            start += 1
        }
        return start
    }

    /// Letters from here on, small, at most eight.
    private func wordAt(_ start: Int) -> String {
        guard start < text.count, text[start].isLetter else { return "" }
        if isIdeographic(text[start]) { return String(text[start]) }
        var word = ""
        for character in text[start...].prefix(9) {
            guard character.isLetter else { break }
            word.append(character)
        }
        // Arabic writes "and" to its number without a space.
        return word.lowercased()
    }

    /// Digits with points between them; a point that ends a sentence is not taken.
    private func number(at start: Int) -> Number? {
        var fields: [Int] = []
        var position = start
        while fields.count < 4 {
            var digits = ""
            while position < text.count, text[position].isDigit, digits.count < 6 {
                digits.append(contentsOf: String(text[position].wholeNumberValue ?? 0))
                position += 1
            }
            guard let value = Int(digits), value < 100_000 else { return nil }
            fields.append(value)
            if position < text.count, text[position].isDigit { return beyond(start, position) }
            guard position + 1 < text.count, text[position] == ".", text[position + 1].isDigit else { break }
            position += 1
        }
        var number = Number(fields: fields, start: start, end: position)
        if let letter = letter(at: position) {
            number.letter = letter.text
            number.end = letter.end
        }
        return number
    }

    /// More digits than a paragraph has: passed over, no reference.
    private func beyond(_ start: Int, _ position: Int) -> Number? {
        var end = position
        while end < text.count, text[end].isDigit { end += 1 }
        return Number(fields: [], start: start, end: end)
    }

    /// `(a)`, `(12)`, at most two characters.
    private func letter(at position: Int) -> (text: String, end: Int)? {
        let start = skipSpaces(position)
        guard start - position <= 1, start + 2 < text.count, text[start] == "(" else { return nil }
        for length in 1...2 where start + length + 1 < text.count && text[start + length + 1] == ")" {
            let inner = text[(start + 1)...(start + length)]
            guard inner.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLowercase) }) else { return nil }
            return ("(" + String(inner) + ")", start + length + 2)
        }
        return nil
    }

    private func isIdeographic(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0x3000...0x9FFF).contains($0.value) } ?? false
    }
}

extension Character {
    /// A decimal digit, ASCII or Arabic.
    fileprivate var isDigit: Bool {
        guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return false }
        return scalar.properties.numericType == .decimal
    }
}
