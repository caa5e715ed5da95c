/// Brings a store to the schema this program knows. Processes that start together wait for each other.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    package init(_ migrations: [Migration] = Migrations.all) { self.migrations = migrations }

    /// Runs what is missing, each step in a transaction of its own, and returns the steps that were run.
    ///
    /// A store that knows more than this program is refused with `StoreError.newer` and left as it is.
    @discardableResult
    package func migrate(_ database: any Database, at instant: String) async throws(StoreError) -> [String] {
        var done: [String] = []
        while let name = try await step(database, at: instant) { done.append(name) }
        return done
    }

    /// The number of the last step the store has, 0 for an empty store.
    package func version(of database: any Database) async throws(StoreError) -> Int {
        try await database.write { connection in
            try connection.lockForMigration()
            return try applied(connection, database.kind).count
        }
    }

    private func step(_ database: any Database, at instant: String) async throws(StoreError) -> String? {
        try await database.write { connection in
            try connection.lockForMigration()
            let applied = try applied(connection, database.kind)
            guard applied.count < migrations.count else { return nil }
            let next = migrations[applied.count]
            for statement in next.statements {
                try connection.execute(database.kind.expand(statement))
            }
            try next.fill?(connection)
            try connection.execute(
                "INSERT INTO schema_migration (number, name, at) VALUES ($1, $2, $3)",
                [.int(next.number), .text(next.name), .text(instant)])
            return next.name
        }
    }

    /// Names of the steps the store has; they are this program's own first steps, or this throws.
    private func applied(_ connection: any WriteConnection, _ kind: DatabaseKind) throws -> [String] {
        try connection.execute(
            kind.expand(
                """
                CREATE TABLE IF NOT EXISTS schema_migration (
                    number {int} NOT NULL PRIMARY KEY, name {text} NOT NULL, at {text} NOT NULL
                ) {strict}
                """))
        let found = try connection.all("SELECT number, name FROM schema_migration ORDER BY number") {
            (number: Int(try $0.int(0)), name: try $0.text(1))
        }
        if let last = found.last, last.number > migrations.count {
            throw StoreError.newer(store: last.number, program: migrations.count)
        }
        for (step, migration) in zip(found, migrations) {
            guard step.number == migration.number, step.name == migration.name else {
                throw StoreError.corrupt(
                    reason: "migration \(step.number) is called \(step.name), not \(migration.name)")
            }
        }
        return found.map(\.name)
    }
}
