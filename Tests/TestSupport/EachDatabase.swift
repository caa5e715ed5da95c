import Foundation
package import PostgresDatabase
package import SQLiteDatabase
package import Store

/// A fixed instant for tests that need one.
package let testInstant = "2026-01-31T09:30:00.000Z"

/// A failure, with the database it happened on.
package struct DatabaseFailure: Error, CustomStringConvertible {
    package let kind: DatabaseKind
    package let error: any Error

    package var description: String { "on \(kind.rawValue): \(error)" }
}

/// Runs a test on an empty SQLite file and, where `RAPPORTEUR_TEST_POSTGRES` gives a server, in an empty PostgreSQL database.
package func withEachDatabase(
    migrated: Bool = true, _ body: (any Database) async throws -> Void
) async throws {
    try await withSQLite(migrated: migrated) { database, _ in try await run(database, body) }
    try await withPostgres(migrated: migrated) { database, _ in try await run(database, body) }
}

/// Runs a test on an empty SQLite file, `migrated` with every table; the test gets the file's path, too.
package func withSQLite(
    _ options: SQLiteDriver.Options = SQLiteDriver.Options(), migrated: Bool = false,
    _ body: (SQLiteDriver, String) async throws -> Void
) async throws {
    try await withFolder { folder in
        let path = folder + "/store.sqlite"
        if migrated { try await MigratedStores.copySQLite(to: path) }
        let database = try SQLiteDriver(path: path, options: options)
        do {
            try await body(database, path)
        } catch {
            await database.close()
            throw error
        }
        await database.close()
    }
}

/// Runs a test in an empty PostgreSQL database, or not at all without a server; the test gets the database's address, too.
package func withPostgres(
    _ options: PostgresDriver.Options = PostgresDriver.Options(), migrated: Bool = false,
    _ body: (PostgresDriver, String) async throws -> Void
) async throws {
    guard let server = PostgresServer.given else { return }
    let template = migrated ? try await MigratedStores.template() : "template0"
    try await Places.databases.hold { try await onServer(server, options, template, body) }
}

private func onServer(
    _ server: PostgresServer, _ options: PostgresDriver.Options, _ template: String,
    _ body: (PostgresDriver, String) async throws -> Void
) async throws {
    let name = "test_" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
    try server.run("CREATE DATABASE \(name) TEMPLATE \(template)")
    let address = server.address(of: name)
    let database = PostgresDriver(address: address, options: options)
    let outcome: Result<Void, any Error>
    do {
        outcome = .success(try await body(database, address))
    } catch {
        outcome = .failure(error)
    }
    await database.close()
    try server.run("DROP DATABASE \(name) WITH (FORCE)")
    try outcome.get()
}

/// A folder that is gone afterwards.
package func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rapporteur-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder.path)
}

private func run(_ database: any Database, _ body: (any Database) async throws -> Void) async throws {
    do {
        try await body(database)
    } catch {
        throw DatabaseFailure(kind: database.kind, error: error)
    }
}
