import Domain

/// A workbook as one table of text (CSV), for whoever has no program for spreadsheets: first what the program reads back and what people
/// should know, then the sheets one after the other, each with its codes, its headings and its rows. Nothing in it is locked; cells that
/// would be are left alone when it comes back.
extension FormWorkbook {
    package static let tableMark = "#rapporteur"
    package static let markRow = "#mark"
    package static let noteRow = "#note"
    package static let sheetRow = "#sheet"

    /// UTF-8 with a byte order mark, so that Excel reads it so.
    package func table() -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        func row(_ cells: [ExportColumn.Cell]) { bytes += CSVExport.line(cells) }
        row([.text(Self.tableMark), .number(1)])
        for mark in marks { row([.text(Self.markRow), .text(mark.name), .text(mark.value)]) }
        for line in [notes.heading] + notes.lines { row([.text(Self.noteRow), .text(line)]) }
        for sheet in sheets {
            row([.text(Self.sheetRow), .text(sheet.name)])
            row(sheet.columns.map { .text($0.code) })
            row(sheet.columns.map { .text($0.heading) })
            for line in sheet.rows { row(line.map(\.plain)) }
        }
        return bytes
    }
}

extension FormCell {
    fileprivate var plain: ExportColumn.Cell {
        switch value {
        case .none: .none
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .date(let date): .text(date.description)
        }
    }
}
