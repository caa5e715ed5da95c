import Domain
import FoundationEssentials
import Store

/// Links of programmes with issues, and those that were taken away.
enum IssueLinkRow {
    private static let columns = "l.programme_id, l.issue_id, l.origin, l.strength, l.reason, l.said_by, l.at"

    /// Those that stand, strongest first.
    static func all(of programme: ProgrammeID, _ connection: any ReadConnection) throws -> [IssueLink] {
        try connection.all(
            """
            SELECT \(columns) FROM programme_issue l WHERE l.programme_id = $1 AND NOT EXISTS (
                SELECT 1 FROM programme_issue_removal r WHERE r.programme_id = l.programme_id AND r.issue_id = l.issue_id)
            ORDER BY l.strength DESC, l.issue_id, l.origin
            """, [.int(programme.value)], read)
    }

    private static func read(_ row: any Row) throws -> IssueLink {
        let reason = try row.text(4)
        return IssueLink(
            programme: ProgrammeID(try row.int(0)), issue: IssueID(try row.int(1)),
            origin: IssueLink.Origin(rawValue: try row.text(2)) ?? .hand, strength: Int(try row.int(3)),
            reason: (try? JSONDecoder().decode(LinkReason.self, from: Data(reason.utf8))) ?? LinkReason(),
            by: try row.text(5), at: try row.text(6))
    }

    static func removals(of programme: ProgrammeID, _ connection: any ReadConnection) throws -> [LinkRemoval] {
        try connection.all(
            """
            SELECT programme_id, issue_id, reason, said_by, at FROM programme_issue_removal WHERE programme_id = $1
            ORDER BY issue_id
            """, [.int(programme.value)]
        ) { row in
            LinkRemoval(
                programme: ProgrammeID(try row.int(0)), issue: IssueID(try row.int(1)), reason: try row.text(2),
                by: try row.text(3), at: try row.text(4))
        }
    }

    static func insert(_ links: [IssueLink], _ connection: any WriteConnection) throws {
        guard !links.isEmpty else { return }
        var rows = SQLRows(columnCount: 7, rowsExpected: links.count)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        for link in links {
            rows.append(
                .int(link.programme.value), .int(link.issue.value), .text(link.origin.rawValue), .int(link.strength),
                .text(String(decoding: try encoder.encode(link.reason), as: UTF8.self)), .text(link.by), .text(link.at))
        }
        try connection.insert(
            into: "programme_issue",
            ["programme_id", "issue_id", "origin", "strength", "reason", "said_by", "at"], rows,
            conflict: .update(
                on: ["programme_id", "issue_id", "origin"], set: ["strength", "reason", "said_by", "at"]))
    }

    /// Takes out what the program itself said of these; what people said stays.
    static func clear(_ programmes: [ProgrammeID], _ connection: any WriteConnection) throws {
        try connection.execute(
            "DELETE FROM programme_issue WHERE origin <> 'hand' AND programme_id IN ({set})", [],
            set: programmes.map { .int($0.value) })
    }

    static func remove(_ removal: LinkRemoval, _ workspace: WorkspaceID, _ connection: any WriteConnection) throws {
        var rows = SQLRows(columnCount: 6)
        rows.append(
            .int(removal.programme.value), .int(removal.issue.value), .int(workspace.value), .text(removal.reason),
            .text(removal.by), .text(removal.at))
        try connection.insert(
            into: "programme_issue_removal",
            ["programme_id", "issue_id", "workspace_id", "reason", "said_by", "at"], rows,
            conflict: .update(on: ["programme_id", "issue_id"], set: ["workspace_id", "reason", "said_by", "at"]))
    }

    /// Says whether there was one.
    static func restore(
        _ programme: ProgrammeID, _ issue: IssueID, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            "DELETE FROM programme_issue_removal WHERE programme_id = $1 AND issue_id = $2",
            [.int(programme.value), .int(issue.value)]) > 0
    }
}
