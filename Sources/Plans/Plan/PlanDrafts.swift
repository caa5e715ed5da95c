import Domain
import Store

/// What stands in the unedited draft of a review's report alone, once the record has the edited one.
enum PlanDrafts {
    /// Recommendations to a State that the edited report of the same review no longer holds as paragraphs of their own: joined to others,
    /// or dropped. They are nothing to plan; what is planned already stays.
    static func left(
        _ state: StateCode?, _ connection: any ReadConnection
    ) throws -> Set<RecommendationID> {
        guard let state else { return [] }
        let documents = try connection.all(
            DocumentRow.select + " WHERE state = $1 AND mechanism IN ('upr', 'demo-upr')", [.text(state.rawValue)]
        ) { try DocumentRow.read($0) }
        let edited = documents.filter { $0.symbol?.isReviewDraft == false }
        let drafts = documents.filter { draft in
            draft.symbol?.isReviewDraft == true && edited.contains { isOfOneReview(draft, $0) }
        }
        var found: Set<RecommendationID> = []
        try connection.query(
            "SELECT id FROM recommendation WHERE document_id IN ({set}) AND merged_into IS NULL", [],
            set: drafts.map { .int($0.id.value) }
        ) { found.insert(RecommendationID(try $0.int(0))) }
        return found
    }

    /// How many of these recommendations each issue has.
    static func counts(
        _ recommendations: Set<RecommendationID>, _ connection: any ReadConnection
    ) throws -> [IssueID: Int] {
        let issues = try PlanSets.all(
            recommendations.map(\.value), "SELECT issue_id FROM issue_member WHERE recommendation_id IN ({set})", [],
            connection
        ) { IssueID(try $0.int(0)) }
        return Dictionary(issues.map { ($0, 1) }, uniquingKeysWith: +)
    }

    /// The session tells, where both say it, else the cycle.
    private static func isOfOneReview(_ one: Document, _ other: Document) -> Bool {
        if let session = one.session, let its = other.session { return session == its }
        return one.cycle != nil && one.cycle == other.cycle
    }
}
