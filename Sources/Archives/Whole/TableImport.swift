import Domain
import Foundation
import Secrets
import Store

/// Reads the tables of an archive into an empty store, in one transaction.
struct TableImport: Sendable {
    let database: any Database
    let path: String
    let manifest: Manifest
    let actor: String
    let at: String
    /// The sealed part, opened.
    let secrets: [UInt8]
    /// Names of the signing keys that were compared.
    var trusted: Set<String> = []

    /// Tables that an empty store has rows in; the archive's take their place.
    private static let replaced: Set<String> = ["meta", "log_head", "id_head"]

    private var schema: [TableSchema] { StoreSchema.tables(after: Migrations.all.prefix(manifest.schema)) }

    /// Makes the schema of the archive's time where the store has none or an import was killed while it made it, and refuses a store that
    /// has rows.
    func prepare() async throws(ArchiveFault) {
        guard manifest.schema <= Migrations.all.count else {
            throw .newerSchema(archive: manifest.schema, program: Migrations.all.count)
        }
        do throws(StoreError) {
            let there = try await Migrator().version(of: database)
            try await database.read { connection in
                for table in StoreSchema.tables(after: Migrations.all.prefix(there))
                where !Self.replaced.contains(table.name) {
                    guard try connection.count("SELECT COUNT(*) FROM \(table.name)") == 0 else {
                        throw ArchiveFault.notEmpty(table: table.name)
                    }
                }
            }
            guard there <= manifest.schema else {
                throw StoreError.abandoned(ArchiveFault.otherSchema(archive: manifest.schema, store: there))
            }
            try await Migrator(Array(Migrations.all.prefix(manifest.schema))).migrate(database, at: at)
        } catch { throw ArchiveFault(error) }
    }

    /// All or nothing: what is wrong in one line leaves the store as empty as it was. Returns how many keys of recipients were ended.
    func callAsFunction(_ folder: InputFolder, progress: @escaping @Sendable (String) -> Void)
        async throws(ArchiveFault) -> Int
    {
        let tables = schema
        let (at, actor, manifest, secrets) = (at, actor, manifest, secrets)
        let blocking = RecipientBlocking(trusted: trusted, actor: actor, at: at, tables: Set(tables.map(\.name)))
        do throws(StoreError) {
            let ended = try await database.change(at: at) { connection, log in
                var run = TableLoading(connection: connection, folder: folder, tables: tables)
                for table in tables {
                    progress(table.name)
                    try run.load(table, replacing: Self.replaced.contains(table.name))
                }
                try run.placeReferences()
                try run.loadSecrets(secrets)
                try run.countsAre(manifest.tables)
                let ended = try blocking(connection, &log)
                switch manifest.scope {
                case .installation: try Self.setBack(connection)
                default:
                    // The search is built from the change log, which is the installation's and did not come along.
                    try connection.query("SELECT id FROM recommendation ORDER BY id") {
                        log.changed(.recommendation, try $0.int(0))
                    }
                }
                log.audit(
                    AuditEntry(
                        actor: actor, action: "archive.import", subject: "installation",
                        detail: "{\"scope\":\"\(manifest.scope.rawValue)\",\"schema\":\(manifest.schema)}"))
                return ended
            }.value
            try await Migrator().migrate(database, at: at)
            return ended
        } catch { throw ArchiveFault(error) }
    }

    /// The store keeps its name, and says that it was set up again: what was derived before is out of date.
    private static func setBack(_ connection: any WriteConnection) throws {
        let generation = try Meta.value(Meta.restoreGeneration, connection).flatMap(Int.init) ?? 0
        try Meta.set(Meta.restoreGeneration, "\(generation + 1)", connection)
    }
}

/// One import of tables under way.
private struct TableLoading {
    private static let pageSize = 500
    private static let pageBytesMax = 8 << 20

    let connection: any WriteConnection
    let folder: InputFolder
    let tables: [TableSchema]
    private var counts: [String: Int] = [:]
    /// References of a table to itself, which may lead to a row that comes later: set when all rows are there.
    private var later: [(statement: String, values: [SQLValue])] = []

    init(connection: any WriteConnection, folder: InputFolder, tables: [TableSchema]) {
        self.connection = connection
        self.folder = folder
        self.tables = tables
    }

