import Domain

/// Counts records by two facets, segment by segment.
struct CrossCounter {
    private let rows: Facet
    private let columns: Facet
    private var counts: [CrossTab.Cell: Int] = [:]

    /// Larger tables are counted in a dictionary: documents by documents would fill the memory.
    private static let tableMax = 1 << 20

    init(rows: Facet, columns: Facet) {
        self.rows = rows
        self.columns = columns
    }

    mutating func add(_ segment: Segment, _ bits: UnsafePointer<UInt64>) {
        guard let rowColumn = segment.column(rows), let columnColumn = segment.column(columns) else { return }
        let width = columnColumn.values.count
        let cells = rowColumn.values.count * width
        var local: [Int: Int] = [:]
        if cells <= Self.tableMax {
            var table = [UInt32](repeating: 0, count: cells)
            Bits.forEach(bits, words: segment.words) { ordinal in
                rowColumn.forEachValue(of: ordinal) { row in
                    columnColumn.forEachValue(of: ordinal) { table[row * width + $0] += 1 }
                }
            }
            for cell in table.indices where table[cell] > 0 { local[cell] = Int(table[cell]) }
        } else {
            Bits.forEach(bits, words: segment.words) { ordinal in
                rowColumn.forEachValue(of: ordinal) { row in
                    columnColumn.forEachValue(of: ordinal) { local[row * width + $0, default: 0] += 1 }
                }
            }
        }
        for (cell, count) in local {
            let key = CrossTab.Cell(
                row: rowColumn.values.string(cell / width), column: columnColumn.values.string(cell % width))
            counts[key, default: 0] += count
        }
    }

    func result() -> CrossTab { CrossTab(rows: rows, columns: columns, counts: counts) }
}
