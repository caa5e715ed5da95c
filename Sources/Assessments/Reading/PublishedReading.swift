package import Domain
import People
import Store

/// How many of a kind of assessor say a value of a scheme now.
package struct AssessmentTally: Hashable, Sendable {
    package var assessor: Assessment.AssessorKind
    package var scheme: SchemeCode
    package var edition: Int
    /// Nil for standard schemes.
    package var content: SchemeContent?
    package var value: String
    package var count: Int
}

/// A page of published assessments, what was said last first.
package struct AssessmentPage: Hashable, Sendable {
    /// As many as match, on all pages.
    package var total: Int
    package var assessments: [PublishedAssessment]
    package var next: AssessmentCursor?
}

extension Assessments {
    /// At most so many are shown of one thing.
    package static let ofThingMax = 500
    package static let pageMax = 200

    /// Everything that is said of a thing of the record, by documents, workspaces and other installations, oldest first. Assessments of
    /// its duties and parts are among it; what was taken back or removed is there as a marker without words.
    package func published(on thing: AssessedThing) async throws(WorkspaceError) -> [PublishedAssessment] {
        var query = AssessmentQuery()
        query.about(thing)
        let asked = query
        return try await store.read {
            try PublicRow.all(asked, order: "u.day NULLS FIRST, u.moment, u.id", limit: Self.ofThingMax, $0)
        }
    }

    /// Everything that is said of a State's recommendations and issues, what was said last first.
    package func published(
        of state: StateCode, after: AssessmentCursor? = nil, limit: Int = 50
    ) async throws(WorkspaceError) -> AssessmentPage {
        try await published(AssessmentFilter(state: state), after: after, limit: limit)
    }

    package func published(
        _ filter: AssessmentFilter, after: AssessmentCursor? = nil, limit: Int = 50
    ) async throws(WorkspaceError) -> AssessmentPage {
        let limit = min(max(1, limit), Self.pageMax)
        let whole = AssessmentQuery(filter)
        var part = whole
        part.after(after)
        let asked = part
        return try await store.read { connection in
            let found = try PublicRow.all(
                asked, order: "u.moment DESC, u.id DESC", limit: limit + 1, connection)
            let shown = Array(found.prefix(limit))
            return AssessmentPage(
                total: try PublicRow.count(whole, connection), assessments: shown,
                next: found.count > limit ? shown.last.map(PublicRow.cursor) : nil)
        }
    }

    /// What assessors say now, counted by their kind, scheme and value; nothing is added over schemes.
    package func tally(_ filter: AssessmentFilter) async throws(WorkspaceError) -> [AssessmentTally] {
        var filter = filter
        filter.isCurrentOnly = true
        let query = AssessmentQuery(filter)
        return try await store.read { connection in
            var found = try PublicRow.tally(query, connection)
            let contents = try SchemeRow.contents(
                found.map { SchemeRow.Key(code: $0.scheme, edition: $0.edition) }, connection)
            for place in found.indices {
                found[place].content =
                    contents[SchemeRow.Key(code: found[place].scheme, edition: found[place].edition)]
            }
            return found
        }
    }

    /// One assessment; `notFound` where it is not there or not published: the same to whoever asks.
    package func published(_ id: AssessmentID) async throws(WorkspaceError) -> PublishedAssessment {
        var query = AssessmentQuery()
        query.add(.int(id.value), said: "s.id = %", recorded: "a.id = %")
        let asked = query
        let found = try await store.read { try PublicRow.all(asked, order: "u.id", limit: 1, $0).first }
        guard let found else { throw .notFound }
        return found
    }
}
