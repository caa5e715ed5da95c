import Domain
import Store

/// Statements of merging two institutions: who is named where, and moving it.
enum MergeRow {
    /// Ids of the rows that name an institution.
    static func ids(
        _ reference: MergeReference, _ institution: InstitutionID, _ workspace: WorkspaceID,
        _ connection: any ReadConnection
    ) throws -> [Int64] {
        try connection.all(
            "SELECT id FROM \(reference.table) WHERE workspace_id = $1 AND \(reference.column) = $2 ORDER BY id",
            [.int(workspace.value), .int(institution.value)]
        ) { try $0.int(0) }
    }

    /// Whether the row still named `from`.
    static func move(
        _ reference: MergeReference, _ id: Int64, from: InstitutionID, to: InstitutionID, _ workspace: WorkspaceID,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE \(reference.table) SET \(reference.column) = $4\(reference.isVersioned ? ", version = version + 1" : "")
            WHERE id = $1 AND workspace_id = $2 AND \(reference.column) = $3
            """, [.int(id), .int(workspace.value), .int(from.value), .int(to.value)]) > 0
    }

    /// Lines of the plan, planned recommendations or actions that an institution leads or supports, withdrawn ones too.
    static func plan(
        _ table: String, support: (table: String, owner: String)?, _ institution: InstitutionID,
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [Int64] {
        let supported = support.map {
            " OR id IN (SELECT \($0.owner) FROM \($0.table) WHERE workspace_id = $1 AND institution_id = $2)"
        }
        return try connection.all(
            "SELECT id FROM \(table) WHERE workspace_id = $1 AND (lead_id = $2\(supported ?? "")) ORDER BY id",
            [.int(workspace.value), .int(institution.value)]
        ) { try $0.int(0) }
    }

    /// Keys of rows without a history that name an institution.
    static func plain(
        _ table: String, _ key: String, _ institution: InstitutionID, _ workspace: WorkspaceID,
        _ connection: any ReadConnection
    ) throws -> [Int64] {
        try connection.all(
            "SELECT \(key) FROM \(table) WHERE workspace_id = $1 AND institution_id = $2 ORDER BY \(key)",
            [.int(workspace.value), .int(institution.value)]
        ) { try $0.int(0) }
    }

    static func movePlain(
        _ table: String, _ key: String, _ id: Int64, from: InstitutionID, to: InstitutionID,
        _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "UPDATE \(table) SET institution_id = $4 WHERE \(key) = $1 AND workspace_id = $2 AND institution_id = $3",
            [.int(id), .int(workspace.value), .int(from.value), .int(to.value)])
    }

    /// An alert that concerns both concerns one of them.
    static func dropConcern(
        _ alert: Int64, _ institution: InstitutionID, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "DELETE FROM alert_concern WHERE alert_id = $1 AND workspace_id = $2 AND institution_id = $3",
            [.int(alert), .int(workspace.value), .int(institution.value)])
    }

    static func addConcern(
        _ alert: Int64, _ institution: InstitutionID, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO alert_concern (alert_id, workspace_id, institution_id) VALUES ($1, $2, $3)
            ON CONFLICT (alert_id, institution_id) DO NOTHING
            """, [.int(alert), .int(workspace.value), .int(institution.value)])
    }

    /// How often both have answered the same thing: a paragraph of a round, an action in a period.
    static func clashes(
        _ one: InstitutionID, _ other: InstitutionID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Int {
        let values: [SQLValue] = [.int(workspace.value), .int(one.value), .int(other.value)]
        let paragraphs = try connection.count(
            """
            SELECT COUNT(*) FROM proposal d JOIN proposal t ON t.paragraph_id = d.paragraph_id
                AND t.workspace_id = $1 AND t.institution_id = $3
            WHERE d.workspace_id = $1 AND d.institution_id = $2
            """, values)
        let reports = try connection.count(
            """
            SELECT COUNT(*) FROM progress_report d JOIN progress_report t ON t.action_id = d.action_id
                AND t.starts = d.starts AND t.workspace_id = $1 AND t.institution_id = $3
            WHERE d.workspace_id = $1 AND d.institution_id = $2
            """, values)
        return paragraphs + reports
    }
}
