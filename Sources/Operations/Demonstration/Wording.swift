internal import Domain

/// One text in the six languages, in the order of `Wording.languages`.
struct Wording: Sendable, Hashable {
    static let languages: [LanguageTag] = [.english, .french, .spanish, .russian, .arabic, .chinese]
    private static let stops = [".", ".", ".", ".", ".", "。"]
    private static let gaps = [" ", " ", " ", " ", " ", ""]
    private static let commas = [", ", ", ", ", ", ", ", "، ", "，"]
    /// Words that continue a sentence without a comma before them.
    private static let conjunctions = [["and "], ["et "], ["y ", "e "], ["и "], [], []]

    var texts: [String]

    /// With a clause behind it, after a comma where the language wants one.
    func continued(by clause: Wording) -> Wording {
        combined(with: clause) { index, text, clause in
            let bare = Self.conjunctions[index].contains { clause.hasPrefix($0) }
            return text + (bare ? " " : Self.commas[index]) + clause
        }
    }

    /// With another sentence behind it.
    func followed(by sentence: Wording) -> Wording {
        combined(with: sentence) { index, text, sentence in text + Self.gaps[index] + sentence }
    }

    /// A capital in front and a stop behind.
    func asSentence() -> Wording {
        Wording(texts: texts.indices.map { Self.capitalized(texts[$0]) + Self.stops[$0] })
    }

    func combined(with other: Wording, _ combine: (Int, String, String) -> String) -> Wording {
        Wording(texts: texts.indices.map { combine($0, texts[$0], other.texts[$0]) })
    }

    static func capitalized(_ text: String) -> String {
        guard let first = text.first, first.isLowercase else { return text }
        return first.uppercased() + text.dropFirst()
    }
}

extension Wording: Decodable {
    init(from decoder: any Decoder) throws {
        let texts = try decoder.singleValueContainer().decode([String: String].self)
        self.texts = try Self.languages.map { language in
            guard let text = texts[language.rawValue], !text.isEmpty else {
                throw DecodingError.dataCorrupted(
                    DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no \(language.rawValue)"))
            }
            return text
        }
    }
}

/// A wording with a place for a verb phrase in it (`{}`).
struct Frame: Sendable {
    private let heads: [String]
    private let tails: [String]

    /// The wording with `phrase` in its place. French `de` is elided before a vowel.
    func filled(with phrase: Wording) -> Wording {
        phrase.combined(with: phrase) { index, text, _ in
            let head = heads[index]
            guard index == 1, head.hasSuffix(" de "), let first = text.first, Self.vowels.contains(first) else {
                return head + text + tails[index]
            }
            return head.dropLast(2) + "’" + text + tails[index]
        }
    }

    private static let vowels: Set<Character> = Set("aàâeéèêiîoôuyAÀÂEÉÈÊIÎOÔUY")
}

extension Frame: Decodable {
    init(from decoder: any Decoder) throws {
        let wording = try Wording(from: decoder)
        let halves = wording.texts.map { $0.split(separator: "{}", omittingEmptySubsequences: false) }
        guard halves.allSatisfy({ $0.count == 2 }) else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no place for a phrase"))
        }
        heads = halves.map { String($0[0]) }
        tails = halves.map { String($0[1]) }
    }
}
