import Domain
import Locales

/// A question as it came in: the route's values checked, the language chosen.
struct Exchange: Sendable {
    let site: Site
    let route: Route
    /// As in the address, undecoded.
    let path: String
    let values: [String: String]
    let query: Query
    /// The reader's language.
    let words: Catalogue
    /// Whether the address itself names the language; links then carry it on.
    let isLanguageAsked: Bool
    let incoming: Incoming

    /// The reader's language as records name theirs.
    var language: LanguageTag { LanguageTag(words.tag) }

    /// A value of the path; the route's pattern has it.
    func value(_ name: String) -> String { values[name] ?? "" }
}
