/// A paragraph's number glued to the front of its text (`4.The`, `127.179 Continue`, `80.42. Continue`, `115-85- `), behind a
/// heading or not (`Right to education66.While`), taken off.
enum ParagraphSplitting {
    struct Split: Equatable {
        /// Joined by points, whatever the language writes: `127.179`.
        var number: String
        /// Where the paragraph's own words begin.
        var textStart: Int
    }

    private static let headingBytesMax = 240

    /// What the text itself tells; nil where it carries no number that is clearly one.
    static func split(_ text: UnsafeBufferPointer<UInt8>) -> Split? {
        if let number = readNumber(text, at: 0), isLeading(number, text) {
            return Split(number: number.printed, textStart: skipTail(text, number.end))
        }
        return splitBehindHeading(text, expecting: nil)
    }

    /// Takes off a number that is known from the same paragraph in another language, wherever it stands in front.
    static func split(_ text: UnsafeBufferPointer<UInt8>, expecting known: String) -> Split? {
        if let number = readNumber(text, at: 0), number.printed == known {
            return Split(number: known, textStart: skipTail(text, number.end))
        }
        return splitBehindHeading(text, expecting: known)
    }

    // MARK: Numbers

    private struct Number {
        var printed: String
        var end: Int
        var components: Int
        var hasHyphen: Bool
    }

    private static func readNumber(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Number? {
        guard let first = readDigits(text, start) else { return nil }
        var number = Number(printed: first.digits, end: first.end, components: 1, hasHyphen: false)
        while number.components < 4, let separator = readSeparator(text, number.end),
            let next = readDigits(text, separator.end)
        {
            number.printed += "." + next.digits
            number.end = next.end
            number.components += 1
            if separator.isHyphen { number.hasHyphen = true }
        }
        return number
    }

    /// One to three digits: ASCII, Arabic-Indic or Persian.
    private static func readDigits(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> (digits: String, end: Int)? {
        var digits = ""
        var index = start
        while index < text.count {
            if (0x30...0x39).contains(text[index]) {
                digits.unicodeScalars.append(Unicode.Scalar(text[index]))
                index += 1
            } else if index + 1 < text.count, text[index] == 0xD9, (0xA0...0xA9).contains(text[index + 1]) {
                digits += String(text[index + 1] - 0xA0)
                index += 2
            } else if index + 1 < text.count, text[index] == 0xDB, (0xB0...0xB9).contains(text[index + 1]) {
                digits += String(text[index + 1] - 0xB0)
                index += 2
            } else {
                break
            }
            guard digits.utf8.count <= 3 else { return nil }
        }
        return digits.isEmpty ? nil : (digits, index)
    }

    private static func readSeparator(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> (end: Int, isHyphen: Bool)? {
        guard start < text.count else { return nil }
        if text[start] == UInt8(ascii: ".") { return (start + 1, false) }
        let hyphen = skipSpaces(text, start)
        guard hyphen < text.count, text[hyphen] == UInt8(ascii: "-") else { return nil }
        return (skipSpaces(text, hyphen + 1), true)
    }

    /// Whether a number at the very start numbers the paragraph, and is no year, share or sum that begins its first sentence.
    private static func isLeading(_ number: Number, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let next = skipSpaces(text, number.end)
        guard next < text.count else { return number.components > 1 }
        let rest = text.slice(next..<min(text.count, next + 12))
        if number.hasHyphen { return isArabic(text, skipTail(text, number.end)) }
        if number.components > 1 {
            return text[next] != UInt8(ascii: "%") && !["per cent", "million", "billion"].contains { begins(rest, $0) }
        }
        switch text[next] {
        case UInt8(ascii: "."), UInt8(ascii: ")"):
            return next == number.end || (next + 1 < text.count && text[next + 1] == 0x20)
        case UInt8(ascii: "-"): return isArabic(text, skipTail(text, number.end))
        default: return begins(text.slice(next..<text.count), "\u{FF0E}")
        }
    }

    /// Past points, hyphens, parentheses and spaces behind a number.
    private static func skipTail(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var index = start
        while index < text.count {
            switch text[index] {
            case 0x20, UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: ":"): index += 1
            case 0xEF where begins(text.slice(index..<text.count), "\u{FF0E}"): index += 3
            case 0xE2 where begins(text.slice(index..<text.count), "\u{2013}"): index += 3
            default: return index
            }
        }
        return index
    }

    // MARK: Headings

    private static func splitBehindHeading(_ text: UnsafeBufferPointer<UInt8>, expecting known: String?) -> Split? {
        var index = 1
        while index < min(text.count, headingBytesMax) {
            // A sentence before the number: this is no heading.
            if isSentenceEnd(text, index) { return nil }
            guard isDigitStart(text, index), !isDigitStart(text, index - 1), let number = readNumber(text, at: index)
            else {
                index += 1
                continue
            }
            if known == nil ? isBehindHeading(number, text, at: index) : number.printed == known {
                let start = skipTail(text, number.end)
                return start > number.end ? Split(number: number.printed, textStart: start) : nil
            }
            index = number.end
        }
        return nil
    }

    /// `education66.While`: letter, number, point, letter. With a space before the number the next words must be a committee's.
    private static func isBehindHeading(_ number: Number, _ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard number.components == 1, number.end < text.count else { return false }
        let mark = skipSpaces(text, number.end)
        guard mark < text.count, text[mark] == UInt8(ascii: ".") || text[mark] == UInt8(ascii: "-") else {
            return false
        }
        let next = skipTail(text, number.end)
        guard next < text.count, startsSentence(text, next) else { return false }
        let before = text[start - 1]
        if before >= 0x80 || isLetter(before) { return true }
        guard before == 0x20 || before == UInt8(ascii: ")") else { return false }
        let opening = text.slice(next..<min(text.count, next + 90))
        let heading = text.slice(0..<start)
        return contains(opening, anyOf: committeeWords) && !contains(heading, anyOf: committeeWords)
            && !contains(heading, anyOf: referenceWords)
    }

    private static let committeeWords = [
        "Committee", "State party", "Comité", "État partie", "Estado parte", "Комитет", "اللجنة", "委员会", "Subcommittee",
    ]
    private static let referenceWords = [
        "article", "Article", "paragraph", "para.", "No.", "rule ", "target ", "recommendation ", "artículo", "párrafo",
        "paragraphe", "стать", "пункт", "المادة", "الفقرة",
    ]

    private static func isSentenceEnd(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        text[index] == UInt8(ascii: ".") && index + 1 < text.count && text[index + 1] == 0x20
    }

    private static func isDigitStart(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        (0x30...0x39).contains(text[index])
            || (index + 1 < text.count && text[index] == 0xD9 && (0xA0...0xA9).contains(text[index + 1]))
    }

    /// A capital, an opening mark, or a letter of a script without capitals (or one we do not look at more closely).
    private static func startsSentence(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let byte = text[index]
        return byte >= 0x80 || (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "\"")
    }

    private static func isArabic(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        index < text.count && (0xD8...0xDB).contains(text[index])
    }

    // MARK: Bytes

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func skipSpaces(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var index = start
        while index < text.count, text[index] == 0x20 { index += 1 }
        return index
    }

    private static func begins(_ text: UnsafeBufferPointer<UInt8>, _ word: String) -> Bool {
        text.count >= word.utf8.count && zip(text, word.utf8).allSatisfy(==)
    }

    private static func contains(_ text: UnsafeBufferPointer<UInt8>, anyOf words: [String]) -> Bool {
        words.contains { word in text.indices.contains { begins(text.slice($0..<text.count), word) } }
    }
}