    mutating func load(_ table: TableSchema, replacing: Bool) throws {
        let name = TableExport.folder + table.name + ".jsonl"
        guard folder.has(name) else { return }
        if replacing { try connection.execute("DELETE FROM \(table.name)") }
        let lines = try folder.lines(name)
        let described = FiledBytes.described(table)
        var filed: InputLines?
        var (rows, size) = (SQLRows(columnCount: table.columns.count, rowsExpected: Self.pageSize), 0)
        let columns = table.columns.map(\.name)
        while let line = try lines.next() {
            var values: [SQLValue]
            do throws(RowFault) {
                values = try RowLine.read(line, described)
                if let file = try FiledBytes.file(of: values, table) {
                    if filed?.name != file { filed = try opened(file, lines) }
                    try fill(&values, table, from: filed, lines)
                }
            } catch { throw lines.damaged(error.reason) }
            postpone(&values, table)
            for value in values { rows.append(value) }
            size += line.count
            counts[table.name, default: 0] += 1
            if rows.count >= Self.pageSize || size >= Self.pageBytesMax {
                try insert(table, columns, rows, lines)
                (rows, size) = (SQLRows(columnCount: table.columns.count, rowsExpected: Self.pageSize), 0)
            }
        }
        if !rows.isEmpty { try insert(table, columns, rows, lines) }
    }

    private func opened(_ file: String, _ lines: InputLines) throws(RowFault) -> InputLines {
        do { return try folder.lines(file) } catch { throw RowFault("\(file), which it names, is missing.") }
    }

    private func fill(
        _ values: inout [SQLValue], _ table: TableSchema, from file: InputLines?, _ lines: InputLines
    ) throws(RowFault) {
        guard let file, let place = table.columns.firstIndex(where: { $0.kind == .bytes }),
            case .int(let length) = values[place], length >= 0
        else { throw RowFault("it does not say how long its piece of a file is.") }
        do { values[place] = .bytes(try file.take(Int(length))) } catch {
            throw RowFault("\(file.name) is shorter than the rows say.")
        }
    }

    private func insert(_ table: TableSchema, _ columns: [String], _ rows: SQLRows, _ lines: InputLines) throws {
        do { try connection.insert(into: table.name, columns, rows) } catch let error as StoreError {
            guard case .constraint(let rule, let name) = error else { throw error }
            throw lines.damaged(
                "a row at or shortly before this line breaks a rule of the store (\(rule.rawValue) \(name)).")
        }
    }

    private mutating func postpone(_ values: inout [SQLValue], _ table: TableSchema) {
        for (place, column) in table.columns.enumerated()
        where column.references == table.name && values[place] != .null && !column.isRequired {
            let keys = table.key.compactMap { key in table.columns.firstIndex { $0.name == key } }
            let condition = table.key.enumerated().map { "\($1) = $\($0 + 2)" }.joined(separator: " AND ")
            later.append(
                (
                    "UPDATE \(table.name) SET \(column.name) = $1 WHERE \(condition)",
                    [values[place]] + keys.map { values[$0] }
                ))
            values[place] = .null
        }
    }

    func placeReferences() throws {
        for update in later { try connection.execute(update.statement, update.values) }
    }

    /// Whole rows, or what the open part had to leave empty.
    func loadSecrets(_ bytes: [UInt8]) throws {
        for (number, line) in bytes.split(separator: 0x0A).enumerated() {
            guard let tab = line.firstIndex(of: 0x09) else { continue }
            let name = String(decoding: line[..<tab], as: UTF8.self)
            if name.hasPrefix(SecretFiles.mark) { continue }
            let place = ArchiveFault.damaged(file: SealedPart.name, line: number + 1, reason: "its row does not fit.")
            guard let table = tables.first(where: { $0.name == name }),
                let values = try? RowLine.read(line[(tab + 1)...], table.columns)
            else { throw place }
            if let columns = TableSecrets.set(table) {
                let set = columns.enumerated().map { "\($1) = $\($0 + 2)" }.joined(separator: ", ")
                let places = columns.compactMap { name in table.columns.firstIndex { $0.name == name } }
                try connection.execute(
                    "UPDATE \(table.name) SET \(set) WHERE id = $1", [values[0]] + places.map { values[$0] })
            } else {
                var rows = SQLRows(columnCount: table.columns.count, rowsExpected: 1)
                for value in values { rows.append(value) }
                try connection.insert(into: table.name, table.columns.map(\.name), rows)
            }
        }
    }

    /// As many rows as the archive says of itself.
    func countsAre(_ tables: [Manifest.Table]) throws {
        for table in tables where counts[table.name] ?? 0 != table.rows {
            throw ArchiveFault.damaged(
                file: TableExport.folder + table.name + ".jsonl", line: nil,
                reason: "it has \(counts[table.name] ?? 0) rows, and \(Manifest.name) says \(table.rows).")
        }
    }
}
