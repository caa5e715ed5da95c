import Ingest

/// Reads the rows of one sheet through a mapping: merged cells are carried down, rows without a number or words go on with the
/// recommendation above, headings give their document to what follows. Every filled row comes out, whatever it is.
struct TrackingReader {
    private let page: SheetPage
    private let mapping: TrackingMapping.Page
    private let header: [Int: String]
    /// By column, rows whose value stands in another row.
    private let carried: [Int: [Int: Int]]
    private let byNumber: [Int: SheetLine]

    init(_ page: SheetPage, _ mapping: TrackingMapping.Page) {
        self.page = page
        self.mapping = mapping
        header = Dictionary(mapping.columns.map { ($0.index, $0.header) }, uniquingKeysWith: { first, _ in first })
        var carried: [Int: [Int: Int]] = [:]
        for merge in page.merges where merge.rows.count > 1 && merge.rows.count <= 2_000 {
            for row in merge.rows.dropFirst() {
                carried[merge.columns.lowerBound, default: [:]][row] = merge.rows.lowerBound
            }
        }
        self.carried = carried
        byNumber = Dictionary(page.rows.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func lines() -> [TrackingLine] {
        var lines: [TrackingLine] = []
        var titles = [page.name]
        var headings: [String] = []
        var previous: TrackingLine?
        for row in page.rows {
            guard row.number > mapping.headerEnd else {
                if row.number < mapping.headerRow {
                    titles.append(row.cells.compactMap { $0?.shown }.joined(separator: " "))
                }
                continue
            }
            var line = read(row)
            line.kind = kind(row, line)
            switch line.kind {
            case .heading: headings = [line.raw.map(\.value).joined(separator: " ")]
            case .record:
                if line.text.isEmpty, line.paragraph.isEmpty, let previous {
                    line.text = previous.text
                    line.paragraph = previous.paragraph
                    line.documents = previous.documents
                    line.continues = true
                } else {
                    line.documents = titles + headings + line.documents
                }
                previous = line
            case .header, .remark: break
            }
            lines.append(line)
        }
        return lines
    }

    private func cell(_ row: SheetLine, _ column: Int) -> CellContent? {
        if let own = row[column] { return own }
        guard let origin = carried[column]?[row.number] else { return nil }
        return byNumber[origin]?[column]
    }

    private func read(_ row: SheetLine) -> TrackingLine {
        var line = TrackingLine(sheet: page.name, row: row.number, kind: .record, raw: [])
        for (column, cell) in row.cells.enumerated() {
            guard let cell else { continue }
            line.raw.append((CellReference.letters(column), cell.shown))
            if case .error = cell.value { line.broken.append(CellReference.letters(column)) }
        }
        for column in mapping.columns {
            guard let cell = cell(row, column.index) else { continue }
            if case .error = cell.value { continue }
            let isCarried = row[column.index] == nil
            take(cell, column, isCarried: isCarried, into: &line)
        }
        let identity = mapping.columns(.text) + mapping.columns(.paragraph)
        line.continues =
            identity.contains { carried[$0]?[row.number] != nil && row[$0] == nil }
            && !identity.contains { row[$0] != nil }
        if line.paragraph.isEmpty { line.paragraph = .leading(line.text) }
        return line
    }

    private func take(
        _ cell: CellContent, _ column: TrackingMapping.Column, isCarried: Bool, into line: inout TrackingLine
    ) {
        let text = Self.tidy(cell.shown)
        guard !text.isEmpty else { return }
        switch column.field {
        case .text: line.text = line.text.isEmpty ? text : line.text + " " + text
        case .paragraph: line.paragraph = ParagraphReading(cell)
        case .document: line.documents.append(text)
        case .lead: line.lead = cell.shown
        case .supporting: line.supporting.append(cell.shown)
        case .status: line.status = text
        // What was done for one row of a merged recommendation is not done again for the next.
        case .action: if !isCarried { line.action = text }
        case .comments: if !isCarried { line.comments.append((header[column.index] ?? "", text)) }
        case .starts: line.starts = cell
        case .due: line.due = cell
        }
    }

    /// What kind of row this is. In doubt it speaks of a recommendation: then a person sees it.
    private func kind(_ row: SheetLine, _ line: TrackingLine) -> TrackingLine.Kind {
        let filled = row.cells.compactMap { $0?.shown }
        if isHeader(row) { return .header }
        let isWide = page.merges.contains { $0.rows.contains(row.number) && $0.columns.count >= 3 }
        let hasFields = line.lead != nil || line.status != nil || line.action != nil || !line.comments.isEmpty
        if !line.paragraph.isEmpty, !line.text.isEmpty { return .record }
        if filled.count == 1 || isWide, !hasFields || isWide {
            let only = filled[0]
            if Self.isRemark(only) { return .remark }
            // Alone in its row: a recommendation without anything is long, a heading is short.
            if !isWide, !line.text.isEmpty, only.count > 60 { return .record }
            if !isWide, !line.paragraph.isEmpty, only.count < 12 { return .record }
            return .heading
        }
        if line.text.isEmpty, line.paragraph.isEmpty, !hasFields { return .remark }
        if Self.isRemark(filled[0]), line.paragraph.isEmpty, line.text.count < 40 { return .remark }
        return .record
    }

    private func isHeader(_ row: SheetLine) -> Bool {
        let named = mapping.columns.filter { column in
            row[column.index].map { WordKey.of($0.shown) == WordKey.of(column.header) } ?? false
        }
        return named.count >= 2
            || (named.count == 1 && row.cells.compactMap { $0 }.count == 1 && mapping.columns.count > 1)
    }

    private static func isRemark(_ text: String) -> Bool {
        let key = WordKey.of(text)
        if text.first.map({ "*†※".contains($0) }) == true { return true }
        return remarks.contains { key == $0 || key.hasPrefix($0 + " ") }
    }

    private static let remarks: [String] = [
        "note", "notes", "nb", "n b", "total", "totals", "legend", "source", "sources", "last updated", "updated",
        "remarque", "légende", "mise à jour", "nota", "leyenda", "actualizado", "примечание", "итого", "всего",
        "источник",
        "ملاحظة", "المجموع", "المصدر", "注", "合计", "总计", "共计", "prepared by", "état au", "contact",
    ].map { WordKey.of($0) }

    /// One line without double spaces.
    static func tidy(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
