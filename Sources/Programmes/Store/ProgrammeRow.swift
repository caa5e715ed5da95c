import Domain
import Store

/// Rows of programmes.
enum ProgrammeRow {
    static let columns = """
        p.id, p.workspace_id, p.identifier, p.title, p.reporter_ref, p.reporter_name, p.status, p.modality, p.starts, p.ends,
        p.updated, p.lacking, p.public, p.withdrawn, p.origin, p.source, p.changed, p.version
        """

    static func read(_ row: any Row) throws -> Programme {
        Programme(
            id: ProgrammeID(try row.int(0)), workspace: try row.intOrNil(1).map { WorkspaceID($0) },
            identifier: try row.text(2), title: try row.text(3),
            reporter: ProgrammeActor(reference: try row.text(4), name: try row.text(5)), status: try row.text(6),
            modality: try row.textOrNil(7).flatMap { Modality(rawValue: $0) },
            starts: try row.textOrNil(8).flatMap { CalendarDate($0) },
            ends: try row.textOrNil(9).flatMap { CalendarDate($0) }, updated: try row.text(10),
            lacking: try row.text(11).split(separator: ",").map(String.init), isPublic: try row.int(12) == 1,
            isWithdrawn: try row.int(13) == 1, origin: Programme.Origin(rawValue: try row.text(14)) ?? .imported,
            source: try row.text(15), changed: try row.text(16), version: Int(try row.int(17)))
    }

    /// What an import compares with.
    struct Held {
        var id: ProgrammeID
        var workspace: WorkspaceID?
        var updated: String
        var digest: String
        var isPublic: Bool
        var version: Int
    }

    /// By identifier; at most `SQLSet.sizeMax`.
    static func held(_ identifiers: [String], _ connection: any ReadConnection) throws -> [String: Held] {
        var found: [String: Held] = [:]
        try connection.query(
            "SELECT identifier, id, workspace_id, updated, digest, public, version FROM programme WHERE identifier IN ({set})",
            [], set: identifiers.map { .text($0) }
        ) { row in
            found[try row.text(0)] = Held(
                id: ProgrammeID(try row.int(1)), workspace: try row.intOrNil(2).map { WorkspaceID($0) },
                updated: try row.text(3), digest: try row.text(4), isPublic: try row.int(5) == 1,
                version: Int(try row.int(6)))
        }
        return found
    }

    static func body(_ id: ProgrammeID, _ connection: any ReadConnection) throws -> [UInt8]? {
        try connection.first(
            "SELECT body FROM programme_body WHERE programme_id = $1", [.int(id.value)]
        ) { try $0.bytes(0) }
    }
}
