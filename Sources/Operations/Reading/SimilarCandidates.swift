import Corpus
import Domain
import Insight
import Store

/// Asks the Corpus for what may be similar to a record within a scope.
struct SimilarCandidates {
    private let record: StoredRecord
    private let scope: SimilarScope
    private let words: [(language: LanguageTag, words: [String])]

    init(_ record: StoredRecord, _ scope: SimilarScope, _ words: [(language: LanguageTag, words: [String])]) {
        self.record = record
        self.scope = scope
        self.words = words
    }

    /// Candidates, best first, `limit` by words of each language and as many by themes; the record itself is not among them.
    func find(_ snapshot: CorpusSnapshot, limit: Int) -> [RecommendationID] {
        guard isAskable else { return [] }
        var seen: Set<Int64> = [record.recommendation.id.value]
        var found: [RecommendationID] = []
        func add(_ node: QueryNode) {
            let query = ParsedQuery(root: .all([node] + exclusions))
            let answer = snapshot.search(
                query, SearchRequest(filters: filters, sort: .relevance, limit: min(limit, SearchRequest.limitMax)))
            for hit in answer.hits where seen.insert(hit.id).inserted { found.append(RecommendationID(hit.id)) }
        }
        for entry in words where !entry.words.isEmpty { add(.anyWord(entry.words.joined(separator: " "))) }
        if let shared = sharedTags { add(shared) }
        return found
    }

    /// A record about no State has none to look among.
    private var isAskable: Bool { scope == .document || !record.recommendation.states.isEmpty }

    private var filters: [Facet: Set<String>] {
        var filters: [Facet: Set<String>] = [.kind: [record.recommendation.kind.rawValue]]
        switch scope {
        case .document: filters[.document] = [String(record.document.id.value)]
        case .state: filters[.state] = Set(record.recommendation.states.map(\.rawValue))
        case .others: break
        }
        return filters
    }

    private var exclusions: [QueryNode] {
        switch scope {
        case .document: []
        case .state: [.not(.facet(.document, String(record.document.id.value)))]
        case .others: record.recommendation.states.map { .not(.facet(.state, $0.rawValue)) }
        }
    }

    /// The first themes together with the first persons: finds what has no language in common.
    private var sharedTags: QueryNode? {
        func nodes(_ kind: TagKind, _ facet: Facet) -> [QueryNode] {
            Set(record.recommendation.tags.filter { $0.kind == kind }.map(\.code)).sorted().prefix(2).map {
                .facet(facet, $0)
            }
        }
        let nodes = nodes(.theme, .theme) + nodes(.person, .person)
        return nodes.count > 1 ? .all(nodes) : nil
    }
}
