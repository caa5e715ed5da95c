package import Domain

/// Where a recommendation stands among one State's issues.
package struct IssueMemberRow: Sendable, Hashable {
    package var state: StateCode
    package var recommendation: RecommendationID
    package var issue: IssueID
    package var group: Int
    package var isPinned: Bool
    /// A person put it where it is.
    package var isPlaced: Bool
    /// Fixed-width UTC instant.
    package var since: String

    package init(
        state: StateCode, recommendation: RecommendationID, issue: IssueID, group: Int, isPinned: Bool = false,
        isPlaced: Bool = false, since: String
    ) {
        self.state = state
        self.recommendation = recommendation
        self.issue = issue
        self.group = group
        self.isPinned = isPinned
        self.isPlaced = isPlaced
        self.since = since
    }

    private static let columns = "m.state, m.recommendation_id, m.issue_id, m.group_number, m.pinned, m.placed, m.since"

    /// A condition: the recommendation of the alias `r` is one that issues are made of.
    static let counts = "r.kind = 'recommendation' AND r.merged_into IS NULL"

    private init(_ row: any Row) throws {
        state = StateCode(try row.text(0))
        recommendation = RecommendationID(try row.int(1))
        issue = IssueID(try row.int(2))
        group = Int(try row.int(3))
        isPinned = try row.int(4) == 1
        isPlaced = try row.int(5) == 1
        since = try row.text(6)
    }

    /// By recommendation; stale ones are among them.
    package static func all(of state: StateCode, _ connection: any ReadConnection) throws -> [IssueMemberRow] {
        try connection.all(
            "SELECT \(columns) FROM issue_member m WHERE m.state = $1 ORDER BY m.recommendation_id",
            [.text(state.rawValue)]
        ) { try Self($0) }
    }

    /// By recommendation.
    package static func all(in issue: IssueID, _ connection: any ReadConnection) throws -> [IssueMemberRow] {
        try connection.all(
            "SELECT \(columns) FROM issue_member m WHERE m.issue_id = $1 ORDER BY m.recommendation_id",
            [.int(issue.value)]
        ) { try Self($0) }
    }

    /// One for each State it speaks to that has an issue of it.
    package static func all(
        of recommendation: RecommendationID, _ connection: any ReadConnection
    ) throws -> [IssueMemberRow] {
        try connection.all(
            "SELECT \(columns) FROM issue_member m WHERE m.recommendation_id = $1 ORDER BY m.state",
            [.int(recommendation.value)]
        ) { try Self($0) }
    }

    /// The recommendations that a State's issues are made of, by id.
    package static func wanted(by state: StateCode, _ connection: any ReadConnection) throws -> [RecommendationID] {
        try connection.all(
            """
            SELECT DISTINCT r.id FROM recommendation_state s JOIN recommendation r ON r.id = s.recommendation_id
            WHERE s.state = $1 AND s.role = 0 AND \(counts) ORDER BY r.id
            """, [.text(state.rawValue)]
        ) { RecommendationID(try $0.int(0)) }
    }

    /// How many recommendations of each State stand in no issue, most first.
    package static func outside(
        _ connection: any ReadConnection
    ) throws -> [(state: StateCode, count: Int)] {
        try connection.all(
            """
            SELECT s.state, COUNT(DISTINCT s.recommendation_id) FROM recommendation_state s
            JOIN recommendation r ON r.id = s.recommendation_id
            WHERE s.role = 0 AND \(counts) AND NOT EXISTS (SELECT 1 FROM issue_member m
                WHERE m.state = s.state AND m.recommendation_id = s.recommendation_id)
            GROUP BY s.state ORDER BY 2 DESC, 1
            """
        ) { (state: StateCode(try $0.text(0)), count: Int(try $0.int(1))) }
    }

    /// How many recommendations of one State stand in no issue.
    package static func outside(of state: StateCode, _ connection: any ReadConnection) throws -> Int {
        try connection.count(
            """
            SELECT COUNT(DISTINCT s.recommendation_id) FROM recommendation_state s
            JOIN recommendation r ON r.id = s.recommendation_id
            WHERE s.state = $1 AND s.role = 0 AND \(counts) AND NOT EXISTS (SELECT 1 FROM issue_member m
                WHERE m.state = s.state AND m.recommendation_id = s.recommendation_id)
            """, [.text(state.rawValue)])
    }

    /// States that have recommendations, by code.
    package static func states(_ connection: any ReadConnection) throws -> [StateCode] {
        try connection.all("SELECT DISTINCT state FROM recommendation_state WHERE role = 0 ORDER BY state") {
            StateCode(try $0.text(0))
        }
    }

    /// Those that stand in no issue yet; the others stay where they are. At most one row for a recommendation and State.
    @discardableResult
    package static func insert(_ members: [IssueMemberRow], _ connection: any WriteConnection) throws -> Int {
        guard !members.isEmpty else { return 0 }
        var rows = SQLRows(columnCount: 7, rowsExpected: members.count)
        for member in members {
            rows.append(
                .text(member.state.rawValue), .int(member.recommendation.value), .int(member.issue.value),
                .int(member.group), .flag(member.isPinned), .flag(member.isPlaced), .text(member.since))
        }
        return try connection.insert(
            into: "issue_member",
            ["state", "recommendation_id", "issue_id", "group_number", "pinned", "placed", "since"], rows,
            conflict: .ignore(on: ["state", "recommendation_id"]))
    }

    package func update(_ connection: any WriteConnection) throws {
        try connection.execute(
            """
            UPDATE issue_member SET issue_id = $3, group_number = $4, pinned = $5, placed = $6, since = $7
            WHERE state = $1 AND recommendation_id = $2
            """,
            [
                .text(state.rawValue), .int(recommendation.value), .int(issue.value), .int(group), .flag(isPinned),
                .flag(isPlaced), .text(since),
            ])
    }

    package static func regroup(
        _ state: StateCode, _ recommendation: RecommendationID, _ group: Int, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "UPDATE issue_member SET group_number = $3 WHERE state = $1 AND recommendation_id = $2",
            [.text(state.rawValue), .int(recommendation.value), .int(group)])
    }
}

