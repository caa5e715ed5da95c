package import Domain
package import Operations

/// A question to one workspace.
package struct FindQuestion: Sendable, Hashable {
    /// In the query language; empty finds nothing.
    package var query: String
    /// Empty: every kind the member may see.
    package var kinds: Set<FoundKind>
    package var institution: InstitutionID?
    package var after: SearchCursor?
    package var limit: Int
    /// Which wording is shown where a text has several and the words do not say.
    package var language: LanguageTag

    package static let limitMax = 100

    package init(
        query: String, kinds: Set<FoundKind> = [], institution: InstitutionID? = nil, after: SearchCursor? = nil,
        limit: Int = 20, language: LanguageTag = .english
    ) {
        self.query = query
        self.kinds = kinds
        self.institution = institution
        self.after = after
        self.limit = limit
        self.language = language
    }
}

/// One text that a member may see.
package struct FoundText: Sendable {
    package var kind: FoundKind
    package var id: Int64
    /// After the workspace's address.
    package var place: String
    /// Empty for what has none.
    package var title: [TextPiece]
    /// Around the words; empty where the title is all there is.
    package var excerpt: [TextPiece]
    package var language: String
    package var institution: InstitutionID?
    package var day: CalendarDate?
}

/// How many of what was found. `isMore`: at least so many; they were not all read.
package struct FoundCount: Sendable, Hashable {
    package var count: Int
    package var isMore: Bool
}

/// What a question found. Everything in it was read again with the member's rights: texts as well as numbers.
package struct FoundPage: Sendable {
    package var total: FoundCount
    package var texts: [FoundText]
    package var next: SearchCursor?
    /// As if no kind had been chosen, and as if no institution had; most first.
    package var kinds: [(kind: FoundKind, count: FoundCount)]
    package var institutions: [(id: InstitutionID, name: String, count: FoundCount)]
    /// Names of the institutions of the texts.
    package var names: [InstitutionID: String]
    package var understood: [QueryNote]
    /// The workspace has more texts than are searched.
    package var isCut: Bool
}
