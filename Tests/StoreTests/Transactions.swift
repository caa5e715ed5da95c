import Store
import TestSupport
import Testing

private let makeThings = """
    CREATE TABLE thing (id {int} NOT NULL PRIMARY KEY, name {text} NOT NULL, size {real}, body {bytes}) {strict}
    """

private func withThings(_ body: (any Database) async throws -> Void) async throws {
    try await withEachDatabase(migrated: false) { database in
        try await database.write { try $0.execute(database.kind.expand(makeThings)) }
        try await body(database)
    }
}

private let insertThing = "INSERT INTO thing (id, name, size, body) VALUES ($1, $2, $3, $4)"

private struct OwnReason: Error {}

@Suite("Transactions")
struct Transactions {
    @Test("Every kind of value comes back as it went in")
    func values() async throws {
        try await withThings { database in
            try await database.write { connection in
                try connection.execute(
                    insertThing, [1, "naïve 中文 العربية '\"\\", .real(0.1), .bytes([0, 255, 92, 10])])
                try connection.execute(insertThing, [2, "", nil, nil])
                try connection.execute(insertThing, [3, "x", .real(-2), .bytes([])])
            }
            let rows = try await database.read { connection in
                try connection.all("SELECT id, name, size, body FROM thing ORDER BY id") {
                    "\(try $0.int(0)) \(try $0.text(1)) \(try $0.realOrNil(2) ?? 0) \(try $0.bytesOrNil(3) ?? [7])"
                }
            }
            #expect(rows[0] == "1 naïve 中文 العربية '\"\\ 0.1 [0, 255, 92, 10]")
            #expect(rows[1] == "2  0.0 [7]")
            #expect(rows[2] == "3 x -2.0 []")
        }
    }

    @Test("U+0000 is removed from text, in statements and in bulk")
    func textWithNull() async throws {
        try await withThings { database in
            try await database.write { connection in
                try connection.execute(insertThing, [0, "be\u{0}fo\u{0}re", nil, nil])
                var rows = SQLRows(columnCount: 2)
                for id in 1...100 { rows.append(.int(id), .text("\u{0}a\u{0}b\u{0}")) }
                try connection.insert(into: "thing", ["id", "name"], rows)
            }
            let names = try await database.read {
                try $0.all("SELECT DISTINCT name FROM thing ORDER BY name") { try $0.text(0) }
            }
            #expect(names == ["ab", "before"])
        }
    }

    @Test("A write that throws leaves nothing, and says why")
    func rollback() async throws {
        try await withThings { database in
            do {
                try await database.write { connection in
                    try connection.execute(insertThing, [1, "a", nil, nil])
                    throw OwnReason()
                }
                Issue.record("nothing was thrown")
            } catch StoreError.abandoned(let reason) {
                #expect(reason is OwnReason)
            }
            let found1 = try await database.read { try $0.count("SELECT count(*) FROM thing") }
            #expect(found1 == 0)
        }
    }

    @Test("An error that is caught inside a write does not let the rest be kept")
    func caughtInside() async throws {
        try await withThings { database in
            await #expect(throws: StoreError.self) {
                try await database.write { connection in
                    try connection.execute(insertThing, [1, "a", nil, nil])
                    _ = try? connection.execute(insertThing, [1, "again", nil, nil])
                }
            }
            let found2 = try await database.read { try $0.count("SELECT count(*) FROM thing") }
            #expect(found2 == 0)
        }
    }

    @Test("A read cannot write")
    func readsOnly() async throws {
        try await withThings { database in
            do {
                _ = try await database.read {
                    try $0.count("INSERT INTO thing (id, name) VALUES (1, 'a') RETURNING id")
                }
                Issue.record("a read wrote")
            } catch let error as StoreError {
                guard case .readOnly = error else { throw error }
            }
        }
    }

    @Test("A set takes from none to its maximum of values, after the others")
    func sets() async throws {
        try await withThings { database in
            try await database.write { connection in
                var rows = SQLRows(columnCount: 2)
                for id in 1...2_000 { rows.append(.int(id), .text(id % 2 == 0 ? "even" : "odd")) }
                try connection.insert(into: "thing", ["id", "name"], rows)
            }
            let sql = "SELECT count(*) FROM thing WHERE name = $1 AND id IN ({set})"
            for (size, expected) in [(0, 0), (1, 0), (2, 1), (3, 1), (1_000, 500), (1_024, 512)] {
                let set = (0..<size).map { SQLValue.int($0 + 1) }
                let count = try await database.read { try $0.count(sql, ["even"], set: set) }
                #expect(count == expected)
            }
            do {
                let set = (0..<1_025).map { SQLValue.int($0) }
                _ = try await database.read { try $0.count(sql, ["even"], set: set) }
                Issue.record("too large a set was taken")
            } catch let error as StoreError {
                guard case .limit(.set) = error else { throw error }
            }
            let removed = try await database.write {
                try $0.execute("DELETE FROM thing WHERE id IN ({set})", [], set: [1, 2, 5_000])
            }
            #expect(removed == 2)
        }
    }

    @Test("A row can ask the same statement again")
    func nested() async throws {
        try await withThings { database in
            let seen = try await database.write { connection in
                for id in 1...3 { try connection.execute(insertThing, [.int(id), "n", nil, nil]) }
                let sql = "SELECT id FROM thing WHERE id >= $1 ORDER BY id"
                return try connection.all(sql, [1]) { row in
                    let id = try row.int(0)
                    return [id] + (try connection.all(sql, [.int(id + 1)]) { try $0.int(0) })
                }
            }
            #expect(seen == [[1, 2, 3], [2, 3], [3]])
        }
    }

    @Test("A value of another type is reported, not guessed")
    func wrongTypes() async throws {
        try await withThings { database in
            try await database.write { try $0.execute(insertThing, [1, "7", nil, nil]) }
            let readers: [@Sendable (any Row) throws -> Void] = [
                { _ = try $0.int(1) }, { _ = try $0.text(0) }, { _ = try $0.real(2) }, { _ = try $0.bytes(1) },
                { _ = try $0.int(2) },
            ]
            for reader in readers {
                do {
                    try await database.read { try $0.query("SELECT id, name, size FROM thing", [], reader) }
                    Issue.record("a wrong type was read")
                } catch let error as StoreError {
                    guard case .corrupt = error else { throw error }
                }
            }
        }
    }

    @Test("Text sorts by its bytes on every database")
    func sortOrder() async throws {
        let names = ["Zebra", "apple", "Äpfel", "apple pie", "中", "Éa", "e\u{301}a", "~", "_", "10", "9", ""]
        try await withThings { database in
            try await database.write { connection in
                var rows = SQLRows(columnCount: 2)
                for (id, name) in names.enumerated() { rows.append(.int(id), .text(name)) }
                try connection.insert(into: "thing", ["id", "name"], rows)
            }
            let sorted = try await database.read {
                try $0.all("SELECT name FROM thing ORDER BY name") { Array(try $0.text(0).utf8) }
            }
            #expect(sorted == names.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
        }
    }

    @Test("A closed database refuses work")
    func closed() async throws {
        try await withEachDatabase(migrated: false) { database in
            await database.close()
            do {
                _ = try await database.read { try $0.count("SELECT 1") }
                Issue.record("a closed database answered")
            } catch let error as StoreError {
                guard case .closed = error else { throw error }
            }
        }
    }
}
