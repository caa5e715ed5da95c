import CXlsxWriter
import Domain
import FoundationEssentials

/// The tables of a paper as sheets, for whoever counts on: one sheet a table, its words wrapped, its header on every printed page.
struct PaperSheets {
    let paper: Paper
    let words: PaperWords

    private var tables: [PaperTable] {
        (paper.blocks + paper.annexes.flatMap(\.blocks)).compactMap {
            if case .table(let table) = $0 { table } else { nil }
        }
    }

    /// Texts are written as texts, whatever they begin with: nothing in the file is a formula.
    func workbook() throws(PaperError) -> [UInt8] {
        guard !tables.isEmpty else { throw .noTable }
        let folder = FileManager.default.temporaryDirectory.path + "/rapporteur-sheets-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        guard
            (try? FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])) != nil
        else { throw .failed(.xlsx, reason: "no private folder can be made") }
        let path = folder + "/paper.xlsx"
        try write(to: path)
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            throw .failed(.xlsx, reason: "the workbook cannot be read back")
        }
        return Array(data)
    }

    private func write(to path: String) throws(PaperError) {
        guard let book = workbook_new(path) else { throw .failed(.xlsx, reason: "no workbook can be made") }
        let head = workbook_add_format(book)
        format_set_bold(head)
        let text = workbook_add_format(book)
        for format in [head, text] {
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
        for (place, table) in tables.enumerated() {
            guard let sheet = workbook_add_worksheet(book, words.table(place + 1)) else {
                workbook_close(book)
                throw .failed(.xlsx, reason: "sheet \(place + 1) cannot be made")
            }
            write(table, to: sheet, head, text)
        }
        guard workbook_close(book) == LXW_NO_ERROR else {
            throw .failed(.xlsx, reason: "the workbook cannot be written")
        }
    }

    private func write(
        _ table: PaperTable, to sheet: UnsafeMutablePointer<lxw_worksheet>, _ head: UnsafeMutablePointer<lxw_format>?,
        _ text: UnsafeMutablePointer<lxw_format>?
    ) {
        if words.isRightToLeft { worksheet_right_to_left(sheet) }
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_repeat_rows(sheet, 0, 0)
        worksheet_freeze_panes(sheet, 1, 0)
        let whole = max(table.columns.reduce(0) { $0 + $1.share }, 0.001)
        for (place, column) in table.columns.enumerated() {
            let width = max(8, 150 * column.share / whole)
            worksheet_set_column(sheet, UInt16(place), UInt16(place), width, nil)
            worksheet_write_string(sheet, 0, UInt16(place), column.title, head)
        }
        for (row, cells) in table.rows.enumerated() {
            for (place, cell) in cells.enumerated() {
                let value = Self.plain(cell)
                let isNumber = table.columns.indices.contains(place) && table.columns[place].isNumber
                if isNumber, let number = Double(value), number.isFinite {
                    worksheet_write_number(sheet, UInt32(row + 1), UInt16(place), number, text)
                } else if !value.isEmpty {
                    worksheet_write_string(sheet, UInt32(row + 1), UInt16(place), String(value.prefix(32_000)), text)
                }
            }
        }
    }

    /// All tables one after the other, each under its caption.
    func table() throws(PaperError) -> [UInt8] {
        guard !tables.isEmpty else { throw .noTable }
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        for (place, table) in tables.enumerated() {
            if tables.count > 1 { bytes += CSVExport.line([.text(words.table(place + 1) + ". " + table.caption)]) }
            bytes += CSVExport.line(table.columns.map { .text($0.title) })
            for row in table.rows { bytes += CSVExport.line(row.map { .text(Self.plain($0)) }) }
        }
        return bytes
    }

    /// Footnotes follow their words in brackets.
    static func plain(_ runs: [PaperRun]) -> String {
        runs.map { run in run.text + (run.footnote.map { " [" + plain($0) + "]" } ?? "") }.joined()
    }
}
