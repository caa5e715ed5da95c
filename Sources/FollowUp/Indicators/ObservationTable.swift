import Ingest

/// Why a file has nothing that could be taken over.
package enum ImportRefusal: Error, Hashable, Sendable {
    /// The sentence of the reader of the file, in English.
    case unreadable(String)
    /// No row with the headings of a table of observations; the words in the first rows.
    case noHeadings([String])
    case tooLarge(most: Int)
    /// JSON that is no SDMX-JSON data message, and what is missing.
    case notSDMX(String)
}

/// Reads observations from a sheet: one value a row (`period`, `value`), or one column a period. Headings may stand below titles.
enum ObservationTable {
    static let headingRowsMax = 30

    static func read(_ file: SheetFile, _ options: ImportOptions) throws(ImportRefusal) -> ImportedTable {
        for page in file.pages where !page.isHidden {
            for (index, line) in page.rows.prefix(headingRowsMax).enumerated() {
                guard let headings = Headings(line) else { continue }
                return table(page.rows.dropFirst(index + 1), headings, options)
            }
        }
        let seen = file.pages.first?.rows.first?.cells.compactMap { $0?.shown } ?? []
        throw .noHeadings(Array(seen.prefix(12)))
    }

    /// The columns of a table, where a row is its headings.
    struct Headings {
        var columns: [(index: Int, column: ObservationColumn)] = []
        var passedOver: [String] = []

        /// Nil where the row is no headings: it needs a period and a value, or at least one period with other columns beside it.
        init?(_ line: SheetLine) {
            var taken: Set<ObservationColumn> = []
            for (index, cell) in line.cells.enumerated() {
                guard let cell else { continue }
                if let column = ObservationColumn(cell.shown), taken.insert(column).inserted {
                    columns.append((index, column))
                } else {
                    passedOver.append(cell.shown)
                }
            }
            let isLong = taken.contains(.period) && taken.contains(.value)
            guard isLong || (isWide && taken.count > 1) else { return nil }
        }

        var isWide: Bool {
            columns.contains { if case .values = $0.column { true } else { false } }
                && !columns.contains { $0.column == .value }
        }
    }

    private static func table(
        _ lines: ArraySlice<SheetLine>, _ headings: Headings, _ options: ImportOptions
    ) -> ImportedTable {
        var table = ImportedTable()
        table.passedOver = headings.passedOver
        for line in lines {
            let cells = Cells(line, headings)
            if headings.isWide {
                for (index, column) in headings.columns {
                    guard case .values(let period) = column, let cell = line[index] else { continue }
                    cells.add(&table, period, cell.shown, index, options)
                }
            } else if let period = cells.text(.period),
                let shown = ObservationPeriod(period.filter { !$0.isWhitespace })
            {
                cells.add(&table, shown, cells.text(.value) ?? "", cells.index(.value), options)
            } else if line.cells.contains(where: { $0 != nil }) {
                table.faults.append(
                    ImportFault(cells.place(cells.index(.period)), cells.text(.period) ?? "", .period))
            }
        }
        return table
    }

    /// One line by its columns.
    private struct Cells {
        let line: SheetLine
        let headings: Headings

        init(_ line: SheetLine, _ headings: Headings) {
            self.line = line
            self.headings = headings
        }

        func index(_ column: ObservationColumn) -> Int { headings.columns.first { $0.column == column }?.index ?? 0 }

        /// Nil where there is no such column or nothing in it.
        func text(_ column: ObservationColumn) -> String? {
            headings.columns.first { $0.column == column }.flatMap { line[$0.index]?.shown }
        }

        func place(_ index: Int) -> ImportPlace { ImportPlace(row: line.number, column: CellReference.letters(index)) }

        func part(_ column: ObservationColumn, isSex: Bool = false) -> String {
            BreakdownWords.value(text(column) ?? "", isSex: isSex)
        }

        func add(
            _ table: inout ImportedTable, _ period: ObservationPeriod, _ shown: String, _ index: Int,
            _ options: ImportOptions
        ) {
            // A workbook keeps numbers with a point, whatever sign its program shows.
            var own = options
            if case .number = line[index]?.value { own.point = .point }
            guard let value = own.value(shown) else {
                table.faults.append(ImportFault(place(index), shown, .value))
                return
            }
            let breakdown = Breakdown(
                sex: part(.sex, isSex: true), age: part(.age), disability: part(.disability), region: part(.region),
                population: part(.population))
            if let long = breakdown.parts.first(where: { $0.count > Breakdown.charactersMax }) {
                table.faults.append(ImportFault(place(index), long, .breakdown))
                return
            }
            table.rows.append(
                ImportedRow(
                    place: place(index), code: text(.code), period: period, breakdown: breakdown,
                    value: value.quantity, source: text(.source), note: text(.note)))
        }
    }
}
