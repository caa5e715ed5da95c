package import Domain

/// Records by two facets: counts, the bases of shares, totals, and how much of the question stands in the table.
package struct CrossTable: Sendable, Equatable {
    /// One number with what it is a share of.
    package struct Cell: Sendable, Hashable {
        package var count: Int
        /// Nil for plain counts.
        package var base: Int?
        /// False where nothing is loaded that could be counted: that is not zero.
        package var isKnown: Bool

        /// A share of so few that one record more or less moves it far.
        package var isSmall: Bool { base.map { isKnown && $0 < CrossTable.smallBase } ?? false }

        /// 0...1; nil for counts, and where there is no data.
        package var share: Double? {
            guard isKnown, let base, base > 0 else { return nil }
            return Double(count) / Double(base)
        }
    }

    /// A column's head, or what a row has in common with it.
    package struct Head: Sendable, Equatable {
        /// Nil for others.
        package var value: String?
        /// How many values stand together; 1 where there is a value.
        package var values: Int
        /// All columns of a row, or all rows of a column, each record once.
        package var total: Cell
    }

    package struct Row: Sendable, Equatable {
        package var head: Head
        /// In the order of the columns.
        package var cells: [Cell]
    }

    /// Bases below it are marked.
    package static let smallBase = 10

    package var rows: Facet
    package var columns: Facet
    package var measure: TableMeasure
    package var columnHeads: [Head]
    /// Values with an order of their own in that order, others by their records, most first; the rest of them last.
    package var lines: [Row]
    package var total: Cell
    /// Records that match the question.
    package var matched: Int
    /// Records of them that stand in the table: those with a value of both facets (and a position, where that is measured).
    package var placed: Int
}
