import Domain
package import Frame
import Locales
import Markup
package import Practices

extension PracticeRoutes {
    /// What the pages of issues and commitments say of practices. Those whose authors named the issue come first; the others the program
    /// proposes, and each says by what.
    package static func recordAsides(_ practices: Practices) -> RecordAsides {
        { thing throws(WebError) in
            if case .state = thing { return [] }
            let found = try await WebError.running { () throws(WorkspaceError) -> [FoundPractice] in
                switch thing {
                case .issue(let id): return try await practices.practices(on: id)
                case .recommendation(let id): return try await practices.practices(on: id)
                case .state: return []
                }
            }
            return [RecordAside { view in PracticeAside(view: view, thing: thing, found: found).write() }]
        }
    }
}

/// Practices on an issue, on its page and in the plan.
struct PracticeAside {
    let view: View
    let thing: RecordThing
    let found: [FoundPractice]

    private var html: HTMLWriter { view.html }

    func write() {
        view.section("practices", view.say("practice.aside.title"), view.say("practice.aside.lead")) {
            if found.isEmpty {
                html.element(.p, .class("none"), text: view.say("practice.aside.none"))
            } else {
                html.element(.ul, .class("practices")) {
                    for practice in found { html.element(.li) { entry(practice) } }
                }
            }
            html.element(.p) { ways() }
        }
    }

    private func ways() {
        view.link(view.address("/practices"), view.say("practice.aside.library"))
        guard let visit = view.visit, visit.may(.writePractices) else { return }
        html.text(" · ")
        view.link(view.address(visit.path("/practices/new"), from), view.say("practice.aside.write"))
    }

    private var from: [(String, String)] {
        switch thing {
        case .issue(let id): [("issue", id.description)]
        case .recommendation(let id): [("recommendation", id.description)]
        case .state: []
        }
    }

    private func entry(_ found: FoundPractice) {
        let content = found.practice.content
        guard let text = content.text(for: view.exchange.language) else { return }
        html.element(.p, .class("kicker")) {
            view.whereabouts(content)
            html.text(" · ")
            html.text(view.shelf(content.shelf))
        }
        html.element(.h3) {
            html.element(
                .a, .href(view.address(path(found.practice.id), question)), .lang(text.language.rawValue),
                .dir("auto"), text: text.title)
        }
        html.element(.p, .class("hint")) {
            if found.isNamed {
                html.text(view.say("practice.aside.named"))
            } else {
                html.element(.span, .class("chip"), text: view.say("practice.proposed"))
                html.text(" ")
                html.text(view.reasons(themes: found.themes, words: found.words))
            }
        }
    }

    /// A member goes where her workspace can adopt it.
    private func path(_ id: PracticeID) -> String {
        if let visit = view.visit, visit.may(.writePractices) { return visit.path("/practices/library/\(id)") }
        return "/practices/\(id)"
    }

    private var question: [(String, String)] {
        guard let visit = view.visit, visit.may(.writePractices), case .issue(let id) = thing else { return [] }
        return [("for", "issue:\(id)")]
    }
}
