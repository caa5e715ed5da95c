import Domain
import Frame
import Locales
import Markup
import Operations

/// `GET /api/v1/tables`: the records of a search by two facets.
enum TablesAPI {
    static let linesMax = 200

    static let limits: [Parameter] = [
        Parameter(
            name: "rows-max", form: .integer(1...linesMax),
            summary: "Rows, 50 unless said; the rest stands together, without a value."),
        Parameter(
            name: "columns-max", form: .integer(1...linesMax),
            summary: "Columns, 50 unless said; the rest stands together, without a value."),
    ]

    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        let asked = try TableQuestion(exchange)
        try asked.check()
        func most(_ name: String) -> Int { exchange.query.first(name).flatMap { Int($0) } ?? 50 }
        let table: CrossTable
        do {
            table = try exchange.site.library.table(
                asked.request(rowsMax: most("rows-max"), columnsMax: most("columns-max")))
        } catch { throw WebError(error) }
        let view = View(exchange)
        let json = JSONWriter()
        json.object {
            json.member("rows", table.rows.rawValue)
            json.member("columns", table.columns.rawValue)
            json.member("measure", table.measure.rawValue)
            json.member("matched", table.matched)
            json.member("placed", table.placed)
            json.member("smallBase", CrossTable.smallBase)
            json.cell("total", table.total)
            json.array("heads") {
                for head in table.columnHeads { json.object { json.head(head, view, table.columns) } }
            }
            json.array("lines") {
                for line in table.lines {
                    json.object {
                        json.head(line.head, view, table.rows)
                        json.array("cells") { for cell in line.cells { json.cell(nil, cell) } }
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    static let head: [(String, Schema)] = [
        ("value", .nullableString), ("name", .string), ("values", .integer), ("total", .reference("TableCell")),
    ]
    static let cell = Schema.object([
        ("count", .nullableInteger), ("base", .nullableInteger), ("share", .nullableNumber), ("small", .boolean),
    ])
    static let table = Schema.object([
        ("rows", .string), ("columns", .string), ("measure", .string), ("matched", .integer), ("placed", .integer),
        ("smallBase", .integer), ("total", .reference("TableCell")), ("heads", .array(.object(head))),
        ("lines", .array(.object(head + [("cells", .array(.reference("TableCell")))]))),
    ])
}

extension JSONWriter {
    fileprivate func head(_ head: CrossTable.Head, _ view: View, _ facet: Facet) {
        member("value", head.value)
        member("name", view.headName(head, facet))
        member("values", head.values)
        cell("total", head.total)
    }

    /// What is not known has no count.
    fileprivate func cell(_ key: String?, _ cell: CrossTable.Cell) {
        object(key) {
            member("count", cell.isKnown ? cell.count : nil)
            member("base", cell.base)
            if let share = cell.share { member("share", share) } else { member("share", String?.none) }
            member("small", cell.isSmall)
        }
    }
}
