import Domain
import Store

/// Summaries and conclusions, what they cite and what they became.
enum PartRow {
    static func all(_ id: ConsultationID, _ connection: any ReadConnection) throws -> [ConsultationPart] {
        var citations: [Int64: [ContributionID]] = [:]
        try connection.query(
            """
            SELECT z.part_id, z.contribution_id FROM consultation_citation z
            JOIN consultation_part p ON p.id = z.part_id WHERE p.consultation_id = $1 ORDER BY z.part_id, z.contribution_id
            """, [.int(id.value)]
        ) { citations[try $0.int(0), default: []].append(ContributionID(try $0.int(1))) }
        var outcomes: [Int64: [ConsultationOutcome]] = [:]
        try connection.query(
            """
            SELECT o.part_id, o.kind, o.target_id, o.made FROM consultation_outcome o
            JOIN consultation_part p ON p.id = o.part_id WHERE p.consultation_id = $1 ORDER BY o.part_id, o.kind, o.target_id
            """, [.int(id.value)]
        ) { row in
            outcomes[try row.int(0), default: []].append(
                ConsultationOutcome(
                    kind: try row.value(1, ConsultationOutcome.Kind.init(rawValue:)), target: try row.int(2),
                    made: try row.text(3)))
        }
        return try connection.all(
            """
            SELECT id, position, kind, body, version FROM consultation_part
            WHERE consultation_id = $1 AND removed IS NULL ORDER BY position, id
            """, [.int(id.value)]
        ) { row in
            let number = try row.int(0)
            return ConsultationPart(
                id: number, position: Int(try row.int(1)),
                kind: try row.value(2, ConsultationPart.Kind.init(rawValue:)), text: try row.text(3),
                citations: citations[number] ?? [], outcomes: outcomes[number] ?? [], version: Int(try row.int(4)))
        }
    }

    private static let open = """
        \(ConsultationRow.open) JOIN consultation_part p ON p.consultation_id = c.id
        WHERE c.summary_published IS NOT NULL AND p.removed IS NULL
        """

    /// Of all summaries that everybody reads, by number, with what they cite.
    static func published(
        after: Int64?, limit: Int, _ connection: any ReadConnection
    ) throws -> [(consultation: ConsultationID, part: ConsultationPart)] {
        let found = try connection.all(
            """
            SELECT c.id, p.id, p.position, p.kind, p.body, p.version FROM \(open) AND p.id > $1 ORDER BY p.id LIMIT $2
            """, [.int(after ?? 0), .int(limit)]
        ) { row in
            let part = ConsultationPart(
                id: try row.int(1), position: Int(try row.int(2)),
                kind: try row.value(3, ConsultationPart.Kind.init(rawValue:)), text: try row.text(4), citations: [],
                outcomes: [], version: Int(try row.int(5)))
            return (consultation: ConsultationID(try row.int(0)), part: part)
        }
        var citations: [Int64: [ContributionID]] = [:]
        for start in stride(from: 0, to: found.count, by: SQLSet.sizeMax) {
            let set = found[start..<min(found.count, start + SQLSet.sizeMax)].map { SQLValue.int($0.part.id) }
            try connection.query(
                """
                SELECT part_id, contribution_id FROM consultation_citation WHERE part_id IN ({set})
                ORDER BY part_id, contribution_id
                """, [], set: set
            ) { citations[try $0.int(0), default: []].append(ContributionID(try $0.int(1))) }
        }
        return found.map { entry in
            var entry = entry
            entry.part.citations = citations[entry.part.id] ?? []
            return entry
        }
    }

    static func publishedCount(_ connection: any ReadConnection) throws -> Int {
        try connection.count("SELECT COUNT(*) FROM \(open)")
    }

    static func insert(
        _ part: ConsultationPart, _ consultation: Consultation, at: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO consultation_part (id, consultation_id, workspace_id, position, kind, body, made, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 1)
            """,
            [
                .int(part.id), .int(consultation.id.value), .int(consultation.workspace.value), .int(part.position),
                .text(part.kind.rawValue), .text(part.text), .text(at),
            ])
        try cite(part, consultation.workspace, connection)
    }

    static func update(
        _ part: ConsultationPart, version: Int, _ consultation: Consultation, _ connection: any WriteConnection
    ) throws -> Bool {
        let changed = try connection.execute(
            """
            UPDATE consultation_part SET body = $5, version = version + 1
            WHERE id = $1 AND consultation_id = $2 AND workspace_id = $3 AND version = $4 AND removed IS NULL
            """,
            [
                .int(part.id), .int(consultation.id.value), .int(consultation.workspace.value), .int(version),
                .text(part.text),
            ])
        guard changed > 0 else { return false }
        try connection.execute(
            "DELETE FROM consultation_citation WHERE part_id = $1 AND workspace_id = $2",
            [.int(part.id), .int(consultation.workspace.value)])
        try cite(part, consultation.workspace, connection)
        return true
    }

    static func became(
        _ outcome: ConsultationOutcome, _ part: Int64, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.insert(
            into: "consultation_outcome", ["part_id", "workspace_id", "kind", "target_id", "made"],
            {
                var rows = SQLRows(columnCount: 5, rowsExpected: 1)
                rows.append(
                    .int(part), .int(workspace.value), .text(outcome.kind.rawValue), .int(outcome.target),
                    .text(outcome.made))
                return rows
            }(), conflict: .ignore(on: ["part_id", "kind", "target_id"]))
    }

    /// Conclusions that became one of these, of published summaries alone.
    static func origins(
        _ kind: ConsultationOutcome.Kind, _ target: Int64, _ connection: any ReadConnection
    ) throws -> [ConsultationOrigin] {
        try connection.all(
            """
            SELECT c.id, c.title, c.language, p.body FROM \(ConsultationRow.open)
            JOIN consultation_part p ON p.consultation_id = c.id AND p.removed IS NULL
            JOIN consultation_outcome o ON o.part_id = p.id
            WHERE o.kind = $1 AND o.target_id = $2 AND c.summary_published IS NOT NULL ORDER BY c.id DESC LIMIT 20
            """, [.text(kind.rawValue), .int(target)]
        ) { row in
            ConsultationOrigin(
                consultation: ConsultationID(try row.int(0)), title: try row.text(1),
                language: LanguageTag(try row.text(2)), text: try row.text(3), kind: kind)
        }
    }

    /// Published consultations on a topic.
    static func on(
        _ topic: ConsultationTopic, _ connection: any ReadConnection
    ) throws -> [(id: ConsultationID, title: String, language: LanguageTag)] {
        try connection.all(
            """
            SELECT c.id, c.title, c.language FROM \(ConsultationRow.open)
            JOIN consultation_topic t ON t.consultation_id = c.id
            WHERE t.kind = $1 AND t.value = $2 ORDER BY c.opens DESC, c.id DESC LIMIT 20
            """, [.text(topic.kind.rawValue), .text(topic.value)]
        ) { (ConsultationID(try $0.int(0)), try $0.text(1), LanguageTag(try $0.text(2))) }
    }

    private static func cite(
        _ part: ConsultationPart, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        var rows = SQLRows(columnCount: 3, rowsExpected: part.citations.count)
        for id in part.citations { rows.append(.int(part.id), .int(id.value), .int(workspace.value)) }
        try connection.insert(
            into: "consultation_citation", ["part_id", "contribution_id", "workspace_id"], rows)
    }
}
