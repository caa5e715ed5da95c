package import Domain

/// A spreadsheet file as it stands, untidiness and all: every sheet, every filled cell in its place, merged ranges.
///
/// Nothing is computed: of a formula the value that the file keeps is read, and that it was one is said.
package struct SheetFile: Sendable {
    package var pages: [SheetPage]

    package init(pages: [SheetPage]) { self.pages = pages }
}

/// One sheet.
package struct SheetPage: Sendable {
    package var name: String
    package var isHidden: Bool
    /// Rows with at least one filled cell, in order.
    package var rows: [SheetLine]
    package var merges: [MergedRange]

    package init(name: String, isHidden: Bool = false, rows: [SheetLine] = [], merges: [MergedRange] = []) {
        self.name = name
        self.isHidden = isHidden
        self.rows = rows
        self.merges = merges
    }

    /// One more than the last column with a filled cell.
    package var width: Int { rows.reduce(0) { max($0, $1.cells.count) } }
}

/// One row of a sheet; `number` is the one a spreadsheet program shows, from 1.
package struct SheetLine: Sendable {
    package var number: Int
    /// By column from 0; nil is an empty cell. May end early.
    package var cells: [CellContent?]

    package init(number: Int, cells: [CellContent?]) {
        self.number = number
        self.cells = cells
    }

    package subscript(_ column: Int) -> CellContent? { cells.indices.contains(column) ? cells[column] : nil }
}

/// What stands in a cell.
package struct CellContent: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        case text(String)
        case number(Double)
        case flag(Bool)
        /// A day number under a date's format. The number is kept: it may have been a paragraph once.
        case date(CalendarDate, serial: Double)
        /// `#REF!`
        case error(String)
    }

    package var value: Value
    /// As a reader of the sheet sees it, nearly: `127.10` where the format asks for two decimals, dates as `2026-01-31`.
    package var shown: String
    package var isFormula: Bool

    package init(_ value: Value, shown: String, isFormula: Bool = false) {
        self.value = value
        self.shown = shown
        self.isFormula = isFormula
    }

    package static func text(_ text: String) -> CellContent { CellContent(.text(text), shown: text) }
}

/// Cells that a person joined into one; both ends included, rows from 1 and columns from 0.
package struct MergedRange: Hashable, Sendable {
    package var rows: ClosedRange<Int>
    package var columns: ClosedRange<Int>

    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }
}

/// How much of a spreadsheet is read. Beyond it the file is refused as a whole, never cut.
package struct SheetLimits: Sendable {
    package var fileBytesMax = 20 << 20
    package var sheetsMax = 60
    package var rowsMax = 20_000
    package var columnsMax = 256
    package var cellsMax = 400_000
    /// Unpacked bytes of one part of the file.
    package var partBytesMax = 200 << 20

    package init() {}
}

extension CalendarDate {
    /// The date of a spreadsheet's day number in the system that counts from 1900; nil for what is none.
    package static func ofSheet(serial: Double) -> CalendarDate? { Numbers.date(serial: serial) }
}
