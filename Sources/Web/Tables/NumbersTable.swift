import Domain
import Frame
import Locales
import Markup
import Operations

/// The numbers of a table, each with what it is a share of, and the way to the records behind it.
struct NumbersTable {
    let view: View
    let asked: TableQuestion
    let table: CrossTable

    /// Bytes of addresses on a page: with a very long question only the first cells lead to their records.
    private static let addressBytesMax = 42_000

    private var html: HTMLWriter { view.html }

    func write() {
        // The question itself stands in twenty more addresses of the page.
        var budget = Self.addressBytesMax - 20 * view.address("/search", asked.items).utf8.count
        let caption = view.say(
            "tables.title.plain",
            [
                "rows": .text(view.facetName(table.rows)), "columns": .text(view.facetName(table.columns)),
                "count": .number(table.placed),
            ])
        view.table(caption, style: "figures cross") {
            html.element(.thead) {
                html.element(.tr) {
                    html.element(.th, .scope("col"), text: view.facetName(table.rows))
                    for head in table.columnHeads {
                        html.element(.th, .scope("col"), .class("n"), text: view.headName(head, table.columns))
                    }
                    html.element(.th, .scope("col"), .class("n"), text: view.say("tables.all"))
                }
            }
            html.element(.tbody) {
                for line in table.lines {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: view.headName(line.head, table.rows))
                        for (head, cell) in zip(table.columnHeads, line.cells) {
                            self.cell(cell, values(line.head, head), &budget)
                        }
                        self.cell(line.head.total, values(line.head, nil), &budget)
                    }
                }
                html.element(.tr, .class("all")) {
                    html.element(.th, .scope("row"), text: view.say("tables.all"))
                    for head in table.columnHeads { cell(head.total, values(nil, head), &budget) }
                    cell(table.total, [], &budget)
                }
            }
        }
    }

    /// What the records of a cell have; nil where others stand together.
    private func values(_ row: CrossTable.Head?, _ column: CrossTable.Head?) -> [(Facet, String)]? {
        var values: [(Facet, String)] = []
        for (head, facet) in [(row, table.rows), (column, table.columns)] {
            guard let head else { continue }
            guard let value = head.value else { return nil }
            values.append((facet, value))
        }
        return values
    }

    private func cell(_ cell: CrossTable.Cell, _ values: [(Facet, String)]?, _ budget: inout Int) {
        guard cell.isKnown else {
            html.element(.td, .class("none"), text: view.say("figure.noData"))
            return
        }
        html.element(.td, .class("n")) {
            let text = view.value(cell, table) + (cell.isSmall ? "*" : "")
            if cell.count > 0, let address = address(values), budget > address.utf8.count {
                budget -= address.utf8.count + 12
                view.link(address, text)
            } else {
                html.text(text)
            }
            if let base = cell.base {
                html.text(" ")
                html.element(.small, text: view.say("tables.base", ["base": .number(base)]))
            }
        }
    }

    private func address(_ values: [(Facet, String)]?) -> String? {
        guard let values else { return nil }
        let more: [(Facet, String)] = table.measure == .supported ? [(.position, Position.supported.rawValue)] : []
        // A total leads to the records that have any value of the facet as well, which a search cannot ask for.
        guard values.count == 2 || table.placed == table.matched else { return nil }
        return asked.records(values + more).map { view.address("/search", $0) }
    }
}
