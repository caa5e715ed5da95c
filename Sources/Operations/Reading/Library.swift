package import Domain

/// Everything that can be asked of the public record. Values and codes are those of `Domain` and `Reference`; names come from `Reference`.
package protocol Reading: Sendable {
    func search(_ request: SearchRequest) async throws(OperationError) -> SearchPage
    func recommendation(_ id: RecommendationID) async throws(OperationError) -> RecommendationPage
    func document(_ id: DocumentID, language: LanguageTag, after: SearchCursor?) async throws(OperationError) -> DocumentPage
    /// Newest first; `after` is the last document's id of the page before.
    func documents(mechanism: MechanismCode?, state: StateCode?, after: DocumentID?, limit: Int) async throws(OperationError)
        -> [DocumentSummary]
    func state(_ code: StateCode) async throws(OperationError) -> StatePage
    /// `facet` is one of mechanism, theme, person, sdg, target, region, group.
    func topic(_ facet: Facet, _ value: String, language: LanguageTag) async throws(OperationError) -> TopicPage
    func overview() async throws(OperationError) -> Overview
    /// Two to six columns; the filters of each column are a State, a cycle, or both.
    func compare(_ columns: [(state: StateCode?, cycle: Int?)]) async throws(OperationError) -> Comparison
    func sources() async throws(OperationError) -> SourcePage
}
