import Domain
import Frame
import Locales
import Markup
import Operations
import Reference

/// Why recommendations stand together, in sentences.
struct IssueReasons {
    let view: View
    let issue: Issue

    private var html: HTMLWriter { view.html }
    private var reason: IssueReason { issue.reason }

    func write() {
        view.section("why", view.say("issueReason.title")) {
            html.element(.ul, .class("why")) {
                if let instrument = reason.instrument {
                    sentence("instrument") { html.element(.bdi, text: instrumentName(instrument)) }
                }
                if let demand = reason.demand { sentence("demand") { view.write("demand.\(demand.rawValue)") } }
                if !reason.words.isEmpty { sentence("words") { words() } }
                if !reason.themes.isEmpty { sentence("themes") { links(.theme, reason.themes) } }
                if !reason.persons.isEmpty { sentence("persons") { links(.person, reason.persons) } }
                if reason == IssueReason() {
                    html.element(.li, text: view.say(issue.isDecided ? "issueReason.person" : "issueReason.alone"))
                }
            }
            if let large = reason.largeBecause {
                let why = view.say("issueReason.large.\(large)")
                html.element(.p, .class("hint"), text: view.say("issueReason.large", ["reason": .text(why)]))
            }
        }
    }

    /// A sentence with one place for what it speaks of.
    private func sentence(_ name: String, slot: () -> Void) {
        html.element(.li) { view.write("issueReason.\(name)") { _ in slot() } }
    }

    private func words() {
        for (index, word) in reason.words.enumerated() {
            if index > 0 { view.write("list.comma") }
            html.element(.bdi, .class("word"), text: word)
        }
    }

    private func links(_ facet: Facet, _ codes: [String]) {
        for (index, code) in codes.enumerated() {
            if index > 0 { view.write("list.comma") }
            view.link(view.topicAddress(facet, code), view.valueName(facet, code))
        }
    }

    private func instrumentName(_ code: String) -> String {
        let treaty = view.names.reference.treaties.first { $0.acronym == code }
        return treaty?.names[view.exchange.language] ?? code
    }
}
