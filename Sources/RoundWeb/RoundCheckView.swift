import Domain
import Frame
import Locales
import Markup
import Plans
import Rounds

/// What is missing before a round can be frozen, with the way to each; and the button where nothing is.
enum RoundCheckView {
    static func answer(_ visit: Visit, _ rounds: Rounds) async throws(WebError) -> Answer {
        let id: RoundID = try visit.id()
        let page = try await visit.run { () throws(WorkspaceError) in try await rounds.page(id, visit.member) }
        let troubles = try await visit.run { () throws(WorkspaceError) in
            try await rounds.troubles(id, visit.member)
        }
        let view = View(visit)
        let html = view.html
        let path = visit.path("/round/\(id)")
        var head = PageHead(title: view.say("round.check.title"), place: .round)
        head.crumbs = [
            (view.address(visit.path("/round")), view.say("round.title")), (view.address(path), page.round.title),
        ]
        return await view.page(head) {
            view.pageHead(kicker: page.round.title, view.say("round.check.title"), lead: view.say("round.check.lead"))
            guard page.round.status == .open else {
                html.element(.p, text: view.say("round.status.\(page.round.status.rawValue)"))
                return
            }
            guard !troubles.isEmpty else { return freeze(view, page, path) }
            for kind in RoundTrouble.Kind.allCases {
                let found = troubles.filter { $0.kind == kind }
                if !found.isEmpty { list(view, kind, found, path) }
            }
        }
    }

    private static func freeze(_ view: View, _ page: RoundPage, _ path: String) {
        view.html.element(.p, text: view.say("round.check.complete", ["count": .number(page.live.count)]))
        view.workForm(view.address(path + "/freeze"), version: page.round.version) {
            view.html.element(.p, .class("hint"), text: view.say("round.freeze.text"))
            view.html.element(.p) { view.submitButton(view.say("round.freeze.button")) }
        }
    }

    private static func list(_ view: View, _ kind: RoundTrouble.Kind, _ found: [RoundTrouble], _ path: String) {
        let html = view.html
        view.section(
            kind.rawValue, view.say("round.trouble.\(kind.rawValue)", ["count": .number(found.count)]),
            view.say("round.trouble.\(kind.rawValue).do")
        ) {
            if [.elsewhere, .renumbered, .notTaken].contains(kind) {
                html.element(.p) { view.link(view.address(path + "/report"), view.say("round.renumber.link")) }
            }
            html.element(.ul, .class("chips")) {
                for trouble in found {
                    html.element(.li) {
                        let address =
                            trouble.paragraph.map { view.address(path + "/paragraphs/\($0)") }
                            ?? view.recommendationAddress(trouble.recommendation)
                        html.element(.a, .class("chip"), .href(address), text: trouble.name)
                    }
                }
            }
        }
    }
}
