import Language

/// Text as phrases are looked for in it: small letters, no accents or vowel signs, plain apostrophes, single spaces.
enum FlowText {
    static func of(_ text: some StringProtocol) -> String {
        var folded = ""
        folded.reserveCapacity(text.utf8.count)
        var wasSpace = true
        for scalar in TextFolding.fold(String(text)).unicodeScalars {
            if isInvisible(scalar) { continue }
            let isSpace = scalar.properties.isWhitespace
            if isSpace, wasSpace { continue }
            folded.unicodeScalars.append(isSpace ? " " : plain(scalar))
            wasSpace = isSpace
        }
        return folded
    }

    /// Direction marks, zero-width characters, soft hyphens, tatweel.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x061C, 0x0640, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: false
        }
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\u{2019}", "\u{2018}", "\u{02BC}": "'"
        case "\u{2010}", "\u{2011}": "-"
        default: scalar
        }
    }
}

/// Phrases that are looked for in folded text.
struct FlowPhrases: Sendable {
    private let phrases: [String]

    /// Phrases in any spelling; a space at an end asks for the end of a word.
    init(_ phrases: [String]) {
        self.phrases = phrases.map { phrase in
            let folded = FlowText.of(phrase)
            // Folding drops a space at the beginning; it is meant.
            return phrase.hasPrefix(" ") ? " " + folded : folded
        }
    }

    static func + (left: Self, right: Self) -> Self { FlowPhrases(left.phrases + right.phrases) }

    func isIn(_ folded: String) -> Bool { phrases.contains { folded.contains($0) } }
    func begins(_ folded: String) -> Bool { phrases.contains { folded.hasPrefix($0) } }

    /// Where the first of them begins.
    func firstRange(in folded: String) -> Range<String.Index>? {
        phrases.compactMap { folded.firstRange(of: $0) }.min { $0.lowerBound < $1.lowerBound }
    }
}
