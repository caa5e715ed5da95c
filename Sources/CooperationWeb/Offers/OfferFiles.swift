import Cooperation
import Domain
import Frame
import Reports

/// Offers that everybody may read, as a feed and as a table for other programs.
enum OfferFiles {
    private static let pageSize = 200
    private static let rowsMax = 20_000
    private static let entriesMax = 50

    /// The latest by number. No day of publication is kept of offers: `updated` is when the offer was made.
    static func feed(_ exchange: Exchange, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let page = try await OfferViews.page(exchange, cooperation, .everybody, limit: entriesMax)
        let entries = page.offers.map { offer in
            Feed.Entry(
                path: "/offers/\(offer.id)", title: offer.title, language: offer.language.rawValue,
                summary: offer.text, updated: offer.made, author: page.actors[offer.workspace]?.name ?? "")
        }
        return Feed(path: "/offers", title: View(exchange).say("offer.public.title"), entries: entries)
            .answer(exchange)
    }

    static func table(_ exchange: Exchange, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        var rows: [[SheetCell]] = [head.map { .text($0) }]
        var after = exchange.query.first("after").flatMap { OfferID($0) }
        repeat {
            let page = try await OfferViews.page(exchange, cooperation, .everybody, after: after, limit: pageSize)
            rows += page.offers.map { row($0, page.actors[$0.workspace]) }
            after = page.next
        } while after != nil && rows.count < rowsMax
        return CooperationFile.table(Sheet(name: "offers", rows: rows))
    }

    private static let head = [
        "id", "actor", "actor_kind", "actor_state", "title", "text", "language", "kinds", "themes", "goals", "states",
        "groups", "languages", "from", "until", "capacity_per_year", "money", "currency", "conditions", "status",
    ]

    private static func row(_ offer: Offer, _ actor: CooperationActor?) -> [SheetCell] {
        [
            .number(Int(offer.id.value)), .text(actor?.name ?? ""), .text(actor?.actor?.rawValue ?? ""),
            .text(actor?.state?.rawValue ?? ""), .text(offer.title), .text(offer.text),
            .text(offer.language.rawValue), CooperationFile.list(offer.kinds.map(\.rawValue)),
            CooperationFile.list(offer.themes), CooperationFile.list(offer.goals),
            CooperationFile.list(offer.eligible.states.map(\.rawValue)), CooperationFile.list(offer.eligible.groups),
            CooperationFile.list(offer.languages.map(\.rawValue)), CooperationFile.day(offer.from),
            CooperationFile.day(offer.until), offer.capacityPerYear.map { .number($0) } ?? .none,
        ] + CooperationFile.money(offer.money) + [
            CooperationFile.list(offer.conditions.map(\.rawValue)), .text(offer.status.rawValue),
        ]
    }
}
