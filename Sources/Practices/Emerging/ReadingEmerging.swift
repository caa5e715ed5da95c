package import Domain
import People
import Store

/// Which published emerging issues somebody asks for.
package struct EmergingFilter: Hashable, Sendable {
    package var text = ""
    package var theme: String?
    package var stage: EmergingStep.Stage?
    package var body: String?

    package init() {}

    package var isEmpty: Bool { self == EmergingFilter() }
}

package struct EmergingPage: Hashable, Sendable {
    package var total: Int
    package var issues: [OutsideEmerging]
    package var next: EmergingIssueID?
}

/// A published emerging issue with what it names.
package struct EmergingReading: Hashable, Sendable {
    package var outside: OutsideEmerging
    package var issues: [NamedIssue]
    package var recommendations: [NamedRecommendation]
    /// Those that are published.
    package var practices: [OutsidePractice]
}

extension Practices {
    package func published(
        _ filter: EmergingFilter, after: EmergingIssueID? = nil, limit: Int = 30
    ) async throws(WorkspaceError) -> EmergingPage {
        let limit = min(max(1, limit), PracticeLimits.listMax)
        let query = EmergingQuery(filter)
        return try await store.read { connection in
            let from = after.map { " AND i.id < \($0.value)" } ?? ""
            let found = try EmergingOutsideRow.all(
                from: EmergingOutsideRow.published, where: query.sql + from, query.values, limit: limit + 1,
                connection)
            let shown = Array(found.prefix(limit))
            return EmergingPage(
                total: try connection.count(
                    "SELECT COUNT(*) FROM \(EmergingOutsideRow.published) WHERE \(query.sql)", query.values),
                issues: shown, next: found.count > limit ? shown.last?.issue.id : nil)
        }
    }

    package func published(
        _ id: EmergingIssueID, language: LanguageTag
    ) async throws(WorkspaceError) -> EmergingReading {
        let found = try await store.read { connection -> EmergingReading? in
            guard
                let outside = try EmergingOutsideRow.all(
                    from: EmergingOutsideRow.published, where: "i.id = $1", [.int(id.value)], limit: 1, connection
                ).first
            else { return nil }
            return try Self.reading(outside, language, connection)
        }
        guard let found else { throw .notFound }
        return found
    }

    private static func reading(
        _ outside: OutsideEmerging, _ language: LanguageTag, _ connection: any ReadConnection
    ) throws -> EmergingReading {
        let links = outside.issue.content.links
        return EmergingReading(
            outside: outside,
            issues: try RecordNames.issues(
                links.filter { $0.kind == .issue }.map { IssueID($0.id) }, connection),
            recommendations: try RecordNames.recommendations(
                links.filter { $0.kind == .recommendation }.map { RecommendationID($0.id) }, language, connection),
            practices: try OutsideRow.published(
                links.filter { $0.kind == .practice }.map { PracticeID($0.id) }, connection))
    }

    /// The workspace's own, drafts included, the latest first.
    package func emerging(_ member: Member) async throws(WorkspaceError) -> [EmergingIssue] {
        try member.require(.seeCooperation)
        let workspace = member.workspace.id
        return try await store.read { try EmergingRow.own(workspace, $0) }
    }

    /// One of the workspace's own, with what reviewers said of it and what it names.
    package func emerging(
        _ id: EmergingIssueID, language: LanguageTag, _ member: Member
    ) async throws(WorkspaceError) -> (reading: EmergingReading, reviews: [PracticeReview]) {
        try member.require(.seeCooperation)
        let author = PracticeAuthor(member.workspace)
        let found = try await store.read { connection -> (EmergingReading, [PracticeReview])? in
            guard let issue = try EmergingRow.find(id, author.id, connection) else { return nil }
            return (
                try Self.reading(OutsideEmerging(issue: issue, author: author), language, connection),
                try ReviewRow.said(of: issue.subject, author: author.id, connection)
            )
        }
        guard let found else { throw .notFound }
        return (found.0, found.1)
    }
}

/// A filter as a condition of SQL on `emerging_issue i`.
private struct EmergingQuery {
    private(set) var conditions: [String] = []
    private(set) var values: [SQLValue] = []

    init(_ filter: EmergingFilter) {
        if let theme = filter.theme {
            add(
                """
                EXISTS (SELECT 1 FROM emerging_value v WHERE v.kind = 'theme' AND v.value = % AND v.emerging_id = i.id)
                """, theme)
        }
        if let body = filter.body {
            add(
                """
                EXISTS (SELECT 1 FROM emerging_step s WHERE s.known_as = % AND s.emerging_id = i.id AND s.struck IS NULL)
                """, body)
        }
        if let stage = filter.stage {
            // What it has come to is its latest step that stands.
            add(
                """
                (SELECT s.stage FROM emerging_step s WHERE s.emerging_id = i.id AND s.struck IS NULL
                    ORDER BY s.day DESC, s.id DESC LIMIT 1) = %
                """, stage.rawValue)
        }
        for word in PracticeWords.question(filter.text) {
            values += [.text(word.beginning), .text(word.beginning + "\u{10FFFF}")]
            let from = values.count - 1
            var choices = ["(x.word >= $\(from) AND x.word < $\(from + 1))"]
            for stem in word.stems {
                values.append(.text(stem))
                choices.append("x.word = $\(values.count)")
            }
            conditions.append(
                """
                EXISTS (SELECT 1 FROM emerging_word x
                    WHERE x.emerging_id = i.id AND (\(choices.joined(separator: " OR "))))
                """)
        }
    }

    private mutating func add(_ condition: String, _ value: String) {
        values.append(.text(value))
        conditions.append(condition.replacing("%", with: "$\(values.count)"))
    }

    var sql: String { conditions.isEmpty ? "1 = 1" : conditions.joined(separator: " AND ") }
}
