import Domain
import Frame
import Locales
import Markup
import Programmes

/// Programmes with filters, and what all that match come to.
struct ProgrammeListView {
    let view: View
    /// The workspace whose programmes they are; nil for everybody's page.
    let visit: Visit?
    let filter: ProgrammeFilter
    let page: ProgrammePage
    let choices: ProgrammeChoices
    let codes: AidCodes

    static func answer(_ exchange: Exchange, _ programmes: Programmes) async throws(WebError) -> Answer {
        let session = try await Signed.found(exchange)
        return try await answer(View(exchange, session: session), nil, .everybody, programmes)
    }

    static func answer(_ visit: Visit, _ programmes: Programmes) async throws(WebError) -> Answer {
        try await answer(View(visit), visit, .workspace(visit.member), programmes)
    }

    private static func answer(
        _ view: View, _ visit: Visit?, _ seen: ProgrammeView, _ programmes: Programmes
    ) async throws(WebError) -> Answer {
        let filter = ProgrammeAsked.filter(view.exchange)
        let after = ProgrammeAsked.cursor(view.exchange)
        let page = try await WebError.run { () throws(WorkspaceError) in
            try await programmes.list(filter, seen, after: after)
        }
        let choices = try await WebError.run { () throws(WorkspaceError) in try await programmes.choices(seen) }
        let content = ProgrammeListView(
            view: view, visit: visit, filter: filter, page: page, choices: choices, codes: programmes.codes)
        var head = PageHead(title: view.say("programme.title"), place: visit == nil ? nil : .programmes, isWide: true)
        if visit == nil { head.summary = view.say("programme.lead") }
        return await view.page(head) { content.write() }
    }

    private var html: HTMLWriter { view.html }
    private var base: String { visit?.path("/programmes") ?? "/programmes" }

    private func write() {
        view.pageHead(
            view.say("programme.title"), lead: view.say(visit == nil ? "programme.lead" : "programme.workspace.lead"))
        if view.exchange.query.first("said") == "withdrawn" { view.done(view.say("programme.said.withdrawn")) }
        tools()
        ProgrammeFilterForm(view: view, base: base, filter: filter, choices: choices, codes: codes).write()
        guard !page.programmes.isEmpty else {
            view.empty(view.say(filter.isEmpty ? "programme.none.title" : "programme.noMatch.title")) {
                html.element(
                    .p,
                    text: view.say(
                        filter.isEmpty
                            ? visit == nil ? "programme.none.text" : "programme.none.workspace"
                            : "programme.noMatch.text"))
            }
            return
        }
        html.element(.p, text: view.say("programme.count", ["count": .number(page.total)]))
        table()
        if let next = page.next {
            html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
                html.element(
                    .a, .href(view.sameAddress(["after": next.description])), .rel("next"), text: view.say("pager.next")
                )
            }
        }
        ProgrammeTotals(view: view).write(page.totals)
    }

    private func tools() {
        html.element(.p, .class("actions")) {
            if let visit, visit.may(.manageProgrammes) {
                html.element(
                    .a, .class("button"), .href(view.address(visit.path("/programmes/new"))),
                    text: view.say("programme.new"))
                html.text(" ")
                html.element(
                    .a, .class("button plain"), .href(view.address(visit.path("/programmes/import"))),
                    text: view.say("programme.import"))
                html.text(" ")
            }
            if page.total > 0 {
                html.element(
                    .a, .href(visit?.path("/programmes.iati.xml") ?? "/programmes.iati.xml"),
                    text: view.say("programme.export"))
            }
        }
    }

    private func table() {
        view.table(view.say("programme.title")) {
            view.headRow([
                (view.say("programme.column.title"), false), (view.say("programme.column.states"), false),
                (view.say("programme.column.reporter"), false), (view.say("programme.column.period"), false),
                (view.say("programme.column.status"), false),
            ])
            html.element(.tbody) {
                for programme in page.programmes { row(programme) }
            }
        }
    }

    private func row(_ programme: Programme) {
        let title = page.title(programme, view.exchange.language)
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                html.element(
                    .a, .href(view.address("\(base)/\(programme.id)")), .dir("auto"),
                    .lang(title.language?.rawValue ?? "und"), text: title.text)
                if !programme.isPublic {
                    html.text(" ")
                    html.element(.span, .class("chip"), text: view.say("programme.draft"))
                }
            }
            html.element(.td) {
                let states = page.states[programme.id] ?? []
                if states.isEmpty { html.text(view.say("programme.noStates")) } else { view.stateLinks(states) }
            }
            html.element(.td) {
                html.element(
                    .span, .dir("auto"),
                    text: programme.reporter.name.isEmpty ? programme.reporter.reference : programme.reporter.name)
            }
            html.element(.td, text: view.programmePeriod(programme.starts, programme.ends))
            html.element(.td, text: view.programmeStatus(programme.status))
        }
    }
}
