import Domain
import Frame
import Landscape
import Locales
import Markup

/// The rows behind a figure, page after page.
struct GapRowsView {
    let place: GapPlace
    let kind: GapRowKind
    let filter: GapRowFilter
    let page: GapRowPage

    static func read(
        _ place: GapPlace, _ landscape: Landscape
    ) async throws(WebError) -> GapRowsView {
        let (kind, filter) = place.exchange.gapRows
        let after = place.exchange.asked("after").flatMap { Int64($0) }
        let limit = place.exchange.asked("limit").flatMap { Int($0) } ?? 50
        let page = try await WebError.run { () throws(WorkspaceError) in
            try await landscape.rows(kind, filter, place.reader, after: after, limit: limit)
        }
        return GapRowsView(place: place, kind: kind, filter: filter, page: page)
    }

    static func answer(_ place: GapPlace, _ landscape: Landscape) async throws(WebError) -> Answer {
        let content = try await read(place, landscape)
        let view = place.view
        var head = PageHead(
            title: content.title, section: place.visit == nil ? .cooperation : nil,
            place: place.visit == nil ? nil : .gap, isWide: true)
        let scope = content.filter.scope
        let back = scope.state.map { place.state($0, scope) } ?? view.address(place.base, GapPlace.items(scope))
        head.crumbs = [(back, view.say("gap.world.title"))]
        return await view.page(head) { content.write() }
    }

    private var view: View { place.view }
    private var html: HTMLWriter { view.html }

    private var title: String { view.say("gap.rows.\(kind.rawValue)") }

    private func write() {
        view.pageHead(kicker: place.words(filter.scope), title, lead: narrowed)
        html.element(.p, text: view.say("gap.rows.count", ["count": .number(page.total)]))
        guard !page.rows.isEmpty else {
            view.empty(view.say("gap.rows.none.title")) {
                html.element(.p, text: view.say("gap.rows.none.text"))
            }
            return
        }
        view.table(title) {
            view.headRow(columns.map { (view.say($0), false) })
            html.element(.tbody) { for row in page.rows { html.element(.tr, .class("row")) { self.row(row) } } }
        }
        view.pager(next: page.next.map { String($0) })
    }

    /// What the rows have in common beside the scope.
    private var narrowed: String? {
        var parts: [String] = []
        if kind == .issues, filter.issues != .all { parts.append(view.say("gap.only.\(filter.issues.rawValue)")) }
        if filter.isAlone, kind == .needs { parts.append(view.say("gap.only.needAlone")) }
        if filter.isAlone, kind == .offers { parts.append(view.say("gap.only.offerAlone")) }
        if filter.isUnsaid, kind == .offers { parts.append(view.say("gap.only.anyTheme")) }
        if filter.isUnsaid, kind == .programmes { parts.append(view.say("gap.only.noMoney")) }
        if kind == .programmes {
            if let giver = filter.giver {
                parts.append(
                    giver == GapRowFilter.nobody
                        ? view.say("gap.only.noGiver") : view.say("gap.only.giver", ["name": .text(giver)]))
            }
            if let modality = filter.modality { parts.append(view.say("programme.modality.\(modality)")) }
            if let worker = filter.worker {
                parts.append(
                    worker == GapRowFilter.nobody
                        ? view.say("gap.only.noWorker") : view.say("gap.only.worker", ["name": .text(worker)]))
            }
            if let from = filter.from {
                parts.append(view.say("gap.only.from", ["state": .text(view.stateName(from))]))
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private var columns: [String] {
        switch kind {
        case .issues: ["gap.column.issue", "gap.column.recommendations", "gap.column.serves"]
        case .needs: ["gap.potential.need", "cooperation.state"]
        case .offers: ["gap.potential.offer", "gap.column.actor"]
        case .programmes: ["gap.column.programme", "gap.column.reporter", "cooperation.states"]
        case .agreements: ["gap.column.agreement", "gap.column.parties", "cooperation.states"]
        case .actions: ["gap.column.action"]
        }
    }

    private func row(_ row: GapRow) {
        html.element(.th, .scope("row")) {
            if let issue = row.issue {
                GapIssueLine(place: place, issue: issue).name()
            } else {
                GapRowName(place: place, row: row).write()
            }
        }
        switch kind {
        case .issues:
            html.element(.td, text: row.issue.map { view.number($0.recommendations) } ?? "")
            html.element(.td) { if let issue = row.issue { serves(issue) } }
        case .needs: html.element(.td) { states(row.states) }
        case .offers: html.element(.td) { html.element(.bdi, text: row.actor) }
        case .programmes, .agreements:
            html.element(.td) { html.element(.bdi, text: row.actor) }
            html.element(.td) { states(row.states) }
        case .actions: break
        }
    }

    private func states(_ states: [StateCode]) {
        for (index, entry) in view.stateNames(states).enumerated() {
            if index > 0 { html.text(view.say("list.comma")) }
            view.link(place.state(entry.code), entry.name)
        }
    }

    /// What is known of an issue's help, each with a link.
    private func serves(_ issue: GapIssue) {
        html.element(.p, text: view.say("gap.standing.\(issue.standing.rawValue)"))
        html.element(.p, .class("hint")) {
            for id in issue.programmes.prefix(5) {
                view.link(view.address("/programmes/\(id)"), view.say("gap.row.programme", ["id": .text("\(id)")]))
                html.text(" ")
            }
            for id in issue.needs.prefix(5) {
                var need = GapRow(thing: .need(id), title: view.say("gap.row.need", ["id": .text("\(id)")]))
                need.isOwn = place.visit?.workspace.mechanismState == issue.issue.state
                GapRowName(place: place, row: need).write()
                html.text(" ")
            }
            for theme in issue.offered.prefix(3) {
                var own = filter.scope
                own.theme = theme
                own.person = nil
                view.link(
                    place.rows(.offers, own),
                    view.say("gap.row.offers", ["theme": .text(view.name(.theme, theme))]))
                html.text(" ")
            }
        }
    }
}
