package import Domain

/// Recommendations close to one, by where they stand. The program's opinion, each with its reason.
package struct SimilarPage: Sendable {
    package var id: RecommendationID
    package var groups: [SimilarGroup]

    package var isEmpty: Bool { groups.allSatisfy(\.items.isEmpty) }
}

/// Where similar recommendations were looked for.
package enum SimilarScope: String, Sendable, CaseIterable {
    /// In the same document.
    case document
    /// To the same State, in other documents: other mechanisms, earlier and later cycles.
    case state
    /// To other States.
    case others
}

package struct SimilarGroup: Sendable {
    package var scope: SimilarScope
    /// Closest first.
    package var items: [SimilarRecommendation]
}

package struct SimilarRecommendation: Sendable {
    package var summary: RecommendationSummary
    /// 0...1, of the texts in a language both have; 0 where they have none in common.
    package var similarity: Double
    package var reason: SimilarReason

    /// The similarity in hundredths: more digits would promise more than it knows.
    package var rounded: Double { (similarity * 100).rounded() / 100 }
}

/// Why two recommendations are found similar, as facts a page can word in any language.
package struct SimilarReason: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// The same words, but for form.
        case same
        /// The same thing, reworded at most.
        case reworded
        /// About the same instruments.
        case instrument
        /// Words in common.
        case words
        /// Themes, persons or goals in common; texts have no language or too few words in common.
        case themes
    }

    package var kind: Kind
    /// Instruments both name.
    package var instruments: [String]
    /// Words both have, as the other recommendation writes them, most telling first.
    package var words: [String]
    /// Codes both carry.
    package var themes: [String]
    package var persons: [String]
}
