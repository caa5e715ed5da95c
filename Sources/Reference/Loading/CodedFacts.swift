package import Domain

/// A regional group or a membership.
package struct GroupFacts: Sendable, Decodable {
    package enum Kind: String, Sendable, Decodable { case region, membership }

    package let code: String
    package let kind: Kind
    package let names: LocalizedNames
    package let acronym: String?
    /// The day for which the members hold; nil for regional groups.
    package let asOf: String?
    /// How sources write it.
    package let labels: [String]?
    package let note: String?
}

/// One of UPR Info's five categories of action.
package struct ActionFacts: Sendable, Decodable {
    package let code: String
    package let names: LocalizedNames
    package let meaning: String
}

package struct LanguageFacts: Sendable, Decodable {
    package let code: String
    /// The language's own name.
    package let endonym: String
    /// `ltr` or `rtl`.
    package let direction: String
    package let names: LocalizedNames

    package var tag: LanguageTag { LanguageTag(code) }
}

/// How long a document may be.
package struct LengthLimit: Sendable, Decodable {
    package let code: String
    package let document: String
    /// Nil where there is none.
    package let wordsMax: Int?
    /// False until somebody has compared it with the guideline in force.
    package let verified: Bool
    /// Where the limit is written, as people cite it; nil where nobody has named it.
    package let source: String?
}
