import Cooperation
import Domain
import Practices

/// Cooperation as open data: needs and offers that are published, practices that were reviewed.
enum CooperationTables {
    private static let pageSize = 100

    static func needs(_ cooperation: Cooperation) -> PublicTable {
        PublicTable(
            name: "needs", meaning: "Needs for help that a State published, with its consent.", columns: needColumns,
            count: { try await cooperation.needs.published(.everybody, limit: 1).total }
        ) { after in
            let page = try await cooperation.needs.published(
                .everybody, after: after.flatMap { NeedID($0) }, limit: pageSize)
            return (page.needs.map(row), page.next.map { "\($0)" })
        }
    }

    private static let needColumns: [PublicColumn] = [
        .init("id", .integer, "its number; its page is `/needs/ID`"), .init("state", "who asks"),
        .init("title", "in its language"), .init("language", "of its texts"), .init("kinds", .list, "kinds of help"),
        .init("asked", "what is asked for"), .init("exists", "what is there already; null where it is held back"),
        .init("missing", "what is missing; null where it is held back"),
        .init("target_group", "whom it is for; null where it is held back"), .init("themes", .list, "codes of themes"),
        .init("goals", .list, "Sustainable Development Goals"), .init("from", "first day"), .init("until", "last day"),
        .init("cost", .integer, "in the smallest unit of the currency"), .init("currency", "ISO 4217"),
        .init("whole", .flag, "whether it makes sense as a whole only"),
        .init("refused", .list, "conditions that are refused"),
        .init("status", "`open`, `talking`, `partlyMet`, `met`, `closed`"),
        .init("since", "since when it is published"),
    ]

    private static func row(_ need: Need) -> [PublicValue] {
        let hidden = need.publication.hidden
        return [
            .integer(Int(need.id.value)), .text(need.state.rawValue), .text(need.title),
            .text(need.language.rawValue), .list(need.kinds.map(\.rawValue)), .text(need.asked),
            hidden.contains(.exists) ? .none : .text(need.exists),
            hidden.contains(.missing) ? .none : .text(need.missing),
            hidden.contains(.targetGroup) ? .none : .text(need.targetGroup), .list(need.themes), .list(need.goals),
            .text(need.from?.description), .text(need.until?.description), .integer(need.cost.map { Int($0.minor) }),
            .text(need.cost?.currency.rawValue), .flag(need.isWhole), .list(need.refused.map(\.rawValue)),
            .text(need.status.rawValue), .text(need.publication.since),
        ]
    }

    static func offers(_ cooperation: Cooperation) -> PublicTable {
        PublicTable(
            name: "offers", meaning: "Offers of help that everybody may read.", columns: offerColumns,
            count: { try await cooperation.offers.published(.everybody, limit: 1).total }
        ) { after in
            let page = try await cooperation.offers.published(
                .everybody, after: after.flatMap { OfferID($0) }, limit: pageSize)
            return (page.offers.map { row($0, page.actors[$0.workspace]) }, page.next.map { "\($0)" })
        }
    }

    private static let offerColumns: [PublicColumn] = [
        .init("id", .integer, "its number; its page is `/offers/ID`"), .init("actor", "who offers"),
        .init("actor_kind", "what kind of actor that is"), .init("actor_state", "of which State"),
        .init("title", "in its language"), .init("text", "what is offered"), .init("language", "of its texts"),
        .init("kinds", .list, "kinds of help"), .init("themes", .list, "codes of themes"),
        .init("goals", .list, "Sustainable Development Goals"),
        .init("states", .list, "for which States; empty: for all of the groups"),
        .init("groups", .list, "for which groups of States"), .init("from", "first day"), .init("until", "last day"),
        .init("capacity_per_year", .integer, "how many a year"),
        .init("money", .integer, "in the smallest unit of the currency"), .init("currency", "ISO 4217"),
        .init("conditions", .list, "conditions"), .init("status", "`open` or what became of it"),
    ]

    private static func row(_ offer: Offer, _ actor: CooperationActor?) -> [PublicValue] {
        [
            .integer(Int(offer.id.value)), .text(actor?.name), .text(actor?.actor?.rawValue),
            .text(actor?.state?.rawValue), .text(offer.title), .text(offer.text), .text(offer.language.rawValue),
            .list(offer.kinds.map(\.rawValue)), .list(offer.themes), .list(offer.goals),
            .list(offer.eligible.states.map(\.rawValue)), .list(offer.eligible.groups),
            .text(offer.from?.description), .text(offer.until?.description), .integer(offer.capacityPerYear),
            .integer(offer.money.map { Int($0.minor) }), .text(offer.money?.currency.rawValue),
            .list(offer.conditions.map(\.rawValue)), .text(offer.status.rawValue),
        ]
    }

    /// One row a language version.
    static func practices(_ practices: Practices) -> PublicTable {
        PublicTable(
            name: "practices", meaning: "Practices that two others reviewed; a row is one language version.",
            columns: practiceColumns, count: { try await practices.published(limit: 1).total }
        ) { after in
            let page = try await practices.published(after: after.flatMap { PracticeID($0) }, limit: pageSize)
            return (page.practices.flatMap(rows), page.next.map { "\($0)" })
        }
    }

    private static let practiceColumns: [PublicColumn] = [
        .init("id", .integer, "its number; its page is `/practices/ID`"),
        .init("edition", .integer, "the edition that is published"),
        .init("published", "since when"), .init("shelf", "what kind of practice it is"),
        .init("author", "who wrote it; null where it is not said"),
        .init("state", "where it was; null where it is held back"),
        .init("region", "the region; null where it is held back"), .init("themes", .list, "codes of themes"),
        .init("goals", .list, "Sustainable Development Goals"), .init("language", "of this version"),
        .init("original", .flag, "whether it was written in this language"), .init("title", "in this language"),
        .init("summary", "in short"),
    ]

    private static func rows(_ practice: OutsidePractice) -> [[PublicValue]] {
        let content = practice.content
        return content.texts.map { text in
            [
                .integer(Int(practice.id.value)), .integer(practice.number), .text(practice.published),
                .text(content.shelf.rawValue), .text(practice.author?.name), .text(content.state?.rawValue),
                .text(content.region), .list(content.themes), .list(content.goals), .text(text.language.rawValue),
                .flag(text.isOriginal), .text(text.title), .text(text.summary),
            ]
        }
    }
}
