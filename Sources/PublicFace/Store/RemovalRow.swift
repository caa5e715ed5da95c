import Domain
import Store

/// What was taken down.
enum RemovalRow {
    /// The latest first. Where it stood is known by the versions that were public of it.
    static func all(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [Removal] {
        try connection.all(
            """
            SELECT r.id, r.kind, r.item_id, r.ground, r.office, r.removed, v.parent_id, v.content FROM removal r
            LEFT JOIN public_version v ON v.id = (
                SELECT MAX(x.id) FROM public_version x WHERE x.workspace_id = $1 AND x.kind = r.kind
                    AND x.item_id = r.item_id AND x.content IS NOT NULL)
            WHERE r.workspace_id = $1 ORDER BY r.id DESC
            """, [.int(workspace.value)]
        ) { row in
            let key = PublicKey(try row.value(1, PublicKind.init(rawValue:)), try row.int(2))
            let last = KeptVersion(
                id: 0, key: key, number: 0, parent: try row.intOrNil(6), content: try row.textOrNil(7), made: "",
                isCurrent: false)
            return Removal(
                id: try row.int(0), key: key, parent: last.item?.parent,
                ground: try row.value(3, PublicRemovalGround.init(rawValue:)), office: try row.text(4),
                at: try row.text(5))
        }
    }

    static func insert(
        _ removal: Removal, reason: String, by person: String, _ workspace: WorkspaceID,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO removal (id, workspace_id, kind, item_id, ground, reason, office, removed_by, removed)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .int(removal.id), .int(workspace.value), .text(removal.key.kind.rawValue), .int(removal.key.id),
                .text(removal.ground.rawValue), .text(reason), .text(removal.office), .text(person),
                .text(removal.at),
            ])
    }
}
