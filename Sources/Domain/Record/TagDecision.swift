/// What a person decided on a tag of a recommendation.
package struct TagDecision: Hashable, Sendable {
    package enum Verdict: String, Sendable, CaseIterable {
        /// A suggestion, or what a source says, is right.
        case confirmed
        /// It is not: a suggestion is not made again, a source's tag is disputed.
        case rejected
        /// Nobody had said it before.
        case added
        /// As if nothing had been decided.
        case withdrawn
    }

    package var id: TagDecisionID
    package var recommendation: RecommendationID
    package var kind: TagKind
    package var code: String
    package var verdict: Verdict
    /// The account that decided.
    package var by: String
    /// Fixed-width UTC instant.
    package var at: String
    /// The model that was asked then, and what it thought; nil where there was none, or it did not know the tag.
    package var model: String?
    package var probability: Double?
    /// The first decision of those made in one step: they can be taken back together.
    package var batch: TagDecisionID

    package init(
        id: TagDecisionID, recommendation: RecommendationID, kind: TagKind, code: String, verdict: Verdict, by: String,
        at: String, model: String?, probability: Double?, batch: TagDecisionID
    ) {
        self.id = id
        self.recommendation = recommendation
        self.kind = kind
        self.code = code
        self.verdict = verdict
        self.by = by
        self.at = at
        self.model = model
        self.probability = probability
        self.batch = batch
    }

    /// Whether the tag holds because of it.
    package var isInFavour: Bool { verdict == .confirmed || verdict == .added }
}

package typealias TagDecisionID = ID<TagDecision>
