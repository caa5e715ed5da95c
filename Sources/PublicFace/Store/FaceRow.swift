import Domain
import Store

/// Whether a workspace has a public page, its words, and how far it was looked at.
struct FaceRow {
    var isOpen = false
    var about = ""
    var contact = ""
    /// Grows with everything that changes what readers see.
    var generation: Int64 = 0
    /// The newest change of the log that was looked at.
    var seen: Int64 = -1
    var nextRelease: String?
    var shownAt: String?
    /// 0: nobody has chosen anything yet.
    var version = 0

    static func find(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> FaceRow {
        try connection.first(
            """
            SELECT opened, about, contact, generation, seen, next_release, shown_at, version FROM public_face
            WHERE workspace_id = $1
            """, [.int(workspace.value)]
        ) { row in
            FaceRow(
                isOpen: try row.int(0) == 1, about: try row.text(1), contact: try row.text(2),
                generation: try row.int(3), seen: try row.int(4), nextRelease: try row.textOrNil(5),
                shownAt: try row.textOrNil(6), version: Int(try row.int(7)))
        } ?? FaceRow()
    }

    /// Of workspaces that are not closed and whose page is open, by name.
    static func open(_ connection: any ReadConnection) throws -> [WorkspaceID] {
        try connection.all(
            """
            SELECT f.workspace_id FROM public_face f JOIN workspace w ON w.id = f.workspace_id
            WHERE f.opened = 1 AND w.closed = 0 ORDER BY w.name, w.id
            """
        ) { WorkspaceID(try $0.int(0)) }
    }

    /// Makes sure that there is a row.
    static func begin(_ workspace: WorkspaceID, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO public_face (workspace_id, opened, about, contact, generation, seen, version)
            VALUES ($1, 0, '', '', 0, -1, 0) ON CONFLICT (workspace_id) DO NOTHING
            """, [.int(workspace.value)])
    }

    /// Whether it was still at that version.
    static func update(
        _ workspace: WorkspaceID, isOpen: Bool, about: String, contact: String, from version: Int,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE public_face SET opened = $2, about = $3, contact = $4, seen = -1, generation = generation + 1,
                version = version + 1 WHERE workspace_id = $1 AND version = $5
            """,
            [.int(workspace.value), .flag(isOpen), .text(about), .text(contact), .int(version)]) == 1
    }

    /// What was chosen or removed has to be looked at before anybody reads again.
    static func touch(_ workspace: WorkspaceID, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE public_face SET seen = -1, generation = generation + 1 WHERE workspace_id = $1",
            [.int(workspace.value)])
    }

    /// Whether somebody else did not look meanwhile.
    static func look(
        _ workspace: WorkspaceID, from old: FaceRow, seen: Int64, nextRelease: String?,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE public_face SET seen = $2, next_release = $3 WHERE workspace_id = $1 AND seen = $4 AND generation = $5
            """,
            [
                .int(workspace.value), .int(seen), .optional(nextRelease), .int(old.seen), .int(old.generation),
            ]) == 1
    }

    static func shown(_ workspace: WorkspaceID, at: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE public_face SET shown_at = $2, generation = generation + 1 WHERE workspace_id = $1",
            [.int(workspace.value), .text(at)])
    }
}
