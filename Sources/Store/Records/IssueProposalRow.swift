package import Domain

/// Moves that the program proposes. Open ones come and go with every run; what a person decided stays.
package enum IssueProposalRow {
    private static let select =
        "SELECT id, recommendation_id, from_issue, to_issue, strength, words, status, state FROM issue_proposal"

    private static func read(_ row: any Row) throws -> ProposedMove {
        ProposedMove(
            id: ProposedMoveID(try row.int(0)), recommendation: RecommendationID(try row.int(1)),
            from: IssueID(try row.int(2)), to: IssueID(try row.int(3)), strength: try row.real(4),
            words: try row.text(5).split(separator: "\n").map(String.init),
            status: try row.value(6, ProposedMove.Status.init(rawValue:)))
    }

    /// Open ones the strongest first, then the others by id.
    package static func all(of state: StateCode, _ connection: any ReadConnection) throws -> [ProposedMove] {
        try connection.all(
            select
                + """
                 WHERE state = $1 ORDER BY CASE WHEN status = 'open' THEN 0 ELSE 1 END, strength DESC, id
                """, [.text(state.rawValue)]
        ) { try read($0) }
    }

    /// Open ones out of an issue or into it, the strongest first.
    package static func open(of issue: IssueID, _ connection: any ReadConnection) throws -> [ProposedMove] {
        try connection.all(
            select + " WHERE (from_issue = $1 OR to_issue = $1) AND status = 'open' ORDER BY strength DESC, id",
            [.int(issue.value)]
        ) { try read($0) }
    }

    package static func find(
        _ id: ProposedMoveID, _ connection: any ReadConnection
    ) throws -> (move: ProposedMove, state: StateCode)? {
        try connection.first(select + " WHERE id = $1", [.int(id.value)]) {
            (move: try read($0), state: StateCode(try $0.text(7)))
        }
    }

    /// Makes these the State's open proposals. One that was open already keeps its id; one that was declined stays declined.
    package static func replace(
        of state: StateCode, with moves: [ProposedMove], _ connection: any WriteConnection
    ) throws {
        struct Place: Hashable { var recommendation: RecommendationID, to: IssueID }
        let known = try all(of: state, connection)
        let wanted = Dictionary(
            moves.map { (Place(recommendation: $0.recommendation, to: $0.to), $0) },
            uniquingKeysWith: { first, _ in first })
        var there: Set<Place> = []
        for old in known {
            let place = Place(recommendation: old.recommendation, to: old.to)
            guard let new = wanted[place], old.status != .declined else {
                if old.status == .open {
                    try connection.execute("DELETE FROM issue_proposal WHERE id = $1", [.int(old.id.value)])
                } else {
                    there.insert(place)
                }
                continue
            }
            there.insert(place)
            var next = new
            next.id = old.id
            if next != old { try update(next, connection) }
        }
        for move in moves where there.insert(Place(recommendation: move.recommendation, to: move.to)).inserted {
            try insert(move, state, connection)
        }
    }

    private static func insert(_ move: ProposedMove, _ state: StateCode, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO issue_proposal (id, state, recommendation_id, from_issue, to_issue, strength, words, status)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 'open')
            """,
            [
                .int(move.id.value), .text(state.rawValue), .int(move.recommendation.value), .int(move.from.value),
                .int(move.to.value), .real(move.strength), .text(move.words.joined(separator: "\n")),
            ])
    }

    private static func update(_ move: ProposedMove, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            UPDATE issue_proposal SET from_issue = $2, strength = $3, words = $4, status = 'open', decided_by = NULL,
                decided_at = NULL WHERE id = $1
            """,
            [
                .int(move.id.value), .int(move.from.value), .real(move.strength),
                .text(move.words.joined(separator: "\n")),
            ])
    }

    package static func settle(
        _ id: ProposedMoveID, _ status: ProposedMove.Status, at: String?, by caller: String?,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "UPDATE issue_proposal SET status = $2, decided_at = $3, decided_by = $4 WHERE id = $1",
            [.int(id.value), .text(status.rawValue), .optional(at), .optional(caller)])
    }

    /// Removes open proposals about recommendations of a State that were decided on, at most `SQLSet.sizeMax`.
    package static func withdraw(
        _ recommendations: [RecommendationID], in state: StateCode, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "DELETE FROM issue_proposal WHERE state = $1 AND status = 'open' AND recommendation_id IN ({set})",
            [.text(state.rawValue)], set: recommendations.map { .int($0.value) })
    }

    /// Removes open proposals out of these issues and, where `arriving`, into them.
    package static func withdraw(
        from issues: [IssueID], arriving: Bool, _ connection: any WriteConnection
    ) throws {
        let set = issues.map { SQLValue.int($0.value) }
        try connection.execute(
            "DELETE FROM issue_proposal WHERE status = 'open' AND from_issue IN ({set})", [], set: set)
        if arriving {
            try connection.execute(
                "DELETE FROM issue_proposal WHERE status = 'open' AND to_issue IN ({set})", [], set: set)
        }
    }
}
