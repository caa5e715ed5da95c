import Domain
import Frame
import Landscape
import Locales
import Markup
import Programmes

/// Who pays for what: a matrix, the ways between States, and programmes of three parties.
struct ExchangeView {
    let place: GapPlace
    let found: Exchanges
    let isByTheme: Bool

    private static let rowsMax = 20
    private static let columnsMax = 14
    private static let corridorsMax = 60
    private static let trianglesMax = 30

    static func read(_ place: GapPlace, _ landscape: Landscape) async throws(WebError) -> Exchanges {
        var scope = place.exchange.gapScope
        scope.person = nil
        return try await WebError.run { () throws(WorkspaceError) in
            try await landscape.exchanges(scope, place.reader)
        }
    }

    static func answer(_ exchange: Exchange, _ landscape: Landscape) async throws(WebError) -> Answer {
        let place = GapPlace(exchange)
        let content = ExchangeView(
            place: place, found: try await read(place, landscape), isByTheme: exchange.asked("by") == "theme")
        let view = place.view
        var head = PageHead(
            title: view.say("exchange.title"), summary: view.say("exchange.lead"), section: .cooperation, isWide: true)
        head.crumbs = [(view.address("/cooperation"), view.say("gap.world.title"))]
        return await view.page(head) { content.write() }
    }

    private var view: View { place.view }
    private var html: HTMLWriter { view.html }
    private var scope: GapScope { found.scope }

    private func write() {
        view.pageHead(kicker: place.words(scope), view.say("exchange.title"), lead: view.say("exchange.lead"))
        GapFilterForm(
            place: place, path: "/cooperation/exchange", scope: scope, fields: [.state, .theme, .group]
        ).write()
        guard found.flows > 0 || !found.agreements.isEmpty else {
            view.empty(view.say("exchange.none.title")) {
                html.element(.p, text: view.say("exchange.none.text"))
            }
            return
        }
        html.element(.p) {
            view.link(
                place.rows(.programmes, scope), view.say("exchange.count", ["count": .number(found.flows)]))
            if found.withoutGiver > 0 {
                html.text(" ")
                view.link(
                    place.rows(.programmes, scope, [("giver", GapRowFilter.nobody)]),
                    view.say("exchange.withoutGiver", ["count": .number(found.withoutGiver)]))
            }
        }
        if found.isCut { html.element(.p, .class("hint"), text: view.say("exchange.cut")) }
        matrix()
        agreements()
        corridors()
        triangles()
        modalities()
        files()
    }

    // MARK: Matrix

    private func matrix() {
        let (shown, left, right) = (isByTheme ? found.byTheme : found.byState)
            .largest(rows: Self.rowsMax, columns: Self.columnsMax)
        view.section("matrix", view.say(isByTheme ? "exchange.byTheme" : "exchange.byState")) {
            html.element(.p) {
                view.link(
                    view.sameAddress(["by": isByTheme ? "state" : "theme"]),
                    view.say(isByTheme ? "exchange.toState" : "exchange.toTheme"))
            }
            guard !shown.rows.isEmpty else {
                html.element(.p, text: view.say("exchange.matrix.none"))
                return
            }
            view.table(view.say(isByTheme ? "exchange.byTheme" : "exchange.byState"), style: "gap-matrix") {
                view.headRow(
                    [(view.say("exchange.funder"), false)] + shown.columns.map { (view.columnName($0), true) })
                html.element(.tbody) {
                    for row in shown.rows { html.element(.tr) { self.row(row, shown) } }
                }
            }
            if left + right > 0 {
                html.element(
                    .p, .class("hint"),
                    text: view.say("exchange.left", ["rows": .number(left), "columns": .number(right)]))
            }
        }
    }

    private func row(_ row: NamedActor, _ matrix: ExchangeMatrix) {
        html.element(.th, .scope("row")) { OrganizationLink(view: view, organisation: row).write() }
        for column in matrix.columns {
            let count = matrix.count(row, column)
            html.element(.td, .class("n")) {
                if count > 0 {
                    view.link(
                        place.rows(.programmes, within(column), [("giver", row.key)]), view.number(count))
                }
            }
        }
    }

    private func within(_ column: ExchangeMatrix.Column) -> GapScope {
        var scope = scope
        switch column {
        case .state(let state): (scope.state, scope.group) = (state, nil)
        case .theme(let theme): scope.theme = theme
        }
        return scope
    }

