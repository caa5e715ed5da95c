import CXlsxWriter
import Domain

extension FormWorkbook {
    /// Writes the file.
    package func write(to path: String) throws(ExportError) {
        guard let book = workbook_new(path) else { throw .unwritable(path: path) }
        let formats = FormFormats(book)
        guard writeNotes(book, formats), sheets.allSatisfy({ write($0, book, formats) }), writeLists(book),
            writeMarks(book)
        else {
            workbook_close(book)
            throw .unwritable(path: path)
        }
        guard workbook_close(book) == LXW_NO_ERROR else { throw .unwritable(path: path) }
    }

    private typealias Book = UnsafeMutablePointer<lxw_workbook>
    private typealias Page = UnsafeMutablePointer<lxw_worksheet>

    private func page(_ name: String, _ book: Book) -> Page? {
        guard let page = workbook_add_worksheet(book, Self.sheetName(name)) else { return nil }
        if isRightToLeft { worksheet_right_to_left(page) }
        return page
    }

    /// At most 31 characters without those that names of sheets may not have.
    package static func sheetName(_ name: String) -> String {
        let allowed = name.map { "[]:*?/\\'".contains($0) ? " " : String($0) }.joined()
        return String(allowed.prefix(31))
    }

    private func writeNotes(_ book: Book, _ formats: FormFormats) -> Bool {
        guard let page = page(notes.name, book) else { return false }
        worksheet_set_column(page, 0, 0, 100, nil)
        worksheet_write_string(page, 0, 0, notes.heading, formats.title)
        for (place, line) in notes.lines.enumerated() {
            worksheet_write_string(page, UInt32(place + 2), 0, line, formats.note)
        }
        protect(page)
        return true
    }

