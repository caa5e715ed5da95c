import Corpus
import Domain

/// A value, all the values that are not shown, or all values.
enum TableKey: Hashable, Sendable {
    case value(String)
    case others
    case all
}

/// Counts of one question by two facets, with the values that are not shown counted together, each record once.
struct TableCounts {
    let main: CrossTab
    private let byColumn: CrossTab?
    private let byRow: CrossTab?
    private let corner: CrossTab?

    /// A question: `root` and filters as a search takes them.
    struct Asked {
        var root: QueryNode?
        var filters: [Facet: Set<String>]

        func tab(_ rows: Facet, _ columns: Facet, _ snapshot: CorpusSnapshot, and nodes: [QueryNode] = []) -> CrossTab {
            let parts = (root.map { [$0] } ?? []) + nodes
            return snapshot.crossTab(
                rows: rows, columns: columns, filters: filters,
                query: ParsedQuery(root: parts.isEmpty ? nil : .all(parts)))
        }
    }

    init(
        _ asked: Asked, _ rows: Facet, _ columns: Facet, hiddenRows: [String], hiddenColumns: [String],
        _ snapshot: CorpusSnapshot, main: CrossTab? = nil
    ) {
        let inRows = QueryNode.any(hiddenRows.map { .facet(rows, $0) })
        let inColumns = QueryNode.any(hiddenColumns.map { .facet(columns, $0) })
        self.main = main ?? asked.tab(rows, columns, snapshot)
        byColumn = hiddenRows.isEmpty ? nil : asked.tab(rows, columns, snapshot, and: [inRows])
        byRow = hiddenColumns.isEmpty ? nil : asked.tab(rows, columns, snapshot, and: [inColumns])
        corner =
            hiddenRows.isEmpty || hiddenColumns.isEmpty
            ? nil : asked.tab(rows, columns, snapshot, and: [inRows, inColumns])
    }

    func count(_ row: TableKey, _ column: TableKey) -> Int {
        switch (row, column) {
        case (.value(let row), .value(let column)): main.count(row, column)
        case (.value(let row), .all): main.rowMembers[row, default: 0]
        case (.value(let row), .others): byRow?.rowMembers[row, default: 0] ?? 0
        case (.all, .value(let column)): main.columnMembers[column, default: 0]
        case (.others, .value(let column)): byColumn?.columnMembers[column, default: 0] ?? 0
        case (.all, .all): main.members
        case (.others, .all): byColumn?.members ?? 0
        case (.all, .others): byRow?.members ?? 0
        case (.others, .others): corner?.members ?? 0
        }
    }
}
