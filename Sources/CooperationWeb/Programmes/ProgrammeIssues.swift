import Domain
import Frame
import Locales
import Markup
import Programmes

/// The issues a programme serves, each with who or what says so, and those that were taken away.
struct ProgrammeIssues {
    let page: ProgrammePageView

    private var view: View { page.view }
    private var html: HTMLWriter { page.html }

    func write() {
        view.section("issues", view.say("programme.issues"), view.say("programme.issues.note")) {
            if page.whole.links.isEmpty { html.element(.p, text: view.say("programme.issues.none")) }
            html.element(.ul, .class("programme-links")) {
                for entry in page.whole.links {
                    html.element(.li) {
                        view.programmeIssueLink(entry.issue)
                        html.text(" ")
                        html.element(.span, .class("hint"), text: view.stateName(entry.issue.state))
                        html.element(.ul) {
                            for reason in entry.reasons { html.element(.li) { why(reason) } }
                        }
                        if mayDecide(entry.issue) { remove(entry.issue) }
                    }
                }
            }
            removals()
            if mayAdd { add() }
        }
    }

    /// A workspace decides on links of its own programme, and on links with issues of its own State.
    private func mayDecide(_ issue: Issue) -> Bool {
        guard let visit = page.visit, visit.may(.manageProgrammes) else { return false }
        return page.mayEdit || visit.workspace.mechanismState == issue.state
    }

    private var mayAdd: Bool {
        guard let visit = page.visit, visit.may(.manageProgrammes) else { return false }
        return page.mayEdit || visit.workspace.mechanismState != nil
    }

    private func why(_ link: IssueLink) {
        switch link.origin {
        case .sector:
            let themes = (link.reason.themes ?? []).map { view.name(.theme, $0) }
            html.text(
                view.say(
                    "programme.link.sector",
                    [
                        "code": .text(link.reason.sector ?? ""),
                        "themes": .text(themes.joined(separator: view.say("list.comma"))),
                    ]))
        case .goal:
            html.text(view.say("programme.link.goal", ["target": .text(link.reason.target ?? "")]))
        case .text:
            view.write("programme.link.text", ["share": .number(link.strength)]) { _ in
                html.element(
                    .span, .dir("auto"), text: (link.reason.words ?? []).joined(separator: view.say("list.comma")))
            }
        case .hand:
            view.write("programme.link.hand") { _ in html.element(.bdi, text: link.by) }
            if let note = link.reason.note {
                html.text(" ")
                html.element(.q, .dir("auto"), text: note)
            }
        }
    }

    private func remove(_ issue: Issue) {
        view.programmeFold(view.say("programme.unlink")) {
            view.programmeForm(page.path("/unlink")) {
                view.hiddenField("issue", issue.id.description)
                view.field("why-\(issue.id)", view.say("programme.reason")) { _ in
                    html.empty(
                        .input, .class("input"), .type("text"), .id("why-\(issue.id)"), .name("reason"),
                        .maxlength(1_000), .dir("auto"))
                }
                html.element(.p) { view.submitButton(view.say("programme.unlink"), isPlain: true) }
            }
        }
    }

    private func removals() {
        guard page.visit != nil, !page.whole.removals.isEmpty else { return }
        html.element(.h3, text: view.say("programme.removed"))
        html.element(.ul) {
            for entry in page.whole.removals {
                html.element(.li) {
                    view.programmeIssueLink(entry.issue)
                    html.text(" ")
                    view.write("programme.removed.why") { _ in
                        html.element(.q, .dir("auto"), text: entry.removal.reason)
                    }
                    html.text(" ")
                    html.element(.bdi, .class("hint"), text: entry.removal.by)
                }
            }
        }
    }

    private func add() {
        view.programmeFold(view.say("programme.link")) {
            view.programmeForm(page.path("/link")) {
                view.textField(
                    "issue", view.say("programme.link.issue"), "", hint: view.say("programme.link.issue.hint"),
                    most: 18,
                    direction: "ltr")
                view.textField("note", view.say("programme.link.note"), "", most: 1_000)
                html.element(.p) { view.submitButton(view.say("programme.link")) }
            }
        }
    }
}
