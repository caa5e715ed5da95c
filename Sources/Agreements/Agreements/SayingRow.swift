import Domain
import Store

/// What parties say: rows that are only added. The agreement was read as a party of it in the same transaction.
enum SayingRow {
    static func all(_ id: AgreementID, _ connection: any ReadConnection) throws -> AgreementSayings {
        let values: [SQLValue] = [.int(id.value)]
        var sayings = AgreementSayings()
        sayings.findings = try connection.all(
            """
            SELECT id, line, workspace_id, standing, note, evidence, made FROM agreement_finding
            WHERE agreement_id = $1 ORDER BY id LIMIT 2000
            """, values
        ) { row in
            BenchmarkFinding(
                id: try row.int(0), line: Int(try row.int(1)), workspace: WorkspaceID(try row.int(2)),
                standing: try row.value(3, BenchmarkFinding.Standing.init(rawValue:)), note: try row.text(4),
                evidence: try row.text(5), made: try row.text(6))
        }
        sayings.deliveries = try connection.all(
            """
            SELECT id, line, workspace_id, day, money, currency, complete, note, made FROM agreement_delivery
            WHERE agreement_id = $1 ORDER BY id LIMIT 2000
            """, values
        ) { row in
            Delivery(
                id: try row.int(0), line: Int(try row.int(1)), workspace: WorkspaceID(try row.int(2)),
                day: try row.day(3), money: try row.amount(4, 5), isComplete: try row.int(6) == 1,
                note: try row.text(7), made: try row.text(8))
        }
        sayings.answers = try connection.all(
            """
            SELECT id, day, workspace_id, institution_id, indicator, value, reason, evidence, made
            FROM agreement_answer WHERE agreement_id = $1 ORDER BY id LIMIT 5000
            """, values
        ) { row in
            ReviewAnswer(
                id: try row.int(0), day: try row.day(1),
                respondent: Respondent(
                    workspace: WorkspaceID(try row.int(2)), institution: try row.intOrNil(3).map { InstitutionID($0) }),
                indicator: try row.value(4, ReviewIndicator.init(rawValue:)),
                value: try row.value(5, ReviewAnswer.Value.init(rawValue:)), reason: try row.text(6),
                evidence: try row.text(7), made: try row.text(8))
        }
        return sayings
    }

    static func insert(
        _ one: BenchmarkFinding, _ id: AgreementID, by author: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO agreement_finding (id, agreement_id, line, workspace_id, standing, note, evidence, author, made)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .int(one.id), .int(id.value), .int(one.line), .int(one.workspace.value),
                .text(one.standing.rawValue), .text(one.note), .text(one.evidence), .text(author), .text(one.made),
            ])
    }

    static func insert(
        _ one: Delivery, _ id: AgreementID, by author: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO agreement_delivery (id, agreement_id, line, workspace_id, day, money, currency, complete, note,
                author, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .int(one.id), .int(id.value), .int(one.line), .int(one.workspace.value), .text(one.day.description),
                .optional(one.money?.minor), .optional(one.money?.currency.rawValue), .flag(one.isComplete),
                .text(one.note), .text(author), .text(one.made),
            ])
    }

    static func insert(
        _ one: ReviewAnswer, _ id: AgreementID, by author: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO agreement_answer (id, agreement_id, day, workspace_id, institution_id, indicator, value, reason,
                evidence, author, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .int(one.id), .int(id.value), .text(one.day.description), .int(one.respondent.workspace.value),
                .optional(one.respondent.institution?.value), .text(one.indicator.rawValue),
                .text(one.value.rawValue), .text(one.reason), .text(one.evidence), .text(author), .text(one.made),
            ])
    }

    static func count(_ id: AgreementID, _ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> Int {
        try ["agreement_finding", "agreement_delivery", "agreement_answer"].reduce(0) { sum, table in
            try sum
                + connection.count(
                    "SELECT COUNT(*) FROM \(table) WHERE agreement_id = $1 AND workspace_id = $2",
                    [.int(id.value), .int(workspace.value)])
        }
    }
}
