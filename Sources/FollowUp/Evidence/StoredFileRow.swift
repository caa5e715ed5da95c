import Domain
import Store

/// Files of a workspace by their content, in pieces small enough for one statement. Kept in the database, so that every node has
/// them and a backup holds them.
enum StoredFileRow {
    static let partBytes = 1 << 20

    /// Keeps the file where its content is not there yet.
    static func put(
        _ digest: String, _ bytes: [UInt8], _ workspace: WorkspaceID, at: String, _ connection: any WriteConnection
    ) throws {
        let isNew =
            try connection.execute(
                """
                INSERT INTO stored_file (workspace_id, digest, size_bytes, made) VALUES ($1, $2, $3, $4)
                ON CONFLICT (workspace_id, digest) DO NOTHING
                """, [.int(workspace.value), .text(digest), .int(bytes.count), .text(at)]) == 1
        guard isNew else { return }
        for (number, start) in stride(from: 0, to: bytes.count, by: partBytes).enumerated() {
            try connection.execute(
                "INSERT INTO stored_file_part (workspace_id, digest, part, bytes) VALUES ($1, $2, $3, $4)",
                [
                    .int(workspace.value), .text(digest), .int(number),
                    .bytes(Array(bytes[start..<min(bytes.count, start + partBytes)])),
                ])
        }
    }

    /// Nil where this workspace has no such file.
    static func bytes(
        _ digest: String, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [UInt8]? {
        let size = try connection.first(
            "SELECT size_bytes FROM stored_file WHERE workspace_id = $1 AND digest = $2",
            [.int(workspace.value), .text(digest)]
        ) { Int(try $0.int(0)) }
        guard let size else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        for part in 0..<(size + partBytes - 1) / partBytes {
            let piece = try connection.first(
                "SELECT bytes FROM stored_file_part WHERE workspace_id = $1 AND digest = $2 AND part = $3",
                [.int(workspace.value), .text(digest), .int(part)]
            ) { try $0.bytes(0) }
            guard let piece else { throw StoreError.corrupt(reason: "part \(part) of file \(digest) is missing") }
            bytes += piece
        }
        return bytes
    }
}