extension IssueMemberRow {
    /// Takes out what does not speak to the State any more. Returns the recommendations.
    package static func removeStale(
        of state: StateCode, _ connection: any WriteConnection
    ) throws -> [RecommendationID] {
        let stale = try connection.all(
            """
            SELECT m.recommendation_id FROM issue_member m WHERE m.state = $1 AND NOT EXISTS (
                SELECT 1 FROM recommendation_state s JOIN recommendation r ON r.id = s.recommendation_id
                WHERE s.recommendation_id = m.recommendation_id AND s.state = m.state AND s.role = 0 AND \(counts))
            ORDER BY m.recommendation_id
            """, [.text(state.rawValue)]
        ) { RecommendationID(try $0.int(0)) }
        for id in stale {
            try connection.execute(
                "DELETE FROM issue_member WHERE state = $1 AND recommendation_id = $2",
                [.text(state.rawValue), .int(id.value)])
            try connection.execute(
                "DELETE FROM issue_proposal WHERE state = $1 AND recommendation_id = $2 AND status = 'open'",
                [.text(state.rawValue), .int(id.value)])
        }
        return stale
    }

    /// Of these, at most `SQLSet.sizeMax`, those that still speak to the State.
    package static func present(
        _ ids: [RecommendationID], in state: StateCode, _ connection: any ReadConnection
    ) throws -> Set<RecommendationID> {
        Set(
            try connection.all(
                """
                SELECT DISTINCT r.id FROM recommendation r JOIN recommendation_state s ON s.recommendation_id = r.id
                WHERE s.state = $1 AND s.role = 0 AND \(counts) AND r.id IN ({set})
                """, [.text(state.rawValue)], set: ids.map { .int($0.value) }
            ) { RecommendationID(try $0.int(0)) })
    }

    /// `from` becomes part of `to`: where only `from` stands in an issue, or a person placed it and not `to`, its place is `to`'s now.
    package static func absorb(
        _ from: RecommendationID, into to: RecommendationID, _ connection: any WriteConnection
    ) throws {
        let values: [SQLValue] = [.int(from.value), .int(to.value)]
        let old = try all(of: from, connection)
        if !old.isEmpty {
            let new = Dictionary(
                try all(of: to, connection).map { ($0.state, $0) }, uniquingKeysWith: { first, _ in first })
            for member in old {
                var moved = member
                moved.recommendation = to
                guard let there = new[member.state] else {
                    try insert([moved], connection)
                    continue
                }
                let weight = (member.isPinned ? 2 : 0) + (member.isPlaced ? 1 : 0)
                if weight > (there.isPinned ? 2 : 0) + (there.isPlaced ? 1 : 0) { try moved.update(connection) }
            }
            try connection.execute("DELETE FROM issue_member WHERE recommendation_id = $1", [.int(from.value)])
        }
        try connection.execute(
            "DELETE FROM issue_proposal WHERE recommendation_id IN ($1, $2) AND status = 'open'", values)
        try connection.execute("UPDATE issue SET representative = $2 WHERE representative = $1", values)
    }
}
