import Frame
import Ingest
import Plans
import Workbooks

/// The form that says what columns mean: names of its fields, and reading it back.
enum MappingForm {
    /// A form has at most 2,000 fields.
    static let pagesMax = 30
    static let columnsMax = 40

    static func use(_ page: Int) -> String { "use\(page)" }
    static func header(_ page: Int) -> String { "header\(page)" }
    static func rows(_ page: Int) -> String { "rows\(page)" }
    static func column(_ page: Int, _ column: Int) -> String { "col\(page)-\(column)" }

    static func pages(_ sheets: SheetFile) -> [SheetPage] {
        Array(sheets.pages.filter { !$0.isHidden && !$0.rows.isEmpty }.prefix(pagesMax))
    }

    /// Columns with something in them.
    static func columns(_ page: SheetPage) -> [Int] {
        let filled = (0..<page.width).filter { column in page.rows.contains { $0[column] != nil } }
        return Array(filled.prefix(columnsMax))
    }

    static func mapping(_ form: Query, _ sheets: SheetFile) -> TrackingMapping {
        var pages: [TrackingMapping.Page] = []
        for (place, page) in Self.pages(sheets).enumerated() where form.first(use(place)) == "yes" {
            let row = min(max(form.first(header(place)).flatMap { Int($0) } ?? 0, 0), 20_000)
            let rows = row == 0 ? 0 : min(max(form.first(Self.rows(place)).flatMap { Int($0) } ?? 1, 1), 3)
            let headers = row == 0 ? [:] : Self.headers(page, row, rows)
            var columns: [TrackingMapping.Column] = []
            for index in Self.columns(page) {
                guard let field = form.first(column(place, index)).flatMap({ TrackingField(rawValue: $0) }) else {
                    continue
                }
                if !field.takesSeveral, columns.contains(where: { $0.field == field }) { continue }
                columns.append(.init(index: index, field: field, header: headers[index] ?? ""))
            }
            pages.append(.init(sheet: page.name, headerRow: row, headerRows: rows, columns: columns))
        }
        return TrackingMapping(pages: pages)
    }

    /// What stands over each column.
    static func headers(_ page: SheetPage, _ row: Int, _ rows: Int) -> [Int: String] {
        TrackingMapping.headers(page, row, rows)
    }
}
