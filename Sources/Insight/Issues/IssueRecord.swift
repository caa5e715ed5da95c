package import Domain

/// What the finder is told of one recommendation of a State.
package struct IssueRecord: Sendable {
    package var id: RecommendationID
    package var texts: [LanguageTag: String]
    package var themes: [String]
    package var persons: [String]
    /// Goals and targets.
    package var sdgs: [String]
    package var action: ActionCategory?
    package var mechanism: MechanismCode
    package var document: DocumentID
    package var cycle: Int?
    package var year: Int?

    package init(
        id: RecommendationID, texts: [LanguageTag: String], themes: [String] = [], persons: [String] = [],
        sdgs: [String] = [], action: ActionCategory? = nil, mechanism: MechanismCode, document: DocumentID,
        cycle: Int? = nil, year: Int? = nil
    ) {
        self.id = id
        self.texts = texts
        self.themes = themes
        self.persons = persons
        self.sdgs = sdgs
        self.action = action
        self.mechanism = mechanism
        self.document = document
        self.cycle = cycle
        self.year = year
    }
}
