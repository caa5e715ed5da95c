import Documents
import Domain
import Frame
import Locales
import Markup

/// The row of a table that a finding was read from, with its head, the heading above it and the rows beside it; the first rows
/// where there is no finding.
struct TablePane {
    let view: View
    let text: DocumentText
    let finding: Finding?
    let language: String

    private static let cellCharactersMax = 700
    private static let likenessLength = 40

    private var html: HTMLWriter { view.html }

    func write() {
        guard let (table, row) = place else {
            html.element(.p, .class("soft"), text: view.say("document.placeUnknown"))
            return
        }
        let rows = text.tables[table].rows
        let first = max(0, row - 1)
        let above = heading(row, rows).flatMap { $0 < first ? $0 : nil }
        let shown = (first > 0 && above != 0 ? [0] : []) + (above.map { [$0] } ?? [])
        let indices = shown + Array(first...min(rows.count - 1, row + 2))
        // Columns go the way of the document, not of the page.
        html.element(.div, .dir(language == "ar" ? "rtl" : "ltr")) {
            view.table(view.say("review.document"), style: "original-table") {
                html.element(.tbody, .lang(language)) {
                    for index in indices {
                        html.element(.tr, .class(index == row && finding != nil ? "here" : "")) {
                            for cell in rows[index].prefix(8) { self.cell(cell) }
                        }
                    }
                }
            }
        }
    }

    /// The nearest row above that is one cell across the table: a theme.
    private func heading(_ row: Int, _ rows: [[DocumentText.Cell]]) -> Int? {
        rows[..<row].lastIndex { cells in cells.count { !$0.text.isEmpty } == 1 }
    }

    private func cell(_ cell: DocumentText.Cell) {
        html.element(.td, .dir("auto"), .custom("colspan", cell.columns > 1 ? String(min(cell.columns, 8)) : nil)) {
            let text = cell.text
            html.text(String(text.prefix(Self.cellCharactersMax)) + (text.count > Self.cellCharactersMax ? "…" : ""))
        }
    }

    /// The row whose cells begin with the finding's number, or hold the beginning of its text.
    private var place: (table: Int, row: Int)? {
        guard let finding else {
            return text.tables.firstIndex { !$0.rows.isEmpty }.map { (table: $0, row: 0) }
        }
        let number = finding.paragraph?.printed
        let beginning = String(finding.text.prefix(Self.likenessLength))
        for (table, content) in text.tables.enumerated() {
            for (row, cells) in content.rows.enumerated() {
                let isHere = cells.contains { cell in
                    let text = cell.text
                    if let number, text.hasPrefix(number), !(text.dropFirst(number.count).first?.isNumber ?? false) {
                        return true
                    }
                    return beginning.count > 10 && text.contains(beginning)
                }
                if isHere { return (table, row) }
            }
        }
        return nil
    }
}
