package enum SortOrder: String, Sendable, CaseIterable {
    case relevance, date, document
}

/// A question to the record: what a person typed, and what she chose besides.
package struct SearchRequest: Sendable, Hashable {
    /// As typed; parsed by `QueryParser`. Empty means everything.
    package var query: String
    /// Values of one facet are ORed, facets ANDed.
    package var filters: [Facet: Set<String>]
    package var sort: SortOrder
    /// 1...`limitMax`.
    package var limit: Int
    package var after: SearchCursor?
    /// Facets to count. A facet's counts ignore its own filter.
    package var facets: [Facet]
    /// Language of the reader: which text of a record is shown first, and how the query's words are analysed.
    package var language: LanguageTag
    /// Whether the words are searched as typed, and nothing beside them.
    package var isExact: Bool

    package static let limitMax = 200
    package static let queryCharactersMax = 1_000

    package init(
        query: String = "", filters: [Facet: Set<String>] = [:], sort: SortOrder = .relevance, limit: Int = 20,
        after: SearchCursor? = nil, facets: [Facet] = [], language: LanguageTag = .english,
        isExact: Bool = false
    ) {
        self.query = query
        self.filters = filters
        self.sort = sort
        self.limit = limit
        self.after = after
        self.facets = facets
        self.language = language
        self.isExact = isExact
    }
}

/// Where a page of results ended. Opaque text in addresses.
package struct SearchCursor: Sendable, Hashable {
    /// Sort key of the last record: a score's bit pattern, a date number, or a document-order rank.
    package var key: UInt64
    package var id: Int64

    package init(key: UInt64, id: Int64) {
        self.key = key
        self.id = id
    }

    package init?(_ text: String) {
        let halves = text.split(separator: "-")
        guard halves.count == 2, let key = UInt64(halves[0], radix: 36), let id = Int64(halves[1], radix: 36), id > 0
        else {
            return nil
        }
        self.init(key: key, id: id)
    }

    package var text: String { String(key, radix: 36) + "-" + String(id, radix: 36) }
}
