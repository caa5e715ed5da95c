import Cooperation
package import Domain
package import Frame
import Locales
import Markup

/// What an offer says, for whoever may read it.
struct OfferFacts {
    let view: View
    let offer: Offer

    func write() {
        let html = view.html
        html.element(.dl, .class("facts-list")) {
            view.textFact("cooperation.kinds", view.help(offer.kinds))
            view.textFact("offer.text", offer.text, language: offer.language)
            view.fact(view.say("cooperation.eligible")) { html.text(view.eligible(offer.eligible)) }
            view.fact(view.say("need.time")) { html.text(view.window(offer.from, offer.until)) }
            view.fact(view.say("offer.capacity")) {
                html.text(offer.capacityPerYear.map { view.number($0) } ?? view.say("cooperation.notSaid"))
            }
            view.fact(view.say("offer.money")) { html.element(.bdi, text: view.money(offer.money)) }
            view.textFact("offer.languages", view.languages(offer.languages))
            view.fact(view.say("offer.conditions")) {
                html.text(
                    offer.conditions.isEmpty ? view.say("cooperation.noneNamed") : view.conditions(offer.conditions))
            }
            view.textFact("offer.conditionsNote", offer.conditionsNote, language: offer.language)
            view.textFact("cooperation.themes", view.list(offer.themes.map { view.name(.theme, $0) }))
            view.textFact(
                "cooperation.goals",
                view.list(
                    offer.goals.map { $0 + " " + view.name($0.contains(".") ? .target : .goal, $0) }))
            ContactFacts.write(offer.contact, view)
        }
    }
}

/// Whom to write to.
package enum ContactFacts {
    package static func write(_ contact: OfferContact, _ view: View) {
        guard contact != OfferContact() else { return }
        view.fact(view.say("cooperation.contact")) {
            if !contact.office.isEmpty { view.html.element(.p) { view.html.element(.bdi, text: contact.office) } }
            if !contact.email.isEmpty {
                view.html.element(.p) {
                    view.html.element(.a, .href("mailto:" + contact.email), .dir("ltr"), text: contact.email)
                }
            }
            if !contact.address.isEmpty {
                view.html.element(.p) {
                    view.html.element(
                        .a, .href(contact.address), .rel("noopener noreferrer"), .dir("ltr"), text: contact.address)
                }
            }
        }
    }
}

/// Offers in a table.
struct OfferTable {
    let view: View
    let offers: [Offer]
    var actors: [WorkspaceID: CooperationActor] = [:]
    var isOwn = false

    func write(total: Int, address: (Offer) -> String) {
        let html = view.html
        guard !offers.isEmpty else {
            view.empty(view.say("offer.none.title")) {
                html.element(.p, text: view.say(isOwn ? "offer.none.own" : "offer.none.text"))
            }
            return
        }
        html.element(.p, text: view.say("offer.count", ["count": .number(total)]))
        view.table(view.say("offer.table")) {
            view.headRow(
                [
                    "offer.column.offer", isOwn ? "cooperation.level" : "offer.column.actor", "cooperation.kinds",
                    "cooperation.eligible", "cooperation.status",
                ].map { (view.say($0), false) })
            html.element(.tbody) {
                for offer in offers { html.element(.tr) { row(offer, address(offer)) } }
            }
        }
    }

    private func row(_ offer: Offer, _ address: String) {
        let html = view.html
        html.element(.th, .scope("row")) {
            html.element(.a, .href(address), .lang(offer.language.rawValue), .dir("auto"), text: offer.title)
        }
        html.element(.td) {
            if isOwn {
                html.text(view.say("level.\(offer.level.rawValue)"))
            } else if let actor = actors[offer.workspace] {
                view.actor(actor)
            }
        }
        html.element(.td, text: offer.kinds.isEmpty ? view.say("cooperation.notSaid") : view.help(offer.kinds))
        html.element(.td, text: view.eligible(offer.eligible))
        html.element(.td, text: view.say("offerStatus.\(offer.status.rawValue)"))
    }
}

/// Offers that everybody may read, and those of a workspace.
enum OfferViews {
    static func list(_ exchange: Exchange, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let page = try await page(exchange, cooperation, .everybody)
        let view = View(exchange)
        var head = PageHead(
            title: view.say("offer.public.title"), summary: view.say("offer.public.lead"), section: .cooperation)
        head.feeds = ["/offers.atom"]
        return await view.page(head) {
            view.pageHead(view.say("offer.public.title"), lead: view.say("offer.public.lead"))
            view.filterForm("/offers", hasState: false)
            OfferTable(view: view, offers: page.offers, actors: page.actors).write(total: page.total) {
                view.address("/offers/\($0.id)")
            }
            view.pager(next: page.next?.description)
            view.files("/offers")
            view.html.element(.p) {
                view.link(view.address("/needs"), view.say("need.public.title"))
                view.html.text(" · ")
                view.link(view.address("/funds"), view.say("fund.public.title"))
            }
        }
    }

