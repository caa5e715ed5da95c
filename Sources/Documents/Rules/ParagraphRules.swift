package import Domain

/// How the paragraphs of a document of another kind are told apart. A workspace can save it under a name, as JSON; every member may
/// be left out. Words are compared without case and accents, and are plain words: no expression can make a reader slow.
package struct ParagraphRules: Codable, Hashable, Sendable {
    package enum Beginning: String, Codable, Sendable, CaseIterable {
        /// `12.`, `9.2`: numbers that follow from one another.
        case numbers
        /// Whatever stands between blank lines.
        case blankLines
        case bullets
        /// Each line that begins with one of `prefixes`.
        case prefixes
    }

    package var name: String?
    /// What begins a paragraph; where it is left out, the document decides.
    package var begins: Beginning?
    /// `Recommendation`, `Art.`: words at the beginning of a paragraph; a number behind them is the paragraph's.
    package var prefixes: [String]
    /// The heading below which reading begins, and the one at which it ends, by their first words.
    package var from: String?
    package var to: String?
    /// Words that make a paragraph a recommendation, for each language (`en`); empty for the program's own words.
    package var recommends: [String: [String]]
    /// What a paragraph is that recommends in no words; `recommendation` where all of them are.
    package var kind: Finding.Kind?
    /// Paragraphs that only observe are left out.
    package var keepsOnlyRecommendations: Bool
    package var language: LanguageTag?
    package var mechanism: MechanismCode?

    package init(
        name: String? = nil, begins: Beginning? = nil, prefixes: [String] = [], from: String? = nil, to: String? = nil,
        recommends: [String: [String]] = [:], kind: Finding.Kind? = nil, keepsOnlyRecommendations: Bool = false,
        language: LanguageTag? = nil, mechanism: MechanismCode? = nil
    ) {
        self.name = name
        self.begins = begins
        self.prefixes = prefixes
        self.from = from
        self.to = to
        self.recommends = recommends
        self.kind = kind
        self.keepsOnlyRecommendations = keepsOnlyRecommendations
        self.language = language
        self.mechanism = mechanism
    }

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case name, begins, prefixes, from, to, recommends, kind, keepsOnlyRecommendations, language, mechanism
    }

    private struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Refuses members it does not know, so that a misspelt one is noticed, and lists that are too long.
    package init(from decoder: any Decoder) throws {
        let known = Set(CodingKeys.allCases.map(\.rawValue))
        for key in try decoder.container(keyedBy: AnyKey.self).allKeys where !known.contains(key.stringValue) {
            throw DecodingError.dataCorrupted(
                .init(codingPath: [key], debugDescription: "\(key.stringValue) is no member of a rule"))
        }
        let values = try decoder.container(keyedBy: CodingKeys.self)
        name = try values.decodeIfPresent(String.self, forKey: .name)
        begins = try values.decodeIfPresent(Beginning.self, forKey: .begins)
        prefixes = try values.decodeIfPresent([String].self, forKey: .prefixes) ?? []
        from = try values.decodeIfPresent(String.self, forKey: .from)
        to = try values.decodeIfPresent(String.self, forKey: .to)
        recommends = try values.decodeIfPresent([String: [String]].self, forKey: .recommends) ?? [:]
        kind = try values.decodeIfPresent(Finding.Kind.self, forKey: .kind)
        keepsOnlyRecommendations = try values.decodeIfPresent(Bool.self, forKey: .keepsOnlyRecommendations) ?? false
        language = try values.decodeIfPresent(LanguageTag.self, forKey: .language)
        mechanism = try values.decodeIfPresent(MechanismCode.self, forKey: .mechanism)
        guard (prefixes + recommends.values.joined()).count <= 200,
            (prefixes + recommends.values.joined()).allSatisfy({ !$0.isEmpty && $0.utf8.count <= 200 })
        else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "at most 200 words, each of 1 to 200 bytes"))
        }
        if begins == .prefixes, prefixes.isEmpty {
            throw DecodingError.dataCorruptedError(
                forKey: .prefixes, in: values, debugDescription: "prefixes are needed")
        }
    }
}
