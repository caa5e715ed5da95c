import Domain
import Store

/// What a screening is about, read with its own rights each time. Nil where it is no longer shown to those who take part.
enum SubjectRow {
    /// The version of an agreement that its sides read: the one in force, or the one that was proposed.
    private static let version = """
        COALESCE(a.current, (SELECT MAX(o.number) FROM agreement_version o WHERE o.agreement_id = a.id
            AND o.status = 'proposed'))
        """

    /// The title, for those who take part in the screening or were asked to.
    static func title(
        _ subject: ScreenedSubject, in id: ScreeningID, _ connection: any ReadConnection
    ) throws -> String? {
        switch subject.kind {
        case .programme:
            try connection.first(
                """
                SELECT p.title FROM programme p WHERE p.id = $1 AND p.withdrawn = 0
                    AND (p.public = 1 OR \(CaseRow.takesPart("$2", "p.workspace_id")))
                """, [.int(subject.id), .int(id.value)]
            ) { try $0.text(0) }
        case .agreement:
            try connection.first(
                """
                SELECT v.title FROM agreement a JOIN agreement_version v ON v.agreement_id = a.id
                    AND v.number = \(version)
                WHERE a.id = $1 AND EXISTS (SELECT 1 FROM agreement_party g WHERE g.agreement_id = a.id
                    AND g.number = v.number AND \(CaseRow.takesPart("$2", "g.workspace_id")))
                """, [.int(subject.id), .int(id.value)]
            ) { try $0.text(0) }
        }
    }

    /// Whether a workspace may screen it: its own or a public programme, an agreement it is a side of.
    static func isOpen(
        _ subject: ScreenedSubject, to workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Bool {
        switch subject.kind {
        case .programme:
            try connection.count(
                """
                SELECT COUNT(*) FROM programme p WHERE p.id = $1 AND p.withdrawn = 0
                    AND (p.public = 1 OR p.workspace_id = $2)
                """, [.int(subject.id), .int(workspace.value)]) > 0
        case .agreement: try sides(of: subject.id, seenBy: workspace, connection).contains(workspace)
        }
    }

    /// Whether its sides accepted it: it is in force, or was.
    static func isAgreed(_ subject: ScreenedSubject, _ connection: any ReadConnection) throws -> Bool {
        guard subject.kind == .agreement else { return false }
        return try connection.count(
            "SELECT COUNT(*) FROM agreement WHERE id = $1 AND current IS NOT NULL", [.int(subject.id)]) > 0
    }

    /// The workspaces that are sides of an agreement, for one of them; nobody's for anybody else.
    static func sides(
        of agreement: Int64, seenBy workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [WorkspaceID] {
        let sides = try connection.all(
            """
            SELECT g.workspace_id FROM agreement a JOIN agreement_party g ON g.agreement_id = a.id
                AND g.number = \(version)
            WHERE a.id = $1 ORDER BY g.workspace_id
            """, [.int(agreement)]
        ) { WorkspaceID(try $0.int(0)) }
        return sides.contains(workspace) ? sides : []
    }
}