    static func page(
        _ exchange: Exchange, _ cooperation: Cooperation, _ reader: CooperationReader, after: OfferID? = nil,
        limit: Int? = nil
    ) async throws(WebError) -> OfferPage {
        let filter = OfferFilter(kind: exchange.kindAsked, theme: exchange.asked("theme"))
        do throws(WorkspaceError) {
            return try await cooperation.offers.published(
                reader, filter, after: after ?? exchange.query.first("after").flatMap { OfferID($0) },
                limit: limit ?? exchange.limitAsked)
        } catch { throw WebError(error) }
    }

    static func one(_ exchange: Exchange, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        guard let id = OfferID(exchange.value("id")) else { throw .notFound }
        let found: (offer: Offer, actor: CooperationActor)
        do throws(WorkspaceError) { found = try await cooperation.offers.published(id, .everybody) } catch {
            throw WebError(error)
        }
        let view = View(exchange)
        var head = PageHead(title: found.offer.title, section: .cooperation)
        head.crumbs = [(view.address("/offers"), view.say("offer.public.title"))]
        return await view.page(head) { write(found.offer, found.actor, view) }
    }

    static func write(_ offer: Offer, _ actor: CooperationActor, _ view: View) {
        view.html.element(.div, .class("head")) {
            view.html.element(.p, .class("kicker")) { view.actor(actor) }
            view.html.element(.h1, .lang(offer.language.rawValue), .dir("auto"), text: offer.title)
        }
        view.html.element(.p, text: view.say("offerStatus.\(offer.status.rawValue)"))
        OfferFacts(view: view, offer: offer).write()
    }

    // MARK: In a workspace

    static func own(_ visit: Visit, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let own = try await visit.run { () throws(WorkspaceError) in try await cooperation.offers.all(visit.member) }
        let page = try await page(visit.exchange, cooperation, .partner(visit.workspace.id))
        let others = page.offers.filter { $0.workspace != visit.workspace.id }
        let view = View(visit)
        return await view.page(PageHead(title: view.say("offer.title"), place: .offers, isWide: true)) {
            view.pageHead(kicker: visit.workspace.name, view.say("offer.title"), lead: view.say("offer.lead"))
            view.said()
            OfferTable(view: view, offers: own, isOwn: true).write(total: own.count) {
                view.address(visit.path("/offers/\($0.id)"))
            }
            if visit.may(.manageOffers) {
                view.fold(view.say("offer.new.title"), isOpen: own.isEmpty) {
                    view.workForm(view.address(visit.path("/offers"))) {
                        var draft = OfferDraft()
                        draft.language = visit.workspace.language
                        OfferForm.write(draft, view)
                        view.html.element(.p) { view.submitButton(view.say("offer.new.button")) }
                    }
                }
            }
            view.section("others", view.say("offer.others")) {
                OfferTable(view: view, offers: others, actors: page.actors).write(total: others.count) {
                    view.address(visit.path("/offers/given/\($0.id)"))
                }
                view.pager(next: page.next?.description)
            }
        }
    }

    static func ownOne(_ visit: Visit, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let id: OfferID = try visit.id()
        let offer = try await visit.run { () throws(WorkspaceError) in
            try await cooperation.offers.find(id, visit.member)
        }
        let view = View(visit)
        var head = PageHead(title: offer.title, place: .offers)
        head.crumbs = [(view.address(visit.path("/offers")), view.say("offer.title"))]
        return await view.page(head) {
            view.html.element(.div, .class("head")) {
                view.html.element(.p, .class("kicker"), text: view.readers(offer.level))
                view.html.element(.h1, .lang(offer.language.rawValue), .dir("auto"), text: offer.title)
            }
            view.said()
            view.html.element(.p, text: view.say("offerStatus.\(offer.status.rawValue)"))
            view.html.element(.p) {
                view.link(view.address(visit.path("/matches/offers/\(offer.id)")), view.say("match.offer.link"))
            }
            OfferFacts(view: view, offer: offer).write()
            guard visit.may(.manageOffers) else { return }
            view.fold(view.say("offer.edit.title")) {
                view.workForm(view.address(visit.path("/offers/\(offer.id)/edit")), version: offer.version) {
                    OfferForm.write(OfferDraft(offer), view)
                    view.html.element(.p) { view.submitButton(view.say("round.save")) }
                }
            }
        }
    }

    /// An offer of somebody else, as this workspace may see it.
    static func given(_ visit: Visit, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let id: OfferID = try visit.id()
        let found: (offer: Offer, actor: CooperationActor)
        do throws(WorkspaceError) {
            found = try await cooperation.offers.published(id, .partner(visit.workspace.id))
        } catch { throw WebError(error) }
        let view = View(visit)
        var head = PageHead(title: found.offer.title, place: .offers)
        head.crumbs = [(view.address(visit.path("/offers")), view.say("offer.title"))]
        return await view.page(head) { write(found.offer, found.actor, view) }
    }
}
