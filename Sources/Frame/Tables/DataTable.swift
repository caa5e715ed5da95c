import Locales
import Markup
import People

/// A column of a table of work.
package struct DataColumn: Sendable, Hashable {
    /// What `Sorting` calls it; nil where the list cannot be ordered by it.
    package var sort: String?
    package var title: String
    package var isNumber: Bool

    package init(_ title: String, sort: String? = nil, isNumber: Bool = false) {
        self.title = title
        self.sort = sort
        self.isNumber = isNumber
    }
}

/// Rows that can be ticked for a form elsewhere on the page.
package struct Ticking: Sendable, Hashable {
    /// The id of that form, which `pickingForm` writes.
    package var form: String
    /// Whether the page was asked for with all its rows ticked.
    package var isAll: Bool

    package init(_ form: String, _ query: Query) {
        self.form = form
        isAll = query.first(Picked.tickParameter) == "page"
    }
}

extension View {
    /// A table of work: heads stay in sight and order the list by link, rows can be ticked. `rows` writes each `tr`, and begins it
    /// with `tick` where there is ticking.
    package func dataTable(
        _ caption: String, _ columns: [DataColumn], sort: Sorting? = nil, ticking: Ticking? = nil, style: String = "",
        rows: () -> Void
    ) {
        html.element(.div, .class("scroll tall"), .tabindex(0), .role("group"), .label(caption)) {
            html.element(.table, .class(style.isEmpty ? "data" : "data " + style)) {
                html.element(.caption) { html.element(.span, .class("hidden"), text: caption) }
                html.element(.thead) {
                    html.element(.tr) {
                        if let ticking { tickHead(ticking) }
                        for column in columns { head(column, sort) }
                    }
                }
                html.element(.tbody, content: rows)
            }
        }
    }

    /// The first cell of a row that can be ticked; `name` tells rows apart for whoever does not see them.
    package func tick(_ id: Int64, _ name: String, _ ticking: Ticking) {
        html.element(.td, .class("tick")) {
            html.empty(
                .input, .type("checkbox"), .name(Picked.rowField), .value(String(id)), .custom("form", ticking.form),
                .checked(ticking.isAll), .label(say("list.tick", ["name": .text(name)])))
        }
    }

    /// The form that ticked rows are sent with. It carries the list's filters, so that it can be about all rows of the list and not
    /// only those of the page; `controls` writes what is to be done.
    package func pickingForm(
        _ id: String, action: String, total: Int, filters: [(name: String, value: String)], controls: () -> Void
    ) {
        html.element(.form, .class("picking"), .id(id), .method("post"), .action(action)) {
            hiddenField(Signed.tokenField, session?.csrf ?? "")
            for filter in filters { hiddenField(filter.name, filter.value) }
            html.element(.fieldset) {
                html.element(.legend, text: say("list.which"))
                which(id, "ticked", say("list.ticked"), isOn: true)
                which(id, "all", say("list.all", ["count": .number(total)]), isOn: false)
            }
            controls()
        }
    }

    private func which(_ form: String, _ value: String, _ label: String, isOn: Bool) {
        html.element(.div, .class("entry tickable")) {
            html.empty(
                .input, .type("radio"), .id("\(form)-\(value)"), .name(Picked.whichField), .value(value), .checked(isOn)
            )
            html.element(.label, .for("\(form)-\(value)"), text: label)
        }
    }

    private func tickHead(_ ticking: Ticking) {
        html.element(.th, .scope("col"), .class("tick")) {
            html.element(
                .a, .href(sameAddress([Picked.tickParameter: ticking.isAll ? nil : "page"])),
                text: say(ticking.isAll ? "list.tickNone" : "list.tickPage"))
        }
    }

    private func head(_ column: DataColumn, _ sort: Sorting?) {
        let isHere = column.sort != nil && column.sort == sort?.column
        let order = isHere ? (sort?.isDescending == true ? "descending" : "ascending") : nil
        html.element(.th, .scope("col"), .class(column.isNumber ? "n" : ""), .custom("aria-sort", order)) {
            guard let name = column.sort else {
                html.text(column.title)
                return
            }
            let next = Sorting(name, isDescending: isHere && sort?.isDescending == false)
            html.element(
                .a, .href(sameAddress([Sorting.parameterName: next.text, "after": nil])), text: column.title)
        }
    }

    /// A cell of words that people wrote, in whatever script, without turning the cell itself around.
    package func wordsCell(_ text: String, isHead: Bool = false) {
        html.element(isHead ? .th : .td, .custom("scope", isHead ? "row" : nil)) { html.element(.bdi, text: text) }
    }

    /// This page's own address with some parameters set or, for nil, left out. What only told of a form that was sent goes, too.
    package func sameAddress(_ changes: [String: String?]) -> String {
        let kept = exchange.query.items.filter { changes[$0.name] == nil && $0.name != "said" && $0.name != "lang" }
        let new = changes.compactMap { name, value in value.map { (name, $0) } }.sorted { $0.0 < $1.0 }
        return address(exchange.path, kept.map { ($0.name, $0.value) } + new)
    }

    /// The ways through a list that is paged by its last row: `next` is what the following page begins after, nil at the end.
    package func pager(next: String?) {
        let isFirst = exchange.query.first("after") == nil
        guard next != nil || !isFirst else { return }
        html.element(.nav, .class("pager"), .label(say("pager.label"))) {
            if !isFirst { html.element(.a, .href(sameAddress(["after": nil])), text: say("pager.first")) }
            if let next {
                html.element(.a, .href(sameAddress(["after": next])), .rel("next"), text: say("pager.next"))
            }
        }
    }
}
