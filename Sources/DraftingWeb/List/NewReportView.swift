import Domain
import Drafting
import Frame
import Locales
import Markup
import Reference
import Rounds

/// The form of a new report: its kind, what it answers, when it is due.
struct NewReportView {
    let view: View
    let visit: Visit
    let drafting: Drafting
    let documents: [Document]
    let dates: [OpenDate]
    let rounds: [(value: String, text: String)]
    let calls: [FundCall]

    static func answer(_ visit: Visit, _ drafting: Drafting) async throws(WebError) -> Answer {
        let (documents, dates, rounds, calls) = try await visit.run { () throws(WorkspaceError) in
            let documents = try await visit.workspace.state.asyncMap { state throws(WorkspaceError) in
                try await drafting.documents(state)
            }
            return (
                documents ?? [], try await drafting.openDates(visit.member), try await frozen(visit, drafting),
                try await drafting.openCalls(visit.member)
            )
        }
        let view = View(visit)
        let content = NewReportView(
            view: view, visit: visit, drafting: drafting, documents: documents, dates: dates, rounds: rounds,
            calls: calls)
        var head = PageHead(title: view.say("report.new"), place: .reports)
        head.crumbs = [(view.address(visit.path("/reports")), view.say("report.title.list"))]
        return await view.page(head) { content.write() }
    }

    private static func frozen(
        _ visit: Visit, _ drafting: Drafting
    ) async throws(WorkspaceError) -> [(value: String, text: String)] {
        guard visit.may(.seeRound) else { return [] }
        return try await Rounds(drafting.store).all(visit.member).filter { $0.round.freezes > 0 }.map {
            ("\($0.round.id)/\($0.round.freezes)", $0.round.title)
        }
    }

    private func write() {
        view.pageHead(view.say("report.new"), lead: view.say("report.new.lead"))
        view.workForm(view.address(visit.path("/reports"))) {
            view.select(
                "kind", view.say("report.field.kind"),
                Assemblers.kinds(visit.workspace).map { ($0.rawValue, view.kind($0)) }, chosen: "",
                hint: view.say("report.kind.hint"))
            view.select(
                "language", view.say("report.field.language"),
                drafting.locales.all.map { ($0.tag, $0.name) }, chosen: visit.workspace.language.rawValue)
            view.textField("title", view.say("report.field.title"), "", hint: view.say("report.title.hint"), most: 300)
            if visit.workspace.mechanismState == nil {
                view.textField(
                    "state", view.say("report.field.state"), visit.workspace.state?.rawValue ?? "",
                    hint: view.say("report.state.hint"), most: 3, direction: "ltr")
            }
            view.select(
                "document", view.say("report.field.document"),
                [("", view.say("report.anyDocument"))]
                    + documents.map { ("\($0.id)", $0.symbol?.printed ?? $0.title ?? "#\($0.id)") }, chosen: "",
                hint: view.say("report.document.hint"))
            if !rounds.isEmpty {
                view.select(
                    "round", view.say("report.field.round"), [("", view.say("report.noRound"))] + rounds,
                    chosen: rounds[0].value, hint: view.say("report.round.hint"))
            }
            if !calls.isEmpty {
                view.select(
                    "call", view.say("report.field.call"),
                    [("", view.say("report.noCall"))] + calls.map { ("\($0.id)", $0.title) }, chosen: "",
                    hint: view.say("report.call.hint"))
            }
            view.select(
                "treaty", view.say("report.field.treaty"),
                [("", view.say("report.noTreaty"))]
                    + drafting.reference.treaties.map { ($0.code, $0.names[LanguageTag(view.words.tag)]) }, chosen: "",
                hint: view.say("report.treaty.hint"))
            view.textField(
                "recommendations", view.say("report.field.selection"), "", hint: view.say("report.selection.hint"),
                most: 8_000, direction: "ltr")
            view.textField(
                "session", view.say("report.field.session"), "", hint: view.say("report.session.hint"), most: 20,
                direction: "ltr")
            if visit.workspace.kind != .mechanism {
                view.checkbox("joint", view.say("report.field.joint"), isOn: false)
            }
            due()
            view.html.element(.p) { view.submitButton(view.say("report.draft")) }
        }
    }

    private func due() {
        if !dates.isEmpty {
            view.select(
                "deadline", view.say("report.field.deadline"),
                [("", view.say("report.noDue"))] + dates.map { ("\($0.id)", "\($0.title), \(view.date($0.due))") },
                chosen: "", hint: view.say("report.deadline.hint"))
        }
        view.dayField("due", view.say("report.field.due"), "")
    }
}

extension Optional {
    fileprivate func asyncMap<T>(
        _ make: (Wrapped) async throws(WorkspaceError) -> T
    ) async throws(WorkspaceError) -> T? {
        guard let self else { return nil }
        return try await make(self)
    }
}
