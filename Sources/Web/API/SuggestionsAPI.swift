import Domain
import Frame
import Locales
import Markup
import Operations

/// `GET /api/v1/recommendations/{id}/suggestions`: what a model suggests; no tag before a person confirms it.
enum SuggestionsAPI {
    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        guard let id = RecommendationID(exchange.value("id")) else { throw .notFound }
        let found: TagSuggestions
        do { found = try await exchange.site.tags.suggestions(for: id) } catch { throw WebError(error) }
        let view = View(exchange)
        let json = JSONWriter()
        json.object {
            json.member("model", found.model)
            json.array("items") {
                for tag in found.tags {
                    json.object {
                        json.member("kind", tag.kind.rawValue)
                        json.member("code", tag.code)
                        json.member("name", view.tagName(tag.kind, tag.code))
                        json.member("probability", tag.probability)
                        json.member("chosen", tag.isChosen)
                        json.array("words", of: tag.words)
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    static let schema = Schema.object([
        ("model", .nullableString),
        (
            "items",
            .array(
                .object([
                    ("kind", .string), ("code", .string), ("name", .string), ("probability", .number),
                    ("chosen", .boolean), ("words", .array(.string)),
                ]))
        ),
    ])
}
