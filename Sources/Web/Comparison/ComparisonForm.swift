import Domain
import Frame
import Locales
import Markup
import Operations

/// What to compare: three States, and any of the cycles.
struct ComparisonForm {
    let view: View
    let overview: Overview
    let states: [String]
    let cycles: [Int]

    private var html: HTMLWriter { view.html }

    func write() {
        html.element(.form, .class("choose"), .action("/compare"), .method("get")) {
            let options = view.stateNames(overview.states.values.map { StateCode($0.value) })
            for index in 0..<max(3, states.count) {
                select(
                    id: "state-\(index + 1)", name: "state",
                    label: view.say("compare.state", ["number": .number(index + 1)]),
                    options: options.map { ($0.code.rawValue, $0.name) },
                    chosen: index < states.count ? states[index] : nil)
            }
            let numbers = overview.cycles.values.compactMap { Int($0.value) }.sorted()
            for index in 0..<max(2, cycles.count) {
                select(
                    id: "cycle-\(index + 1)", name: "cycle",
                    label: view.say("compare.cycle", ["number": .number(index + 1)]),
                    options: numbers.map { (String($0), view.valueName(.cycle, String($0))) },
                    chosen: index < cycles.count ? String(cycles[index]) : nil)
            }
            if view.exchange.isLanguageAsked {
                html.empty(.input, .type("hidden"), .name("lang"), .value(view.words.tag))
            }
            html.element(.div) {
                html.element(.button, .class("button"), .type("submit"), text: view.say("compare.button"))
            }
        }
    }

    private func select(id: String, name: String, label: String, options: [(String, String)], chosen: String?) {
        html.element(.div) {
            html.element(.label, .class("label"), .for(id), text: label)
            html.element(.select, .class("select"), .id(id), .name(name)) {
                html.element(.option, .value(""), text: view.say("compare.none"))
                for (value, text) in options {
                    html.element(.option, .value(value), .selected(value == chosen), text: text)
                }
            }
        }
    }
}
