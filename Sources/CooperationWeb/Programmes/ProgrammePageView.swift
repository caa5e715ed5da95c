import Domain
import Frame
import Locales
import Markup
import Programmes

/// One programme: what it is, its money over the years, what it reaches, and the issues it serves.
struct ProgrammePageView {
    let view: View
    /// The workspace that looks; nil for everybody's page.
    let visit: Visit?
    let whole: ProgrammeWhole
    let codes: AidCodes
    /// What other rooms say of it.
    let beside: [@Sendable (View) -> Void]

    static func answer(_ exchange: Exchange, _ programmes: Programmes) async throws(WebError) -> Answer {
        let session = try await Signed.found(exchange)
        let view = View(exchange, session: session)
        return try await answer(view, nil, .everybody, exchange.value("id"), programmes, [])
    }

    static func answer(
        _ visit: Visit, _ programmes: Programmes, _ beside: [PageBeside]
    ) async throws(WebError) -> Answer {
        try await answer(
            View(visit), visit, .workspace(visit.member), visit.exchange.value("id"), programmes, beside)
    }

    private static func answer(
        _ view: View, _ visit: Visit?, _ seen: ProgrammeView, _ id: String, _ programmes: Programmes,
        _ beside: [PageBeside]
    ) async throws(WebError) -> Answer {
        guard let id = ProgrammeID(id) else { throw .notFound }
        let whole = try await WebError.run { () throws(WorkspaceError) in try await find(id, seen, programmes) }
        var parts: [@Sendable (View) -> Void] = []
        for part in beside {
            if let visit, let part = try await part(visit, id.value) { parts.append(part) }
        }
        let content = ProgrammePageView(
            view: view, visit: visit, whole: whole, codes: programmes.codes, beside: parts)
        var head = PageHead(title: content.title, place: visit == nil ? nil : .programmes)
        head.crumbs = [(view.address(visit?.path("/programmes") ?? "/programmes"), view.say("programme.title"))]
        return await view.page(head) { content.write() }
    }

    /// In a workspace its own programmes, and those everybody sees, which it may link with issues of its State.
    private static func find(
        _ id: ProgrammeID, _ seen: ProgrammeView, _ programmes: Programmes
    ) async throws(WorkspaceError) -> ProgrammeWhole {
        do throws(WorkspaceError) { return try await programmes.find(id, seen) } catch {
            guard error == .notFound else { throw error }
            return try await programmes.find(id, .everybody)
        }
    }

    var html: HTMLWriter { view.html }
    var activity: Activity { whole.activity }
    var programme: Programme { whole.programme }
    /// Kept by the workspace that looks, by somebody who may change it.
    var mayEdit: Bool {
        guard let visit else { return false }
        return visit.may(.manageProgrammes) && programme.workspace == visit.workspace.id
    }
    func path(_ rest: String) -> String { visit?.path("/programmes/\(programme.id)\(rest)") ?? "" }

    private var title: String { activity.titles.best(for: view.exchange.language)?.text ?? programme.title }

    private func write() {
        html.element(.div, .class("head")) {
            if !programme.isPublic { html.element(.p, .class("kicker"), text: view.say("programme.draft")) }
            view.narrative(activity.titles, .h1)
        }
        if let said = view.exchange.query.first("said"), ["saved", "linked", "unlinked"].contains(said) {
            view.done(view.say("programme.said.\(said)"))
        }
        if !programme.lacking.isEmpty {
            html.element(
                .p, .class("notice"),
                text: view.say("programme.lacking", ["what": .text(programme.lacking.joined(separator: ", "))]))
        }
        for description in activity.descriptions { view.narrative(description.texts, .p) }
        if mayEdit {
            html.element(.p, .class("actions")) {
                html.element(
                    .a, .class("button"), .href(view.address(path("/edit"))), text: view.say("programme.edit"))
            }
        }
        if let visit, visit.may(.writePractices) {
            html.element(.p) {
                view.link(
                    view.address(visit.path("/practices/new"), [("programme", programme.id.description)]),
                    view.say("practice.fromProgramme"))
            }
        }
        ProgrammeFactsList(page: self).write()
        money()
        ProgrammeIssues(page: self).write()
        ProgrammeOutcome(page: self).write()
        for part in beside { part(view) }
        if mayEdit { withdraw() }
    }

    private func money() {
        view.section("money", view.say("programme.money.title"), view.say("programme.totals.note")) {
            if whole.totals.isEmpty { html.element(.p, text: view.say("programme.totals.none")) }
            ProgrammeChart(view: view, totals: whole.totals).write()
            ProgrammeEntries(page: self).write()
        }
    }

    private func withdraw() {
        view.programmeFold(view.say("programme.withdraw")) {
            view.programmeForm(path("/withdraw"), version: programme.version) {
                view.textField("reason", view.say("programme.reason"), "", most: 1_000)
                html.element(.p) { view.submitButton(view.say("programme.withdraw"), isPlain: true) }
            }
        }
    }
}
