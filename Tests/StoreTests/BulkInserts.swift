import Store
import TestSupport
import Testing

@Suite("Bulk inserts")
struct BulkInserts {
    private func withPairs(_ body: (any Database) async throws -> Void) async throws {
        try await withEachDatabase(migrated: false) { database in
            try await database.write {
                try $0.execute(
                    database.kind.expand(
                        """
                        CREATE TABLE pair (
                            a {int} NOT NULL, b {int} NOT NULL, note {text}, PRIMARY KEY (a, b)
                        ) {clustered}
                        """))
            }
            try await body(database)
        }
    }

    private func pairs(_ numbers: Range<Int>, note: String?) -> SQLRows {
        var rows = SQLRows(columnCount: 3, rowsExpected: numbers.count)
        for number in numbers { rows.append(.int(number / 10), .int(number % 10), .optional(note)) }
        return rows
    }

    private let columns = ["a", "b", "note"]

    @Test("A hundred thousand rows arrive, text with every special character among them")
    func manyRows() async throws {
        let note = "tab\tline\nreturn\rbackslash\\ \\N \\. quote' null is not this"
        try await withPairs { database in
            let rows = pairs(0..<100_000, note: note)
            let inserted = try await database.write { try $0.insert(into: "pair", columns, rows) }
            #expect(inserted == 100_000)
            let found = try await database.read { connection in
                try connection.all("SELECT count(*), sum(a), min(note), max(note) FROM pair") {
                    (try $0.int(0), try $0.int(1), try $0.text(2), try $0.text(3))
                }
            }
            #expect(found[0] == (100_000, 499_950_000, note, note))
        }
    }

    @Test("Rows that are there stay, change or fail the whole, few or many", arguments: [1, 5, 63, 64, 65, 1_000])
    func conflicts(_ size: Int) async throws {
        try await withPairs { database in
            let half = size / 2
            let old = pairs(0..<half, note: "old")
            let new = pairs(0..<size, note: nil)
            try await database.write { try $0.insert(into: "pair", columns, old) }
            let ignored = try await database.write {
                try $0.insert(into: "pair", columns, new, conflict: .ignore(on: ["a", "b"]))
            }
            #expect(ignored == size - half)
            let kept = try await database.read { try $0.count("SELECT count(*) FROM pair WHERE note = 'old'") }
            #expect(kept == half)
            // Twice in one transaction: what the first left in a staging table must not come again.
            let updated = try await database.write {
                try $0.insert(into: "pair", columns, old, conflict: .update(on: ["a", "b"], set: ["note"]))
                    + $0.insert(into: "pair", columns, new, conflict: .update(on: ["a", "b"], set: ["note"]))
            }
            #expect(updated == half + size)
            let found1 = try await database.read { try $0.count("SELECT count(*) FROM pair WHERE note IS NULL") }
            #expect(found1 == size)
            do {
                try await database.write { try $0.insert(into: "pair", columns, new) }
                Issue.record("rows were inserted twice")
            } catch let error as StoreError {
                guard case .constraint(.unique, _) = error else { throw error }
            }
        }
    }

    @Test("Rows without the right number of values are refused")
    func wrongWidth() async throws {
        try await withPairs { database in
            let rows = pairs(0..<3, note: nil)
            await #expect(throws: StoreError.self) {
                try await database.write { try $0.insert(into: "pair", ["a", "b"], rows) }
            }
        }
    }
}

@Suite("Constraints")
struct Constraints {
    @Test("Each rule of the schema is reported as what it is")
    func kinds() async throws {
        let statements: [(String, StoreError.Constraint)] = [
            ("INSERT INTO child (id, parent, size) VALUES (1, 1, 5)", .unique),
            ("INSERT INTO child (id, parent, size) VALUES (2, 99, 5)", .foreignKey),
            ("INSERT INTO child (id, parent, size) VALUES (2, 1, 500)", .check),
            ("INSERT INTO child (id, parent, size) VALUES (2, 1, NULL)", .notNull),
            ("DELETE FROM parent WHERE id = 1", .foreignKey),
        ]
        try await withEachDatabase(migrated: false) { database in
            try await database.write { connection in
                for statement in [
                    "CREATE TABLE parent (id {int} NOT NULL PRIMARY KEY) {strict}",
                    """
                    CREATE TABLE child (
                        id {int} NOT NULL PRIMARY KEY, parent {int} NOT NULL REFERENCES parent (id),
                        size {int} NOT NULL CHECK (size < 100)
                    ) {strict}
                    """,
                    "INSERT INTO parent (id) VALUES (1)", "INSERT INTO child (id, parent, size) VALUES (1, 1, 1)",
                ] { try connection.execute(database.kind.expand(statement)) }
            }
            for (statement, expected) in statements {
                do {
                    try await database.write { try $0.execute(statement) }
                    Issue.record("kept: \(statement)")
                } catch StoreError.constraint(let kind, _) {
                    #expect(kind == expected, "\(database.kind) \(statement)")
                }
            }
        }
    }

    @Test("Rows removed by a rule of the schema are not counted, nor is what an earlier statement did")
    func cascade() async throws {
        try await withEachDatabase(migrated: false) { database in
            try await database.write { connection in
                for statement in [
                    "CREATE TABLE parent (id {int} NOT NULL PRIMARY KEY) {strict}",
                    "CREATE TABLE child (id {int} NOT NULL REFERENCES parent (id) ON DELETE CASCADE) {strict}",
                    "INSERT INTO parent (id) VALUES (1), (2)", "INSERT INTO child (id) VALUES (1), (1), (2)",
                ] { try connection.execute(database.kind.expand(statement)) }
                #expect(try connection.execute("DELETE FROM parent WHERE id = 1") == 1)
                #expect(try connection.execute("DELETE FROM parent WHERE id = 1") == 0)
                #expect(try connection.execute("CREATE TABLE other (id INTEGER)") == 0)
                #expect(try connection.count("SELECT count(*) FROM child") == 1)
            }
        }
    }

    @Test("A statement the database does not understand is a fault of the program")
    func badStatement() async throws {
        try await withEachDatabase(migrated: false) { database in
            do {
                _ = try await database.read { try $0.count("SELECT nothing FROM nowhere") }
                Issue.record("understood")
            } catch let error as StoreError {
                guard case .statement = error else { throw error }
            }
        }
    }
}
