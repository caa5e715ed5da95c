import Domain
import Frame
import Locales
import Markup
import Operations

/// One issue in a list: name, how much, when, by whom, how it was answered, how often it came.
struct IssueRow {
    let view: View
    let item: IssueSummary
    /// The latest cycle of the whole list, so that dots stand below each other.
    let cycles: Int

    private var html: HTMLWriter { view.html }

    func write() {
        html.element(.li, .class("issue")) {
            html.element(.div, .class("name")) {
                html.element(.h3) { view.issueLink(item.issue) }
                facts()
            }
            html.element(.div, .class("answers")) {
                view.tallyBar(item.positions)
                view.tallyNumbers(item.positions)
            }
            html.element(.div, .class("often")) {
                view.repeatClass(item.repeatClass)
                view.cycleDots(item.cycles, upTo: cycles)
            }
        }
    }

    private func facts() {
        html.element(.p, .class("facts")) {
            html.element(.span, .class("strong"), text: view.say("search.total", ["count": .number(item.count)]))
            if item.matching < item.count {
                html.element(.span, text: view.say("issues.matching", ["count": .number(item.matching)]))
            }
            if let years { html.element(.span, text: years) }
            html.element(.span, text: view.mechanismNames(item.mechanisms.map(\.mechanism), most: 3))
            if item.recommending > 0 {
                html.element(.span, text: view.say("issues.byStates", ["count": .number(item.recommending)]))
            }
            if item.issue.isDecided {
                html.element(.span, .class("decided"), text: view.say("issues.decided"))
            }
            if view.session != nil, item.proposals > 0 {
                html.element(
                    .span, .class("decided"), text: view.say("issues.proposals", ["count": .number(item.proposals)]))
            }
        }
    }

    private var years: String? {
        guard let first = item.firstYear, let last = item.lastYear else { return nil }
        if first == last { return String(first) }
        return view.say("issues.years", ["first": .text(String(first)), "last": .text(String(last))])
    }
}
