import CXlsxWriter
package import Domain

/// A workbook written row by row: memory does not grow with the rows.
///
/// Not `Sendable`: one task writes it from beginning to end.
package final class XLSXExport {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let wrap: UnsafeMutablePointer<lxw_format>?
    private let path: String
    private var row: UInt32 = 0
    private var isClosed = false

    /// Rows that one sheet takes beside its header.
    package static let rowsMax = 1_048_575
    private static let cellCharactersMax = 32_767

    /// Begins a workbook at `path` with the header row.
    package init(path: String) throws(ExportError) {
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let workbook = workbook_new_opt(path, &options) else { throw .unwritable(path: path) }
        guard let sheet = workbook_add_worksheet(workbook, "recommendations") else {
            workbook_close(workbook)
            throw .unwritable(path: path)
        }
        self.path = path
        self.workbook = workbook
        self.sheet = sheet
        wrap = workbook_add_format(workbook)
        format_set_text_wrap(wrap)
        format_set_align(wrap, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        let bold = workbook_add_format(workbook)
        format_set_bold(bold)
        for (column, name) in ExportColumn.allCases.enumerated() {
            let width: Double = name == .text ? 80 : name == .themes || name == .persons ? 32 : 14
            worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)
            worksheet_write_string(sheet, 0, UInt16(column), name.rawValue, bold)
        }
        worksheet_freeze_panes(sheet, 1, 0)
        row = 1
    }

    deinit { if !isClosed { workbook_close(workbook) } }

    /// Adds rows; what is beyond the sheet's limit is left out and counted.
    @discardableResult
    package func add(_ records: [ExportedRecord], _ language: LanguageTag) -> Int {
        var leftOut = 0
        for record in records {
            guard row <= Self.rowsMax else {
                leftOut += 1
                continue
            }
            for (column, name) in ExportColumn.allCases.enumerated() {
                switch name.cell(record, language) {
                case .none: break
                case .number(let number): worksheet_write_number(sheet, row, UInt16(column), Double(number), wrap)
                case .text(let text):
                    worksheet_write_string(
                        sheet, row, UInt16(column), String(text.prefix(Self.cellCharactersMax)), wrap)
                }
            }
            row += 1
        }
        return leftOut
    }

    /// Writes the file.
    package func finish() throws(ExportError) {
        if row > 1 { worksheet_autofilter(sheet, 0, 0, row - 1, UInt16(ExportColumn.allCases.count - 1)) }
        isClosed = true
        guard workbook_close(workbook) == LXW_NO_ERROR else { throw .unwritable(path: path) }
    }
}

package enum ExportError: Error, Sendable, Equatable {
    /// The file cannot be written: no right, no space, no such folder.
    case unwritable(path: String)
}
