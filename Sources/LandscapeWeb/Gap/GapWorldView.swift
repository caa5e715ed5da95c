import Domain
import Frame
import Landscape
import Locales
import Markup

/// The gap over many States: the world, a theme, a group of States.
struct GapWorldView {
    let place: GapPlace
    let gap: WorldGap
    /// Which lines of the first table are shown; nil: all.
    let balance: GapBalance?
    /// The State after which the table of States begins.
    let after: String?

    private static let statesMax = 60

    static func answer(
        _ place: GapPlace, _ scope: GapScope, _ landscape: Landscape
    ) async throws(WebError) -> Answer {
        let gap = try await WebError.run { () throws(WorkspaceError) in try await landscape.gap(scope, place.reader) }
        let view = place.view
        let title =
            scope.theme.map { view.say("gap.theme.title", ["theme": .text(view.name(.theme, $0))]) }
            ?? view.say("gap.world.title")
        var head = PageHead(
            title: title, section: place.visit == nil ? .cooperation : nil,
            place: place.visit == nil ? nil : .gap, isWide: true)
        if place.visit == nil {
            head.summary = view.say("gap.world.lead")
            if scope.theme != nil {
                head.crumbs = [(view.address("/cooperation"), view.say("gap.world.title"))]
            }
        }
        let content = GapWorldView(
            place: place, gap: gap, balance: place.exchange.asked("balance").flatMap { GapBalance(rawValue: $0) },
            after: place.exchange.asked("from"))
        return await view.page(head) { content.write(title) }
    }

    private var view: View { place.view }
    private var html: HTMLWriter { view.html }
    private var scope: GapScope { gap.scope }

    private func write(_ title: String) {
        let rest = place.words(GapScope(group: scope.group, person: scope.person))
        view.pageHead(kicker: rest ?? place.visit?.workspace.name, title, lead: view.say("gap.world.lead"))
        ways()
        let isTheme = scope.theme != nil && place.visit == nil
        let path = isTheme ? "/cooperation/themes/" + PercentCoding.encode(scope.theme ?? "") : place.base
        GapFilterForm(
            place: place, path: path, scope: scope,
            fields: isTheme
                ? [.group, .person]
                : place.visit == nil ? [.group, .person] : [.state, .theme, .group, .person]
        ).write()
        GapNumbers(place: place, scope: scope).write(
            recommendations: gap.recommendations, issues: nil, sums: gap.sums)
        themes()
        states()
        GapPotential(place: place, scope: scope, potential: gap.potential).write()
        view.section("money", view.say("gap.money.title"), view.say("gap.money.text")) {
            GapMoney(place: place, scope: scope).programmes(gap.sums)
        }
        unknown()
        GapFiles(place: place, scope: scope).write()
    }

    private func ways() {
        guard place.visit == nil else { return }
        html.element(.p) {
            let pages = [
                ("/cooperation/actors", "actors.title"), ("/cooperation/exchange", "exchange.title"),
                ("/cooperation/network", "network.title"), ("/needs", "need.public.title"),
                ("/offers", "offer.public.title"), ("/programmes", "programme.title"),
            ]
            for (index, page) in pages.enumerated() {
                if index > 0 { html.text(" · ") }
                view.link(view.address(page.0), view.say(page.1))
            }
        }
    }

    // MARK: Themes

    private func themes() {
        guard scope.theme == nil else { return }
        view.section("themes", view.say("gap.themes.title"), view.say("gap.themes.text")) {
            guard !gap.themes.isEmpty else {
                view.empty(view.say("gap.world.none.title")) {
                    html.element(.p, text: view.say("gap.world.none.text"))
                }
                return
            }
            balances()
            if let balance {
                html.element(.p) {
                    view.link(
                        view.address(place.base, GapPlace.items(scope)) + "#themes", view.say("gap.themes.all"))
                }
                table(gap.themes.filter { $0.counts.standing == balance })
                return
            }
            let alone = gap.themes.filter { $0.counts.standing == .recordAlone }
            table(gap.themes.filter { $0.counts.standing != .recordAlone })
            guard !alone.isEmpty else { return }
            html.element(.details, .class("fold")) {
                html.element(
                    .summary, text: view.say("gap.themes.alone", ["count": .number(alone.count)]))
                table(alone)
            }
        }
    }

    private func table(_ lines: [WorldGap.ThemeLine]) {
        guard !lines.isEmpty else { return }
        view.table(view.say("gap.themes.title")) {
            view.headRow([
                (view.say("cooperation.theme"), false), (view.say("gap.column.recommendations"), true),
                (view.say("gap.column.needs"), true), (view.say("gap.column.offers"), true),
                (view.say("gap.column.programmes"), true), (view.say("gap.column.balance"), false),
            ])
            html.element(.tbody) {
                for line in lines { html.element(.tr) { self.line(line) } }
            }
        }
    }

