/// Words as the United Nations limit them. What counts is the running text: footnotes and annexes do not, as OHCHR's guidance note for
/// national reports of the third cycle has it ("endnotes … and annexes are not included in the word count", so reported by UPR Info).
///
/// A word is what stands between blanks and holds a letter or a digit, as word processors count. Chinese is written without blanks; the
/// United Nations publish no rule for it that we know of. Ours: three Chinese characters are two English words, since translators find
/// 1,500 to 1,700 characters for 1,000 words; it is always shown as ours, beside the number of characters.
package struct WordCount: Hashable, Sendable {
    /// What stands between blanks, outside Chinese.
    package var spaced: Int
    /// Chinese characters, without punctuation.
    package var characters: Int

    package init(spaced: Int = 0, characters: Int = 0) {
        self.spaced = spaced
        self.characters = characters
    }

    package init(_ text: String) {
        self.init()
        var isInWord = false
        for scalar in text.unicodeScalars {
            if Self.isHan(scalar) {
                characters += 1
                isInWord = false
            } else if scalar.properties.isWhitespace || Self.isWideStop(scalar) {
                isInWord = false
            } else if !isInWord, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                spaced += 1
                isInWord = true
            }
        }
    }

    /// Against a limit: words, and two for every three characters, rounded up so that a limit is never missed by rounding.
    package var words: Int { spaced + (characters * 2 + 2) / 3 }

    /// Whether our own rule had a part in it.
    package var isEstimated: Bool { characters > 0 }

    package static func of(_ text: String) -> Int { WordCount(text).words }

    package static func + (left: Self, right: Self) -> Self {
        Self(spaced: left.spaced + right.spaced, characters: left.characters + right.characters)
    }

    /// Punctuation of Chinese, which parts words without a blank.
    private static func isWideStop(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3000...0x303F, 0xFF01...0xFF0F, 0xFF1A...0xFF20: true
        default: false
        }
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3040...0x30FF: true
        default: false
        }
    }
}
