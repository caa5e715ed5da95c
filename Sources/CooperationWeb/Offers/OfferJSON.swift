import Cooperation
import Domain
import Frame
import Markup

/// Offers in the API.
enum OfferJSON {
    static func write(_ offer: Offer, _ actor: CooperationActor?, _ json: JSONWriter) {
        json.object {
            json.member("id", Int(offer.id.value))
            json.member("actor", actor?.name)
            json.member("actorKind", actor?.actor?.rawValue)
            json.member("actorState", actor?.state?.rawValue)
            json.member("title", offer.title)
            json.member("text", offer.text)
            json.member("language", offer.language.rawValue)
            json.array("kinds", of: offer.kinds.map(\.rawValue))
            json.array("themes", of: offer.themes)
            json.array("goals", of: offer.goals)
            json.array("states", of: offer.eligible.states.map(\.rawValue))
            json.array("groups", of: offer.eligible.groups)
            json.array("languages", of: offer.languages.map(\.rawValue))
            json.member("from", offer.from?.description)
            json.member("until", offer.until?.description)
            json.member("capacityPerYear", offer.capacityPerYear)
            json.member("money", offer.money.map { Int($0.minor) })
            json.member("currency", offer.money?.currency.rawValue)
            json.array("conditions", of: offer.conditions.map(\.rawValue))
            json.member("status", offer.status.rawValue)
            json.member("level", offer.level.rawValue)
        }
    }

    static func list(_ exchange: Exchange, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let page = try await OfferViews.page(exchange, cooperation, .everybody)
        let json = JSONWriter()
        json.object {
            json.member("total", page.total)
            json.member("next", page.next.map { Int($0.value) })
            json.array("offers") { for offer in page.offers { write(offer, page.actors[offer.workspace], json) } }
        }
        return .json(json.bytes)
    }

    static func one(_ exchange: Exchange, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        guard let id = OfferID(exchange.value("id")) else { throw .notFound }
        let found: (offer: Offer, actor: CooperationActor)
        do throws(WorkspaceError) { found = try await cooperation.offers.published(id, .everybody) } catch {
            throw WebError(error)
        }
        let json = JSONWriter()
        write(found.offer, found.actor, json)
        return .json(json.bytes)
    }

    static let schemas: [Schema.Named] = [
        (
            "Offer",
            .object([
                ("id", .integer), ("actor", .nullableString), ("actorKind", .nullableString),
                ("actorState", .nullableString), ("title", .string), ("text", .string), ("language", .string),
                ("kinds", .array(.string)), ("themes", .array(.string)), ("goals", .array(.string)),
                ("states", .array(.string)), ("groups", .array(.string)), ("languages", .array(.string)),
                ("from", .nullableString), ("until", .nullableString), ("capacityPerYear", .nullableInteger),
                ("money", .nullableInteger), ("currency", .nullableString), ("conditions", .array(.string)),
                ("status", .string), ("level", .string),
            ])
        ),
        (
            "Offers",
            .object([("total", .integer), ("next", .nullableInteger), ("offers", .array(.reference("Offer")))])
        ),
    ]
}
