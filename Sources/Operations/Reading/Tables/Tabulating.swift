import Corpus
import Domain

extension Library {
    /// The records of a question by two facets. Shares carry their base; what is not loaded is no zero.
    package func table(_ request: TableRequest) throws(OperationError) -> CrossTable {
        if let refusal = request.refusal { throw .invalid(field: refusal.field, allowed: refusal.allowed) }
        return TableMaker(request, understand(request.search).marked.root, corpus.snapshot).table()
    }
}

/// Makes one table from one moment of the Corpus.
private struct TableMaker {
    private let request: TableRequest
    private let snapshot: CorpusSnapshot
    private let asked: TableCounts.Asked
    private let rowKeys: [TableKey]
    private let columnKeys: [TableKey]
    private let hidden: (rows: [String], columns: [String])
    /// What is counted.
    private let counted: TableCounts
    /// For the share of supported ones: the records with a position. For the share of all: everything that is loaded.
    private let bases: TableCounts
    /// What is loaded, whatever the question: it tells no data from zero.
    private let loaded: TableCounts

    /// `root` is the question with what is searched beside it, so that a table counts what the search page lists.
    init(_ request: TableRequest, _ root: QueryNode?, _ snapshot: CorpusSnapshot) {
        self.request = request
        self.snapshot = snapshot
        let (rows, columns) = (request.rows, request.columns)
        let asked = TableCounts.Asked(root: root, filters: request.search.filters)
        self.asked = asked
        let isOfPositions = request.measure == .supported
        let shown = isOfPositions ? asked.with(Position.allCases) : asked
        let universe = shown.tab(rows, columns, snapshot)
        let origin = TableCounts.Asked(root: nil, filters: asked.filters.filter { $0.key.tellsOrigin })
        let isEverything = asked.root == nil && origin.filters.count == asked.filters.count && !isOfPositions
        let whole = isEverything ? universe : origin.tab(rows, columns, snapshot)
        // Others of a share of everything are also those of which the question finds none.
        let all = request.measure == .shareOfAll ? whole : universe
        let rowValues = Self.values(rows, universe.rowMembers, of: all.rowMembers, most: request.rowsMax)
        let columnValues = Self.values(
            columns, universe.columnMembers, of: all.columnMembers, most: request.columnsMax)
        hidden = (rowValues.hidden, columnValues.hidden)
        rowKeys = Self.keys(rowValues)
        columnKeys = Self.keys(columnValues)
        func counts(_ asked: TableCounts.Asked, _ main: CrossTab? = nil) -> TableCounts {
            TableCounts(
                asked, rows, columns, hiddenRows: rowValues.hidden, hiddenColumns: columnValues.hidden, snapshot,
                main: main)
        }
        counted = isOfPositions ? counts(asked.with([.supported])) : counts(asked, universe)
        loaded = isEverything ? counted : counts(origin, whole)
        bases = isOfPositions ? counts(shown, universe) : loaded
    }

    /// The values of a facet that are shown, in order, and the others. Of times the latest are shown, of the rest the largest.
    private static func values(
        _ facet: Facet, _ members: [String: Int], of all: [String: Int], most: Int
    ) -> (shown: [String], hidden: [String]) {
        var values = members.keys.sorted { (members[$1] ?? 0, $0) < (members[$0] ?? 0, $1) }
        if facet.isTime { values.sort { (Int($0) ?? 0, $0) > (Int($1) ?? 0, $1) } }
        // "Others" would take the room of the one that is left.
        let isOneLeft = Set(values).union(all.keys).count == most + 1
        var shown = Array(values.prefix(isOneLeft ? most + 1 : most))
        if facet.isOrdered {
            shown.sort { place(facet, $0).lexicographicallyPrecedes(place(facet, $1)) }
        }
        if facet.isTime { shown = filled(shown, most: most) }
        return (shown, Set(values).union(all.keys).subtracting(shown).sorted())
    }

    /// Years between the first and the last that have no records stand there too, as long as there is room.
    private static func filled(_ values: [String], most: Int) -> [String] {
        let numbers = values.compactMap { Int($0) }
        guard numbers.count == values.count, let first = numbers.first, let last = numbers.last, last - first < most
        else { return values }
        return (first...last).map { String($0) }
    }

    /// Numbers of a code such as `16.3`; letters after them. Positions in the order of the record.
    private static func place(_ facet: Facet, _ value: String) -> [Int] {
        if facet == .position {
            let order: [Position] = [.supported, .noted, .pending]
            return [Position(rawValue: value).flatMap { order.firstIndex(of: $0) } ?? order.count]
        }
        return value.split(separator: ".").map { part in
            Int(part) ?? part.unicodeScalars.reduce(1_000) { $0 &* 31 &+ Int($1.value) }
        }
    }

    private static func keys(_ values: (shown: [String], hidden: [String])) -> [TableKey] {
        values.shown.map { .value($0) } + (values.hidden.isEmpty ? [] : [.others])
    }

    func table() -> CrossTable {
        CrossTable(
            rows: request.rows, columns: request.columns, measure: request.measure,
            columnHeads: columnKeys.map { head($0, hidden.columns.count, cell(.all, $0)) },
            lines: rowKeys.map { row in
                CrossTable.Row(
                    head: head(row, hidden.rows.count, cell(row, .all)), cells: columnKeys.map { cell(row, $0) })
            },
            total: cell(.all, .all), matched: matched,
            placed: request.measure == .supported
                ? bases.count(.all, .all) : counted.count(.all, .all))
    }

    private var matched: Int {
        snapshot.search(
            ParsedQuery(root: asked.root), SearchRequest(filters: asked.filters, limit: 1)
        ).total
    }

    private func head(_ key: TableKey, _ others: Int, _ total: CrossTable.Cell) -> CrossTable.Head {
        guard case .value(let value) = key else { return CrossTable.Head(value: nil, values: others, total: total) }
        return CrossTable.Head(value: value, values: 1, total: total)
    }

    private func cell(_ row: TableKey, _ column: TableKey) -> CrossTable.Cell {
        let base: Int? =
            switch request.measure {
            case .count: nil
            case .shareOfRow: counted.count(row, .all)
            case .shareOfColumn: counted.count(.all, column)
            case .shareOfAll, .supported: bases.count(row, column)
            }
        let count = counted.count(row, column)
        let isKnown = count > 0 || (base != 0 && isLoaded(row, column))
        return CrossTable.Cell(count: count, base: base, isKnown: isKnown)
    }

    /// Whether anything is loaded that could stand in a cell.
    private func isLoaded(_ row: TableKey, _ column: TableKey) -> Bool {
        loaded.count(request.rows.tellsOrigin ? row : .all, request.columns.tellsOrigin ? column : .all) > 0
    }
}

extension TableCounts.Asked {
    /// The same question, of records with one of these positions.
    fileprivate func with(_ positions: [Position]) -> Self {
        let names = Set(positions.map(\.rawValue))
        guard let asked = filters[.position], !asked.isEmpty else {
            var question = self
            question.filters[.position] = names
            return question
        }
        var question = self
        let both = asked.intersection(names)
        question.filters[.position] = both.isEmpty ? ["-"] : both
        return question
    }
}
