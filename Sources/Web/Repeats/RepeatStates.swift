import Domain
import Frame
import Locales
import Markup
import Operations

/// The States that got it, those of most cycles first, with how each answered in each.
struct RepeatStates {
    let view: View
    let question: Question
    let repeats: Repeats
    /// First State of the page.
    let first: Int
    let search: (Facet, String) -> String

    /// States on a page: it stays under 100 KB in every script.
    private static let pageMax = 40

    private var html: HTMLWriter { view.html }

    func write() {
        view.section("states", view.say("repeats.states"), view.say("repeats.statesText")) {
            html.element(.ul, .class("keys classes")) {
                for value in RepeatClass.allCases {
                    html.element(.li) {
                        view.repeatClass(value)
                        html.element(
                            .span, .class("value"),
                            text: view.say("repeats.statesCount", ["count": .number(repeats.classes[value] ?? 0)]))
                    }
                }
            }
            table()
            pager()
        }
    }

    private func table() {
        let cycles = repeats.cycles.map(\.cycle)
        view.table(view.say("repeats.states"), style: "repeats-table") {
            view.headRow(
                [
                    (view.facetName(.state), false), (view.say("column.recommendations"), true),
                    (view.say("issues.class"), false),
                ] + cycles.map { (view.valueName(.cycle, String($0)), false) })
            html.element(.tbody) {
                for item in repeats.states.dropFirst(first).prefix(Self.pageMax) { row(item, cycles) }
            }
        }
    }

    private func row(_ item: RepeatState, _ cycles: [Int]) {
        html.element(.tr) {
            html.element(.th, .scope("row")) { view.stateLink(item.state) }
            html.element(.td, .class("n")) {
                view.link(search(.state, item.state.rawValue), view.number(item.total))
            }
            html.element(.td) { view.repeatClass(item.repeatClass) }
            for cycle in cycles {
                html.element(.td, .class("m")) {
                    if let found = item.cycles.first(where: { $0.cycle == cycle }) {
                        view.tallyNumbers(found.positions)
                    } else {
                        html.element(.span, .class("soft"), text: "–")
                    }
                }
            }
        }
    }

    private func pager() {
        let last = repeats.states.count
        guard first > 0 || last > Self.pageMax else { return }
        html.element(.nav, .class("pager"), .label(view.say("repeats.pages"))) {
            if first > 0 { page(max(0, first - Self.pageMax), "prev", view.say("issues.previous")) }
            if first + Self.pageMax < last { page(first + Self.pageMax, "next", view.say("pager.next")) }
        }
        if repeats.statesTotal > repeats.states.count {
            html.element(.p, .class("fine"), text: view.say("repeats.statesMost", ["count": .number(last)]))
        }
    }

    private func page(_ from: Int, _ relation: String, _ text: String) {
        let items = question.items + (from > 0 ? [("from", String(from))] : [])
        html.element(.a, .href(view.address("/repeats", items) + "#states"), .rel(relation), text: text)
    }
}
