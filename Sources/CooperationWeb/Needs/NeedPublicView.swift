import Cooperation
import Domain
import Frame
import Locales
import Markup

/// Needs that everybody may read.
struct NeedPublicView {
    static func list(_ exchange: Exchange, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let page = try await page(exchange, cooperation, .everybody)
        let view = View(exchange)
        var head = PageHead(
            title: view.say("need.public.title"), summary: view.say("need.public.lead"), section: .cooperation)
        head.feeds = ["/needs.atom"]
        return await view.page(head) {
            view.pageHead(view.say("need.public.title"), lead: view.say("need.public.lead"))
            view.filterForm("/needs", hasState: true)
            NeedTable(view: view, needs: page.needs).write(total: page.total) { view.address("/needs/\($0.id)") }
            view.pager(next: page.next?.description)
            others(view)
        }
    }

    static func page(
        _ exchange: Exchange, _ cooperation: Cooperation, _ reader: CooperationReader, after: NeedID? = nil,
        limit: Int? = nil
    ) async throws(WebError) -> NeedPage {
        do throws(WorkspaceError) {
            return try await cooperation.needs.published(
                reader, filter(exchange), after: after ?? exchange.query.first("after").flatMap { NeedID($0) },
                limit: limit ?? exchange.limitAsked)
        } catch { throw WebError(error) }
    }

    static func filter(_ exchange: Exchange) -> NeedFilter {
        NeedFilter(
            state: exchange.asked("state").map { StateCode($0) }, kind: exchange.kindAsked,
            theme: exchange.asked("theme"))
    }

    private static func others(_ view: View) {
        view.files("/needs")
        view.html.element(.p) {
            view.link(view.address("/offers"), view.say("offer.public.title"))
            view.html.text(" · ")
            view.link(view.address("/funds"), view.say("fund.public.title"))
        }
    }

    static func one(_ exchange: Exchange, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        guard let id = NeedID(exchange.value("id")) else { throw .notFound }
        let found: PublishedNeed
        let cited: [CitedRecommendation]
        do throws(WorkspaceError) {
            found = try await cooperation.needs.published(id, .everybody)
            cited = try await cooperation.needs.cited(found.need, language: exchange.language)
        } catch { throw WebError(error) }
        let view = View(exchange)
        var head = PageHead(title: found.need.title, section: .cooperation)
        head.crumbs = [(view.address("/needs"), view.say("need.public.title"))]
        return await view.page(head) { write(found, cited, view) }
    }

    static func write(_ found: PublishedNeed, _ cited: [CitedRecommendation], _ view: View) {
        let need = found.need
        view.html.element(.div, .class("head")) {
            view.html.element(.p, .class("kicker")) {
                view.link(view.stateAddress(need.state), view.stateName(need.state))
            }
            view.html.element(.h1, .lang(need.language.rawValue), .dir("auto"), text: need.title)
        }
        let facts = NeedFacts(
            view: view, need: need, cited: cited, institution: found.institution, hidden: need.publication.hidden)
        facts.standing(since: need.publication.since ?? need.stated)
        facts.consent(found.consent)
        facts.write()
    }
}

/// Needs in a table.
struct NeedTable {
    let view: View
    let needs: [Need]
    /// Whether it is the workspace's own list.
    var isOwn = false

    private var html: HTMLWriter { view.html }

    func write(total: Int, address: (Need) -> String) {
        guard !needs.isEmpty else {
            view.empty(view.say("need.none.title")) {
                html.element(.p, text: view.say(isOwn ? "need.none.own" : "need.none.text"))
            }
            return
        }
        html.element(.p, text: view.say("need.count", ["count": .number(total)]))
        view.table(view.say("need.table")) {
            view.headRow(
                [
                    "need.column.need", isOwn ? "cooperation.level" : "cooperation.state", "cooperation.kinds",
                    "need.cost", "cooperation.status",
                ].map { (view.say($0), $0 == "need.cost") })
            html.element(.tbody) { for need in needs { row(need, address(need)) } }
        }
    }

    private func row(_ need: Need, _ address: String) {
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                html.element(.a, .href(address), .lang(need.language.rawValue), .dir("auto"), text: need.title)
            }
            html.element(
                .td,
                text: isOwn ? view.say("level.\(need.publication.level.rawValue)") : view.stateName(need.state))
            html.element(.td, text: need.kinds.isEmpty ? view.say("cooperation.notSaid") : view.help(need.kinds))
            html.element(.td, .class("n")) {
                let isHidden = !isOwn && need.publication.hidden.contains(.cost)
                html.element(.bdi, text: isHidden ? view.say("need.notShown") : view.money(need.cost))
            }
            html.element(.td) {
                html.text(view.say("needStatus.\(need.status.rawValue)"))
                html.element(
                    .p, .class("hint"), text: view.age(isOwn ? need.stated : need.publication.since ?? need.stated))
            }
        }
    }
}
