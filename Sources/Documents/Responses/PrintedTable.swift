/// Tables of answers as a PDF prints them: columns kept apart by gaps only.
struct PrintedTable {
    private let starts: [Int]
    private var cells: [[String]]
    private var first: CleanLine?
    private var last: CleanLine?

    /// The lines that belong to no such table, and the rows of those that do. A table begins at a head that names its columns.
    static func rows(of lines: [CleanLine]) -> (prose: [CleanLine], rows: [AddendumUnit]) {
        let margins = lines.reduce(into: [Int: Int]()) { margins, line in
            margins[line.page] = min(margins[line.page] ?? .max, line.indent)
        }
        var prose: [CleanLine] = []
        var rows: [AddendumUnit] = []
        var table: PrintedTable?
        for line in lines {
            let margin = margins[line.page] ?? 0
            let parts = parts(of: line, margin: margin)
            if AnswerColumn.head(parts.map(\.text)) != nil {
                rows += table?.finished() ?? []
                table = PrintedTable(starts: parts.map(\.start))
                rows.append(
                    AddendumUnit(
                        text: line.text, page: line.page, lines: line.index..<line.index + 1, cells: parts.map(\.text)))
            } else if table != nil {
                if table?.isProse(parts, line) == true {
                    rows += table?.finished() ?? []
                    table = nil
                    prose.append(line)
                } else {
                    rows += table?.take(line, parts) ?? []
                }
            } else {
                prose.append(line)
            }
        }
        return (prose, rows + (table?.finished() ?? []))
    }

    private init(starts: [Int]) {
        self.starts = starts
        cells = starts.map { _ in [] }
    }

    /// Whether the line runs over the gap between the first two columns without a break, as text below a table does.
    private func isProse(_ parts: [(text: String, start: Int)], _ line: CleanLine) -> Bool {
        guard parts.count == 1, let part = parts.first, starts.count > 1, line.isAfterBlank else { return false }
        return part.start < starts[1] - 2 && part.start + part.text.count > starts[1] + 8
    }

    /// A line's cells go to the columns they stand under; a number in the first column begins a row.
    private mutating func take(_ line: CleanLine, _ parts: [(text: String, start: Int)]) -> [AddendumUnit] {
        var done: [AddendumUnit] = []
        let placed = parts.map { part in (part.text, starts.lastIndex { $0 <= part.start + 3 } ?? 0) }
        let begins = placed.contains { text, column in
            column == 0 && text.first?.isNumber == true
                && (AddendumText.leading(ParagraphReferences(text)) != nil || Int(AddendumText.withoutEnd(text)) != nil)
        }
        let isHeading = placed.count == 1 && line.isAfterBlank && placed[0].1 == 0 && !begins
        if begins || isHeading { done = finished() }
        if first == nil { first = line }
        last = line
        for (text, column) in placed { cells[column].append(text) }
        return done
    }

    private mutating func finished() -> [AddendumUnit] {
        guard let first, let last else { return [] }
        let texts = cells.map { LineJoining.join($0) }
        cells = starts.map { _ in [] }
        self.first = nil
        self.last = nil
        return [
            AddendumUnit(
                text: LineJoining.join(texts), page: first.page, lines: first.index..<max(first.index, last.index) + 1,
                cells: texts)
        ]
    }

    /// Parts between gaps of two spaces or more, with their columns from the page's margin.
    private static func parts(of line: CleanLine, margin: Int) -> [(text: String, start: Int)] {
        var parts: [(text: String, start: Int)] = []
        var part = ""
        var start = 0
        var spaces = 0
        for (offset, character) in line.text.enumerated() {
            if character == " " {
                spaces += 1
                continue
            }
            if part.isEmpty || spaces >= 2 {
                if !part.isEmpty { parts.append((part, start)) }
                part = ""
                start = line.indent - margin + offset
            } else if spaces == 1 {
                part += " "
            }
            spaces = 0
            part.append(character)
        }
        if !part.isEmpty { parts.append((part, start)) }
        return parts
    }
}
