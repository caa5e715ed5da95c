package import Domain
import Plans
package import Store

/// How a workspace reports; one row where somebody has chosen.
package enum ProgressSettingRow {
    package static func find(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> ProgressSetting {
        try connection.first(
            "SELECT months, needed, version FROM progress_setting WHERE workspace_id = $1", [.int(workspace.value)]
        ) { row in
            ProgressSetting(
                months: Int(try row.int(0)), needed: try row.value(1, ClearanceStep.init(rawValue:)),
                version: Int(try row.int(2)))
        } ?? ProgressSetting()
    }

    /// Whether it was still at that version; 0 where there was none.
    package static func put(
        _ setting: ProgressSetting, from version: Int, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws -> Bool {
        let values: [SQLValue] = [
            .int(setting.months), .text(setting.needed.rawValue), .int(version + 1), .int(workspace.value),
        ]
        if version == 0 {
            return try connection.execute(
                """
                INSERT INTO progress_setting (months, needed, version, workspace_id) VALUES ($1, $2, $3, $4)
                ON CONFLICT (workspace_id) DO NOTHING
                """, values) == 1
        }
        return try connection.execute(
            "UPDATE progress_setting SET months = $1, needed = $2, version = $3 WHERE workspace_id = $4 AND version = $5",
            values + [.int(version)]) == 1
    }
}
