import Domain
import Store

/// Tracking workbooks, kept mappings and settled words. Every statement carries the workspace.
enum TrackingFileRow {
    private static let columns = "id, workspace_id, name, digest, mapping, applied, made, made_by, version"

    static func insert(_ file: TrackingFile, _ bytes: [UInt8], _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO tracking_file (id, workspace_id, name, digest, content, mapping, applied, made, made_by, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .int(file.id.value), .int(file.workspace.value), .text(file.name), .text(file.digest), .bytes(bytes),
                .text(try TrackingJSON.text(file.mapping)), .flag(file.isApplied), .text(file.made), .text(file.madeBy),
                .int(file.version),
            ])
    }

    static func update(_ file: TrackingFile, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute(
            """
            UPDATE tracking_file SET mapping = $4, applied = $5, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(file.id.value), .int(file.workspace.value), .int(file.version),
                .text(try TrackingJSON.text(file.mapping)), .flag(file.isApplied),
            ]) == 1
    }

    static func find(
        _ id: TrackingFileID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> TrackingFile? {
        try connection.first(
            "SELECT \(columns) FROM tracking_file WHERE id = $1 AND workspace_id = $2",
            [.int(id.value), .int(workspace.value)]
        ) { try read($0) }
    }

    static func find(
        digest: String, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> TrackingFile? {
        try connection.first(
            "SELECT \(columns) FROM tracking_file WHERE digest = $1 AND workspace_id = $2",
            [.text(digest), .int(workspace.value)]
        ) { try read($0) }
    }

    static func content(
        _ id: TrackingFileID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [UInt8]? {
        try connection.first(
            "SELECT content FROM tracking_file WHERE id = $1 AND workspace_id = $2",
            [.int(id.value), .int(workspace.value)]
        ) { try $0.bytes(0) }
    }

    /// Newest first, at most 200.
    static func all(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [TrackingFile] {
        try connection.all(
            "SELECT \(columns) FROM tracking_file WHERE workspace_id = $1 ORDER BY id DESC LIMIT 200",
            [.int(workspace.value)]
        ) { try read($0) }
    }

    private static func read(_ row: any Row) throws -> TrackingFile {
        TrackingFile(
            id: TrackingFileID(try row.int(0)), workspace: WorkspaceID(try row.int(1)), name: try row.text(2),
            digest: try row.text(3), mapping: try TrackingJSON.value(TrackingMapping.self, try row.text(4)),
            isApplied: try row.int(5) == 1, made: try row.text(6), madeBy: try row.text(7),
            version: Int(try row.int(8)))
    }

    // MARK: Mappings

    /// By name.
    static func mappings(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [NamedMapping] {
        try connection.all(
            "SELECT id, name, mapping FROM tracking_mapping WHERE workspace_id = $1 ORDER BY name_key LIMIT 200",
            [.int(workspace.value)]
        ) { row in
            NamedMapping(
                id: ID(try row.int(0)), name: try row.text(1),
                mapping: try TrackingJSON.value(TrackingMapping.self, try row.text(2)))
        }
    }

    /// A mapping of the same name is replaced.
    static func put(
        _ mapping: NamedMapping, _ workspace: WorkspaceID, at: String, by: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO tracking_mapping (id, workspace_id, name, name_key, mapping, made, made_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (workspace_id, name_key) DO UPDATE
            SET name = excluded.name, mapping = excluded.mapping, made = excluded.made, made_by = excluded.made_by
            """,
            [
                .int(mapping.id.value), .int(workspace.value), .text(mapping.name), .text(WordKey.of(mapping.name)),
                .text(try TrackingJSON.text(mapping.mapping)), .text(at), .text(by),
            ])
    }

    // MARK: Words

    static func words(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [TrackingWord] {
        try connection.all(
            "SELECT kind, word, value FROM tracking_word WHERE workspace_id = $1 ORDER BY kind, word_key LIMIT 10000",
            [.int(workspace.value)]
        ) { row in
            TrackingWord(
                kind: try row.value(0, TrackingWord.Kind.init(rawValue:)), word: try row.text(1), value: try row.text(2)
            )
        }
    }

    static func put(
        _ word: TrackingWord, _ workspace: WorkspaceID, at: String, by: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO tracking_word (workspace_id, kind, word_key, word, value, decided, decided_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (workspace_id, kind, word_key) DO UPDATE
            SET word = excluded.word, value = excluded.value, decided = excluded.decided, decided_by = excluded.decided_by
            """,
            [
                .int(workspace.value), .text(word.kind.rawValue), .text(WordKey.of(word.word)), .text(word.word),
                .text(word.value), .text(at), .text(by),
            ])
    }
}
