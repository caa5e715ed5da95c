import Foundation
import PostgresDatabase
import SQLiteDatabase
import Store

/// Empty stores with every table, made once in a process and copied: to make all tables takes longer than most tests do.
package enum MigratedStores {
    /// Puts one where a test will open it.
    package static func copySQLite(to path: String) async throws {
        let bytes = try await sqlite.value
        guard FileManager.default.createFile(atPath: path, contents: bytes, attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
    }

    /// The name of a PostgreSQL database to make others of. Nobody is connected to it.
    static func template() async throws -> String { try await postgres.value }

    private static let sqlite = Task {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rapporteur-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path + "/store.sqlite"
        try await migrate(try SQLiteDriver(path: path))
        return try Data(contentsOf: URL(fileURLWithPath: path))
    }

    private static let postgres = Task {
        guard let server = PostgresServer.given else { throw CocoaError(.featureUnsupported) }
        try server.run("CREATE DATABASE \(name) TEMPLATE template0")
        // The server may be one that stays.
        atexit { try? PostgresServer.given?.run("DROP DATABASE IF EXISTS \(MigratedStores.name) WITH (FORCE)") }
        try await migrate(PostgresDriver(address: server.address(of: name)))
        return name
    }

    private static let name = "test_template_" + String(UInt64.random(in: 0...UInt64.max), radix: 36)

    private static func migrate(_ database: any Database) async throws {
        do {
            try await Migrator().migrate(database, at: testInstant)
        } catch {
            await database.close()
            throw error
        }
        await database.close()
    }
}
