/// Whether something was asked before.
package enum RepeatClass: String, Sendable, Hashable, CaseIterable {
    /// On one occasion, or by several mechanisms in one year.
    case firstTime = "first-time"
    /// Again on a later occasion.
    case repeated
    /// Again after the State had noted it on an earlier occasion.
    case repeatedAfterNoted = "repeated-after-noted"
}

/// How many records stand at each position. Treaty bodies and procedures know none: those are `none`, which is no answer refused.
package struct PositionTally: Sendable, Hashable {
    package var supported = 0
    package var noted = 0
    package var pending = 0
    package var none = 0

    package init() {}

    package var total: Int { supported + noted + pending + none }

    package mutating func add(_ position: Position?, _ count: Int = 1) {
        switch position {
        case .supported: supported += count
        case .noted: noted += count
        case .pending: pending += count
        case nil: none += count
        }
    }
}

/// A recommendation as the history of an issue needs it.
package struct AskedRecord: Sendable, Hashable {
    package var id: RecommendationID
    package var mechanism: MechanismCode
    package var document: DocumentID
    /// The review's cycle; nil for every other mechanism.
    package var cycle: Int?
    package var year: Int?
    package var recommending: [StateCode]
    /// The State's first answer; `pending` where it gave none yet, nil where the mechanism knows none.
    package var answered: Position?
    /// As it stands now.
    package var position: Position?

    package init(
        id: RecommendationID, mechanism: MechanismCode, document: DocumentID, cycle: Int? = nil, year: Int? = nil,
        recommending: [StateCode] = [], answered: Position? = nil, position: Position? = nil
    ) {
        self.id = id
        self.mechanism = mechanism
        self.document = document
        self.cycle = cycle
        self.year = year
        self.recommending = recommending
        self.answered = answered
        self.position = position
    }
}

/// An answer that changed after the first.
package struct LaterChange: Sendable, Hashable {
    package var recommendation: RecommendationID
    package var from: Position
    package var to: Position
    package var date: CalendarDate?
    /// The document that says so.
    package var document: String?

    package init(
        recommendation: RecommendationID, from: Position, to: Position, date: CalendarDate? = nil,
        document: String? = nil
    ) {
        self.recommendation = recommendation
        self.from = from
        self.to = to
        self.date = date
        self.document = document
    }
}
