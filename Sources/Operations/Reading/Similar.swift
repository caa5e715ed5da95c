import Corpus
package import Domain
import Insight
import Store

extension Library {
    /// How many a scope shows unless asked otherwise.
    package static let similarLimit = 5
    package static let similarLimitMax = 50

    /// What is close to a recommendation: in its document, to its State elsewhere, to other States.
    ///
    /// Candidates come from the Corpus by telling words, instruments and themes; each is read again through the store, so that what
    /// was withdrawn does not show, and compared exactly.
    package func similar(
        _ id: RecommendationID, limit: Int = similarLimit, language: LanguageTag
    ) async throws(OperationError) -> SimilarPage {
        guard (1...Self.similarLimitMax).contains(limit) else {
            throw .invalid(field: "limit", allowed: "1...\(Self.similarLimitMax)")
        }
        let found = try await read { connection -> StoredRecord? in
            let current = try CurrentRecord.id(of: id, connection)
            return try current.flatMap { try RecordLoader(connection).load([$0]).first }
        }
        guard let record = found else { throw .notFound }
        let likeness = SimilarLikeness(record)
        let snapshot = corpus.snapshot
        let candidates = SimilarScope.allCases.map { scope in
            SimilarCandidates(record, scope, likeness.tellingWords).find(snapshot, limit: max(40, limit * 4))
        }
        let others = try await read { connection in try RecordLoader(connection).load(candidates.flatMap { $0 }) }
        let loaded = Dictionary(others.map { ($0.recommendation.id, $0) }, uniquingKeysWith: { first, _ in first })
        let groups = zip(SimilarScope.allCases, candidates).map { scope, ids in
            let close = ids.compactMap { loaded[$0] }.compactMap { likeness.compare($0) }
            let items = close.sorted(by: SimilarLikeness.precedes).prefix(limit).map { found in
                SimilarRecommendation(
                    summary: Self.summary(found.record, reader: language), similarity: found.similarity,
                    reason: found.reason)
            }
            return SimilarGroup(scope: scope, items: items)
        }
        return SimilarPage(id: record.recommendation.id, groups: groups)
    }
}
