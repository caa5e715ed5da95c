import PostgresDatabase
import SQLiteDatabase
import Store
import TestSupport
import Testing

@Suite("Migrating")
struct Migrating {
    private let first = Migration(1, "first", ["CREATE TABLE a (id {int} NOT NULL PRIMARY KEY) {strict}"])
    private let second = Migration(
        2, "second", ["CREATE TABLE b (id {int} NOT NULL PRIMARY KEY) {strict}", "INSERT INTO b (id) VALUES (1)"])

    @Test("An empty store is brought up to date once, and a later program goes on from there")
    func twice() async throws {
        try await withEachDatabase(migrated: false) { database in
            let found1 = try await Migrator([first]).migrate(database, at: testInstant)
            #expect(found1 == ["first"])
            let found2 = try await Migrator([first]).migrate(database, at: testInstant)
            #expect(found2 == [])
            let found3 = try await Migrator([first, second]).migrate(database, at: testInstant)
            #expect(found3 == ["second"])
            let found4 = try await Migrator([first, second]).version(of: database)
            #expect(found4 == 2)
        }
    }

    @Test("The steps of this program are numbered without gaps and run on every database")
    func allSteps() async throws {
        #expect(Migrations.all.map(\.number) == Array(1...Migrations.all.count))
        #expect(Set(Migrations.all.map(\.name)).count == Migrations.all.count)
        try await withEachDatabase { database in
            let found5 = try await Migrator().version(of: database)
            #expect(found5 == Migrations.all.count)
        }
    }

    @Test("A store that is newer than the program is refused and left as it is")
    func newer() async throws {
        try await withEachDatabase(migrated: false) { database in
            try await Migrator([first, second]).migrate(database, at: testInstant)
            do {
                try await Migrator([first]).migrate(database, at: testInstant)
                Issue.record("a newer store was opened")
            } catch StoreError.newer(let store, let program) {
                #expect(store == 2 && program == 1)
            }
            let found6 = try await database.read { try $0.count("SELECT count(*) FROM b") }
            #expect(found6 == 1)
        }
    }

    @Test("A store of another program is refused")
    func foreign() async throws {
        try await withEachDatabase(migrated: false) { database in
            try await Migrator([Migration(1, "other", [])]).migrate(database, at: testInstant)
            do {
                try await Migrator([first]).migrate(database, at: testInstant)
                Issue.record("another program's store was opened")
            } catch let error as StoreError {
                guard case .corrupt = error else { throw error }
            }
        }
    }

    @Test("A step that fails leaves nothing")
    func failing() async throws {
        let broken = Migration(2, "broken", second.statements + ["INSERT INTO b (id) VALUES (1)"])
        try await withEachDatabase(migrated: false) { database in
            await #expect(throws: StoreError.self) {
                try await Migrator([first, broken]).migrate(database, at: testInstant)
            }
            let found7 = try await Migrator([first, second]).migrate(database, at: testInstant)
            #expect(found7 == ["second"])
        }
    }

    @Test("Two processes that start together do the work once")
    func together() async throws {
        try await withSQLite { one, path in
            try await migrate(one, SQLiteDriver(path: path))
        }
        try await withPostgres { one, address in
            try await migrate(one, PostgresDriver(address: address))
        }
    }

    private func migrate(_ one: any Database, _ two: any Database) async throws {
        async let left = Migrator().migrate(one, at: testInstant)
        async let right = Migrator().migrate(two, at: testInstant)
        let done = try await left + right
        #expect(done.sorted() == Migrations.all.map(\.name).sorted())
        await two.close()
    }
}
