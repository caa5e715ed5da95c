import Domain
import Frame
import Locales
import Markup
import Operations

/// `GET /api/v1/recommendations`: the same question as the search page, answered as data.
enum SearchAPI {
    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        let facets = try facets(exchange.query.all("facets"))
        let question = try Question(exchange, facets: facets)
        let page: SearchPage
        do { page = try await exchange.site.library.search(question.request) } catch { throw WebError(error) }
        let view = View(exchange)
        let json = JSONWriter()
        json.object {
            json.member("total", page.total)
            json.array("items") { for item in page.items { json.summary(item) } }
            json.object("facets") {
                for counts in page.facets { json.counts(counts.facet.rawValue, counts, view) }
            }
            json.member("next", page.next.map { next(question, $0, exchange) })
            json.array("understood") { for note in page.understood { json.note(note) } }
            json.array("expansions") { for expansion in page.expansions { json.expansion(expansion, view) } }
            json.array("suggestions") { for suggestion in page.suggestions { json.suggestion(suggestion) } }
        }
        return .json(json.bytes)
    }

    /// `facets=state,theme` or the name repeated.
    private static func facets(_ values: [String]) throws(WebError) -> [Facet] {
        var facets: [Facet] = []
        for name in values.flatMap({ $0.split(separator: ",") }) {
            guard let facet = Facet(rawValue: String(name)) else {
                throw .invalid([
                    .init(name: "facets", allowed: "one of " + Facet.allCases.map(\.rawValue).joined(separator: ", "))
                ])
            }
            if !facets.contains(facet) { facets.append(facet) }
        }
        return facets
    }

    private static func next(_ question: Question, _ cursor: SearchCursor, _ exchange: Exchange) -> String {
        var query = Query(question.following(cursor).map { Query.Item(name: $0.0, value: $0.1) })
        for value in exchange.query.all("facets") { query.append("facets", value) }
        if exchange.isLanguageAsked { query.append("lang", exchange.words.tag) }
        return exchange.site.publicAddress + "/api/v1/recommendations" + query.text
    }
}

extension JSONWriter {
    fileprivate func note(_ note: QueryNote) {
        let (name, value): (String, String?) =
            switch note {
            case .unbalanced(let sign): ("unbalanced", sign)
            case .dangling(let operation): ("dangling", operation)
            case .unknownFacet(let facet): ("unknown-facet", facet)
            case .limited(let limit): ("limited", limit)
            case .onlyExclusions: ("only-exclusions", nil)
            }
        object {
            member("note", name)
            member("value", value)
        }
    }
}
