package import Domain

/// One page of an answer.
package struct SearchPage: Sendable {
    /// Records that match, all pages together.
    package var total: Int
    package var items: [RecommendationSummary]
    package var facets: [FacetCounts]
    package var next: SearchCursor?
    /// How the question was read; empty where it was read as typed.
    package var understood: [QueryNote]
    /// What was searched beside what was typed.
    package var expansions: [SearchExpansion]
    /// What the person may have meant, where her question finds little.
    package var suggestions: [SearchSuggestion]
    /// Milliseconds spent in the Corpus and the Store.
    package var elapsedMilliseconds: Double

    package init(
        total: Int, items: [RecommendationSummary], facets: [FacetCounts], next: SearchCursor?, understood: [QueryNote],
        expansions: [SearchExpansion] = [], suggestions: [SearchSuggestion] = [], elapsedMilliseconds: Double
    ) {
        self.total = total
        self.items = items
        self.facets = facets
        self.next = next
        self.understood = understood
        self.expansions = expansions
        self.suggestions = suggestions
        self.elapsedMilliseconds = elapsedMilliseconds
    }
}

/// What a list shows of one recommendation.
package struct RecommendationSummary: Sendable {
    package var id: RecommendationID
    package var kind: RecommendationKind
    package var document: DocumentID
    package var symbol: DocumentSymbol?
    package var mechanism: MechanismCode
    package var paragraph: ParagraphNumber?
    package var states: [StateCode]
    package var recommending: [StateCode]
    package var position: Position?
    package var action: ActionCategory?
    package var cycle: Int?
    package var session: Int?
    package var published: CalendarDate?
    /// The language of the text shown: the reader's where the record has it, else the one that matched.
    package var language: LanguageTag
    /// An excerpt, cut at words, hits marked.
    package var excerpt: [TextPiece]
    /// Theme codes, without repetition.
    package var themes: [String]
    package var sdgs: [String]
    /// What found it; nil where the words as typed did.
    package var foundBy: SearchExpansion.Kind?
}

/// A stretch of text, and whether the question matched it.
package struct TextPiece: Sendable, Hashable {
    package var text: String
    package var isHit: Bool

    package init(text: String, isHit: Bool) {
        self.text = text
        self.isHit = isHit
    }
}
