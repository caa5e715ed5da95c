import Domain
import Frame
import Locales
import Markup
import Operations

/// Tables and trends: any search by two facets, as picture, table and file.
struct TableView {
    let view: View
    let asked: TableQuestion
    let table: CrossTable

    /// Cells on a page; with their links they stay under 100 KB.
    private static let cellsMax = 240

    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        let asked = try TableQuestion(exchange)
        let view = View(exchange)
        if let refusal = asked.refusal {
            return await view.page(head(view, asked)) { write(refusal.field, view, asked) }
        }
        let columns = asked.columns.isTime ? 21 : 12
        let request = asked.request(rowsMax: cellsMax / columns, columnsMax: columns)
        var table: CrossTable
        do { table = try exchange.site.library.table(request) } catch { throw WebError(error) }
        table.sortStates(view)
        let content = TableView(view: view, asked: asked, table: table)
        return await view.page(head(view, asked)) { content.write() }
    }

    private static func head(_ view: View, _ asked: TableQuestion) -> PageHead {
        var head = PageHead(title: view.say("tables.title"), section: .search)
        head.crumbs = [(view.address("/search", asked.question.items), view.say("tables.back"))]
        head.isWide = true
        return head
    }

    /// The form alone, with what to choose otherwise.
    private static func write(_ field: String, _ view: View, _ asked: TableQuestion) {
        view.pageHead(view.say("tables.title"), lead: view.say("tables.lead"))
        TableForm(view: view, asked: asked).write()
        view.empty(view.say("tables.cannot")) {
            view.html.element(
                .p, text: view.say(field == "measure" ? "tables.cannot.measure" : "tables.cannot.columns"))
        }
    }

    private var html: HTMLWriter { view.html }

    private func write() {
        view.pageHead(view.say("tables.title"), lead: view.say("tables.lead"))
        TableForm(view: view, asked: asked).write()
        guard table.placed > 0 else {
            view.empty(view.say("tables.nothing.title")) {
                html.element(
                    .p, text: view.say("tables.nothing.text", ["count": .number(table.matched)]))
            }
            return
        }
        html.element(.figure, .class("figure wide")) {
            html.element(.figcaption) {
                html.element(.h2, text: title)
                html.element(.p, text: caption)
            }
            TablePicture(view: view, table: table, label: title).write()
            html.element(.p, .class("source"), text: view.say("figure.source"))
        }
        view.section("numbers", view.say("tables.numbers")) {
            NumbersTable(view: view, asked: asked, table: table).write()
            notes()
        }
        files()
    }

    private var rowName: String { view.facetName(table.rows) }
    private var columnName: String { view.facetName(table.columns) }

    /// One message. Nothing ranks States: of them only the range is said.
    private var title: String {
        if table.columns.isTime, table.measure != .shareOfColumn, let ends {
            return view.say(
                "tables.title.trend",
                [
                    "measure": .text(view.measureName(table.measure)),
                    "from": .text(view.value(ends.first.total, table)),
                    "first": .text(view.headName(ends.first, table.columns)),
                    "to": .text(view.value(ends.last.total, table)),
                    "last": .text(view.headName(ends.last, table.columns)),
                ])
        }
        let cells = table.lines.flatMap { line in
            zip(table.columnHeads, line.cells).map { (line: line, column: $0, cell: $1) }
        }.filter { $0.cell.isKnown && $0.line.head.value != nil && $0.column.value != nil }
        if table.measure.isShare {
            let shares = cells.filter { !$0.cell.isSmall }.sorted { ($0.cell.share ?? 0) < ($1.cell.share ?? 0) }
            if let low = shares.first, let high = shares.last {
                return view.say(
                    "tables.title.range",
                    [
                        "measure": .text(view.measureName(table.measure)), "low": .text(view.value(low.cell, table)),
                        "high": .text(view.value(high.cell, table)),
                    ])
            }
        } else if !table.isOfStates, let most = cells.max(by: { $0.cell.count < $1.cell.count }) {
            return view.say(
                "tables.title.most",
                [
                    "row": .text(view.headName(most.line.head, table.rows)),
                    "column": .text(view.headName(most.column, table.columns)), "count": .number(most.cell.count),
                ])
        }
        return view.say(
            "tables.title.plain",
            ["rows": .text(rowName), "columns": .text(columnName), "count": .number(table.placed)])
    }

    /// The first and last point in time with data.
    private var ends: (first: CrossTable.Head, last: CrossTable.Head)? {
        let heads = table.columnHeads.filter { $0.value != nil && $0.total.isKnown }
        guard let first = heads.first, let last = heads.last, heads.count > 1 else { return nil }
        return (first, last)
    }

    private var caption: String {
        view.say(
            "tables.caption.\(table.measure.rawValue)", ["rows": .text(rowName), "columns": .text(columnName)])
    }

    private func notes() {
        html.element(.ul, .class("hint notes")) {
            note("tables.note.placed", ["placed": .number(table.placed), "matched": .number(table.matched)])
            if table.rows.isMultiple || table.columns.isMultiple { note("tables.note.several") }
            if table.measure.isShare { note("tables.note.small", ["count": .number(CrossTable.smallBase)]) }
            note("tables.note.none")
        }
    }

    private func note(_ key: String, _ arguments: KeyValuePairs<String, Argument> = [:]) {
        html.element(.li, text: view.say(key, arguments))
    }

    private func files() {
        html.element(.p, .class("hint export")) {
            view.write("tables.files")
            for form in TableFile.allCases {
                html.text(" ")
                view.link(view.address("/export/table.\(form.rawValue)", asked.items), form.rawValue.uppercased())
            }
            html.text(" ")
            view.link(view.address("/api/v1/tables", asked.items.filter { $0.0 != "sort" }), "JSON")
        }
    }
}

extension CrossTable {
    /// States stand in the order of their names, in rows and columns alike.
    mutating func sortStates(_ view: View) {
        func isOfStates(_ facet: Facet) -> Bool { facet == .state || facet == .recommending }
        func key(_ head: Head, _ facet: Facet) -> String {
            head.value.map { Collation.key(view.valueName(facet, $0)) } ?? "\u{10FFFF}"
        }
        if isOfStates(rows) { lines.sort { key($0.head, rows) < key($1.head, rows) } }
        if isOfStates(columns) {
            let order = columnHeads.indices.sorted { key(columnHeads[$0], columns) < key(columnHeads[$1], columns) }
            columnHeads = order.map { columnHeads[$0] }
            for line in lines.indices {
                let cells = lines[line].cells
                lines[line].cells = order.map { cells[$0] }
            }
        }
    }

    var isOfStates: Bool { [rows, columns].contains { $0 == .state || $0 == .recommending } }
}

extension View {
    func measureName(_ measure: TableMeasure) -> String { say("measure.\(measure.rawValue)") }

    /// A value's name, or how many others stand together.
    func headName(_ head: CrossTable.Head, _ facet: Facet) -> String {
        guard let value = head.value else { return say("tables.others", ["count": .number(head.values)]) }
        return valueName(facet, value)
    }

    /// A count or a share in words; never a number where there is no data.
    func value(_ cell: CrossTable.Cell, _ table: CrossTable) -> String {
        guard cell.isKnown else { return say("figure.noData") }
        guard let base = cell.base else { return number(cell.count) }
        return base > 0 ? words.percent(cell.count, of: base) : say("figure.noData")
    }
}
