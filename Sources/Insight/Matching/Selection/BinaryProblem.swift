/// Which items to take so that their value is highest and no row exceeds its limit. All numbers are whole and not negative.
struct BinaryProblem: Sendable {
    struct Row: Sendable {
        var items: [Int]
        var amounts: [Int64]
        var limit: Int64
    }

    private(set) var values: [Int64]
    private(set) var rows: [Row]
    /// For each item the rows it stands in.
    private(set) var columns: [[(row: Int, amount: Int64)]]

    /// Rows that cannot bind are left out; limits below 0 count as 0.
    init(values: [Int64], rows: [Row]) {
        self.values = values
        self.rows = rows.compactMap { row in
            let held = zip(row.items, row.amounts).filter { $0.1 > 0 }
            let total = held.reduce(Int128(0)) { $0 + Int128($1.1) }
            guard total > Int128(max(0, row.limit)) else { return nil }
            return Row(items: held.map(\.0), amounts: held.map(\.1), limit: max(0, row.limit))
        }
        columns = values.map { _ in [] }
        for (number, row) in self.rows.enumerated() {
            for (item, amount) in zip(row.items, row.amounts) { columns[item].append((number, amount)) }
        }
    }

    var count: Int { values.count }

    func value(_ taken: [Bool]) -> Int64 {
        zip(values, taken).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    }

    /// What each row has left; nil where one is exceeded.
    func rest(_ taken: [Bool]) -> [Int64]? {
        var rest = rows.map(\.limit)
        for (item, isTaken) in taken.enumerated() where isTaken {
            for entry in columns[item] {
                rest[entry.row] -= entry.amount
                if rest[entry.row] < 0 { return nil }
            }
        }
        return rest
    }

    /// Takes items in that order as long as there is room. `taken` and `rest` belong together.
    func fill(_ order: [Int], taken: inout [Bool], rest: inout [Int64]) {
        for item in order where !taken[item] && columns[item].allSatisfy({ $0.amount <= rest[$0.row] }) {
            taken[item] = true
            for entry in columns[item] { rest[entry.row] -= entry.amount }
        }
    }
}
