package import Domain
import People
import Store

/// A page of published practices.
package struct PracticePage: Hashable, Sendable {
    /// As many as match, on all pages.
    package var total: Int
    package var practices: [OutsidePractice]
    package var next: PracticeID?
    /// How many workspaces have adopted each.
    package var adoptions: [PracticeID: Int]
}

/// What the filters of the list offer, with how many practices each has.
package struct PracticeChoices: Hashable, Sendable {
    package struct Count: Hashable, Sendable {
        package var code: String
        package var count: Int
    }

    package var shelves: [Count]
    package var themes: [Count]
    package var states: [Count]
    package var regions: [Count]
    package var kinds: [Count]
    package var languages: [Count]
}

/// A published practice with what came of it.
package struct PracticeReading: Hashable, Sendable {
    package var practice: OutsidePractice
    package var adoptions: PracticeUse
    /// Issues of the record it names, those that were merged as what they went into.
    package var issues: [NamedIssue]
    package var recommendations: [NamedRecommendation]
    /// Published emerging issues that name it.
    package var emerging: [EmergingTitle]
    /// What it was written up from, where everybody may see that.
    package var source: String?
}

extension Practices {
    /// Published practices, the latest first.
    package func published(
        _ filter: PracticeFilter = PracticeFilter(), after: PracticeID? = nil, limit: Int = 30
    ) async throws(WorkspaceError) -> PracticePage {
        let limit = min(max(1, limit), PracticeLimits.listMax)
        let query = PracticeQuery(filter)
        return try await store.read { connection in
            let from = after.map { " AND p.id < \($0.value)" } ?? ""
            let found = try OutsideRow.all(
                from: OutsideRow.published, where: query.sql + from, query.values, limit: limit + 1, connection)
            let shown = Array(found.prefix(limit))
            return PracticePage(
                total: try connection.count(
                    "SELECT COUNT(*) FROM \(OutsideRow.published) WHERE \(query.sql)", query.values),
                practices: shown, next: found.count > limit ? shown.last?.id : nil,
                adoptions: try AdoptionRow.counts(shown.map(\.id), connection))
        }
    }

    /// What the filters offer. What is held back counts nowhere.
    package func choices() async throws(WorkspaceError) -> PracticeChoices {
        try await store.read { connection in
            func counts(_ column: String, _ join: String = "", _ condition: String = "1 = 1") throws
                -> [PracticeChoices.Count]
            {
                try connection.all(
                    """
                    SELECT \(column), COUNT(*) FROM \(OutsideRow.published) \(join)
                    WHERE \(column) IS NOT NULL AND \(condition) GROUP BY \(column) ORDER BY \(column)
                    """
                ) { PracticeChoices.Count(code: try $0.text(0), count: Int(try $0.int(1))) }
            }
            let values = "JOIN practice_value v ON v.edition_id = e.id"
            return PracticeChoices(
                shelves: try counts("e.shelf"), themes: try counts("v.value", values, "v.kind = 'theme'"),
                states: try counts("p.state"), regions: try counts("p.region"),
                kinds: try counts("v.value", values, "v.kind = 'help'"),
                languages: try counts("t.language", "JOIN practice_text t ON t.edition_id = e.id"))
        }
    }

    /// `notFound` where it is not there, not published or withdrawn: the same to whoever asks.
    package func published(
        _ id: PracticeID, language: LanguageTag
    ) async throws(WorkspaceError) -> PracticeReading {
        let found = try await store.read { connection -> PracticeReading? in
            guard let practice = try OutsideRow.published(id, connection) else { return nil }
            return try Self.reading(practice, language, connection)
        }
        guard let found else { throw .notFound }
        return found
    }

    static func reading(
        _ practice: OutsidePractice, _ language: LanguageTag, _ connection: any ReadConnection
    ) throws -> PracticeReading {
        PracticeReading(
            practice: practice, adoptions: try AdoptionRow.use(of: practice.id, connection),
            issues: try RecordNames.issues(practice.content.links.issues, connection),
            recommendations: try RecordNames.recommendations(
                practice.content.links.recommendations, language, connection),
            emerging: try EmergingOutsideRow.naming(practice.id, connection),
            // Nobody's workspace in particular: what everybody may see.
            source: try practice.content.source.flatMap {
                try PracticeSourceRow.title($0, WorkspaceID(0), connection)
            })
    }
}

extension [PracticeLink] {
    package var issues: [IssueID] { filter { $0.kind == .issue }.map { IssueID($0.id) } }
    package var recommendations: [RecommendationID] {
        filter { $0.kind == .recommendation }.map { RecommendationID($0.id) }
    }
}
