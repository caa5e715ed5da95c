import Corpus
import Domain
package import Reference
import Store

/// Everything that can be asked of the public record. Values and codes are those of `Domain` and `Reference`; names come from
/// `Reference`.
///
/// A question goes to the Corpus; the few rows it shows are read from the Store, so what was withdrawn a moment ago is not shown.
package struct Library: Sendable {
    let database: any Database
    let corpus: Corpus
    package let reference: ReferenceFacts
    private let feed: CorpusFeed
    let vocabulary: LazyVocabulary

    init(
        database: any Database, corpus: Corpus, reference: ReferenceFacts, feed: CorpusFeed, vocabulary: LazyVocabulary
    ) {
        self.database = database
        self.corpus = corpus
        self.reference = reference
        self.feed = feed
        self.vocabulary = vocabulary
    }

    /// Whether the Corpus has once read the change log to its end: before, lists and numbers are not complete.
    package var isReady: Bool { feed.hasCaughtUp }

    /// Numbers without rows: how many records match, and how those spread over facets.
    struct Numbers {
        var total: Int
        var facets: [Facet: FacetCounts]

        subscript(_ facet: Facet) -> FacetCounts { facets[facet] ?? FacetCounts(facet: facet, values: []) }
    }

    func numbers(_ filters: [Facet: Set<String>], _ facets: [Facet]) -> Numbers {
        // As part of the question, not as filters: a filter would not narrow the counts of its own facet.
        let terms = filters.sorted { $0.key.rawValue < $1.key.rawValue }.map { facet, values in
            QueryNode.any(values.sorted().map { .facet(facet, $0) })
        }
        let query = ParsedQuery(root: terms.isEmpty ? nil : .all(terms))
        let answer = corpus.snapshot.search(query, SearchRequest(limit: 1, facets: facets))
        return Numbers(
            total: answer.total,
            facets: Dictionary(answer.facets.map { ($0.facet, $0) }, uniquingKeysWith: { first, _ in first }))
    }

    /// A read, with the store's errors as this room's.
    func read<T: Sendable>(
        _ body: @Sendable @escaping (any ReadConnection) throws -> T
    ) async throws(OperationError) -> T {
        do {
            return try await database.read(body)
        } catch {
            throw OperationError(error)
        }
    }
}

extension OperationError {
    init(_ error: StoreError) {
        switch error {
        case .unavailable, .busy, .closed, .limit: self = .unavailable(error.description)
        default: self = .failed(error.description)
        }
    }
}
