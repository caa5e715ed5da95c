import Domain
import Frame
import Markup
import Operations

/// `GET /api/v1/recommendations/{id}/similar`: what is close to a recommendation and why, as data.
enum SimilarAPI {
    static let limit = Parameter(
        name: "limit", form: .integer(1...Library.similarLimitMax),
        summary: "How many of each scope; \(Library.similarLimit) unless said otherwise.")

    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        guard let id = RecommendationID(exchange.value("id")) else { throw .notFound }
        let limit = exchange.query.first("limit").flatMap { Int($0) } ?? Library.similarLimit
        let page: SimilarPage
        do {
            page = try await exchange.site.library.similar(id, limit: limit, language: exchange.language)
        } catch {
            throw WebError(error)
        }
        let json = JSONWriter()
        json.object {
            json.member("recommendation", "/api/v1/recommendations/\(page.id)")
            json.member("origin", "program")
            for group in page.groups {
                json.array(group.scope.rawValue) { for item in group.items { json.similar(item) } }
            }
        }
        return .json(json.bytes)
    }
}

extension JSONWriter {
    fileprivate func similar(_ item: SimilarRecommendation) {
        object {
            member("similarity", item.rounded)
            object("reason") {
                member("kind", item.reason.kind.rawValue)
                array("instruments", of: item.reason.instruments)
                array("words", of: item.reason.words)
                array("themes", of: item.reason.themes)
                array("persons", of: item.reason.persons)
            }
            summary(item.summary, key: "recommendation")
        }
    }
}

extension Schema {
    /// Of `SimilarAPI`: three lists, closest first.
    static let similarPage: Schema = {
        let item = Schema.object([
            ("similarity", .number),
            (
                "reason",
                .object([
                    ("kind", .choice(SimilarReason.Kind.allCases.map(\.rawValue))), ("instruments", .array(.string)),
                    ("words", .array(.string)), ("themes", .array(.string)), ("persons", .array(.string)),
                ])
            ),
            ("recommendation", .reference("Summary")),
        ])
        return .object(
            [("recommendation", .string), ("origin", .choice(["program"]))]
                + SimilarScope.allCases.map { ($0.rawValue, .array(item)) })
    }()
}
