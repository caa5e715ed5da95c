package import Domain
import Language
package import Store

extension Commitment {
    package static let columns = """
        c.id, c.workspace_id, c.issue_id, c.recommendation_id, c.title, c.priority, c.lead_id, c.due, c.status, c.withdrawn,
        c.version
        """

    /// Without supporting institutions and links.
    package static func read(_ row: any Row) throws -> Commitment {
        Commitment(
            id: CommitmentID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            issue: try row.intOrNil(2).map { IssueID($0) },
            recommendation: try row.intOrNil(3).map { RecommendationID($0) }, title: try row.text(4),
            priority: try row.value(5, Priority.init(rawValue:)), lead: try row.intOrNil(6).map { InstitutionID($0) },
            due: try row.textOrNil(7).flatMap { CalendarDate($0) },
            status: try row.textOrNil(8).flatMap { ImplementationStatus(rawValue: $0) },
            isWithdrawn: try row.int(9) == 1, version: Int(try row.int(10)))
    }

    package static func find(
        _ ids: [Int64], _ workspace: WorkspaceID, reach limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [Commitment] {
        let reach = limit == nil ? "" : " AND " + PlanReach.commitment("c", "$2")
        let found = try PlanSets.all(
            ids,
            "SELECT \(columns) FROM commitment c WHERE c.workspace_id = $1\(reach) AND c.id IN ({set}) ORDER BY c.id",
            [.int(workspace.value)] + (limit.map { [.int($0.value)] } ?? []), connection
        ) { try read($0) }
        return try completed(found, workspace, connection)
    }

    /// With supporting institutions and links, in the order given.
    static func completed(
        _ commitments: [Commitment], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [Commitment] {
        let ids = commitments.map(\.id.value)
        let supporting = try PlanSets.institutions("commitment_support", "commitment_id", ids, workspace, connection)
        let rows = try PlanSets.all(
            ids,
            """
            SELECT commitment_id, kind, code, title FROM commitment_link WHERE workspace_id = $1
            AND commitment_id IN ({set}) ORDER BY commitment_id, kind, code
            """, [.int(workspace.value)], connection
        ) { row in
            let link = PlanLink(
                kind: try row.value(1, PlanLink.Kind.init(rawValue:)), code: try row.text(2), title: try row.text(3))
            return (owner: try row.int(0), link: link)
        }
        let links = Dictionary(grouping: rows, by: \.owner).mapValues { $0.map(\.link) }
        return commitments.map { commitment in
            var commitment = commitment
            commitment.supporting = supporting[commitment.number] ?? []
            commitment.links = links[commitment.number] ?? []
            return commitment
        }
    }

    package static func insert(
        _ commitments: [Commitment], at: String, _ connection: any WriteConnection
    ) throws {
        guard !commitments.isEmpty else { return }
        var rows = SQLRows(columnCount: 13, rowsExpected: commitments.count)
        for one in commitments {
            rows.append(
                .int(one.id.value), .int(one.workspace.value), .optional(one.issue?.value),
                .optional(one.recommendation?.value), .text(one.title), .text(TextFolding.fold(one.title)),
                .text(one.priority.rawValue), .optional(one.lead?.value), .optional(one.due?.description),
                .optional(one.status?.rawValue), .flag(one.isWithdrawn), .text(at), .int(one.version))
        }
        try connection.insert(
            into: "commitment",
            [
                "id", "workspace_id", "issue_id", "recommendation_id", "title", "title_key", "priority", "lead_id",
                "due", "status", "withdrawn", "made", "version",
            ], rows)
        try PlanSets.insert(
            "commitment_support", "commitment_id", commitments.map { ($0.number, $0.workspace, $0.supporting) },
            connection)
        for one in commitments { try one.insertLinks(connection) }
    }

    package func update(from old: Commitment, _ connection: any WriteConnection) throws -> Bool {
        let changed = try connection.execute(
            """
            UPDATE commitment SET title = $4, title_key = $5, priority = $6, lead_id = $7, due = $8, status = $9,
                withdrawn = $10, version = version + 1 WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(number), .int(workspace.value), .int(old.version), .text(title), .text(TextFolding.fold(title)),
                .text(priority.rawValue), .optional(lead?.value), .optional(due?.description),
                .optional(status?.rawValue), .flag(isWithdrawn),
            ])
        guard changed == 1 else { return false }
        if supporting != old.supporting {
            try PlanSets.replace("commitment_support", "commitment_id", number, workspace, supporting, connection)
        }
        if links != old.links {
            try connection.execute(
                "DELETE FROM commitment_link WHERE commitment_id = $1 AND workspace_id = $2",
                [.int(number), .int(workspace.value)])
            try insertLinks(connection)
        }
        return true
    }

    private func insertLinks(_ connection: any WriteConnection) throws {
        guard !links.isEmpty else { return }
        var rows = SQLRows(columnCount: 5, rowsExpected: links.count)
        for link in links {
            rows.append(
                .int(number), .int(workspace.value), .text(link.kind.rawValue), .text(link.code), .text(link.title))
        }
        try connection.insert(
            into: "commitment_link", ["commitment_id", "workspace_id", "kind", "code", "title"], rows)
    }
}
