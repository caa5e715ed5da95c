import Domain
import Foundation
import Ingest
import Plans
import Reports

@testable import Workbooks

/// A workbook that was handed out, with cells changed as somebody at a desk would.
struct EditedWorkbook {
    var sheets: [FormSheet] = []
    private var marks: [(name: String, value: String)] = []

    init(_ bytes: [UInt8]) throws {
        let file = try Self.read(bytes)
        for page in file.pages where page.name != "lists" {
            if page.name == FormWorkbook.marksSheet {
                marks = page.rows.map { ($0[0]?.shown ?? "", $0[1]?.shown ?? "") }
            } else if let codes = page.rows.first, codes[0]?.shown == "id" {
                let columns = codes.cells.map {
                    FormColumn(code: $0?.shown ?? "", heading: "", form: .text(charactersMax: 1), width: 10)
                }
                let rows = page.rows.dropFirst(2).map { line in columns.indices.map { Self.cell(line[$0]) } }
                sheets.append(FormSheet(name: page.name, columns: columns, rows: Array(rows), rowsSpare: 0))
            }
        }
    }

    static func read(_ bytes: [UInt8]) throws -> SheetFile {
        let path = FileManager.default.temporaryDirectory.path + "/edited-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(filePath: path))
        return try SheetFile.read(path, name: "edited.xlsx")
    }

    private static func cell(_ content: CellContent?) -> FormCell {
        guard let content else { return FormCell(.none) }
        switch content.value {
        case .date(let date, _): return FormCell(.date(date))
        case .number(let number): return FormCell(.number(Int(number)))
        default: return FormCell(.text(content.shown))
        }
    }

    private func column(_ field: WorkbookField, _ sheet: Int) -> Int {
        sheets[sheet].columns.firstIndex { $0.code == field.rawValue } ?? 0
    }

    mutating func set(_ field: WorkbookField, _ value: FormCell.Value, row: Int, sheet: Int = 0) {
        let column = column(field, sheet)
        while sheets[sheet].rows.count <= row {
            sheets[sheet].rows.append(sheets[sheet].columns.map { _ in FormCell(.none) })
        }
        sheets[sheet].rows[row][column] = FormCell(value)
    }

    func value(_ field: WorkbookField, row: Int, sheet: Int = 0) -> FormCell.Value {
        sheets[sheet].rows[row][column(field, sheet)].value
    }

    func bytes() throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.path + "/edited-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try FormWorkbook(
            isRightToLeft: false, notes: .init(name: "Notes", heading: "", lines: []), sheets: sheets, lists: [],
            marks: marks
        ).write(to: path)
        return Array(try Data(contentsOf: URL(filePath: path)))
    }
}
