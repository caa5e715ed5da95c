package import Domain

/// A name in several languages. English is always there.
package struct LocalizedNames: Sendable, Equatable {
    private let values: [String: String]
    package let english: String

    /// Languages of which a name is known.
    package var languages: [LanguageTag] { values.keys.sorted().map { LanguageTag($0) } }

    /// The name in that language or, where none is known (a seventh language), in English.
    package subscript(language: LanguageTag) -> String { values[language.rawValue] ?? english }

    /// Every name, in no order.
    package var all: some Collection<String> { values.values }
}

extension LocalizedNames: Decodable {
    package init(from decoder: any Decoder) throws {
        let values = try decoder.singleValueContainer().decode([String: String].self)
        guard let english = values["en"], values.values.allSatisfy({ !$0.isEmpty }) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "an English name is needed, and no empty one"))
        }
        self.values = values
        self.english = english
    }
}
