import CXlsxWriter

/// A small workbook of several sheets.
package enum SheetWorkbook {
    /// Writes the file. Sheet names are at most 31 characters without `[]:*?/\`.
    package static func write(_ sheets: [Sheet], to path: String) throws(ExportError) {
        guard let workbook = workbook_new(path) else { throw .unwritable(path: path) }
        let bold = workbook_add_format(workbook)
        format_set_bold(bold)
        let percent = workbook_add_format(workbook)
        format_set_num_format(percent, "0.0%")
        for sheet in sheets {
            guard let page = workbook_add_worksheet(workbook, sheet.name) else {
                workbook_close(workbook)
                throw .unwritable(path: path)
            }
            worksheet_set_column(page, 0, 0, 32, nil)
            worksheet_freeze_panes(page, 1, 1)
            for (row, cells) in sheet.rows.enumerated() {
                for (column, cell) in cells.enumerated() {
                    let (row, column) = (UInt32(row), UInt16(column))
                    switch cell {
                    case .none: break
                    case .text(let text): worksheet_write_string(page, row, column, text, row == 0 ? bold : nil)
                    case .number(let number): worksheet_write_number(page, row, column, Double(number), nil)
                    case .share(let share): worksheet_write_number(page, row, column, share, percent)
                    }
                }
            }
        }
        guard workbook_close(workbook) == LXW_NO_ERROR else { throw .unwritable(path: path) }
    }
}
