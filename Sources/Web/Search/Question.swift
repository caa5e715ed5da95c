import Domain
import Frame

/// What the search page, the API and the exports are asked: read from an address, and written back into one.
struct Question: Sendable {
    var request: SearchRequest
    /// Parameters in the order of the address, without `after`, `lang`, `limit` and `facets`.
    private var kept: [Query.Item]
    private var limit: String?

    /// Facets offered on the search page, in this order.
    static let shown: [Facet] = [
        .state, .mechanism, .position, .theme, .person, .sdg, .year, .cycle, .recommending, .recommendingRegion,
        .region,
        .group, .action, .kind, .language, .source,
    ]
    /// Most values of one facet in one address.
    static let valuesMax = 50

    /// The parameters' forms were checked by their route.
    init(_ exchange: Exchange, facets: [Facet]) throws(WebError) {
        let query = exchange.query
        var filters: [Facet: Set<String>] = [:]
        for facet in Facet.allCases {
            let values = query.all(facet.rawValue).filter { !$0.isEmpty }
            if !values.isEmpty { filters[facet] = Set(values) }
        }
        let text = query.first("q") ?? ""
        let sort = query.first("sort").flatMap { SortOrder(rawValue: $0) } ?? (text.isEmpty ? .date : .relevance)
        var after: SearchCursor?
        if let cursor = query.first("after"), !cursor.isEmpty {
            after = SearchCursor(cursor)
            if after == nil { throw .invalid([.init(name: "after", allowed: "the value of a next link")]) }
        }
        let language = filters[.language].flatMap { $0.count == 1 ? $0.first : nil }.map { LanguageTag($0) }
        limit = query.first("limit").flatMap { $0.isEmpty ? nil : $0 }
        request = SearchRequest(
            query: text, filters: filters, sort: sort, limit: limit.flatMap { Int($0) } ?? 20, after: after,
            facets: facets, language: language ?? exchange.language, isExact: query.first("exact") == "yes")
        let names = Set(Facet.allCases.map(\.rawValue) + ["q", "sort", "exact"])
        kept = query.items.filter { names.contains($0.name) && !$0.value.isEmpty }
    }

    /// The filters that were chosen, in the order of the address.
    var chosen: [(facet: Facet, value: String)] {
        kept.compactMap { item in Facet(rawValue: item.name).map { ($0, item.value) } }
    }

    func isChosen(_ facet: Facet, _ value: String) -> Bool { request.filters[facet]?.contains(value) ?? false }

    /// Parameters other than the query, for the search box's hidden fields.
    var besideQuery: [(name: String, value: String)] { kept.filter { $0.name != "q" }.map { ($0.name, $0.value) } }

    /// The parameters of this question.
    var items: [(String, String)] { kept.map { ($0.name, $0.value) } }

    /// With a value of a facet added, or removed where it is there.
    func toggling(_ facet: Facet, _ value: String) -> [(String, String)] {
        guard !isChosen(facet, value) else {
            return items.filter { $0.0 != facet.rawValue || $0.1 != value }
        }
        return items + [(facet.rawValue, value)]
    }

    func sorted(by order: SortOrder) -> [(String, String)] {
        items.filter { $0.0 != "sort" } + [("sort", order.rawValue)]
    }

    /// The next page.
    func following(_ cursor: SearchCursor) -> [(String, String)] {
        items + (limit.map { [("limit", $0)] } ?? []) + [("after", cursor.text)]
    }

    /// Another question under the same filters.
    func asking(_ query: String) -> [(String, String)] { [("q", query)] + items.filter { $0.0 != "q" } }

    /// The words as typed and nothing beside them; and with related words again.
    var exact: [(String, String)] { widened + [("exact", "yes")] }
    var widened: [(String, String)] { items.filter { $0.0 != "exact" } }

    var withoutFilters: [(String, String)] { items.filter { Facet(rawValue: $0.0) == nil } }
}
