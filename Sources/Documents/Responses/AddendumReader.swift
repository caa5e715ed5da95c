import Domain

/// Reads a State's answers to the recommendations of its review: a statement for each paragraph, with position, reason and claim.
enum AddendumReader {
    static func findings(in text: DocumentText, _ context: ReadingContext) -> [Finding] {
        let units = units(of: text)
        let isDotted = units.prefix(4_000).contains { unit in
            ParagraphReferences(unit.text).groups.contains { $0.isDotted }
        }
        var walk = AddendumWalk(plainNumbers: !isDotted, names: StateNames(context.reference))
        for unit in units {
            if unit.cells.isEmpty { walk.take(unit) } else { walk.take(row: unit) }
        }
        return AddendumStatements(walk: walk, facts: context.facts).findings
    }

    /// Paragraphs and rows of tables in the order of the document.
    private static func units(of text: DocumentText) -> [AddendumUnit] {
        let lines = PageCleaning.clean(text)
        let (prose, printed) = PrintedTable.rows(of: lines)
        var units = AddendumUnits.units(prose) + printed
        for table in text.tables {
            for row in table.rows where row.contains(where: { !$0.paragraphs.isEmpty }) {
                let cells = row.map { LineJoining.join($0.paragraphs) }
                let place = min(table.line, max(0, text.lines.count))
                units.append(
                    AddendumUnit(
                        text: LineJoining.join(cells),
                        page: text.lines.indices.contains(place) ? text.lines[place].page : 0,
                        lines: place..<place + 1, cells: cells))
            }
        }
        // Sorting keeps rows of one table in their order: their places are equal and the sort is stable by number.
        return units.enumerated().sorted {
            ($0.element.lines.lowerBound, $0.offset) < ($1.element.lines.lowerBound, $1.offset)
        }.map(\.element)
    }
}
