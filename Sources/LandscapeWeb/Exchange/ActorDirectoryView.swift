import Domain
import Frame
import Landscape
import Locales
import Markup

/// Who cooperates: workspaces with what they publish, organisations that programmes name.
struct ActorDirectoryView {
    let place: GapPlace
    let query: ActorQuery
    let found: ActorDirectory

    static func query(_ exchange: Exchange) -> ActorQuery {
        ActorQuery(
            state: exchange.asked("state").map { StateCode($0) }, theme: exchange.asked("theme"),
            after: exchange.asked("after"))
    }

    static func answer(_ exchange: Exchange, _ landscape: Landscape) async throws(WebError) -> Answer {
        let query = query(exchange)
        let found = try await WebError.run { () throws(WorkspaceError) in
            try await landscape.actors(query, .everybody)
        }
        let content = ActorDirectoryView(place: GapPlace(exchange), query: query, found: found)
        let view = content.view
        var head = PageHead(
            title: view.say("actors.title"), summary: view.say("actors.lead"), section: .cooperation, isWide: true)
        head.crumbs = [(view.address("/cooperation"), view.say("gap.world.title"))]
        return await view.page(head) { content.write() }
    }

    private var view: View { place.view }
    private var html: HTMLWriter { view.html }

    private func write() {
        view.pageHead(view.say("actors.title"), lead: view.say("actors.lead"))
        GapFilterForm(
            place: place, path: "/cooperation/actors", scope: GapScope(state: query.state, theme: query.theme),
            fields: [.state, .theme]
        ).write()
        if !found.workspaces.isEmpty {
            view.section("workspaces", view.say("actors.workspaces"), view.say("actors.workspaces.text")) {
                workspaces()
            }
        }
        view.section("organizations", view.say("actors.organizations"), view.say("actors.organizations.text")) {
            organizations()
        }
    }

    private func workspaces() {
        view.table(view.say("actors.workspaces")) {
            view.headRow([
                (view.say("actors.name"), false), (view.say("actors.kind"), false),
                (view.say("gap.column.offers"), true), (view.say("gap.column.needs"), true),
                (view.say("actors.funds"), true), (view.say("actors.agreements"), true),
                (view.say("gap.column.programmes"), true),
            ])
            html.element(.tbody) {
                for actor in found.workspaces {
                    html.element(.tr) {
                        let address = view.address("/cooperation/actors/\(actor.id)")
                        html.element(.th, .scope("row")) {
                            html.element(.a, .href(address), .dir("auto"), text: actor.name)
                        }
                        html.element(.td, text: view.kind(of: actor))
                        for (count, part) in [
                            (actor.offers, "offers"), (actor.needs, "needs"), (actor.funds, "funds"),
                            (actor.agreements, "agreements"),
                            (actor.programmes, "programmes"),
                        ] { place.countCell(count, address + "#" + part) }
                    }
                }
            }
        }
    }

    private func organizations() {
        guard !found.organisations.isEmpty else {
            view.empty(view.say("actors.none.title")) { html.element(.p, text: view.say("actors.none.text")) }
            return
        }
        view.table(view.say("actors.organizations")) {
            view.headRow([
                (view.say("actors.name"), false), (view.say("actors.reference"), false),
                (view.say("gap.column.programmes"), true),
            ])
            html.element(.tbody) {
                for actor in found.organisations {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            OrganizationLink(view: view, organisation: actor.organisation).write()
                        }
                        html.element(.td) {
                            html.element(
                                .bdi,
                                text: actor.organisation.reference.isEmpty
                                    ? view.say("cooperation.notSaid") : actor.organisation.reference)
                        }
                        place.countCell(
                            actor.programmes, view.programmes(of: actor.organisation, query.state, query.theme))
                    }
                }
            }
        }
        view.pager(next: found.next)
    }
}

extension View {
    /// What kind of actor a workspace is, and of which State.
    func kind(of actor: WorkspaceActor) -> String {
        let kind = actor.actor.map { say("actorKind.\($0.rawValue)") } ?? say("cooperation.mechanism")
        return actor.state.map { say("actor.ofState", ["kind": .text(kind), "state": .text(stateName($0))]) } ?? kind
    }

    /// The list of the public programmes that name an organisation.
    func programmes(of organisation: NamedActor, _ state: StateCode? = nil, _ theme: String? = nil) -> String {
        address(
            "/programmes",
            [("partner", organisation.key)] + (state.map { [("state", $0.rawValue)] } ?? [])
                + (theme.map { [("theme", $0)] } ?? []))
    }
}
