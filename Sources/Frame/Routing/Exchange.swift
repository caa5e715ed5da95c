package import Domain
package import Locales

/// A question as it came in: the route's values checked, the language chosen.
package struct Exchange: Sendable {
    package let site: Site
    package let route: Route
    /// As in the address, undecoded.
    package let path: String
    package let values: [String: String]
    package let query: Query
    /// The reader's language.
    package let words: Catalogue
    /// Whether the address itself names the language; links then carry it on.
    package let isLanguageAsked: Bool
    package let incoming: Incoming

    /// The reader's language as records name theirs.
    package var language: LanguageTag { LanguageTag(words.tag) }

    /// A value of the path; the route's pattern has it.
    package func value(_ name: String) -> String { values[name] ?? "" }
}
