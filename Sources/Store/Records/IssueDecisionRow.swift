package import Domain

/// What people decided on issues. Rows are never changed, but for the mark that one was taken back.
package enum IssueDecisionRow {
    private static let select = """
        SELECT id, state, at, caller, action, issue_id, other_issue, name, reverses, reversed_by, detail FROM issue_decision
        """

    private static func read(_ row: any Row) throws -> (decision: IssueDecision, detail: String) {
        let decision = IssueDecision(
            id: IssueDecisionID(try row.int(0)), state: StateCode(try row.text(1)), at: try row.text(2),
            caller: try row.text(3), action: try row.value(4, IssueDecision.Action.init(rawValue:)),
            issue: IssueID(try row.int(5)), other: try row.intOrNil(6).map { IssueID($0) },
            name: try row.textOrNil(7), reverses: try row.intOrNil(8).map { IssueDecisionID($0) },
            reversedBy: try row.intOrNil(9).map { IssueDecisionID($0) })
        return (decision, try row.text(10))
    }

    /// What was decided on an issue or moved something to it, newest first. The detail says what it changed.
    package static func all(
        of issue: IssueID, limit: Int, _ connection: any ReadConnection
    ) throws -> [(decision: IssueDecision, detail: String)] {
        try connection.all(
            select + " WHERE issue_id = $1 OR other_issue = $1 ORDER BY id DESC LIMIT $2",
            [.int(issue.value), .int(limit)]
        ) { try read($0) }
    }

    package static func find(
        _ id: IssueDecisionID, _ connection: any ReadConnection
    ) throws -> (decision: IssueDecision, detail: String)? {
        try connection.first(select + " WHERE id = $1", [.int(id.value)]) { try read($0) }
    }

    /// Keeps a decision, and marks the one it takes back.
    package static func insert(
        _ decision: IssueDecision, detail: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO issue_decision (id, state, at, caller, action, issue_id, other_issue, name, detail, reverses)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .int(decision.id.value), .text(decision.state.rawValue), .text(decision.at), .text(decision.caller),
                .text(decision.action.rawValue), .int(decision.issue.value), .optional(decision.other?.value),
                .optional(decision.name), .text(detail), .optional(decision.reverses?.value),
            ])
        guard let earlier = decision.reverses else { return }
        try connection.execute(
            "UPDATE issue_decision SET reversed_by = $2 WHERE id = $1",
            [.int(earlier.value), .int(decision.id.value)])
    }
}

/// What is known of all issues of one State together.
package enum IssueStateRow {
    /// Waits for whoever changes this State's issues, and keeps others out to the end of the transaction. Returns the version before.
    package static func lock(_ state: StateCode, _ connection: any WriteConnection) throws -> Int {
        let version = try connection.first(
            """
            INSERT INTO issue_state (state, version) VALUES ($1, 1)
            ON CONFLICT (state) DO UPDATE SET version = issue_state.version + 1 RETURNING version
            """, [.text(state.rawValue)]
        ) { Int(try $0.int(0)) }
        guard let version else { throw StoreError.corrupt(reason: "issue_state gave no version") }
        return version - 1
    }

    /// 0 where nothing ever changed.
    package static func version(_ state: StateCode, _ connection: any ReadConnection) throws -> Int {
        try connection.count("SELECT version FROM issue_state WHERE state = $1", [.text(state.rawValue)])
    }

    /// When its issues were last computed; nil where they never were.
    package static func computed(_ state: StateCode, _ connection: any ReadConnection) throws -> String? {
        try connection.first("SELECT computed FROM issue_state WHERE state = $1", [.text(state.rawValue)]) {
            try $0.textOrNil(0)
        } ?? nil
    }

    package static func setComputed(_ state: StateCode, at: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE issue_state SET computed = $2 WHERE state = $1", [.text(state.rawValue), .text(at)])
    }

    /// Takes a State for a process that computes in the background; false where another has it and was heard of since `quiet`.
    package static func take(
        _ state: StateCode, _ worker: String, at: String, quietSince quiet: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            "INSERT INTO issue_state (state, version) VALUES ($1, 0) ON CONFLICT (state) DO NOTHING",
            [.text(state.rawValue)])
        return try connection.execute(
            """
            UPDATE issue_state SET worker = $2, touched = $3
            WHERE state = $1 AND (worker IS NULL OR worker = $2 OR touched < $4)
            """, [.text(state.rawValue), .text(worker), .text(at), .text(quiet)]) == 1
    }

    package static func release(_ state: StateCode, _ worker: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE issue_state SET worker = NULL, touched = NULL WHERE state = $1 AND worker = $2",
            [.text(state.rawValue), .text(worker)])
    }
}
