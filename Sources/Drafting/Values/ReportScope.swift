package import Domain

/// What a report answers and what it is drafted from.
package struct ReportScope: Hashable, Sendable, Codable {
    /// Whose it is or, in a partner's workspace, about whom.
    package var state: StateCode
    package var mechanism: MechanismCode?
    /// Of the treaty, as the reference list has it: `icescr`.
    package var treaty: String?
    /// Of the session it goes to, in the mechanism's words: `43`.
    package var session: String?
    /// The document it answers: a Working Group report, concluding observations, a list of issues.
    package var document: DocumentID?
    /// Only recommendations of this cycle of the review.
    package var cycle: Int?
    /// Selected recommendations alone; empty: all that the rest of the scope leaves.
    package var recommendations: [RecommendationID]
    /// The frozen result it is filled from.
    package var round: RoundReference?
    /// The fund call, the communication's deadline or the clock's deadline it is written for.
    package var fundCall: Int64?
    package var deadline: Int64?
    /// Its own symbol, once it has one.
    package var symbol: String?
    /// Several stakeholders together.
    package var isJoint: Bool

    package struct RoundReference: Hashable, Sendable, Codable {
        package var round: Int64
        package var freeze: Int

        package init(round: Int64, freeze: Int) {
            self.round = round
            self.freeze = freeze
        }
    }

    package init(
        state: StateCode, mechanism: MechanismCode? = nil, treaty: String? = nil, session: String? = nil,
        document: DocumentID? = nil, cycle: Int? = nil, recommendations: [RecommendationID] = [],
        round: RoundReference? = nil, fundCall: Int64? = nil, deadline: Int64? = nil, symbol: String? = nil,
        isJoint: Bool = false
    ) {
        self.state = state
        self.mechanism = mechanism
        self.treaty = treaty
        self.session = session
        self.document = document
        self.cycle = cycle
        self.recommendations = recommendations
        self.round = round
        self.fundCall = fundCall
        self.deadline = deadline
        self.symbol = symbol
        self.isJoint = isJoint
    }
}
