import Foundation
import PostgresDatabase
import Store
import Synchronization
import TestSupport
import Testing

@Suite("The PostgreSQL driver")
struct PostgresDriving {
    private let kill = """
        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
        """

    @Test("Writes are READ COMMITTED and reads see one commit")
    func isolation() async throws {
        try await withPostgres { database, _ in
            let sql = "SELECT current_setting('transaction_isolation')"
            let found1 = try await database.write { try $0.first(sql) { try $0.text(0) } }
            #expect(found1 == "read committed")
            let found2 = try await database.read { try $0.first(sql) { try $0.text(0) } }
            #expect(found2 == "repeatable read")
        }
    }

    @Test("Killed connections are replaced without anybody noticing")
    func killed() async throws {
        try await withPostgres { database, address in
            try await database.write { try $0.execute("CREATE TABLE t (a BIGINT)") }
            let other = PostgresDriver(address: address)
            _ = try await other.read { [kill] in try $0.count(kill) }
            try await database.write { try $0.execute("INSERT INTO t VALUES (1)") }
            _ = try await other.read { [kill] in try $0.count(kill) }
            let found3 = try await database.read { try $0.count("SELECT count(*) FROM t") }
            #expect(found3 == 1)
            await other.close()
        }
    }

    @Test("A connection killed in the middle of a write: nothing of the first try is kept, the second goes through")
    func killedInside() async throws {
        try await withPostgres { database, address in
            try await database.write { try $0.execute("CREATE TABLE t (a BIGINT)") }
            let server = try #require(PostgresServer.given)
            let name = address.split(separator: "?")[0].split(separator: "/").last ?? ""
            let tries = AttemptCount()
            try await database.write { connection in
                try connection.execute("INSERT INTO t VALUES (1)")
                if tries.next() == 1 {
                    try server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)'")
                }
                try connection.execute("INSERT INTO t VALUES (2)")
            }
            #expect(tries.next() == 3)
            let found4 = try await database.read { try $0.count("SELECT count(*) FROM t") }
            #expect(found4 == 2)
        }
    }

    @Test("Two writers in each other's way both get through")
    func deadlock() async throws {
        try await withPostgres { database, _ in
            try await database.write { connection in
                try connection.execute("CREATE TABLE t (id BIGINT PRIMARY KEY, n BIGINT NOT NULL)")
                try connection.execute("INSERT INTO t VALUES (1, 0), (2, 0)")
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for order in [[1, 2], [2, 1]] {
                    group.addTask {
                        try await database.write { connection in
                            for id in order {
                                try connection.execute("UPDATE t SET n = n + 1 WHERE id = $1", [.int(id)])
                                Thread.sleep(forTimeInterval: 0.15)
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let found5 = try await database.read { try $0.count("SELECT sum(n) FROM t") }
            #expect(found5 == 4)
        }
    }

    @Test("A caller that finds no free connection waits, but not for ever")
    func exhaustion() async throws {
        var options = PostgresDriver.Options()
        options.sessionsMax = 1
        options.waitersMax = 1
        options.waitSeconds = 2
        try await withPostgres(options) { database, _ in
            let holds = AsyncStream<Void>.makeStream()
            let done = Mutex(false)
            async let held: Void = database.read { _ in
                holds.continuation.yield()
                let end = Date() + 20
                while !done.withLock({ $0 }), Date() < end { Thread.sleep(forTimeInterval: 0.01) }
            }
            var iterator = holds.stream.makeAsyncIterator()
            await iterator.next()
            async let one = outcome(of: database)
            async let two = outcome(of: database)
            let refused = await [one, two].map { $0.map(String.init(describing:)) ?? "answered" }.sorted()
            #expect(refused[0].hasPrefix("a limit of the database was reached: waiters"))
            #expect(refused[1].hasPrefix("the database is busy"))
            done.withLock { $0 = true }
            try await held
            #expect(await outcome(of: database).map(String.init(describing:)) == nil)
        }
    }

    private struct OutcomeMissed: Error {}

    @Sendable private func outcome(of database: PostgresDriver) async -> StoreError? {
        do throws(StoreError) {
            _ = try await database.read { try $0.count("SELECT 1") }
            return nil
        } catch {
            return error
        }
    }

    @Test("A statement beyond its time is cancelled, and the connection goes on")
    func slowStatement() async throws {
        var options = PostgresDriver.Options()
        options.statementSeconds = 1
        options.sessionsMax = 1
        try await withPostgres(options) { database, _ in
            do {
                _ = try await database.read { try $0.first("SELECT pg_sleep(5)::text") { try $0.text(0) } }
                Issue.record("waited")
            } catch let error as StoreError {
                guard case .cancelled = error else { throw error }
            }
            #expect(await outcome(of: database).map(String.init(describing:)) == nil)
        }
    }

    @Test("A hint comes with another process's commit, and again after the listener was cut off")
    func hints() async throws {
        try await withPostgres { database, address in
            try await Migrator().migrate(database, at: testInstant)
            let other = PostgresDriver(address: address)
            let hints = database.hints()
            let delay = try await quickestHint(database, other, hints)
            #expect(delay < .milliseconds(500))
            _ = try await other.read { [kill] in try $0.count(kill) }
            var iterator = hints.makeAsyncIterator()
            let last = try await other.change(at: testInstant) { _, log in log.changed(.document, 2) }.position
            repeat { await iterator.next() } while try await database.read { try ChangeLog.position($0) } < last
            await other.close()
        }
    }

    @Test("A server that is not there is reported as such")
    func missing() async throws {
        let database = PostgresDriver(address: "postgres://nobody@/nothing?host=/nonexistent")
        guard case .unavailable = await outcome(of: database) else { throw OutcomeMissed() }
        await database.close()
    }
}
