package import Domain
import Locales
import Markup

extension View {
    /// The one search box. A page has at most one.
    package func searchBox(query: String, isBig: Bool, keeping items: [(name: String, value: String)] = []) {
        html.element(
            .form, .class(isBig ? "box big" : "box"), .role("search"), .action("/search"), .method("get"),
            .label(say("search.label"))
        ) {
            html.element(.div, .class("field")) {
                html.element(.label, .class("hidden"), .for("q"), text: say("search.label"))
                html.empty(
                    .input, .class("input"), .type("search"), .id("q"), .name("q"), .value(query),
                    .placeholder(say("search.placeholder")), .maxlength(SearchRequest.queryCharactersMax),
                    .autocomplete("off"), .dir("auto"))
            }
            for item in items { html.empty(.input, .type("hidden"), .name(item.name), .value(item.value)) }
            if exchange.isLanguageAsked { html.empty(.input, .type("hidden"), .name("lang"), .value(words.tag)) }
            html.element(.button, .class("button"), .type("submit"), text: say("search.button"))
        }
    }

    /// A position as shape and word. Nil is a mechanism that knows none, and is written as nothing.
    package func position(_ position: Position?) {
        guard let position else { return }
        html.element(.span, .class("position")) {
            positionMark(position)
            write("position.\(position.rawValue)")
        }
    }

    /// Filled disc: supported. Hatched square: noted. Empty ring: pending.
    package func positionMark(_ position: Position) {
        html.element(.svg, .viewBox(0, 0, 14, 14), .hidden) {
            switch position {
            case .supported: html.empty(.circle, .class("p-supported"), .cx(7), .cy(7), .r(5.5))
            case .noted:
                html.empty(.rect, .class("p-noted"), .x(2), .y(2), .width(10), .height(10), .strokeWidth(1.6))
            case .pending:
                html.empty(
                    .circle, .class("p-pending"), .cx(7), .cy(7), .r(5.2), .strokeWidth(1.8),
                    .custom("stroke-dasharray", "2.6 2"))
            }
        }
    }

    /// `heading`, what it is, and a paragraph of introduction.
    package func pageHead(kicker: String? = nil, _ title: String, lead: String? = nil) {
        html.element(.div, .class("head")) {
            if let kicker { html.element(.p, .class("kicker"), text: kicker) }
            html.element(.h1, text: title)
            if let lead { html.element(.p, .class("lead"), text: lead) }
        }
    }

    package func section(_ id: String, _ title: String, _ introduction: String? = nil, content: () -> Void) {
        html.element(.section, .class("section"), .id(id), .labelledBy(id + "-title")) {
            html.element(.h2, .id(id + "-title"), text: title)
            if let introduction { html.element(.p, text: introduction) }
            content()
        }
    }

    /// Large numbers with what they count: one of the catalogue's units, or a name. Each leads to the records behind it.
    package func numbers(_ items: [(value: Int, unit: String, address: String?)]) {
        html.element(.dl, .class("numbers")) {
            for item in items {
                html.element(.div) {
                    html.element(
                        .dt,
                        text: words.has("unit.\(item.unit)")
                            ? say("unit.\(item.unit)", ["count": .number(item.value)]) : item.unit)
                    html.element(.dd) {
                        if let address = item.address {
                            link(address, number(item.value))
                        } else {
                            html.text(number(item.value))
                        }
                    }
                }
            }
        }
    }

    package func fact(_ label: String, value: () -> Void) {
        html.element(.dt, text: label)
        html.element(.dd, content: value)
    }

    /// What is shown where nothing is: what it means, and what to do next.
    package func empty(_ title: String, _ suggestions: () -> Void) {
        html.element(.div, .class("empty")) {
            html.element(.h2, text: title)
            suggestions()
        }
    }

    /// States as links, in alphabetical order, with commas.
    package func stateLinks(_ codes: [StateCode]) {
        for (index, state) in stateNames(codes).enumerated() {
            if index > 0 { html.text(say("list.comma")) }
            link(stateAddress(state.code), state.name)
        }
    }

    /// A table in a box that scrolls on narrow screens, reachable by keyboard.
    package func table(_ caption: String, style: String = "", content: () -> Void) {
        html.element(.div, .class("scroll"), .tabindex(0), .role("group"), .label(caption)) {
            html.element(.table, .class(style)) {
                html.element(.caption) {
                    html.element(.span, .class("hidden"), text: caption)
                }
                content()
            }
        }
    }

    package func headRow(_ columns: [(text: String, isNumber: Bool)]) {
        html.element(.thead) {
            html.element(.tr) {
                for column in columns {
                    html.element(.th, .scope("col"), .class(column.isNumber ? "n" : ""), text: column.text)
                }
            }
        }
    }
}
