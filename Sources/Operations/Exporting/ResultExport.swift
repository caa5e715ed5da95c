import Corpus
package import Domain
package import Reports
package import Store

extension Library {
    /// A page of a result as rows of an export, with where the next begins.
    package func exportPage(
        _ request: SearchRequest
    ) async throws(OperationError) -> (records: [ExportedRecord], next: SearchCursor?) {
        let answer = corpus.snapshot.search(understand(request).queries, request)
        let ids = answer.hits.map { RecommendationID($0.id) }
        let records = try await read { connection in try RecordLoader(connection).load(ids, .whole) }
        return (records.map(ExportedRecord.init), answer.next)
    }
}

extension ExportedRecord {
    package init(_ stored: StoredRecord) {
        self.init(recommendation: stored.recommendation, document: stored.document, sources: stored.sources)
    }
}
