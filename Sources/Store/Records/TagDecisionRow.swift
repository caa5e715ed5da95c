package import Domain

/// What people decided on tags, as rows that are never changed.
package enum TagDecisionRow {
    private static let columns = """
        d.id, d.recommendation_id, d.kind, d.code, d.verdict, d.model, d.probability, d.decided_by, d.decided_at, d.batch
        """
    private static let isLast = """
        NOT EXISTS (SELECT 1 FROM tag_decision l WHERE l.recommendation_id = d.recommendation_id AND l.kind = d.kind
        AND l.code = d.code AND l.id > d.id)
        """

    private static func read(_ row: any Row) throws -> TagDecision {
        TagDecision(
            id: TagDecisionID(try row.int(0)), recommendation: RecommendationID(try row.int(1)),
            kind: try row.value(2, TagKind.init(rawValue:)), code: try row.text(3),
            verdict: try row.value(4, TagDecision.Verdict.init(rawValue:)), by: try row.text(7), at: try row.text(8),
            model: try row.textOrNil(5), probability: try row.realOrNil(6), batch: TagDecisionID(try row.int(9)))
    }

    /// The last decision on each tag of these recommendations (at most `SQLSet.sizeMax`), in the order they were made. Decisions
    /// on a record that became part of another are the other's.
    package static func current(of set: [SQLValue], _ connection: any ReadConnection) throws -> [TagDecision] {
        var last: [TagOfRecord: TagDecision] = [:]
        let own = try connection.all(
            "SELECT \(columns) FROM tag_decision d WHERE d.recommendation_id IN ({set}) ORDER BY d.id", set: set
        ) { try read($0) }
        let merged = try connection.all(
            """
            SELECT \(columns), r.merged_into FROM recommendation r JOIN tag_decision d ON d.recommendation_id = r.id
            WHERE r.merged_into IN ({set}) ORDER BY d.id
            """, set: set
        ) { row in
            var decision = try read(row)
            decision.recommendation = RecommendationID(try row.int(10))
            return decision
        }
        for decision in (own + merged).sorted(by: { $0.id.value < $1.id.value }) {
            last[TagOfRecord(decision.recommendation, decision.kind, decision.code)] = decision
        }
        return last.values.sorted { $0.id.value < $1.id.value }
    }

    /// Every decision on a recommendation's tags, newest first.
    package static func all(
        of id: RecommendationID, limit: Int, _ connection: any ReadConnection
    ) throws -> [TagDecision] {
        try connection.all(
            """
            SELECT \(columns) FROM tag_decision d WHERE d.recommendation_id IN (
                SELECT id FROM recommendation WHERE id = $1 OR merged_into = $1) ORDER BY d.id DESC LIMIT $2
            """, [.int(id.value), .int(limit)]
        ) { try read($0) }
    }

    /// What was decided in one step and still holds.
    package static func holding(
        batch: TagDecisionID, _ connection: any ReadConnection
    ) throws -> [TagDecision] {
        try connection.all(
            "SELECT \(columns) FROM tag_decision d WHERE d.batch = $1 AND \(isLast) ORDER BY d.id", [.int(batch.value)]
        ) { try read($0) }
    }

    /// The verdict on the same tag before this decision; nil where there was none.
    package static func before(_ decision: TagDecision, _ connection: any ReadConnection) throws -> TagDecision? {
        try connection.first(
            """
            SELECT \(columns) FROM tag_decision d WHERE d.recommendation_id = $1 AND d.kind = $2 AND d.code = $3
            AND d.id < $4 ORDER BY d.id DESC LIMIT 1
            """,
            [
                .int(decision.recommendation.value), .text(decision.kind.rawValue), .text(decision.code),
                .int(decision.id.value),
            ]
        ) { try read($0) }
    }

    /// Steps of which something still holds, newest first: the first decision of each, and how many hold.
    package static func batches(
        limit: Int, _ connection: any ReadConnection
    ) throws -> [(batch: TagDecisionID, verdict: TagDecision.Verdict, by: String, at: String, count: Int)] {
        try connection.all(
            """
            SELECT d.batch, MIN(d.verdict), MIN(d.decided_by), MIN(d.decided_at), COUNT(*) FROM tag_decision d
            WHERE d.verdict <> 'withdrawn' AND \(isLast) GROUP BY d.batch ORDER BY d.batch DESC LIMIT $1
            """, [.int(limit)]
        ) { row in
            (
                TagDecisionID(try row.int(0)), try row.value(1, TagDecision.Verdict.init(rawValue:)), try row.text(2),
                try row.text(3), Int(try row.int(4))
            )
        }
    }

    /// Keeps others from deciding on these recommendations' tags to the end of the transaction. Returns those that are there.
    package static func lock(_ set: [SQLValue], _ connection: any WriteConnection) throws -> Set<RecommendationID> {
        try connection.execute(
            "UPDATE recommendation SET version = version WHERE id IN ({set}) AND merged_into IS NULL", [], set: set)
        return Set(
            try connection.all(
                "SELECT id FROM recommendation WHERE id IN ({set}) AND merged_into IS NULL", set: set
            ) { RecommendationID(try $0.int(0)) })
    }

    package static func insert(_ decisions: [TagDecision], _ connection: any WriteConnection) throws {
        var rows = SQLRows(columnCount: 10, rowsExpected: decisions.count)
        for decision in decisions {
            rows.append(
                .int(decision.id.value), .int(decision.recommendation.value), .text(decision.kind.rawValue),
                .text(decision.code), .text(decision.verdict.rawValue), .optional(decision.model),
                decision.probability.map { .real($0) } ?? .null, .text(decision.by), .text(decision.at),
                .int(decision.batch.value))
        }
        try connection.insert(
            into: "tag_decision",
            [
                "id", "recommendation_id", "kind", "code", "verdict", "model", "probability", "decided_by",
                "decided_at", "batch",
            ], rows)
    }
}

/// A tag of one recommendation, whoever says so.
package struct TagOfRecord: Hashable, Sendable {
    package var recommendation: RecommendationID
    package var kind: TagKind
    package var code: String

    package init(_ recommendation: RecommendationID, _ kind: TagKind, _ code: String) {
        self.recommendation = recommendation
        self.kind = kind
        self.code = code
    }
}
