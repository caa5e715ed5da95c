import Domain

/// Reads OHCHR's lists and matrices of a review's recommendations: text, States, position and its source, themes, persons, goals, and
/// what is said of implementation.
enum ThematicListReader {
    static func findings(in text: DocumentText, _ context: ReadingContext) -> [Finding] {
        var rows: [ListRow] = []
        var heading: String?
        var columns = ListColumns()
        for table in text.tables {
            for cells in table.rows {
                let row = ListRow(cells, at: table.line, page: page(of: table, in: text))
                if let head = ListColumns(head: row.texts) {
                    columns = head
                } else if let theme = ListHeading.theme(row) {
                    heading = theme
                } else {
                    rows += columns.split(row, under: heading)
                }
            }
        }
        if rows.isEmpty { rows = ListProse.rows(of: PageCleaning.clean(text)) }
        let builder = ListFindings(context: context)
        return rows.enumerated().compactMap { builder.finding($0.element, number: $0.offset + 1) }
    }

    private static func page(of table: DocumentText.Table, in text: DocumentText) -> Int? {
        guard text.lines.indices.contains(table.line), text.lines[table.line].page > 0 else { return nil }
        return text.lines[table.line].page
    }
}
