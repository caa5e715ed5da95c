import Domain
import Store

/// What institutions of a workspace are called.
enum InstitutionNameRow {
    static func find(
        _ ids: [InstitutionID], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [InstitutionID: String] {
        var names: [InstitutionID: String] = [:]
        try connection.query(
            "SELECT id, name FROM institution WHERE workspace_id = $1 AND id IN ({set})", [.int(workspace.value)],
            set: Set(ids).prefix(SQLSet.sizeMax).map { .int($0.value) }
        ) { names[InstitutionID(try $0.int(0))] = try $0.text(1) }
        return names
    }
}
