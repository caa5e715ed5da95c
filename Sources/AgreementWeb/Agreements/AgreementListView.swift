import Agreements
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// Agreements that the workspace is or was asked to be a party of.
enum AgreementListView {
    static func answer(_ visit: Visit, _ agreements: Agreements) async throws(WebError) -> Answer {
        let records = try await visit.run { () throws(WorkspaceError) in try await agreements.all(visit.member) }
        let view = View(visit)
        let head = PageHead(title: view.say("agreement.title"), place: .agreements)
        return await view.page(head) {
            view.pageHead(view.say("agreement.title"), lead: view.say("agreement.lead"))
            view.agreementPlaces(visit, "/agreements")
            table(records, view, own: visit.workspace.id) { view.address(visit.path("/agreements/\($0)")) }
            if visit.may(.makeAgreements) {
                view.html.element(.p) {
                    view.html.element(
                        .a, .class("button"), .href(view.address(visit.path("/agreements/new"))),
                        text: view.say("agreement.new"))
                }
            }
        }
    }

    static func table(
        _ records: [AgreementRecord], _ view: View, own: WorkspaceID?, address: (AgreementID) -> String
    ) {
        let html = view.html
        guard !records.isEmpty else {
            view.empty(view.say("agreement.none")) {
                html.element(.p, text: view.say(own == nil ? "agreement.nonePublic" : "agreement.noneText"))
            }
            return
        }
        view.table(view.say("agreement.title")) {
            view.headRow(
                ["agreement.one", "agreement.parties", "cooperation.status", "agreement.time"].map {
                    (view.say($0), false)
                })
            html.element(.tbody) {
                for record in records {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            html.element(
                                .a, .href(address(record.agreement.id)), .lang(record.shown.terms.language.rawValue),
                                .dir("auto"), text: record.shown.terms.title)
                        }
                        html.element(
                            .td,
                            text: view.list(
                                record.shown.parties.map { view.partyName($0.workspace, record.actors) }))
                        html.element(.td) { status(record, view, own: own) }
                        html.element(.td, text: view.window(record.shown.terms.starts, record.shown.terms.ends))
                    }
                }
            }
        }
    }

    private static func status(_ record: AgreementRecord, _ view: View, own: WorkspaceID?) {
        view.html.text(view.say("agreementStatus.\(record.agreement.status.rawValue)"))
        if let own, record.shown.status == .proposed, record.shown.waiting.contains(own) {
            view.html.text(" ")
            view.html.element(.span, .class("chip"), text: view.say("agreement.waitsForYou"))
        }
    }
}

/// Agreements that everybody may read.
enum AgreementPublicView {
    static func list(_ exchange: Exchange, _ agreements: Agreements) async throws(WebError) -> Answer {
        let page = try await page(exchange, agreements)
        let view = View(exchange)
        let head = PageHead(title: view.say("agreement.title"), summary: view.say("agreement.publicLead"))
        return await view.page(head) {
            view.pageHead(view.say("agreement.title"), lead: view.say("agreement.publicLead"))
            AgreementListView.table(page.records, view, own: nil) { view.address("/agreements/\($0)") }
            view.pager(next: page.next?.description)
        }
    }

    static func page(_ exchange: Exchange, _ agreements: Agreements) async throws(WebError) -> PublicAgreements {
        do throws(WorkspaceError) {
            return try await agreements.published(
                after: exchange.query.first("after").flatMap { AgreementID($0) },
                limit: exchange.query.first("limit").flatMap { Int($0) } ?? 50)
        } catch { throw WebError(error) }
    }

    static func found(
        _ exchange: Exchange, _ agreements: Agreements
    ) async throws(WebError) -> (record: AgreementRecord, sayings: AgreementSayings) {
        guard let id = AgreementID(exchange.value("id")) else { throw .notFound }
        do throws(WorkspaceError) { return try await agreements.published(id) } catch { throw WebError(error) }
    }

    static func one(_ exchange: Exchange, _ agreements: Agreements) async throws(WebError) -> Answer {
        let (record, sayings) = try await found(exchange, agreements)
        let view = View(exchange)
        var head = PageHead(title: record.shown.terms.title)
        head.crumbs = [(view.address("/agreements"), view.say("agreement.title"))]
        return await view.page(head) {
            view.html.element(.div, .class("head")) {
                view.html.element(
                    .p, .class("kicker"), text: view.say("agreementStatus.\(record.agreement.status.rawValue)"))
                view.html.element(
                    .h1, .lang(record.shown.terms.language.rawValue), .dir("auto"), text: record.shown.terms.title)
            }
            let facts = TermsFacts(view: view, version: record.shown, actors: record.actors)
            facts.parties()
            facts.write()
            WordsOfParties(
                view: view, version: record.shown, actors: record.actors, sayings: sayings,
                today: CalendarDate(exchange.site.clock.instant) ?? CalendarDate(dayNumber: 0)
            ).write()
        }
    }
}
