import Domain
import Frame
import Locales
import Markup
import Operations

/// What makes rows, columns and cells, and which records are counted.
struct TableForm {
    let view: View
    let asked: TableQuestion

    private var html: HTMLWriter { view.html }

    func write() {
        records()
        html.element(.form, .class("choose"), .action("/tables"), .method("get")) {
            let facets = TableRequest.facets.map { (value: $0.rawValue, text: view.facetName($0)) }
                .sorted { Collation.key($0.text) < Collation.key($1.text) }
            view.select("rows", view.say("tables.rows"), facets, chosen: asked.rows.rawValue)
            view.select("columns", view.say("tables.columns"), facets, chosen: asked.columns.rawValue)
            view.select(
                "measure", view.say("tables.measure"),
                TableMeasure.allCases.map { ($0.rawValue, view.measureName($0)) }, chosen: asked.measure.rawValue)
            for item in asked.question.items { view.hiddenField(item.0, item.1) }
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
            html.element(.div) {
                html.element(.button, .class("button"), .type("submit"), text: view.say("tables.button"))
            }
        }
        presets()
    }

    /// The question, with the way to change it.
    private func records() {
        html.element(.p, .class("counted")) {
            view.write("tables.of")
            html.text(" ")
            let query = asked.question.request.query
            if query.isEmpty, asked.question.chosen.isEmpty {
                view.write("tables.everything")
            }
            if !query.isEmpty {
                html.element(.q, .dir("auto"), text: query)
                html.text(" ")
            }
            html.element(.span, .class("chips")) {
                for (facet, value) in asked.question.chosen.prefix(12) {
                    html.element(.span, .class("chip")) {
                        html.element(.span, .class("of"), text: view.facetName(facet))
                        html.text(" ")
                        html.element(.span, text: view.valueName(facet, value))
                    }
                }
            }
            html.text(" ")
            view.link(view.address("/search", asked.question.items), view.say("tables.change"))
        }
    }

    /// Tables that are often asked for.
    private func presets() {
        let presets: [(String, Facet, Facet, TableMeasure)] = [
            ("groups", .recommendingRegion, .cycle, .supported), ("themes", .theme, .year, .shareOfColumn),
            ("actions", .action, .position, .shareOfRow), ("persons", .person, .theme, .count),
        ]
        html.element(.ul, .class("hint presets"), .label(view.say("tables.presets"))) {
            for (name, rows, columns, measure) in presets {
                html.element(.li) {
                    view.link(
                        view.address(
                            "/tables",
                            asked.question.items + [
                                ("rows", rows.rawValue), ("columns", columns.rawValue), ("measure", measure.rawValue),
                            ]), view.say("tables.preset.\(name)"))
                }
            }
        }
    }
}
