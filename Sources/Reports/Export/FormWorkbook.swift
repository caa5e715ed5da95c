package import Domain

/// A workbook that people fill in offline: a page of instructions, sheets whose locked cells they read and whose open cells they write,
/// with lists to choose from, and what the program needs to know it again.
///
/// Texts are written as texts, whatever they begin with: nothing in the file is a formula.
package struct FormWorkbook: Sendable {
    package var isRightToLeft: Bool
    package var notes: Notes
    package var sheets: [FormSheet]
    package var lists: [FormList]
    /// What the program reads back: names and values on a hidden sheet.
    package var marks: [(name: String, value: String)]

    /// Instructions: a heading and paragraphs.
    package struct Notes: Sendable {
        package var name: String
        package var heading: String
        package var lines: [String]

        package init(name: String, heading: String, lines: [String]) {
            self.name = name
            self.heading = heading
            self.lines = lines
        }
    }

    package static let marksSheet = "rapporteur"
    package static let listsSheet = "lists"

    package init(
        isRightToLeft: Bool, notes: Notes, sheets: [FormSheet], lists: [FormList],
        marks: [(name: String, value: String)]
    ) {
        self.isRightToLeft = isRightToLeft
        self.notes = notes
        self.sheets = sheets
        self.lists = lists
        self.marks = marks
    }
}

/// Values to choose from.
package struct FormList: Sendable {
    package var name: String
    package var values: [String]

    package init(name: String, values: [String]) {
        self.name = name
        self.values = values
    }
}

/// One sheet: codes of the columns in a hidden first row, headings in the second, rows from the third on.
package struct FormSheet: Sendable {
    package var name: String
    package var columns: [FormColumn]
    package var rows: [[FormCell]]
    /// Empty rows below, with every column open that is open for new rows.
    package var rowsSpare: Int

    package init(name: String, columns: [FormColumn], rows: [[FormCell]], rowsSpare: Int) {
        self.name = name
        self.columns = columns
        self.rows = rows
        self.rowsSpare = rowsSpare
    }

    /// The sheet's number of the first row of data.
    package static let firstRow = 3
}

package struct FormColumn: Sendable {
    package enum Form: Sendable, Hashable {
        case text(charactersMax: Int)
        case date
        case number(ClosedRange<Int>)
        /// One of the values of the list of that name.
        case list(String)
    }

    /// What the program calls it.
    package var code: String
    package var heading: String
    package var form: Form
    /// In characters.
    package var width: Int
    package var isHidden: Bool
    package var isOpenInNewRows: Bool
    /// Title and sentence shown beside the cell, and where something else is entered.
    package var hint: String

    package init(
        code: String, heading: String, form: Form, width: Int, isHidden: Bool = false, isOpenInNewRows: Bool = false,
        hint: String = ""
    ) {
        self.code = code
        self.heading = heading
        self.form = form
        self.width = width
        self.isHidden = isHidden
        self.isOpenInNewRows = isOpenInNewRows
        self.hint = hint
    }
}

package struct FormCell: Sendable, Hashable {
    package enum Value: Sendable, Hashable {
        case none
        case text(String)
        case number(Int)
        case date(CalendarDate)
    }

    package var value: Value
    package var isOpen: Bool

    package init(_ value: Value, isOpen: Bool = false) {
        self.value = value
        self.isOpen = isOpen
    }
}
