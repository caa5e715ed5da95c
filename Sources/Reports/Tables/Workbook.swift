import CXlsxWriter
import FoundationEssentials

/// Why a file could not be written.
package enum ReportError: Error, Sendable, Equatable {
    /// libxlsxwriter's own message.
    case workbook(String)
    case unreadable
}

/// An XLSX file with one sheet of text, written row by row through a temporary file, so that memory stays small.
///
/// The first row is the header: bold, and fixed while the rest scrolls. Numbers stay text: ids and paragraph numbers are no quantities.
package final class Workbook {
    /// What a cell may hold, in UTF-16 units (the format's own limit).
    package static let cellUnitsMax = 32_767

    private let path: String
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let bold: UnsafeMutablePointer<lxw_format>?
    private var rows: UInt32 = 0
    private var isClosed = false

    /// `sheet` is cut to the 31 characters that the format allows.
    package init(sheet name: String) throws(ReportError) {
        path = FileManager.default.temporaryDirectory.path + "/rapporteur-\(UUID().uuidString).xlsx"
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let workbook = workbook_new_opt(path, &options) else { throw .workbook("not created") }
        let safe = String(name.filter { !"[]:*?/\\'".contains($0) }.prefix(31))
        guard let sheet = workbook_add_worksheet(workbook, safe.isEmpty ? nil : safe) else {
            workbook_close(workbook)
            throw .workbook("no sheet")
        }
        self.workbook = workbook
        self.sheet = sheet
        bold = workbook_add_format(workbook)
        format_set_bold(bold)
        worksheet_freeze_panes(sheet, 1, 0)
    }

    deinit {
        if !isClosed { workbook_close(workbook) }
        try? FileManager.default.removeItem(atPath: path)
    }

    package func append(_ fields: [String]) {
        for (column, field) in fields.enumerated() where !field.isEmpty {
            worksheet_write_string(sheet, rows, UInt16(column), Self.cut(field), rows == 0 ? bold : nil)
        }
        rows += 1
    }

    /// The whole file. Nothing can be added afterwards.
    package func bytes() throws(ReportError) -> [UInt8] {
        isClosed = true
        let status = workbook_close(workbook)
        guard status == LXW_NO_ERROR else { throw .workbook(String(cString: lxw_strerror(status))) }
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable }
        return Array(data)
    }

    private static func cut(_ field: String) -> String {
        guard field.utf16.count > cellUnitsMax else { return field }
        var units = 0
        return String(
            field.prefix { character in
                units += character.utf16.count
                return units < cellUnitsMax
            }) + "…"
    }
}
