package import Domain

/// A body or mandate that makes recommendations.
package struct MechanismFacts: Sendable {
    package let code: MechanismCode
    package let kind: MechanismKind
    package let names: LocalizedNames
    /// `CRC`, `CEDAW`; nil where it has none.
    package let acronym: String?
    /// In other languages, where they differ.
    package let acronyms: [String: String]
    /// As exports and documents write it.
    package let aliases: [String]
    /// How the symbols of its documents begin.
    package let symbols: [String]
    /// The State of a country mandate or of an inquiry about one State.
    package let state: StateCode?
    /// The treaties a treaty body watches over.
    package let treaties: [String]

    package func acronym(in language: LanguageTag) -> String? { acronyms[language.rawValue] ?? acronym }
}

extension MechanismFacts: Decodable {
    private enum CodingKeys: String, CodingKey {
        case code, kind, names, acronym, acronyms, aliases, symbols, state, treaties
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let rawKind = try values.decode(String.self, forKey: .kind)
        guard let kind = MechanismKind(rawValue: rawKind) else {
            throw DecodingError.dataCorruptedError(forKey: .kind, in: values, debugDescription: rawKind)
        }
        self.kind = kind
        code = MechanismCode(try values.decode(String.self, forKey: .code))
        names = try values.decode(LocalizedNames.self, forKey: .names)
        acronym = try values.decodeIfPresent(String.self, forKey: .acronym)
        acronyms = try values.decodeIfPresent([String: String].self, forKey: .acronyms) ?? [:]
        aliases = try values.decodeIfPresent([String].self, forKey: .aliases) ?? []
        symbols = try values.decodeIfPresent([String].self, forKey: .symbols) ?? []
        state = try values.decodeIfPresent(String.self, forKey: .state).map { StateCode($0) }
        treaties = try values.decodeIfPresent([String].self, forKey: .treaties) ?? []
    }
}
