import Domain

/// Lists without tables: headings `Right or area: ...`, paragraphs with their number, lines `Position: Supported`.
enum ListProse {
    static func rows(of lines: [CleanLine]) -> [ListRow] {
        var rows: [ListRow] = []
        var heading: String?
        for line in lines {
            if let theme = ListHeading.labelled(line.text) {
                heading = theme
            } else if ListNumber.begins(line.text) {
                var row = ListRow([], at: line.index, page: line.page > 0 ? line.page : nil)
                row.heading = heading
                row.recommendation = [line.text]
                rows.append(row)
            } else if let last = rows.indices.last {
                add(line.text, to: &rows[last])
            }
        }
        return rows
    }

    private static func add(_ text: String, to row: inout ListRow) {
        let folded = FoldedText(text)
        if folded.words.count <= 4, let event = PositionWords.events(in: folded).first, event.position != .pending {
            let colon = text.firstIndex { ":：".contains($0) }
            row.position.append(colon.map { String(text[text.index(after: $0)...]) } ?? text)
        } else if TagSections.isHeading(text) || !row.tags.isEmpty {
            row.tags.append(text)
        } else {
            row.recommendation.append(text)
        }
    }
}
