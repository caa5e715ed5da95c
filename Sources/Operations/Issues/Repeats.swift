package import Domain

/// How often something was recommended, by whom, when, and what became of it; for any question.
///
/// Totals, cycles, years, mechanisms and States are over every record that matches, from the index. `changes`, `assessments` and
/// `answered` are over the newest `examined` records only.
package struct Repeats: Sendable {
    package var total: Int
    /// How the question was read.
    package var understood: [QueryNote]
    /// By cycle of the review.
    package var cycles: [RepeatCycle]
    package var years: FacetCounts
    package var mechanisms: FacetCounts
    /// Every recommending State.
    package var recommending: FacetCounts
    /// Rows: year, columns: mechanism.
    package var mechanismsByYear: CrossTab
    /// States that got it, those of most cycles first, then of most records, then by code; at most `statesMax`.
    package var states: [RepeatState]
    package var statesTotal: Int
    /// Over all States.
    package var classes: [RepeatClass: Int]
    /// How many of the newest records `changes`, `assessments` and `answered` were read from.
    package var examined: Int
    /// Answers that changed after the first: newest first, at most `rowsMax`.
    package var changes: [LaterChange]
    package var changesTotal: Int
    /// From position to position, how often.
    package var changesByKind: [(from: Position, to: Position, count: Int)]
    /// Newest first, at most `rowsMax`.
    package var assessments: [(recommendation: RecommendationID, assessment: Assessment)]
    package var assessmentsTotal: Int
    /// By scheme and value, most first. Schemes are never converted into each other.
    package var assessmentsByValue: [(scheme: String, value: String, count: Int)]

    package static let examinedMax = 2_000
    package static let statesMax = 200
    package static let rowsMax = 100
}

/// One cycle of the review.
package struct RepeatCycle: Sendable {
    package var cycle: Int
    package var total: Int
    /// States that got it.
    package var states: Int
    /// States that recommended it, most often first, ties by code.
    package var recommending: FacetCounts
    package var mechanisms: FacetCounts
    /// As they stand now, over every record.
    package var positions: PositionTally
    /// First answers of the records that were examined.
    package var answered: PositionTally
}

/// One State over the cycles.
package struct RepeatState: Sendable {
    package var state: StateCode
    package var total: Int
    package var repeatClass: RepeatClass
    /// Those in which it got it, in order.
    package var cycles: [(cycle: Int, count: Int, positions: PositionTally)]
}