    private func balances() {
        let shown = GapBalance.allCases.map { balance in
            (balance, gap.themes.count { $0.counts.standing == balance })
        }.filter { $0.1 > 0 }
        let needed = gap.themes.count { $0.counts.standing == .needAlone }
        PartsBar(
            view: view,
            parts: shown.map { balance, count in
                PartsBar.Part(
                    style: balance.rawValue, label: view.say("gap.balance.\(balance.rawValue)"), count: count,
                    address: view.address(
                        place.base, [("balance", balance.rawValue)] + GapPlace.items(scope)) + "#themes")
            }
        ).write(
            title: view.say(
                "gap.balance.title", ["count": .number(needed), "total": .number(gap.themes.count)]),
            caption: view.say("gap.balance.caption"), label: view.say("gap.column.balance"),
            value: view.say("gap.column.themes"))
    }

    private func line(_ line: WorldGap.ThemeLine) {
        var own = scope
        own.theme = line.theme
        html.element(.th, .scope("row")) {
            view.link(place.theme(line.theme, scope), view.name(.theme, line.theme))
        }
        cells(line.counts, own)
        html.element(.td, text: view.say("gap.stands.\(line.counts.standing.rawValue)"))
    }

    private func cells(_ counts: GapCounts, _ scope: GapScope, hasOffers: Bool = true) {
        place.countCell(counts.recommendations, place.recommendations(scope))
        place.countCell(counts.needs, place.rows(.needs, scope))
        if hasOffers { place.countCell(counts.offers, place.rows(.offers, scope)) }
        place.countCell(counts.programmes, place.rows(.programmes, scope))
    }

    // MARK: States

    private func states() {
        view.section("states", view.say("gap.states.title"), view.say("gap.states.text")) {
            guard !gap.states.isEmpty else {
                html.element(.p, text: view.say("gap.states.none"))
                return
            }
            if scope.theme == nil, scope.person == nil { map() }
            let names = view.stateNames(gap.states.map(\.state))
            let lines = Dictionary(gap.states.map { ($0.state, $0) }, uniquingKeysWith: { first, _ in first })
            let start = after.flatMap { code in names.firstIndex { $0.code.rawValue == code } }.map { $0 + 1 } ?? 0
            let shown = names.dropFirst(start).prefix(Self.statesMax)
            view.table(view.say("gap.states.title")) {
                view.headRow([
                    (view.say("cooperation.state"), false), (view.say("gap.column.recommendations"), true),
                    (view.say("gap.column.needs"), true), (view.say("gap.column.programmes"), true),
                    (view.say("gap.column.here"), false),
                ])
                html.element(.tbody) {
                    for entry in shown {
                        if let line = lines[entry.code] { html.element(.tr) { self.line(line, entry.name) } }
                    }
                }
            }
            pages(shown.last.map { $0.code.rawValue }, hasMore: start + shown.count < names.count, isFirst: start == 0)
        }
    }

    private func line(_ line: WorldGap.StateLine, _ name: String) {
        var own = scope
        own.state = line.state
        own.group = nil
        var search = scope
        search.state = line.state
        html.element(.th, .scope("row")) { view.link(place.state(line.state, scope), name) }
        place.countCell(line.counts.recommendations, place.recommendations(search))
        place.countCell(line.counts.needs, place.rows(.needs, own))
        place.countCell(line.counts.programmes, place.rows(.programmes, own))
        html.element(.td) {
            if !line.isHere {
                html.element(.span, .class("soft"), text: view.say("gap.notHere.short"))
            } else {
                html.text(view.say("gap.here"))
            }
        }
    }

    private func pages(_ last: String?, hasMore: Bool, isFirst: Bool) {
        guard hasMore || !isFirst else { return }
        html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
            if !isFirst {
                html.element(.a, .href(view.sameAddress(["from": nil]) + "#states"), text: view.say("pager.first"))
            }
            if hasMore, let last {
                html.element(
                    .a, .href(view.sameAddress(["from": last]) + "#states"), .rel("next"),
                    text: view.say("pager.next"))
            }
        }
    }

    /// The share of each State's issues that a programme is linked to; a State without issues has no data.
    private func map() {
        let known = gap.states.filter { $0.issues > 0 }
        guard !known.isEmpty else { return }
        let tiles = Dictionary(
            known.map { ($0.state, MapTile(state: $0.state, part: $0.helped, whole: $0.issues)) },
            uniquingKeysWith: { first, _ in first })
        let title = view.say("gap.map.title")
        let table = Figure.FigureTable(
            columns: [view.say("cooperation.state"), view.say("gap.column.helped"), view.say("gap.column.issues")],
            rows: view.stateNames(known.map(\.state)).map { entry in
                let tile = tiles[entry.code]
                return (entry.name, nil, [tile?.part, tile?.whole])
            })
        view.figure(
            Figure(
                title: title, caption: view.say("gap.map.caption"), isWide: true, table: table,
                source: view.say("gap.source"))
        ) {
            view.tileMap(tiles, label: title)
        }
    }

    private func unknown() {
        view.section("unknown", view.say("gap.unknown.title")) {
            html.element(.ul, .class("notes")) {
                if let any = gap.sums.offersOfAnyTheme, any > 0 {
                    html.element(.li) {
                        view.link(
                            place.rows(.offers, scope, [("unsaid", "yes")]),
                            view.say("gap.unknown.anyTheme", ["count": .number(any)]))
                    }
                }
                if scope.person != nil { html.element(.li, text: view.say("gap.unknown.person")) }
                html.element(.li, text: view.say("gap.unknown.plans"))
                html.element(.li, text: view.say("gap.unknown.needs"))
            }
        }
    }
}
