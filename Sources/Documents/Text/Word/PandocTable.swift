/// The cells of pandoc's tables.
enum PandocTable {
    /// Rows of head, bodies and foot. A cell that spans rows stands in the first of them, with empty cells below it, so that columns
    /// stay in their places.
    static func rows(of table: PandocNode) -> [[DocumentText.Cell]] {
        var rows = Spanning()
        rows.add(table[3][1])
        for body in table[4].array {
            rows.add(body[2])
            rows.add(body[3])
        }
        rows.add(table[5][1])
        return rows.rows
    }

    /// Rows with a memory of the cells that reach down into the next.
    private struct Spanning {
        var rows: [[DocumentText.Cell]] = []
        /// For a column: how many rows below are still covered.
        private var covered: [Int: Int] = [:]

        mutating func add(_ section: PandocNode) {
            for row in section.array { rows.append(cells(row[1])) }
        }

        private mutating func cells(_ row: PandocNode) -> [DocumentText.Cell] {
            var cells: [DocumentText.Cell] = []
            var column = 0
            for cell in row.array {
                skipCovered(&column, &cells)
                let columns = min(max(1, cell[3].number), 1_000)
                var paragraphs: [String] = []
                for block in cell[4].array { CellText.append(block, to: &paragraphs) }
                cells.append(.init(paragraphs: paragraphs, columns: columns))
                if cell[2].number > 1 { for place in column..<column + columns { covered[place] = cell[2].number - 1 } }
                column += columns
            }
            skipCovered(&column, &cells)
            return cells
        }

        private mutating func skipCovered(_ column: inout Int, _ cells: inout [DocumentText.Cell]) {
            while let below = covered[column] {
                covered[column] = below > 1 ? below - 1 : nil
                cells.append(.init(paragraphs: []))
                column += 1
            }
        }
    }
}

/// The paragraphs of a table's cell.
enum CellText {
    /// A forced line break ends a paragraph here; a list's items carry their labels; a table within is taken cell by cell.
    static func append(_ block: PandocNode, to paragraphs: inout [String], label: String? = nil) {
        let content = block.content
        switch block.name {
        case "Para", "Plain": append(PandocInlines.text(of: content), to: &paragraphs, label)
        case "Header": append(PandocInlines.text(of: content[2]), to: &paragraphs, label)
        case "LineBlock": for line in content.array { append(PandocInlines.text(of: line), to: &paragraphs, nil) }
        case "CodeBlock": append(content[1].string, to: &paragraphs, label)
        case "BlockQuote": for block in content.array { append(block, to: &paragraphs) }
        case "Div": for block in content[1].array { append(block, to: &paragraphs) }
        case "OrderedList":
            let label = ListLabel(content[0])
            for (offset, item) in content[1].array.enumerated() {
                append(item: item, label.text(at: offset), to: &paragraphs)
            }
        case "BulletList": for item in content.array { append(item: item, "\u{2022}", to: &paragraphs) }
        case "Table":
            for cell in PandocTable.rows(of: content).joined() { paragraphs += cell.paragraphs }
        default: break
        }
    }

    private static func append(item: PandocNode, _ label: String, to paragraphs: inout [String]) {
        for (place, block) in item.array.enumerated() {
            append(block, to: &paragraphs, label: place == 0 ? label : nil)
        }
    }

    private static func append(_ text: String, to paragraphs: inout [String], _ label: String?) {
        var label = label
        for line in text.split(separator: "\n") {
            let paragraph = PlainText.paragraph(label.map { $0 + " " + line } ?? String(line))
            label = nil
            if !paragraph.isEmpty { paragraphs.append(paragraph) }
        }
    }
}
