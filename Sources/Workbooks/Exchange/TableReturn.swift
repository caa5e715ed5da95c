import Ingest
import Reports

extension SheetFile {
    /// A workbook that went out as one table of text, as the sheets it holds; any other file as it is. Rows keep their numbers.
    func divided() -> SheetFile {
        guard pages.count == 1, let page = pages.first, page.rows.first?[0]?.shown == FormWorkbook.tableMark else {
            return self
        }
        var marks = SheetPage(name: FormWorkbook.marksSheet, isHidden: true)
        var sheets: [SheetPage] = []
        for line in page.rows.dropFirst() {
            switch line[0]?.shown {
            case FormWorkbook.markRow:
                marks.rows.append(SheetLine(number: line.number, cells: Array(line.cells.dropFirst())))
            case FormWorkbook.noteRow: continue
            case FormWorkbook.sheetRow: sheets.append(SheetPage(name: line[1]?.shown ?? ""))
            default:
                guard let last = sheets.indices.last else { continue }
                sheets[last].rows.append(SheetLine(number: line.number, cells: line.cells.map { $0?.bare }))
            }
        }
        return SheetFile(pages: sheets + [marks])
    }
}

extension CellContent {
    /// Without the apostrophe that keeps a text from being taken for a formula.
    fileprivate var bare: CellContent {
        guard case .text(let text) = value, text.first == "'", let second = text.dropFirst().first,
            "=+-@\t\r".contains(second)
        else { return self }
        return .text(String(text.dropFirst()))
    }
}