    private func write(_ sheet: FormSheet, _ book: Book, _ formats: FormFormats) -> Bool {
        guard let page = page(sheet.name, book) else { return false }
        var hidden = lxw_row_col_options()
        hidden.hidden = 1
        for (place, column) in sheet.columns.enumerated() {
            let place = UInt16(place)
            if column.isHidden {
                worksheet_set_column_opt(page, place, place, Double(column.width), nil, &hidden)
            } else {
                worksheet_set_column(page, place, place, Double(column.width), nil)
            }
            worksheet_write_string(page, 0, place, column.code, nil)
            worksheet_write_string(page, 1, place, column.heading, formats.heading)
        }
        worksheet_set_row_opt(page, 0, 15, nil, &hidden)
        worksheet_freeze_panes(page, 2, 0)
        let spare = sheet.columns.map { FormCell(.none, isOpen: $0.isOpenInNewRows) }
        let rows = sheet.rows + Array(repeating: spare, count: sheet.rowsSpare)
        for (place, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                write(cell, sheet.columns[column], UInt32(place + 2), UInt16(column), page, formats)
            }
        }
        if !rows.isEmpty {
            for (place, column) in sheet.columns.enumerated() where !column.isHidden {
                validate(column, UInt16(place), last: UInt32(rows.count + 1), page)
            }
        }
        protect(page)
        return true
    }

    private func write(
        _ cell: FormCell, _ column: FormColumn, _ row: UInt32, _ place: UInt16, _ page: Page, _ formats: FormFormats
    ) {
        let isDate = column.form == .date
        let format = cell.isOpen ? (isDate ? formats.openDate : formats.open) : isDate ? formats.date : formats.locked
        switch cell.value {
        case .none: if cell.isOpen { worksheet_write_blank(page, row, place, format) }
        case .text(let text): worksheet_write_string(page, row, place, String(text.prefix(32_767)), format)
        case .number(let number): worksheet_write_number(page, row, place, Double(number), format)
        case .date(let date):
            var moment = lxw_datetime()
            moment.year = Int32(date.year)
            moment.month = Int32(date.month ?? 1)
            moment.day = Int32(date.day ?? 1)
            worksheet_write_datetime(page, row, place, &moment, format)
        }
    }

    /// What a spreadsheet program lets people enter.
    private func validate(_ column: FormColumn, _ place: UInt16, last: UInt32, _ page: Page) {
        guard let source = source(of: column) else { return }
        // The library keeps copies; these live as long as the call.
        let message = String(column.hint.prefix(250))
        let title = String(column.heading.prefix(32))
        message.withCString { message in
            title.withCString { title in
                source.withCString { source in
                    var rule = lxw_data_validation()
                    rule.ignore_blank = 1
                    rule.show_error = 1
                    rule.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
                    rule.error_title = UnsafeMutablePointer(mutating: title)
                    if !column.hint.isEmpty { rule.error_message = UnsafeMutablePointer(mutating: message) }
                    switch column.form {
                    case .list:
                        rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
                        rule.value_formula = UnsafeMutablePointer(mutating: source)
                    case .date:
                        rule.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
                        rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
                        rule.minimum_datetime = lxw_datetime(year: 1990, month: 1, day: 1, hour: 0, min: 0, sec: 0)
                        rule.maximum_datetime = lxw_datetime(year: 2199, month: 12, day: 31, hour: 0, min: 0, sec: 0)
                    case .number(let range):
                        rule.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
                        rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
                        rule.minimum_number = Double(range.lowerBound)
                        rule.maximum_number = Double(range.upperBound)
                    case .text(let most):
                        rule.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
                        rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO.rawValue)
                        rule.value_number = Double(most)
                    }
                    worksheet_data_validation_range(page, 2, place, last, place, &rule)
                }
            }
        }
    }

    /// The cells a list stands in; empty for what is no list; nil where a list has no values.
    private func source(of column: FormColumn) -> String? {
        guard case .list(let name) = column.form else { return "" }
        guard let place = lists.firstIndex(where: { $0.name == name }), !lists[place].values.isEmpty else { return nil }
        let letters = Self.letters(place)
        return "=\(Self.listsSheet)!$\(letters)$1:$\(letters)$\(lists[place].values.count)"
    }

    private static func letters(_ column: Int) -> String {
        let last = String(UnicodeScalar(UInt8(65 + column % 26)))
        return column < 26 ? last : letters(column / 26 - 1) + last
    }

    private func writeLists(_ book: Book) -> Bool {
        guard let page = workbook_add_worksheet(book, Self.listsSheet) else { return false }
        for (place, list) in lists.enumerated() {
            for (row, value) in list.values.enumerated() {
                worksheet_write_string(page, UInt32(row), UInt16(place), value, nil)
            }
        }
        protect(page)
        worksheet_hide(page)
        return true
    }

    private func writeMarks(_ book: Book) -> Bool {
        guard let page = workbook_add_worksheet(book, Self.marksSheet) else { return false }
        for (row, mark) in marks.enumerated() {
            worksheet_write_string(page, UInt32(row), 0, mark.name, nil)
            worksheet_write_string(page, UInt32(row), 1, mark.value, nil)
        }
        protect(page)
        worksheet_hide(page)
        return true
    }

    /// Without a password: it keeps slips of the hand away, not people. What comes back is checked.
    private func protect(_ page: Page) {
        var options = lxw_protection()
        options.format_columns = 1
        options.format_rows = 1
        worksheet_protect(page, nil, &options)
    }
}

/// How cells look.
private struct FormFormats {
    let title, note, heading, locked, date, open, openDate: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        func made(_ isOpen: Bool, _ isDate: Bool) -> UnsafeMutablePointer<lxw_format>? {
            let format = workbook_add_format(book)
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_border_color(format, 0xC8C8C8)
            if isDate { format_set_num_format(format, "yyyy-mm-dd") }
            if isOpen { format_set_unlocked(format) } else { format_set_bg_color(format, 0xF0F0F0) }
            return format
        }
        locked = made(false, false)
        date = made(false, true)
        open = made(true, false)
        openDate = made(true, true)
        heading = workbook_add_format(book)
        format_set_bold(heading)
        format_set_text_wrap(heading)
        format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_bg_color(heading, 0xDCE6F0)
        format_set_border(heading, UInt8(LXW_BORDER_THIN.rawValue))
        title = workbook_add_format(book)
        format_set_bold(title)
        format_set_font_size(title, 14)
        note = workbook_add_format(book)
        format_set_text_wrap(note)
        format_set_align(note, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
}
