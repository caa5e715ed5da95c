package import Domain

/// Everything the record knows of one recommendation, as its page shows it.
package struct RecommendationPage: Sendable {
    package var recommendation: Recommendation
    package var document: Document
    /// Texts of other sources where they word it differently.
    package var otherWordings: [OtherWording]
    /// Where it came from: one entry for each source and row.
    package var sources: [SourceEntry]
    /// Earlier values that a newer import replaced, newest first.
    package var history: [HistoryEntry]
    /// What everybody says of its implementation, oldest first; nothing is averaged.
    package var assessments: [Assessment] = []
    /// What other sources say differently.
    package var disagreements: [Disagreement] = []
    package var followUps: [FollowUpMark] = []
    /// The findings of documents it was made from, and who accepted them.
    package var acceptedFindings: [AcceptedFinding] = []
    package var previous: Neighbour?
    package var next: Neighbour?
}

/// How another source words the same text.
package struct OtherWording: Sendable, Hashable {
    package var language: LanguageTag
    package var source: SourceCode
    package var text: String
}

/// A row of a source that this record was made from.
package struct SourceEntry: Sendable, Hashable {
    package var source: SourceCode
    package var externalKey: String
    package var file: String
    package var row: Int
    /// Fixed-width UTC instant of the import.
    package var imported: String
    /// The part this row speaks of; nil for the whole.
    package var part: PartID?
}

/// A value that was replaced. `old` and `new` are as stored; nil means absent.
package struct HistoryEntry: Sendable, Hashable {
    package var field: String
    package var old: String?
    package var new: String?
    package var source: SourceCode
    package var at: String
}

/// The recommendation before or after this one in its document.
package struct Neighbour: Sendable, Hashable {
    package var id: RecommendationID
    package var paragraph: ParagraphNumber?
}

/// A document and what it holds.
package struct DocumentPage: Sendable {
    package var document: Document
    package var kinds: FacetCounts
    package var positions: FacetCounts
    package var themes: FacetCounts
    package var persons: FacetCounts
    package var states: FacetCounts
    package var recommending: FacetCounts
    package var total: Int
    /// The first page of its recommendations in document order.
    package var recommendations: SearchPage
    /// The files its recommendations came from: the document itself, what answers it, what lists it.
    package var files: [DocumentFile] = []
}

/// A file that recommendations of a document came from.
package struct DocumentFile: Sendable, Hashable {
    package var source: SourceCode
    package var file: String
    /// What the file is; nil for a file of rows.
    package var facts: DocumentFacts?
    package var recommendations: Int
    /// Fixed-width UTC instant of the last import.
    package var imported: String
}

/// What a list of documents shows.
package struct DocumentSummary: Sendable {
    package var document: Document
    package var recommendations: Int
}

/// A State's record. Numbers are records; "nil" is no data.
package struct StatePage: Sendable {
    package var state: StateCode
    package var total: Int
    package var mechanisms: FacetCounts
    package var kinds: FacetCounts
    package var themes: FacetCounts
    package var persons: FacetCounts
    package var goals: FacetCounts
    package var positions: FacetCounts
    package var years: FacetCounts
    package var cycles: FacetCounts
    /// Rows: cycle, columns: position. UPR only.
    package var positionsByCycle: CrossTab
    /// Rows: year, columns: mechanism.
    package var mechanismsByYear: CrossTab
    /// Recommendations this State made to others.
    package var made: Int
    /// Newest first, at most 200.
    package var documents: [DocumentSummary]
}

/// A mechanism, theme, goal, target or group: the same numbers, narrowed by one value of one facet.
package struct TopicPage: Sendable {
    package var facet: Facet
    package var value: String
    package var total: Int
    package var states: FacetCounts
    package var mechanisms: FacetCounts
    package var themes: FacetCounts
    package var persons: FacetCounts
    package var goals: FacetCounts
    package var targets: FacetCounts
    package var positions: FacetCounts
    package var kinds: FacetCounts
    package var years: FacetCounts
    package var regions: FacetCounts
    /// All records of each State under any topic: the base of shares.
    package var statesBase: FacetCounts
    /// The newest records.
    package var newest: SearchPage
}

/// What is inside, for the start page and the world map.
package struct Overview: Sendable {
    package var total: Int
    package var documents: Int
    package var languages: FacetCounts
    package var states: FacetCounts
    package var mechanisms: FacetCounts
    package var kinds: FacetCounts
    package var themes: FacetCounts
    package var goals: FacetCounts
    package var positions: FacetCounts
    package var years: FacetCounts
    package var cycles: FacetCounts
    package var regions: FacetCounts
    package var sources: FacetCounts
    /// Rows: State, columns: position. Shares on the map are made of it.
    package var positionsByState: CrossTab
    /// Rows: State, columns: mechanism.
    package var mechanismsByState: CrossTab
    /// True where invented records are loaded: pages then say so.
    package var holdsDemonstration: Bool
}

/// Several States or cycles side by side. One column each, the same facets.
package struct Comparison: Sendable {
    package struct Column: Sendable {
        package var state: StateCode?
        package var cycle: Int?
        package var total: Int
        package var positions: FacetCounts
        package var themes: FacetCounts
        package var mechanisms: FacetCounts
        package var goals: FacetCounts
        package var actions: FacetCounts
        package var cycles: FacetCounts
    }

    package var columns: [Column]
}

/// A source of records, for the page on where the data comes from.
package struct SourcePage: Sendable {
    package var runs: [ImportRun]
    package var sources: FacetCounts
}
