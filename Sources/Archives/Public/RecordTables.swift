import Domain
import Operations
import Reports
package import Store

/// The public record as open data.
package enum RecordTables {
    private static let pageSize = 500

    package static func all(_ database: any Database) -> [PublicTable] {
        [
            recommendations(database), documents(database),
            sayings(
                database, "assessments",
                "What somebody says, in a document, of how far a recommendation is carried out; never averaged.",
                RecordColumns.assessments, "assessment"
            ) { SayingsExport.assessments(try AssessmentRow.all(of: $0, $1)) },
            sayings(
                database, "disagreements", "Where two sources say different things of a recommendation.",
                RecordColumns.disagreements, "disagreement"
            ) { SayingsExport.disagreements(try DisagreementRow.all(of: $0, $1)) },
            sayings(
                database, "follow-ups", "What committees marked a paragraph for.", RecordColumns.followUps, "follow_up"
            ) { SayingsExport.followUps(try FollowUpRow.all(of: $0, $1)) },
            issues(database), issueMembers(database),
        ]
    }

    private static func recommendations(_ database: any Database) -> PublicTable {
        PublicTable(
            name: "recommendations",
            meaning:
                "Recommendations, observations and voluntary pledges; the CSV file has the English text where there is one.",
            columns: RecordColumns.recommendations, tableColumns: RecordColumns.recommendationTable,
            count: { try await count("recommendation WHERE merged_into IS NULL", database) }
        ) { after in
            let records = try await records(after, database)
            let exported = records.map(ExportedRecord.init)
            return PublicPage(
                lines: JSONExport.lines(exported), table: CSVExport.rows(exported, .english), rows: records.count,
                next: next(records.count, records.last?.recommendation.id.value))
        }
    }

    private static func records(_ after: String?, _ database: any Database) async throws -> [StoredRecord] {
        let begin = after.flatMap { Int64($0) } ?? 0
        return try await database.read { connection in
            try RecordLoader(connection).load(try ids(after: begin, connection), .whole)
        }
    }

    private static func ids(after begin: Int64, _ connection: any ReadConnection) throws -> [RecommendationID] {
        try connection.all(
            "SELECT id FROM recommendation WHERE id > $1 AND merged_into IS NULL ORDER BY id LIMIT $2",
            [.int(begin), .int(pageSize)]
        ) { RecommendationID(try $0.int(0)) }
    }

    private static func documents(_ database: any Database) -> PublicTable {
        let shown =
            "EXISTS (SELECT 1 FROM recommendation r WHERE r.document_id = document.id AND r.merged_into IS NULL)"
        return PublicTable(
            name: "documents", meaning: "Documents of mechanisms that recommendations stand in.",
            columns: RecordColumns.documents, tableColumns: nil,
            count: { try await count("document WHERE \(shown)", database) }
        ) { after in
            let begin = after.flatMap { Int64($0) } ?? 0
            let documents = try await database.read { connection in
                try connection.all(
                    DocumentRow.select + " WHERE id > $1 AND \(shown) ORDER BY id LIMIT $2",
                    [.int(begin), .int(pageSize)]
                ) { try DocumentRow.read($0) }
            }
            return PublicPage(
                lines: JSONExport.documents(documents), table: [], rows: documents.count,
                next: next(documents.count, documents.last?.id.value))
        }
    }

    /// What is said of recommendations, as many at a time as recommendations are.
    private static func sayings(
        _ database: any Database, _ name: String, _ meaning: String, _ columns: [PublicColumn], _ table: String,
        _ lines: @escaping @Sendable ([SQLValue], any ReadConnection) throws -> [UInt8]
    ) -> PublicTable {
        let standing = "recommendation_id IN (SELECT id FROM recommendation WHERE merged_into IS NULL)"
        return PublicTable(
            name: name, meaning: meaning, columns: columns, tableColumns: nil,
            count: { try await count("\(table) WHERE \(standing)", database) }
        ) { after in
            let begin = after.flatMap { Int64($0) } ?? 0
            return try await database.read { connection in
                let ids = try connection.all(
                    "SELECT DISTINCT recommendation_id FROM \(table) WHERE recommendation_id > $1 AND \(standing) ORDER BY recommendation_id LIMIT $2",
                    [.int(begin), .int(pageSize)]
                ) { try $0.int(0) }
                let bytes = ids.isEmpty ? [] : try lines(ids.map { .int($0) }, connection)
                return PublicPage(
                    lines: bytes, table: [], rows: bytes.count { $0 == 0x0A }, next: next(ids.count, ids.last))
            }
        }
    }

    private static func issues(_ database: any Database) -> PublicTable {
        PublicTable(
            name: "issues", meaning: "Issues of a State: recommendations that ask for the same.",
            columns: RecordColumns.issues, count: { try await count("issue WHERE merged_into IS NULL", database) }
        ) { after in
            let begin = after.flatMap { Int64($0) } ?? 0
            return try await database.read { connection in
                let ids = try connection.all(
                    "SELECT id FROM issue WHERE id > $1 AND merged_into IS NULL ORDER BY id LIMIT $2",
                    [.int(begin), .int(pageSize)]
                ) { IssueID(try $0.int(0)) }
                let rows = try IssueRow.find(ids, connection).map { row in
                    let issue = IssueForms.issue(row)
                    return [
                        .integer(Int(row.id.value)), .text(row.state.rawValue), .text(issue.names[.english]),
                        .text(row.givenName), .flag(row.isDecided),
                        .integer(row.representative.map { Int($0.value) }),
                    ] as [PublicValue]
                }
                return (rows, next(ids.count, ids.last?.value))
            }
        }
    }

    private static func issueMembers(_ database: any Database) -> PublicTable {
        let from = """
            issue_member m JOIN issue i ON i.id = m.issue_id JOIN recommendation r ON r.id = m.recommendation_id
            WHERE r.merged_into IS NULL AND i.merged_into IS NULL
            """
        return PublicTable(
            name: "issue-members", meaning: "Which recommendation belongs to which issue.",
            columns: RecordColumns.issueMembers, count: { try await count(from, database) }
        ) { after in
            let parts = (after ?? "").split(separator: "/").map(String.init)
            let (state, begin) = parts.count == 2 ? (parts[0], Int64(parts[1]) ?? 0) : ("", 0)
            return try await database.read { connection in
                let rows = try connection.all(
                    """
                    SELECT m.state, m.recommendation_id, m.issue_id FROM \(from)
                    AND (m.state, m.recommendation_id) > ($1, $2) ORDER BY m.state, m.recommendation_id LIMIT $3
                    """, [.text(state), .int(begin), .int(pageSize)]
                ) { (state: try $0.text(0), recommendation: try $0.int(1), issue: try $0.int(2)) }
                return (
                    rows.map { [.integer(Int($0.issue)), .text($0.state), .integer(Int($0.recommendation))] },
                    rows.count == pageSize ? rows.last.map { "\($0.state)/\($0.recommendation)" } : nil
                )
            }
        }
    }

    private static func next(_ count: Int, _ last: Int64?) -> String? {
        count == pageSize ? last.map { "\($0)" } : nil
    }

    private static func count(_ from: String, _ database: any Database) async throws -> Int {
        try await database.read { try $0.count("SELECT COUNT(*) FROM \(from)") }
    }
}
