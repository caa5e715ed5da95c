/// What stands on a document's first page, cut where the printed line has wide gaps, and the beginning of the text behind it.
struct FirstPage: Sendable {
    /// A part of a printed line, or a paragraph of a cell.
    struct Segment: Sendable {
        let text: String
        let folded: FoldedText
        /// Whether a blank line, or another cell, stands before it.
        let isAfterBlank: Bool
        /// The printed line it is part of.
        let line: Int
    }

    private static let linesMax = 140
    private static let openingLinesMax = 420

    let segments: [Segment]
    /// The running header of a later page, where there is one.
    let headers: [String]
    /// The text of the first pages as one line.
    let opening: String

    init(_ text: DocumentText) {
        let first = text.lines.first?.page ?? 0
        let lines = text.lines.prefix(Self.openingLinesMax)
        var segments = text.headers.prefix(6).map {
            Segment(text: $0, folded: FoldedText($0), isAfterBlank: true, line: 0)
        }
        for (index, line) in lines.prefix(Self.linesMax).enumerated() where line.page == first {
            for table in text.tables where table.line == index { Self.add(table, to: &segments) }
            var isAfterBlank = index == 0 || lines[index - 1].text.isEmpty
            for part in Self.parts(of: line.text) {
                let folded = FoldedText(part)
                // Signs of footnotes and rules say nothing.
                guard !folded.isEmpty else { continue }
                segments.append(Segment(text: part, folded: folded, isAfterBlank: isAfterBlank, line: index))
                isAfterBlank = false
            }
        }
        if lines.isEmpty || lines.count <= Self.linesMax {
            for table in text.tables where table.line >= lines.count { Self.add(table, to: &segments) }
        }
        self.segments = segments
        headers = Self.headers(lines, first: first)
        var opening = lines.map(\.text)
        for table in text.tables.prefix(2) { opening += table.rows.prefix(12).flatMap(\.self).map(\.text) }
        self.opening = opening.joined(separator: " ")
    }

    /// Cells of the masthead's table, or of the first rows of a list.
    private static func add(_ table: DocumentText.Table, to segments: inout [Segment]) {
        for (row, cells) in table.rows.prefix(12).enumerated() {
            for cell in cells {
                for (place, paragraph) in cell.paragraphs.prefix(12).enumerated() where !paragraph.isEmpty {
                    segments.append(
                        Segment(
                            text: paragraph, folded: FoldedText(paragraph), isAfterBlank: place == 0,
                            line: table.line + row))
                }
            }
        }
    }

    /// A line's parts between gaps of three spaces or more.
    static func parts(of line: String) -> [String] {
        var parts: [String] = []
        var part = ""
        var spaces = 0
        for character in line {
            if character == " " || character == "\t" {
                spaces += character == "\t" ? 3 : 1
                continue
            }
            if spaces >= 3, !part.isEmpty {
                parts.append(part)
                part = ""
            } else if spaces > 0, !part.isEmpty {
                part += " "
            }
            spaces = 0
            part.append(character)
        }
        if !part.isEmpty { parts.append(part) }
        return parts
    }

    private static func headers(_ lines: ArraySlice<DocumentText.Line>, first: Int) -> [String] {
        var headers: [String] = []
        var page = first
        for line in lines where !line.text.isEmpty && line.page != page {
            page = line.page
            headers += parts(of: line.text)
        }
        return headers
    }
}