    private func agreements() {
        guard scope.theme == nil else { return }
        view.section("agreements", view.say("exchange.agreements"), view.say("exchange.agreements.text")) {
            guard !found.agreements.isEmpty else {
                html.element(.p, text: view.say("exchange.agreements.none"))
                return
            }
            view.table(view.say("exchange.agreements")) {
                view.headRow(["gap.column.agreement", "gap.column.parties"].map { (view.say($0), false) })
                html.element(.tbody) {
                    for line in found.agreements {
                        html.element(.tr) {
                            html.element(.th, .scope("row")) {
                                html.element(
                                    .a, .href(view.address("/agreements/\(line.id)")), .lang(line.language.rawValue),
                                    .dir("auto"), text: line.title)
                            }
                            html.element(.td) {
                                html.element(.bdi, text: line.parties.joined(separator: view.say("list.comma")))
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: Ways between States

    private func corridors() {
        view.section("corridors", view.say("exchange.corridors"), view.say("exchange.corridors.text")) {
            guard !found.corridors.isEmpty else {
                html.element(.p, text: view.say("exchange.corridors.none"))
                return
            }
            view.table(view.say("exchange.corridors")) {
                view.headRow([
                    (view.say("exchange.from"), false), (view.say("exchange.to"), false),
                    (view.say("gap.column.programmes"), true), (view.say("exchange.kind"), false),
                    (view.say("exchange.said"), false),
                ])
                html.element(.tbody) {
                    for corridor in found.corridors.prefix(Self.corridorsMax) {
                        html.element(.tr) { self.corridor(corridor) }
                    }
                }
            }
            let more = found.corridors.count - Self.corridorsMax
            if more > 0 { html.element(.p, .class("hint"), text: view.say("exchange.more", ["count": .number(more)])) }
        }
    }

    private func corridor(_ corridor: Corridor) {
        var own = scope
        (own.state, own.group) = (corridor.to, nil)
        html.element(.th, .scope("row")) {
            view.link(place.state(corridor.from), view.stateName(corridor.from))
        }
        html.element(.td) { view.link(place.state(corridor.to), view.stateName(corridor.to)) }
        html.element(.td, .class("n")) {
            view.link(
                place.rows(.programmes, own, [("from", corridor.from.rawValue)]),
                view.number(corridor.programmes.count))
        }
        html.element(
            .td,
            text: view.say(
                corridor.isSouthSouth == true ? "programme.modality.south-south" : "cooperation.notKnown"))
        html.element(
            .td,
            text: corridor.saidSouthSouth > 0
                ? view.say(
                    "exchange.saidSouthSouth",
                    ["count": .number(corridor.saidSouthSouth), "total": .number(corridor.programmes.count)])
                : view.say("cooperation.notSaid"))
    }

    private func triangles() {
        view.section("triangles", view.say("exchange.triangles"), view.say("exchange.triangles.text")) {
            guard !found.triangles.isEmpty else {
                html.element(.p, text: view.say("exchange.triangles.none"))
                return
            }
            view.table(view.say("exchange.triangles")) {
                view.headRow(
                    [
                        "gap.column.programme", "exchange.from", "exchange.through", "exchange.to", "exchange.basis",
                    ].map { (view.say($0), false) })
                html.element(.tbody) {
                    for triangle in found.triangles.prefix(Self.trianglesMax) {
                        html.element(.tr) { self.triangle(triangle) }
                    }
                }
            }
            let more = found.triangles.count - Self.trianglesMax
            if more > 0 { html.element(.p, .class("hint"), text: view.say("exchange.more", ["count": .number(more)])) }
        }
    }

    private func triangle(_ triangle: Triangle) {
        func cell(_ state: StateCode?) {
            html.element(.td, text: state.map { view.stateName($0) } ?? view.say("cooperation.notKnown"))
        }
        html.element(.th, .scope("row")) {
            view.link(
                view.address("/programmes/\(triangle.programme)"),
                view.say("gap.row.programme", ["id": .text("\(triangle.programme)")]))
        }
        cell(triangle.giver)
        cell(triangle.worker)
        html.element(
            .td,
            text: triangle.states.isEmpty
                ? view.say("cooperation.notKnown")
                : view.stateNames(triangle.states).map(\.name).joined(separator: view.say("list.comma")))
        html.element(.td, text: view.say(triangle.isSaid ? "exchange.basis.said" : "exchange.basis.computed"))
    }

    private func modalities() {
        view.section("forms", view.say("programme.modality"), view.say("exchange.forms.text")) {
            view.table(view.say("programme.modality")) {
                view.headRow([
                    (view.say("programme.modality"), false), (view.say("gap.column.programmes"), true),
                ])
                html.element(.tbody) {
                    for line in found.modalities {
                        html.element(.tr) {
                            html.element(
                                .th, .scope("row"),
                                text: view.say("programme.modality.\(line.modality?.rawValue ?? "none")"))
                            html.element(.td, .class("n")) {
                                view.link(
                                    place.rows(
                                        .programmes, scope, [("modality", line.modality?.rawValue ?? "none")]),
                                    view.number(line.programmes))
                            }
                        }
                    }
                }
            }
        }
    }

    private func files() {
        html.element(.p, .class("export")) {
            html.text(view.say("gap.files"))
            for (name, path) in [
                ("CSV", "/cooperation/exchange.csv"), ("XLSX", "/cooperation/exchange.xlsx"),
                ("JSON", "/api/v1/cooperation/exchange"),
            ] {
                html.text(" ")
                view.link(view.address(path, GapPlace.items(scope)), name)
            }
        }
    }
}

/// An organisation's name as a link to its page.
struct OrganizationLink {
    let view: View
    let organisation: NamedActor

    func write() {
        view.html.element(
            .a, .href(view.address("/cooperation/organizations", [("key", organisation.key)])), .dir("auto"),
            text: organisation.shown)
    }
}
