internal import Domain

/// One text in the six languages, in the order of `Wording.languages`.
struct Wording: Sendable, Hashable {
    static let languages: [LanguageTag] = [.english, .french, .spanish, .russian, .arabic, .chinese]
    static let french = 1
    private static let russian = 3
    private static let stops = [".", ".", ".", ".", ".", "。"]
    private static let gaps = [" ", " ", " ", " ", " ", ""]
    private static let commas = [", ", ", ", ", ", ", ", "، ", "，"]
    /// Beginnings of clauses that continue a sentence without a comma before them.
    private static let bareClauses: [[String]] = [
        ["and "], ["et "], ["y ", "e "],
        ["и ", "в тесной ", "в соответствии ", "в сотрудничестве ", "на основе ", "при ", "с выделением "], [], [],
    ]

    /// A French text marks each further infinitive with `FrenchVerb.mark`.
    var texts: [String]
    /// The French preposition that governs the infinitives.
    var preposition: FrenchVerb.Preposition?

    /// With a clause behind it, after a comma where the language wants one: in Russian always after a subordinate clause.
    func continued(by clause: Wording) -> Wording {
        combined(with: clause) { index, text, clause in
            let isClosed = index == Self.russian && text.contains(",")
            let bare = !isClosed && Self.bareClauses[index].contains { clause.hasPrefix($0) }
            let governed = index == Self.french ? FrenchVerb.governed(clause, by: preposition) : clause
            return text + (bare ? " " : Self.commas[index]) + governed
        }
    }

    /// With another sentence behind it.
    func followed(by sentence: Wording) -> Wording {
        combined(with: sentence) { index, text, sentence in text + Self.gaps[index] + sentence }
    }

    /// A capital in front and a stop behind.
    func asSentence() -> Wording {
        var sentence = settled()
        for index in texts.indices {
            sentence.texts[index] = Self.capitalized(sentence.texts[index]) + Self.stops[index]
        }
        return sentence
    }

    /// Without marks.
    func settled() -> Wording {
        var settled = self
        settled.texts[Self.french] = FrenchVerb.governed(texts[Self.french], by: nil)
        return settled
    }

    func combined(with other: Wording, _ combine: (Int, String, String) -> String) -> Wording {
        Wording(texts: texts.indices.map { combine($0, texts[$0], other.texts[$0]) }, preposition: preposition)
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
    private let preposition: FrenchVerb.Preposition?

    /// The wording with `phrase` in its place.
    func filled(with phrase: Wording) -> Wording {
        var filled = Wording(
            texts: heads.indices.map { heads[$0] + phrase.texts[$0] + tails[$0] },
            preposition: preposition ?? phrase.preposition)
        if let preposition {
            let head = heads[Wording.french].dropLast(preposition.rawValue.count)
            filled.texts[Wording.french] =
                head + FrenchVerb.governed(String(FrenchVerb.mark) + phrase.texts[Wording.french], by: preposition)
                + tails[Wording.french]
        }
        return filled
    }
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
        preposition = FrenchVerb.Preposition.allCases.first { [head = heads[Wording.french]] in
            head.hasSuffix(" " + $0.rawValue)
        }
    }
}
