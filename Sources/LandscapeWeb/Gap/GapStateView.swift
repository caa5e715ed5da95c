import Domain
import Frame
import Landscape
import Locales
import Markup

/// The gap of one State: what was recommended, asked for, offered and helped with.
struct GapStateView {
    let place: GapPlace
    let gap: StateGap

    private static let listMax = 10

    static func answer(_ exchange: Exchange, _ landscape: Landscape) async throws(WebError) -> Answer {
        try await answer(GapPlace(exchange), StateCode(exchange.value("code")), landscape)
    }

    static func answer(
        _ place: GapPlace, _ state: StateCode, _ landscape: Landscape
    ) async throws(WebError) -> Answer {
        let scope = place.exchange.gapScope
        let gap = try await WebError.run { () throws(WorkspaceError) in
            try await landscape.gap(state, scope, place.reader)
        }
        let view = place.view
        let title = view.say("gap.state.title", ["state": .text(view.stateName(state))])
        var head = PageHead(
            title: title, section: place.visit == nil ? .cooperation : nil,
            place: place.visit == nil ? nil : .gap, isWide: true)
        if place.visit == nil {
            head.summary = view.say("gap.state.lead")
            head.crumbs = [(view.address("/cooperation"), view.say("gap.world.title"))]
        }
        let content = GapStateView(place: place, gap: gap)
        return await view.page(head) { content.write(title) }
    }

    private var view: View { place.view }
    private var html: HTMLWriter { view.html }
    private var scope: GapScope { gap.scope }

    private func write(_ title: String) {
        let rest = place.words(GapScope(theme: scope.theme, person: scope.person))
        view.pageHead(kicker: rest ?? place.visit?.workspace.name, title, lead: view.say("gap.state.lead"))
        let own = place.visit == nil ? place.state(gap.state) : view.address(place.base)
        GapFilterForm(
            place: place, path: own.split(separator: "?").first.map(String.init) ?? own, scope: scope,
            fields: place.visit == nil || place.visit?.workspace.mechanismState != nil
                ? [.theme, .person] : [.state, .theme, .person]
        ).write()
        GapNumbers(place: place, scope: scope).write(
            recommendations: gap.recommendations, issues: gap.issues.count, sums: gap.sums)
        if gap.issues.isEmpty {
            view.empty(view.say("gap.state.none.title")) {
                html.element(.p, text: view.say("gap.state.none.text"))
            }
        } else {
            view.section("picture", view.say("gap.picture")) {
                standings()
                steps()
            }
            nothing()
        }
        money()
        GapOverlaps(place: place, gap: gap).write()
        GapPotential(place: place, scope: scope, potential: gap.potential).write()
        unknown()
        GapFiles(place: place, scope: scope).write()
    }

    /// Each issue once.
    private func standings() {
        let none = gap.count(.none)
        PartsBar(
            view: view,
            parts: [GapIssueFilter.helped, .asked, .offered, .none].map { filter in
                PartsBar.Part(
                    style: filter.rawValue, label: view.say("gap.standing.\(filter.rawValue)"),
                    count: gap.count(filter), address: place.issues(filter, scope))
            }
        ).write(
            title: view.say(
                "gap.standing.title", ["count": .number(none), "total": .number(gap.issues.count)]),
            caption: view.say("gap.standing.caption"), label: view.say("gap.standing.column"),
            value: view.say("gap.column.issues"))
    }

    /// From all issues down: an issue can stand in several.
    private func steps() {
        var filters: [GapIssueFilter] = [.all]
        if gap.plan != nil { filters += [.planned, .acted, .costed, .covered, .short] }
        filters += [.offer, .need, .helped]
        let bars = filters.map { filter in
            let count = gap.count(filter)
            return Bar(
                label: view.say("gap.step.\(filter.rawValue)"), value: count,
                address: count > 0 ? place.issues(filter, scope) : nil)
        }
        let table = Figure.FigureTable(
            columns: [view.say("gap.step.column"), view.say("gap.column.issues")],
            rows: bars.map { ($0.label, nil, [$0.value]) })
        view.figure(
            Figure(
                title: view.say(
                    "gap.step.title",
                    ["count": .number(gap.count(.helped)), "total": .number(gap.issues.count)]),
                caption: view.say("gap.step.caption"), isWide: true, table: table, source: view.say("gap.source"))
        ) { view.bars(bars) }
        if gap.plan == nil {
            html.element(.p, .class("hint"), text: view.say(gap.isHere ? "gap.plan.notPublic" : "gap.notHere"))
        } else if gap.count(.unplanned) > 0 {
            html.element(.p) {
                view.link(
                    place.issues(.unplanned, scope),
                    view.say("gap.plan.unplanned", ["count": .number(gap.count(.unplanned))]))
            }
        }
    }

    /// The largest issues of which nothing is known.
    private func nothing() {
        let none = gap.issues.filter { $0.standing == .none }
            .sorted { ($1.recommendations, $0.issue.id) < ($0.recommendations, $1.issue.id) }
        guard !none.isEmpty else { return }
        view.section("nothing", view.say("gap.nothing.title"), view.say("gap.nothing.text")) {
            html.element(.ul) {
                for issue in none.prefix(Self.listMax) {
                    html.element(.li) {
                        GapIssueLine(place: place, issue: issue).name()
                        html.text(" ")
                        html.element(
                            .span, .class("soft"),
                            text: view.say("gap.issue.records", ["count": .number(issue.recommendations)]))
                    }
                }
            }
            if none.count > Self.listMax {
                html.element(.p) {
                    view.link(
                        place.issues(.none, scope), view.say("gap.nothing.all", ["count": .number(none.count)]))
                }
            }
        }
    }

    private func money() {
        let money = GapMoney(place: place, scope: scope)
        view.section("money", view.say("gap.money.title"), view.say("gap.money.text")) {
            if let plan = gap.plan {
                html.element(.h3, text: view.say("gap.money.plan"))
                money.plan(plan, actions: gap.actions ?? 0)
            }
            html.element(.h3, text: view.say("gap.money.programmes"))
            money.programmes(gap.sums)
        }
    }

    private func unknown() {
        view.section("unknown", view.say("gap.unknown.title")) {
            html.element(.ul, .class("notes")) {
                if gap.outside > 0 {
                    html.element(.li, text: view.say("gap.unknown.outside", ["count": .number(gap.outside)]))
                }
                if let any = gap.sums.offersOfAnyTheme, any > 0 {
                    html.element(.li) {
                        view.link(
                            place.rows(.offers, scope, [("unsaid", "yes")]),
                            view.say("gap.unknown.anyTheme", ["count": .number(any)]))
                    }
                }
                html.element(.li, text: view.say("gap.unknown.links"))
                html.element(.li, text: view.say("gap.unknown.needs"))
            }
        }
    }
}
