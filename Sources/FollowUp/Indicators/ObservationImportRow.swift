import Domain
import FoundationEssentials
import Store

/// Files of observations.
enum ObservationImportRow {
    static func insert(_ file: ObservationImport, _ connection: any WriteConnection) throws {
        let options = String(decoding: try JSONEncoder().encode(file.options), as: UTF8.self)
        try connection.execute(
            """
            INSERT INTO observation_import (id, workspace_id, indicator_id, digest, file_name, options, status, author,
            made, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .int(file.id.value), .int(file.workspace.value), .optional(file.indicator?.value), .text(file.digest),
                .text(file.name), .text(options), .text(file.status.rawValue), .text(file.author), .text(file.made),
                .int(file.version),
            ])
    }

    static func find(
        _ id: ObservationImportID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> ObservationImport? {
        try connection.first(
            """
            SELECT indicator_id, digest, file_name, options, status, author, made, version FROM observation_import
            WHERE id = $1 AND workspace_id = $2
            """, [.int(id.value), .int(workspace.value)]
        ) { row in
            ObservationImport(
                id: id, workspace: workspace, indicator: try row.intOrNil(0).map { IndicatorID($0) },
                digest: try row.text(1), name: try row.text(2),
                options: try JSONDecoder().decode(ImportOptions.self, from: Data(try row.text(3).utf8)),
                status: try row.value(4, ObservationImport.Status.init(rawValue:)), author: try row.text(5),
                made: try row.text(6), version: Int(try row.int(7)))
        }
    }

    /// Whether it was still waiting at that version.
    static func end(
        _ file: ObservationImport, _ status: ObservationImport.Status, from version: Int,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE observation_import SET status = $1, version = version + 1
            WHERE id = $2 AND workspace_id = $3 AND version = $4 AND status = 'waiting'
            """,
            [.text(status.rawValue), .int(file.id.value), .int(file.workspace.value), .int(version)]) == 1
    }
}
