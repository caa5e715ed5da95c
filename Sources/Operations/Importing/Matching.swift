import Domain

/// Decides which known recommendation a draft from another source speaks of.
///
/// Candidates come from the same review (State and session). Where both sides name recommending States, one must be shared:
/// a State makes two or three recommendations in a review, so moderate likeness is then enough. Without States on one
/// side the wording must be nearly the same. Measured on one review in `docs/decisions/0005-reconciliation.md`.
struct Matching: Sendable {
    /// A wording already in the record: a whole recommendation, or one variant of it.
    struct Candidate: Sendable {
        var recommendation: RecommendationID
        var part: PartID?
        var recommending: Set<StateCode>
        var likeness: TextLikeness
    }

    /// A draft's wording for one of its recommending States (or for none, where the source names none).
    struct Query: Sendable {
        var draft: Int
        var recommending: StateCode?
        /// How many States the draft's paragraph has; more than one means that its text may hold several wordings.
        var width: Int
        var likeness: TextLikeness
    }

    struct Match: Sendable, Equatable {
        var query: Int
        var candidate: Int
        var score: Double
    }

    static let likenessWithSharedState = 0.45
    static let likenessAlone = 0.82

    /// The best pairs first; a query is used once, and so is a candidate for each recommending State.
    static func pairs(_ queries: [Query], _ candidates: [Candidate]) -> [Match] {
        var scored: [Match] = []
        for (number, query) in queries.enumerated() {
            for (place, candidate) in candidates.enumerated() {
                guard let score = score(query, candidate) else { continue }
                scored.append(Match(query: number, candidate: place, score: score))
            }
        }
        scored.sort { ($0.score, $1.query, $1.candidate) > ($1.score, $0.query, $0.candidate) }
        var usedQueries: Set<Int> = []
        var used: Set<Claim> = []
        return scored.filter { match in
            let claim = Claim(
                recommendation: candidates[match.candidate].recommendation, state: queries[match.query].recommending)
            guard !usedQueries.contains(match.query), !used.contains(claim) else { return false }
            usedQueries.insert(match.query)
            used.insert(claim)
            return true
        }
    }

    /// A recommendation taken by one source for one recommending State.
    struct Claim: Hashable, Sendable {
        var recommendation: RecommendationID
        var state: StateCode?
    }

    /// Nil where the two cannot be the same.
    static func score(_ query: Query, _ candidate: Candidate) -> Double? {
        let dice = query.likeness.dice(candidate.likeness)
        guard let state = query.recommending, !candidate.recommending.isEmpty else {
            return dice >= likenessAlone ? dice : nil
        }
        guard candidate.recommending.contains(state) else { return nil }
        var score = dice
        // One State's wording inside a paragraph that holds several: what counts is how much of it is found there.
        if candidate.recommending.count > 1 {
            score = max(score, query.likeness.containment(in: candidate.likeness) * containmentWeight)
        }
        if query.width > 1 {
            score = max(score, candidate.likeness.containment(in: query.likeness) * containmentWeight)
        }
        return score >= likenessWithSharedState ? score : nil
    }

    private static let containmentWeight = 0.9
}
