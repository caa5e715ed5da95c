import Domain

/// Counts records by two facets, segment by segment. A record counts where it has a value of both.
struct CrossCounter {
    private let rows: Facet
    private let columns: Facet
    private var tab: CrossTab

    /// Larger tables are counted in a dictionary: documents by documents would fill the memory.
    private static let tableMax = 1 << 20

    init(rows: Facet, columns: Facet) {
        self.rows = rows
        self.columns = columns
        tab = CrossTab(rows: rows, columns: columns, counts: [:])
    }

    mutating func add(_ segment: Segment, _ bits: UnsafePointer<UInt64>) {
        guard let rowColumn = segment.column(rows), let columnColumn = segment.column(columns) else { return }
        let width = columnColumn.values.count
        let cells = rowColumn.values.count * width
        var local: [Int: Int] = [:]
        var rowMembers = [Int](repeating: 0, count: rowColumn.values.count)
        var columnMembers = [Int](repeating: 0, count: width)
        var members = 0
        func count(_ ordinal: Int, _ put: (Int) -> Void) {
            guard rowColumn.hasValue(ordinal), columnColumn.hasValue(ordinal) else { return }
            members += 1
            columnColumn.forEachValue(of: ordinal) { columnMembers[$0] += 1 }
            rowColumn.forEachValue(of: ordinal) { row in
                rowMembers[row] += 1
                columnColumn.forEachValue(of: ordinal) { put(row * width + $0) }
            }
        }
        if cells <= Self.tableMax {
            var table = [UInt32](repeating: 0, count: cells)
            Bits.forEach(bits, words: segment.words) { ordinal in count(ordinal) { table[$0] += 1 } }
            for cell in table.indices where table[cell] > 0 { local[cell] = Int(table[cell]) }
        } else {
            Bits.forEach(bits, words: segment.words) { ordinal in count(ordinal) { local[$0, default: 0] += 1 } }
        }
        for (cell, count) in local {
            let key = CrossTab.Cell(
                row: rowColumn.values.string(cell / width), column: columnColumn.values.string(cell % width))
            tab.counts[key, default: 0] += count
        }
        for (row, count) in rowMembers.enumerated() where count > 0 {
            tab.rowMembers[rowColumn.values.string(row), default: 0] += count
        }
        for (column, count) in columnMembers.enumerated() where count > 0 {
            tab.columnMembers[columnColumn.values.string(column), default: 0] += count
        }
        tab.members += members
    }

    func result() -> CrossTab { tab }
}
