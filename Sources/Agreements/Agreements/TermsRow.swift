import Domain
import Store

/// Contributions, benchmarks, review days and conditions of one version.
enum TermsRow {
    static func insert(
        _ terms: AgreementTerms, _ id: AgreementID, _ number: Int, _ connection: any WriteConnection
    ) throws {
        let (id, number) = (SQLValue.int(id.value), SQLValue.int(number))
        var given = SQLRows(columnCount: 10)
        for one in terms.contributions {
            given.append(
                id, number, .int(one.line), .int(one.giver.value), .optional(one.receiver?.value),
                .text(one.kind.rawValue), .text(one.what), .optional(one.money?.minor),
                .optional(one.money?.currency.rawValue), .optional(one.due?.description))
        }
        try put(
            "agreement_contribution",
            ["line", "workspace_id", "receiver_id", "kind", "what", "money", "currency", "due"], given, connection)
        var marks = SQLRows(columnCount: 9)
        for one in terms.benchmarks {
            marks.append(
                id, number, .int(one.line), .text(one.kind.rawValue), .text(one.what), .text(one.measure),
                .text(one.baseline), .text(one.target), .text(one.due.description))
        }
        try put(
            "agreement_benchmark", ["line", "kind", "what", "measure", "baseline", "target", "due"], marks, connection)
        var days = SQLRows(columnCount: 3)
        for day in terms.reviewDays { days.append(id, number, .text(day.description)) }
        try put("agreement_review_day", ["day"], days, connection)
        var conditions = SQLRows(columnCount: 7)
        for one in terms.conditions {
            conditions.append(
                id, number, .int(one.line), .text(one.condition.rawValue), .optional(one.by?.value), .text(one.what),
                .text(one.decidedBy))
        }
        try put(
            "agreement_condition", ["line", "condition", "workspace_id", "what", "decided_by"], conditions, connection)
    }

    private static func put(
        _ table: String, _ columns: [String], _ rows: SQLRows, _ connection: any WriteConnection
    ) throws {
        guard !rows.isEmpty else { return }
        try connection.insert(into: table, ["agreement_id", "number"] + columns, rows)
    }

    static func read(
        _ terms: inout AgreementTerms, _ id: AgreementID, _ number: Int, _ connection: any ReadConnection
    ) throws {
        let values: [SQLValue] = [.int(id.value), .int(number)]
        terms.contributions = try connection.all(
            """
            SELECT line, workspace_id, receiver_id, kind, what, money, currency, due FROM agreement_contribution
            WHERE agreement_id = $1 AND number = $2 ORDER BY line
            """, values
        ) { row in
            Contribution(
                line: Int(try row.int(0)), giver: WorkspaceID(try row.int(1)),
                receiver: try row.intOrNil(2).map { WorkspaceID($0) },
                kind: try row.value(3, HelpKind.init(rawValue:)), what: try row.text(4), money: try row.amount(5, 6),
                due: try row.dayOrNil(7))
        }
        terms.benchmarks = try connection.all(
            """
            SELECT line, kind, what, measure, baseline, target, due FROM agreement_benchmark
            WHERE agreement_id = $1 AND number = $2 ORDER BY due, line
            """, values
        ) { row in
            Benchmark(
                line: Int(try row.int(0)), kind: try row.value(1, Benchmark.Kind.init(rawValue:)),
                what: try row.text(2), measure: try row.text(3), baseline: try row.text(4), target: try row.text(5),
                due: try row.day(6))
        }
        terms.reviewDays = try connection.all(
            "SELECT day FROM agreement_review_day WHERE agreement_id = $1 AND number = $2 ORDER BY day", values
        ) { try $0.day(0) }
        terms.conditions = try connection.all(
            """
            SELECT line, condition, workspace_id, what, decided_by FROM agreement_condition
            WHERE agreement_id = $1 AND number = $2 ORDER BY line
            """, values
        ) { row in
            AttachedCondition(
                line: Int(try row.int(0)), condition: try row.value(1, Condition.init(rawValue:)),
                by: try row.intOrNil(2).map { WorkspaceID($0) }, what: try row.text(3), decidedBy: try row.text(4))
        }
    }

    /// Every line number that was ever given in an agreement, for numbering.
    static func lines(_ id: AgreementID, _ connection: any ReadConnection) throws -> Set<Int> {
        Set(
            try connection.all(
                """
                SELECT line FROM agreement_contribution WHERE agreement_id = $1
                UNION SELECT line FROM agreement_benchmark WHERE agreement_id = $1
                UNION SELECT line FROM agreement_condition WHERE agreement_id = $1
                """, [.int(id.value)]
            ) { Int(try $0.int(0)) })
    }
}
