import Foundation

/// A sentence as it is compared: small letters without accents and vowel signs, in words. Chinese is taken character by character.
struct ClaimText: Sendable {
    let words: [String]

    init(_ text: String, isSpaced: Bool) {
        let folded = Self.folded(text)
        guard isSpaced else {
            words = folded.filter { !$0.isWhitespace }.map(String.init)
            return
        }
        var words: [String] = []
        var word = ""
        func close() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for character in folded {
            if character.isLetter {
                if word.last?.isNumber == true { close() }
                word.append(character)
            } else if character.isNumber {
                if word.last?.isLetter == true { close() }
                word.append(character)
            } else {
                close()
                if Self.signs.contains(character) { words.append(String(character)) }
            }
        }
        close()
        self.words = words
    }

    private static let signs: Set<Character> = ["%", "٪", "$", "€", "£"]

    func text(_ range: Range<Int>) -> String {
        let isSpaced = !words[range].allSatisfy { $0.count == 1 }
        return words[range].joined(separator: isSpaced ? " " : "")
    }

    func matches(_ part: ClaimPattern.Part, at place: Int) -> Bool {
        forms(words[place]).contains { form in
            switch part {
            case .word(let word): form == word
            case .beginning(let beginning): form.hasPrefix(beginning)
            case .gap: false
            }
        }
    }

    /// An Arabic word with and without what is written together with it: and, so, with, for, as, the.
    private func forms(_ word: String) -> [String] {
        guard let first = word.unicodeScalars.first, (0x0600...0x06FF).contains(first.value) else { return [word] }
        var forms = [word]
        for prefix in ["و", "ف", "ال", "وال", "بال", "ب", "لل", "ل", "ك"] where word.hasPrefix(prefix) {
            let rest = String(word.dropFirst(prefix.count))
            if rest.count > 1 { forms.append(rest) }
        }
        return forms
    }

    static func folded(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "\u{0640}": continue
            case "أ", "إ", "آ", "ٱ": out.append("ا")
            case "œ": out.append(contentsOf: "oe".unicodeScalars)
            case "’", "‘", "ʼ": out.append("'")
            case _ where scalar.properties.generalCategory == .nonspacingMark: continue
            case _ where scalar.properties.generalCategory == .decimalNumber:
                let digit = Int(scalar.properties.numericValue ?? 0)
                out.append(contentsOf: String(digit).unicodeScalars)
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}
