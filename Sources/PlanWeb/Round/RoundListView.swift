import Domain
import Frame
import Locales
import Markup
import Plans

/// The rounds of a workspace, and where a new one is opened.
struct RoundListView {
    let view: View
    let visit: Visit
    let rounds: [RoundSummary]
    let documents: [RoundDocument]

    static func answer(_ visit: Visit, _ rounds: Rounds) async throws(WebError) -> Answer {
        let found = try await visit.run { () throws(WorkspaceError) in try await rounds.all(visit.member) }
        var documents: [RoundDocument] = []
        if visit.may(.manageRound) {
            documents = try await visit.run { () throws(WorkspaceError) in try await rounds.documents(visit.member) }
        }
        let view = View(visit)
        let page = RoundListView(view: view, visit: visit, rounds: found, documents: documents)
        return await view.page(PageHead(title: view.say("round.title"), place: .round)) { page.write() }
    }

    private var html: HTMLWriter { view.html }

    private func write() {
        view.pageHead(kicker: visit.workspace.name, view.say("round.title"), lead: view.say("round.lead"))
        if rounds.isEmpty {
            view.empty(view.say("round.none.title")) {
                html.element(.p, text: view.say(visit.may(.manageRound) ? "round.none.open" : "round.none.wait"))
            }
        } else {
            table()
        }
        if visit.may(.manageRound) { openForm() }
    }

    private func table() {
        view.table(view.say("round.list")) {
            view.headRow([
                (view.say("round.column.round"), false), (view.say("round.column.status"), false),
                (view.say("round.column.due"), false), (view.say("round.column.open"), true),
                (view.say("round.column.disputed"), true), (view.say("round.column.all"), true),
            ])
            html.element(.tbody) {
                for summary in rounds { row(summary) }
            }
        }
    }

    private func row(_ summary: RoundSummary) {
        let round = summary.round
        let address = view.address(visit.path("/round/\(round.id)"))
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                html.element(.a, .href(address), .dir("auto"), text: round.title)
                if let document = summary.document { documentName(document) }
            }
            html.element(.td, text: view.say("round.status.\(round.status.rawValue)"))
            html.element(.td, text: round.due.map { view.date($0) } ?? view.say("workspace.noValue"))
            let open = summary.total - summary.count(.decided, .cleared)
            html.element(.td, .class("n"), text: view.number(open))
            html.element(.td, .class("n")) {
                view.link(
                    view.address(visit.path("/round/\(round.id)"), [("standing", "disputed")]),
                    view.number(summary.disputes))
            }
            html.element(.td, .class("n"), text: view.number(summary.total))
        }
    }

    private func documentName(_ document: Document) {
        html.element(.p, .class("hint"), .dir("auto"), text: document.symbol?.printed ?? document.title ?? "")
    }

    private func openForm() {
        let free = documents.filter { $0.round == nil }
        view.section("open", view.say("round.open.title"), view.say("round.open.text")) {
            guard !free.isEmpty else {
                html.element(.p) {
                    view.write("round.open.noReport") { _ in
                        if let state = visit.workspace.mechanismState {
                            view.link(view.stateAddress(state), view.stateName(state))
                        }
                    }
                }
                return
            }
            view.workForm(view.address(visit.path("/round"))) {
                view.select(
                    "document", view.say("round.field.report"),
                    free.map { found in
                        let name = found.document.symbol?.printed ?? found.document.title ?? "\(found.document.id)"
                        return (
                            found.document.id.description,
                            view.say(
                                "round.open.report",
                                [
                                    "name": .text(name), "pending": .number(found.pending),
                                    "decided": .number(found.decided),
                                ])
                        )
                    }, chosen: "")
                view.textField(
                    "title", view.say("field.title"), "", hint: view.say("round.open.titleHint"),
                    most: Rounds.titleCharactersMax)
                view.dayField("due", view.say("round.field.roundDue"), "", hint: view.say("round.open.dueHint"))
                html.element(.p) { view.submitButton(view.say("round.open.button")) }
            }
        }
    }
}
