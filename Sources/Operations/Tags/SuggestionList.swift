import Corpus
package import Domain
import Insight
import Store

/// Which suggestions are listed.
package struct SuggestionRequest: Sendable {
    /// Query and filters choose the recommendations.
    package var search: SearchRequest
    /// Nil for all kinds.
    package var kind: TagKind?
    /// 0...1: what is less probable is not listed.
    package var least: Double

    package init(search: SearchRequest, kind: TagKind?, least: Double) {
        self.search = search
        self.kind = kind
        self.least = least
    }

    /// Recommendations that one list looks at, in document order.
    package static let recordsMax = 1_000
}

/// Suggestions for many recommendations, the most certain first.
package struct SuggestionList: Sendable {
    package struct Row: Sendable {
        package var recommendation: RecommendationID
        package var symbol: DocumentSymbol?
        package var paragraph: ParagraphNumber?
        package var states: [StateCode]
        package var language: LanguageTag
        package var text: String
        package var tag: SuggestedTag
    }

    package var model: String?
    package var problem: String?
    package var rows: [Row] = []
    /// Recommendations that match, and how many of them were looked at.
    package var matched = 0
    package var looked = 0
}

extension Tags {
    /// Looks at the recommendations of a question, in document order.
    @concurrent
    package func list(_ request: SuggestionRequest) async throws(OperationError) -> SuggestionList {
        var standing = TagSuggestions()
        var list = SuggestionList()
        let suggester = suggester(&standing)
        list.model = standing.model
        list.problem = standing.problem
        guard let suggester else { return list }
        let (ids, matched) = found(request.search)
        list.matched = matched
        list.looked = ids.count
        for start in stride(from: 0, to: ids.count, by: 200) {
            let part = Array(ids[start..<min(ids.count, start + 200)])
            let (records, decisions) = try await read { connection in
                (
                    try RecordLoader(connection).load(part),
                    try TagDecisionRow.current(of: part.map { .int($0.value) }, connection)
                )
            }
            let byRecord = Dictionary(grouping: decisions, by: \.recommendation)
            for record in records { add(record, byRecord[record.recommendation.id] ?? [], suggester, request, &list) }
            await Task.yield()
        }
        list.rows.sort {
            ($1.tag.probability, $0.recommendation.value, $0.tag.code)
                < ($0.tag.probability, $1.recommendation.value, $1.tag.code)
        }
        return list
    }

    private func found(_ search: SearchRequest) -> (ids: [RecommendationID], matched: Int) {
        var request = search
        request.sort = .document
        request.limit = SearchRequest.limitMax
        request.after = nil
        request.facets = []
        let query = QueryParser.parse(String(search.query.prefix(SearchRequest.queryCharactersMax)))
        let snapshot = library.corpus.snapshot
        var ids: [RecommendationID] = []
        var matched = 0
        repeat {
            let answer = snapshot.search(query, request)
            matched = answer.total
            ids += answer.hits.map { RecommendationID($0.id) }
            request.after = answer.next
        } while request.after != nil && ids.count < SuggestionRequest.recordsMax
        return (Array(ids.prefix(SuggestionRequest.recordsMax)), matched)
    }

    private func add(
        _ record: StoredRecord, _ decisions: [TagDecision], _ suggester: TagSuggester, _ request: SuggestionRequest,
        _ list: inout SuggestionList
    ) {
        guard let (language, text) = TagSuggester.text(of: record.recommendation) else { return }
        for tag in Self.tags(suggester, text, record.recommendation, decisions, withWords: false)
        where tag.probability >= request.least && (request.kind == nil || tag.kind == request.kind) {
            list.rows.append(
                SuggestionList.Row(
                    recommendation: record.recommendation.id, symbol: record.document.symbol,
                    paragraph: record.recommendation.paragraph, states: record.recommendation.states,
                    language: language, text: text, tag: tag))
        }
    }
}
