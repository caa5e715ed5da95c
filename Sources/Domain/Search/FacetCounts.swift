/// How many records carry each value of one facet, most first, ties by value.
public struct FacetCounts: Sendable, Equatable {
    public struct Value: Sendable, Equatable {
        public var value: String
        public var count: Int

        public init(value: String, count: Int) {
            self.value = value
            self.count = count
        }
    }

    public var facet: Facet
    public var values: [Value]

    public init(facet: Facet, values: [Value]) {
        self.facet = facet
        self.values = values
    }

    /// 0 where no record carries the value.
    public func count(of value: String) -> Int { values.first { $0.value == value }?.count ?? 0 }
}

/// Record counts by two facets. A record with several values counts once in each of their cells.
public struct CrossTab: Sendable, Equatable {
    public struct Cell: Hashable, Sendable {
        public var row: String
        public var column: String

        public init(row: String, column: String) {
            self.row = row
            self.column = column
        }
    }

    public var rows: Facet
    public var columns: Facet
    /// Cells without records are absent.
    public var counts: [Cell: Int]
    /// Records of each row, each once, however many columns it stands in; likewise of each column, and of the whole table.
    public var rowMembers: [String: Int]
    public var columnMembers: [String: Int]
    public var members: Int

    public init(
        rows: Facet, columns: Facet, counts: [Cell: Int], rowMembers: [String: Int] = [:],
        columnMembers: [String: Int] = [:], members: Int = 0
    ) {
        self.rows = rows
        self.columns = columns
        self.counts = counts
        self.rowMembers = rowMembers
        self.columnMembers = columnMembers
        self.members = members
    }

    public func count(_ row: String, _ column: String) -> Int { counts[Cell(row: row, column: column)] ?? 0 }
}
