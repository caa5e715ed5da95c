package import Domain
import Language
package import Store

/// Institutions of one workspace.
package enum InstitutionRow {
    private static let columns = "id, workspace_id, kind, name, abbreviation, language, email, closed, version"

    package static func insert(_ institution: Institution, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO institution (id, workspace_id, kind, name, name_key, abbreviation, abbreviation_key, language, email,
            closed, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .int(institution.id.value), .int(institution.workspace.value), .text(institution.kind.rawValue),
                .text(institution.name), .text(TextFolding.fold(institution.name)), .optional(institution.abbreviation),
                .optional(institution.abbreviation.map { TextFolding.fold($0) }),
                .optional(institution.language?.rawValue), .optional(institution.email), .flag(institution.isClosed),
                .int(institution.version),
            ])
    }

    /// By name, closed ones last.
    package static func all(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [Institution] {
        try connection.all(
            "SELECT \(columns) FROM institution WHERE workspace_id = $1 ORDER BY closed, name_key",
            [.int(workspace.value)]
        ) { try read($0) }
    }

    package static func find(
        _ id: InstitutionID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Institution? {
        try connection.first(
            "SELECT \(columns) FROM institution WHERE id = $1 AND workspace_id = $2",
            [.int(id.value), .int(workspace.value)]
        ) { try read($0) }
    }

    /// Writes over the version it was made from; false where another stands.
    package static func update(
        _ institution: Institution, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE institution SET kind = $1, name = $2, name_key = $3, abbreviation = $4, abbreviation_key = $5, language = $6,
                email = $7, closed = $8, version = version + 1
            WHERE id = $9 AND workspace_id = $10 AND version = $11
            """,
            [
                .text(institution.kind.rawValue), .text(institution.name), .text(TextFolding.fold(institution.name)),
                .optional(institution.abbreviation),
                .optional(institution.abbreviation.map { TextFolding.fold($0) }),
                .optional(institution.language?.rawValue), .optional(institution.email), .flag(institution.isClosed),
                .int(institution.id.value), .int(workspace.value), .int(institution.version),
            ]) > 0
    }

    private static func read(_ row: any Row) throws -> Institution {
        Institution(
            id: InstitutionID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            kind: try row.value(2, InstitutionKind.init(rawValue:)), name: try row.text(3),
            abbreviation: try row.textOrNil(4), language: try row.textOrNil(5).map { LanguageTag($0) },
            email: try row.textOrNil(6), isClosed: try row.int(7) == 1, version: Int(try row.int(8)))
    }
}
