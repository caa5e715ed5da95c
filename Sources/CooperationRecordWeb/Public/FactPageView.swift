import CooperationRecords
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// One published fact at its permanent address: what it says, since when it can be read, and what was published in its place before and
/// after.
struct FactPageView {
    let view: View
    let fact: StateFact
    /// The first one first; the fact itself is among them.
    let versions: [StateFact]

    static func answer(_ exchange: Exchange, _ records: StateCooperation) async throws(WebError) -> Answer {
        guard let id = StateFactID(exchange.value("id")) else { throw .notFound }
        let versions = try await WebError.running { () throws(WorkspaceError) in try await records.versions(of: id) }
        guard let place = versions.firstIndex(where: { $0.id == id }) else { throw .notFound }
        let fact = versions[place]
        let view = View(exchange)
        let cited = Cite(
            key: "cooperation-fact-\(id)",
            title: view.stateName(fact.state) + ": " + view.factKind(fact.kind) + ", "
                + view.factDay(fact.content.day),
            author: view.say("frame.name"), version: place + 1, at: fact.published, path: "/cooperation-facts/\(id)")
        if let file = cited.asked(exchange) { return file }
        let page = FactPageView(view: view, fact: fact, versions: versions)
        let name = view.stateName(fact.state)
        var head = PageHead(title: name + ": " + view.factKind(fact.kind), section: .states)
        head.crumbs = [
            (view.stateAddress(fact.state), name),
            (view.address(page.record), view.say("stateFact.heading")),
        ]
        return await view.page(head) {
            page.write()
            cited.write(view)
        }
    }

    private var html: HTMLWriter { view.html }
    private var record: String { "/states/\(PercentCoding.encode(fact.state.rawValue))/cooperation" }

    private func write() {
        view.pageHead(kicker: view.stateName(fact.state), view.factKind(fact.kind))
        if fact.ended != nil {
            html.element(.p, .class("notice")) {
                html.text(view.say("stateFact.noLongerStands"))
                html.text(" ")
                FactLine(view: view).ended(fact)
            }
        }
        html.element(.p) { FactLine(view: view).name(fact) }
        FactLine(view: view).words(fact)
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("stateFact.day")) { html.text(view.factDay(fact.content.day)) }
            view.fact(view.say("stateFact.source")) { view.factSource(fact) }
            view.fact(view.say("stateFact.saidBy")) { html.text(view.factOrigin(fact)) }
            if let published = fact.published {
                view.fact(view.say("stateFact.published")) { moment(published) }
            }
        }
        if versions.count > 1 { history() }
    }

    private func history() {
        view.section("versions", view.say("stateFact.versions"), view.say("stateFact.versionsLead")) {
            view.table(view.say("stateFact.versions")) {
                view.headRow([
                    (view.say("stateFact.version"), true), (view.say("stateFact.fact"), false),
                    (view.say("stateFact.day"), false), (view.say("stateFact.published"), false),
                    (view.say("stateFact.endedWhy"), false),
                ])
                html.element(.tbody) {
                    for (place, version) in versions.enumerated() {
                        html.element(.tr) {
                            html.element(.td, .class("n")) {
                                view.link(
                                    view.address("/cooperation-facts/\(version.id?.description ?? "")"),
                                    view.number(place + 1))
                            }
                            html.element(.th, .scope("row")) { FactLine(view: view).name(version) }
                            html.element(.td, text: view.factDay(version.content.day))
                            html.element(.td) { if let published = version.published { moment(published) } }
                            html.element(.td) { if version.ended != nil { FactLine(view: view).ended(version) } }
                        }
                    }
                }
            }
        }
    }

    private func moment(_ instant: String) {
        html.element(.time, .datetime(instant), text: CalendarDate(instant).map { view.date($0) } ?? instant)
    }
}
