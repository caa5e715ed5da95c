package import Domain
import People
import Store

/// What was published, by number: for files of open data.
extension Assessments {
    /// What workspaces and other installations published, after a number, at most `pageMax`; what documents of the record say is not
    /// among it. Of what was taken back or removed the marker alone.
    package func publishedHere(
        after: AssessmentID? = nil, limit: Int = pageMax
    ) async throws(WorkspaceError) -> [PublishedAssessment] {
        let query = Self.here(after: after)
        let limit = min(max(1, limit), Self.pageMax)
        return try await store.read { try PublicRow.all(query, order: "u.id", limit: limit, $0) }
    }

    package func publishedHereCount() async throws(WorkspaceError) -> Int {
        let query = Self.here(after: nil)
        return try await store.read { try PublicRow.count(query, $0) }
    }

    private static func here(after: AssessmentID?) -> AssessmentQuery {
        var query = AssessmentQuery()
        query.add(.int(after?.value ?? 0), said: "s.id > %", recorded: "1 = 0 AND a.id = %")
        return query
    }
}
