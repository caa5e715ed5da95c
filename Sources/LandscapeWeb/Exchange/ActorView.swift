import Domain
import Frame
import Landscape
import Locales
import Markup

/// A workspace as others see it: what it publishes, each thing with its own page as the source.
struct ActorView {
    let place: GapPlace
    let page: WorkspacePage

    static func answer(_ exchange: Exchange, _ landscape: Landscape) async throws(WebError) -> Answer {
        guard let id = WorkspaceID(exchange.value("id")) else { throw .notFound }
        let page = try await WebError.run { () throws(WorkspaceError) in
            try await landscape.actor(id, .everybody)
        }
        let content = ActorView(place: GapPlace(exchange), page: page)
        let view = content.place.view
        var head = PageHead(title: page.actor.name, section: .cooperation)
        head.crumbs = [
            (view.address("/cooperation"), view.say("gap.world.title")),
            (view.address("/cooperation/actors"), view.say("actors.title")),
        ]
        return await view.page(head) { content.write() }
    }

    private var view: View { place.view }
    private var html: HTMLWriter { view.html }

    private func write() {
        html.element(.div, .class("head")) {
            html.element(.p, .class("kicker"), text: view.kind(of: page.actor))
            html.element(.h1, .dir("auto"), text: page.actor.name)
            html.element(.p, .class("lead"), text: view.say("actor.lead"))
        }
        if let state = page.actor.state {
            html.element(.p) {
                view.link(place.state(state), view.say("actor.state", ["state": .text(view.stateName(state))]))
            }
        }
        list("offers", "offer.public.title", page.offers)
        list("needs", "need.public.title", page.needs)
        funds()
        agreements()
        list("programmes", "programme.title", page.programmes)
    }

    private func list(_ id: String, _ key: String, _ rows: [GapRow]) {
        view.section(id, view.say(key)) {
            guard !rows.isEmpty else {
                html.element(.p, text: view.say("actor.nothing"))
                return
            }
            html.element(.ul) {
                for row in rows { html.element(.li) { GapRowName(place: place, row: row).write() } }
            }
        }
    }

    private func agreements() {
        view.section("agreements", view.say("exchange.agreements")) {
            guard !page.agreements.isEmpty else {
                html.element(.p, text: view.say("actor.nothing"))
                return
            }
            html.element(.ul) {
                for line in page.agreements {
                    html.element(.li) {
                        html.element(
                            .a, .href(view.address("/agreements/\(line.id)")), .lang(line.language.rawValue),
                            .dir("auto"), text: line.title)
                        html.text(" ")
                        html.element(
                            .bdi, .class("soft"), text: line.parties.joined(separator: view.say("list.comma")))
                    }
                }
            }
        }
    }

    private func funds() {
        view.section("funds", view.say("fund.public.title")) {
            guard !page.funds.isEmpty else {
                html.element(.p, text: view.say("actor.nothing"))
                return
            }
            html.element(.ul) {
                for fund in page.funds {
                    html.element(.li) {
                        html.element(
                            .a, .href(view.address("/funds/\(fund.id)")), .lang(fund.language.rawValue), .dir("auto"),
                            text: fund.name)
                    }
                }
            }
        }
    }
}

/// An organisation that programmes name: where, on what and with whom it works. Every statement is those programmes'.
struct OrganizationView {
    let place: GapPlace
    let page: OrganisationPage

    static func answer(_ exchange: Exchange, _ landscape: Landscape) async throws(WebError) -> Answer {
        let key = exchange.asked("key") ?? ""
        let page = try await WebError.run { () throws(WorkspaceError) in try await landscape.organisation(key) }
        let content = OrganizationView(place: GapPlace(exchange), page: page)
        let view = content.place.view
        var head = PageHead(title: page.organisation.shown, section: .cooperation)
        head.crumbs = [
            (view.address("/cooperation"), view.say("gap.world.title")),
            (view.address("/cooperation/actors"), view.say("actors.title")),
        ]
        return await view.page(head) { content.write() }
    }

    private var view: View { place.view }
    private var html: HTMLWriter { view.html }

    private func write() {
        let own = page.organisation
        html.element(.div, .class("head")) {
            html.element(.p, .class("kicker"), text: view.say("actors.organization"))
            html.element(.h1, .dir("auto"), text: own.shown)
            html.element(.p, .class("lead"), text: view.say("organization.lead"))
        }
        html.element(.p) {
            view.link(
                view.programmes(of: own), view.say("organization.programmes", ["count": .number(page.programmes)]))
        }
        facts(own)
        counts(
            "states", "organization.states",
            view.stateNames(page.states.map(\.state)).map { entry in
                (
                    entry.name, page.states.first { $0.state == entry.code }?.programmes ?? 0,
                    view.programmes(of: own, entry.code)
                )
            })
        counts(
            "themes", "organization.themes",
            page.themes.map { (view.name(.theme, $0.theme), $0.programmes, view.programmes(of: own, nil, $0.theme)) })
        partners()
    }

    private func facts(_ own: NamedActor) {
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("actors.reference")) {
                html.element(.bdi, text: own.reference.isEmpty ? view.say("cooperation.notSaid") : own.reference)
            }
            if !page.names.isEmpty {
                view.fact(view.say("organization.names")) {
                    html.element(.bdi, text: page.names.joined(separator: view.say("list.comma")))
                }
            }
            view.fact(view.say("organization.roles")) {
                let roles = page.roles.map {
                    ["1", "2", "3", "4"].contains($0)
                        ? view.say("programme.role.\($0)") : view.say("cooperation.notSaid")
                }
                html.text(roles.joined(separator: view.say("list.comma")))
            }
            view.fact(view.say("organization.state")) {
                if let state = page.state {
                    view.link(place.state(state), view.stateName(state))
                } else {
                    html.text(view.say("cooperation.notKnown"))
                }
            }
            view.fact(view.say("organization.years")) {
                let open = view.say("programme.period.open")
                html.text(
                    view.say(
                        "programme.period.span",
                        [
                            "start": .text(page.starts.map { view.date($0) } ?? open),
                            "end": .text(page.ends.map { view.date($0) } ?? open),
                        ]))
            }
        }
    }

    private func counts(_ id: String, _ key: String, _ lines: [(name: String, count: Int, address: String)]) {
        view.section(id, view.say(key)) {
            guard !lines.isEmpty else {
                html.element(.p, text: view.say("cooperation.notSaid"))
                return
            }
            view.table(view.say(key)) {
                view.headRow([(view.say(key), false), (view.say("gap.column.programmes"), true)])
                html.element(.tbody) {
                    for line in lines {
                        html.element(.tr) {
                            html.element(.th, .scope("row"), text: line.name)
                            place.countCell(line.count, line.address)
                        }
                    }
                }
            }
        }
    }

    private func partners() {
        view.section("partners", view.say("organization.partners"), view.say("organization.partners.text")) {
            guard !page.partners.isEmpty else {
                html.element(.p, text: view.say("actor.nothing"))
                return
            }
            html.element(.ul) {
                for partner in page.partners {
                    html.element(.li) { OrganizationLink(view: view, organisation: partner).write() }
                }
            }
        }
    }
}
