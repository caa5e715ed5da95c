import Foundation
import SQLiteDatabase
import Store
import Synchronization
import TestSupport
import Testing

@Suite("The SQLite driver")
struct SQLiteDriving {
    @Test("What is committed is on the disk: full synchronisation, WAL, foreign keys")
    func settings() async throws {
        try await withSQLite { database, path in
            let found1 = try await database.setting("synchronous")
            #expect(found1 == 2)
            let found2 = try await database.setting("foreign_keys")
            #expect(found2 == 1)
            let found3 = try await database.setting("trusted_schema")
            #expect(found3 == 0)
            #expect(FileManager.default.fileExists(atPath: path + "-wal"))
        }
    }

    @Test("Only the owner can read the file and what lies beside it")
    func permissions() async throws {
        try await withSQLite { database, path in
            try await Migrator().migrate(database, at: testInstant)
            for suffix in ["", "-wal", "-shm"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: path + suffix)
                #expect(attributes[.posixPermissions] as? Int == 0o600)
            }
        }
    }

    @Test("A hint of another process's commit comes within half a second")
    func hints() async throws {
        try await withSQLite { database, path in
            try await Migrator().migrate(database, at: testInstant)
            let other = try SQLiteDriver(path: path)
            let delay = try await quickestHint(database, other, database.hints())
            #expect(delay < .milliseconds(500))
            await other.close()
        }
    }

    @Test("A write waits for another process and tries again")
    func retry() async throws {
        var options = SQLiteDriver.Options()
        options.busySeconds = 0.2
        options.attemptsMax = 20
        try await withSQLite(options) { database, path in
            try await database.write { try $0.execute("CREATE TABLE t (a INTEGER)") }
            let other = try SQLiteDriver(path: path)
            let holds = AsyncStream<Void>.makeStream()
            async let held: Void = other.write { connection in
                try connection.execute("INSERT INTO t VALUES (1)")
                holds.continuation.yield()
                Thread.sleep(forTimeInterval: 0.7)
            }
            var iterator = holds.stream.makeAsyncIterator()
            await iterator.next()
            try await database.write { try $0.execute("INSERT INTO t VALUES (2)") }
            try await held
            let found4 = try await database.read { try $0.count("SELECT count(*) FROM t") }
            #expect(found4 == 2)
            await other.close()
        }
    }

    @Test("A write gives up when the file stays locked")
    func busy() async throws {
        var options = SQLiteDriver.Options()
        options.busySeconds = 0.05
        options.attemptsMax = 2
        try await withSQLite(options) { database, path in
            let other = try SQLiteDriver(path: path)
            let holds = AsyncStream<Void>.makeStream()
            let done = Mutex(false)
            async let held: Void = other.write { connection in
                holds.continuation.yield()
                let end = Date() + 300
                while !done.withLock({ $0 }), Date() < end { Thread.sleep(forTimeInterval: 0.01) }
            }
            var iterator = holds.stream.makeAsyncIterator()
            await iterator.next()
            do {
                try await database.write { try $0.execute("CREATE TABLE t (a INTEGER)") }
                Issue.record("written while locked")
            } catch let error as StoreError {
                guard case .busy = error else { throw error }
            }
            done.withLock { $0 = true }
            try await held
            await other.close()
        }
    }

    @Test("Callers beyond the limit are turned away")
    func waiters() async throws {
        var options = SQLiteDriver.Options()
        options.waitersMax = 3
        try await withSQLite(options) { database, _ in
            let refused = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<10 {
                    group.addTask {
                        do throws(StoreError) {
                            try await database.write { _ in Thread.sleep(forTimeInterval: 0.2) }
                            return false
                        } catch {
                            if case .limit(.waiters) = error { return true }
                            return false
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(refused == 7)
        }
    }

    @Test("A file that is no store, and a place that cannot be written, are reported")
    func damaged() async throws {
        try await withFolder { folder in
            try Data(repeating: 0x41, count: 8_192).write(to: URL(fileURLWithPath: folder + "/text.sqlite"))
            do {
                _ = try SQLiteDriver(path: folder + "/text.sqlite")
                Issue.record("a text file was opened")
            } catch let error as StoreError {
                guard case .corrupt = error else { throw error }
            }
            do {
                _ = try SQLiteDriver(path: folder + "/missing/store.sqlite")
                Issue.record("a missing folder was opened")
            } catch let error as StoreError {
                guard case .unavailable = error else { throw error }
            }
        }
    }

    @Test("What was committed is there when the file is opened again")
    func reopening() async throws {
        try await withSQLite { database, path in
            try await database.write { connection in
                try connection.execute("CREATE TABLE t (a INTEGER)")
                try connection.execute("INSERT INTO t VALUES (7)")
            }
            await database.close()
            let again = try SQLiteDriver(path: path)
            let found5 = try await again.read { try $0.count("SELECT a FROM t") }
            #expect(found5 == 7)
            await again.close()
        }
    }
}
