import Domain
import FoundationEssentials
import Frame
import Locales
import Operations
import Reports

/// A table as a file: CSV with one line a cell; a workbook with the table as it is seen, and its cells one by one.
enum TableFile: String, CaseIterable, Sendable {
    case csv, xlsx

    static let linesMax = 300

    var contentType: String {
        switch self {
        case .csv: Export.Form.csv.contentType
        case .xlsx: Export.Form.xlsx.contentType
        }
    }

    func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        let asked = try TableQuestion(exchange)
        try asked.check()
        var table: CrossTable
        do {
            table = try exchange.site.library.table(
                asked.request(rowsMax: Self.linesMax, columnsMax: Self.linesMax))
        } catch { throw WebError(error) }
        let view = View(exchange)
        table.sortStates(view)
        let sheets = TableSheets(view: view, table: table)
        return Answer(
            contentType: contentType, body: .bytes(try bytes(sheets)), caching: .never,
            headers: [("Content-Disposition", "attachment; filename=\"table.\(rawValue)\"")])
    }

    private func bytes(_ sheets: TableSheets) throws(WebError) -> [UInt8] {
        guard self == .xlsx else { return sheets.cells.csv }
        let path = FileManager.default.temporaryDirectory.path + "/rapporteur-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        do { try SheetWorkbook.write([sheets.whole, sheets.cells], to: path) } catch { throw .failed("\(error)") }
        guard let data = FileManager.default.contents(atPath: path) else { throw .failed("no workbook at \(path)") }
        return Array(data)
    }
}

/// The sheets of a table. What is not known is empty, never 0.
private struct TableSheets {
    let view: View
    let table: CrossTable

    /// As it is seen: counts or shares, totals last.
    var whole: Sheet {
        let head =
            [SheetCell.text(view.facetName(table.rows))]
            + table.columnHeads.map { .text(view.headName($0, table.columns)) } + [.text(view.say("tables.all"))]
        let lines = table.lines.map { line in
            [.text(view.headName(line.head, table.rows))] + line.cells.map(value) + [value(line.head.total)]
        }
        let last = [.text(view.say("tables.all"))] + table.columnHeads.map { value($0.total) } + [value(table.total)]
        return Sheet(name: "table", rows: [head] + lines + [last])
    }

    private func value(_ cell: CrossTable.Cell) -> SheetCell {
        guard cell.isKnown else { return .none }
        guard table.measure.isShare else { return .number(cell.count) }
        return cell.share.map { .share($0) } ?? .none
    }

    /// One line for each cell. Names of columns stay as they are: programs read them.
    var cells: Sheet {
        var rows: [[SheetCell]] = [
            ["row", "row_name", "column", "column_name", "count", "base", "share", "note"].map { .text($0) }
        ]
        for line in table.lines {
            for (head, cell) in zip(table.columnHeads, line.cells) { rows.append(self.line(line.head, head, cell)) }
            rows.append(self.line(line.head, nil, line.head.total))
        }
        for head in table.columnHeads { rows.append(line(nil, head, head.total)) }
        rows.append(line(nil, nil, table.total))
        return Sheet(name: "cells", rows: rows)
    }

    private func line(
        _ row: CrossTable.Head?, _ column: CrossTable.Head?, _ cell: CrossTable.Cell
    ) -> [SheetCell] {
        let note = !cell.isKnown ? "no data" : cell.isSmall ? "base below \(CrossTable.smallBase)" : ""
        return names(row, table.rows) + names(column, table.columns) + [
            cell.isKnown ? .number(cell.count) : .none, cell.base.map { .number($0) } ?? .none,
            cell.share.map { .share($0) } ?? .none, note.isEmpty ? .none : .text(note),
        ]
    }

    /// Code and name; all values together have no code.
    private func names(_ head: CrossTable.Head?, _ facet: Facet) -> [SheetCell] {
        guard let head else { return [.text("*"), .text(view.say("tables.all"))] }
        return [head.value.map { .text($0) } ?? .text("others"), .text(view.headName(head, facet))]
    }
}
