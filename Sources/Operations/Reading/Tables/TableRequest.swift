package import Domain

/// What the cells of a table say.
package enum TableMeasure: String, Sendable, CaseIterable {
    /// Records.
    case count
    /// Of the row's records, how many stand in the column.
    case shareOfRow = "row-share"
    case shareOfColumn = "column-share"
    /// Of all records of the same State, year and so on that are loaded, how many the question finds.
    case shareOfAll = "all-share"
    /// Of the cell's records with a position, how many are supported.
    case supported

    package var isShare: Bool { self != .count }
}

/// A question to be answered by two facets at once.
package struct TableRequest: Sendable {
    /// Which records: its sort, limit, cursor and facets do not matter.
    package var search: SearchRequest
    package var rows: Facet
    package var columns: Facet
    package var measure: TableMeasure
    /// 1...`linesMax`; what is beyond stands together as others.
    package var rowsMax: Int
    package var columnsMax: Int

    package static let linesMax = 500

    /// Facets that make rows and columns: not those of which nearly every document or record has its own value.
    package static let facets = Facet.allCases.filter { ![.document, .symbol, .paragraph].contains($0) }

    package init(
        search: SearchRequest, rows: Facet, columns: Facet, measure: TableMeasure = .count, rowsMax: Int = 50,
        columnsMax: Int = 50
    ) {
        self.search = search
        self.rows = rows
        self.columns = columns
        self.measure = measure
        self.rowsMax = rowsMax
        self.columnsMax = columnsMax
    }

    /// What keeps it from being answered; nil where nothing does.
    package var refusal: (field: String, allowed: String)? {
        let names = "one of " + Self.facets.map(\.rawValue).joined(separator: ", ")
        let lines = "1...\(Self.linesMax)"
        if !Self.facets.contains(rows) { return ("rows", names) }
        if !Self.facets.contains(columns) { return ("columns", names) }
        if rows == columns, !rows.isMultiple { return ("columns", "another facet than rows") }
        if measure == .supported, rows == .position || columns == .position {
            return ("measure", "another one where position makes rows or columns")
        }
        if !(1...Self.linesMax).contains(rowsMax) { return ("rowsMax", lines) }
        if !(1...Self.linesMax).contains(columnsMax) { return ("columnsMax", lines) }
        return nil
    }
}

extension Facet {
    /// Whether its values have an order of their own, which a table keeps.
    package var isOrdered: Bool {
        switch self {
        case .year, .cycle, .session, .position, .action, .sdg, .target: true
        default: false
        }
    }

    /// Whether its values are points in time: a table of them is a trend.
    package var isTime: Bool { self == .year || self == .cycle || self == .session }

    /// Whether it says which records are loaded, rather than what they say: where nothing is loaded there is no data.
    var tellsOrigin: Bool {
        switch self {
        case .state, .region, .group, .mechanism, .document, .year, .cycle, .session, .kind, .language, .source: true
        default: false
        }
    }
}
