import Domain
import Frame
import Locales
import Markup
import Operations
import People

/// What people decided about an issue, newest first; whoever may decide can take it back. Who it was is for those who work here.
struct IssueHistory {
    let view: View
    let page: IssuePage
    let canDecide: Bool

    /// Decisions shown.
    private static let shownMax = 30

    private var html: HTMLWriter { view.html }

    func write() {
        view.section(
            "history", view.say("issueHistory.title"), page.decisions.isEmpty ? view.say("issueHistory.none") : nil
        ) {
            guard !page.decisions.isEmpty else { return }
            if canDecide {
                html.element(
                    .form, .id("reverse-form"), .method("post"),
                    .action(view.issueFormAddress(page.issue.id, "reverse"))
                ) {
                    view.hiddenField(Signed.tokenField, view.session?.csrf ?? "")
                }
            }
            html.element(.ol, .class("timeline")) {
                for decision in page.decisions.prefix(Self.shownMax) { html.element(.li) { entry(decision) } }
            }
        }
    }

    private func entry(_ decision: IssueDecision) {
        html.element(.span, .class("dot")) {
            html.element(.svg, .viewBox(0, 0, 14, 14), .hidden) {
                html.empty(.rect, .class("p-pending"), .x(2.5), .y(2.5), .width(9), .height(9), .strokeWidth(1.8))
            }
        }
        html.element(.p) { sentence(decision) }
        html.element(.p, .class("when")) {
            if let date = CalendarDate(decision.at) {
                html.element(.time, .datetime(decision.at), text: view.date(date))
            }
            if view.session != nil {
                html.text(" · ")
                html.element(.bdi, text: decision.caller)
            }
            if decision.reversedBy != nil { html.text(" · " + view.say("issueHistory.reversed")) }
        }
        if canDecide, decision.reversedBy == nil, decision.action != .reverse {
            html.element(.p, .class("actions")) {
                html.element(
                    .button, .class("button plain small"), .type("submit"), .custom("form", "reverse-form"),
                    .name("decision"), .value(decision.id.description), text: view.say("issueHistory.reverse"))
            }
        }
    }

    private func sentence(_ decision: IssueDecision) {
        let isHere = decision.issue == page.issue.id
        let other = isHere ? decision.other : decision.issue
        var key = "issueDecision.\(decision.action.rawValue)"
        if !isHere { key += ".here" }
        if decision.action == .rename, decision.name == nil { key = "issueDecision.unname" }
        view.write(
            key,
            [
                "count": .number(decision.recommendations.count),
                "name": .text(decision.name.map { view.say("list.quoted", ["text": .text($0)]) } ?? ""),
            ]
        ) { _ in
            if let other {
                view.link(view.issueAddress(other), view.say("issue.number", ["number": .text("\(other)")]))
            }
        }
    }
}
