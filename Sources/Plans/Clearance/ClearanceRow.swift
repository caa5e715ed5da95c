import Domain
package import Store

/// The four columns of a clearance in a table: `clearance, cleared_by, cleared_at, clearance_note`, always in this order.
package enum ClearanceRow {
    package static let columns = "clearance, cleared_by, cleared_at, clearance_note"
    package static let names = ["clearance", "cleared_by", "cleared_at", "clearance_note"]
    package static let width = 4

    package static func values(_ clearance: Clearance) -> [SQLValue] {
        [
            .text(clearance.step.rawValue), .optional(clearance.by), .optional(clearance.at), .optional(clearance.note),
        ]
    }

    /// Reads the four columns that begin at `column`.
    package static func read(_ row: any Row, at column: Int) throws -> Clearance {
        Clearance(
            step: try row.value(column, ClearanceStep.init(rawValue:)), by: try row.textOrNil(column + 1),
            at: try row.textOrNil(column + 2), note: try row.textOrNil(column + 3))
    }
}
