import Markup
import Store

/// Writes the tables of a store, all or those of one workspace, as they are at one moment.
struct TableExport: Sendable {
    enum Scope: Hashable, Sendable {
        case installation
        case workspace(Int64)
    }

    struct Outcome: Sendable {
        var tables: [Manifest.Table] = []
        var leftOut = 0
        /// What only the sealed part may hold, a line each.
        var sealed: [UInt8] = []
        var sums: [OutputFolder.Sum] = []
    }

    static let folder = "tables/"

    let database: any Database
    let scope: Scope
    /// Whether secrets are gathered for the sealed part.
    let withSecrets: Bool

    func callAsFunction(
        to path: String, progress: @escaping @Sendable (String) -> Void
    ) async throws(ArchiveFault) -> Outcome {
        let tables = StoreSchema.tables()
        let faults = TableNote.faults(of: tables)
        guard faults.isEmpty else { throw .undescribed(faults) }
        let (scope, withSecrets) = (scope, withSecrets)
        do throws(StoreError) {
            return try await database.read { connection in
                var run = TableRun(
                    output: try OutputFolder(path), connection: connection, tables: tables, scope: scope,
                    withSecrets: withSecrets)
                for table in tables {
                    progress(table.name)
                    try run.write(table)
                }
                return try run.finish()
            }
        } catch { throw ArchiveFault(error) }
    }
}

extension ArchiveFault {
    init(_ error: StoreError) {
        if case .abandoned(let own as ArchiveFault) = error { self = own } else { self = .store(error.description) }
    }
}

/// One export of tables under way.
private struct TableRun {
    let output: OutputFolder
    let connection: any ReadConnection
    let tables: [TableSchema]
    let scope: TableExport.Scope
    let withSecrets: Bool
    private let notes: [String: TableNote]
    private let rows: WorkspaceRows?
    private var keeper: ReferenceKeeper?
    private var outcome = TableExport.Outcome()

    init(
        output: OutputFolder, connection: any ReadConnection, tables: [TableSchema], scope: TableExport.Scope,
        withSecrets: Bool
    ) {
        self.output = output
        self.connection = connection
        self.tables = tables
        self.scope = scope
        self.withSecrets = withSecrets
        notes = Dictionary(TableNote.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        if case .workspace(let id) = scope {
            rows = WorkspaceRows(of: id, tables, TableNote.all)
            keeper = ReferenceKeeper(tables)
        } else {
            rows = nil
            keeper = nil
        }
    }

    mutating func write(_ table: TableSchema) throws {
        switch notes[table.name]?.scope {
        case .left, nil: return
        case .sealed:
            if rows == nil, withSecrets { try seal(table) }
        default:
            if let rows {
                if table.name == "id_head" { return try writeHeads(table) }
                guard let clause = rows.clause(table) else { return }
                try write(table, clause)
            } else {
                try write(table, nil)
                if withSecrets, TableSecrets.isPartlySecret(table) { try seal(table) }
            }
        }
    }

    private mutating func write(_ table: TableSchema, _ clause: String?) throws {
        let file = try output.file(TableExport.folder + table.name + ".jsonl")
        var filed: OutputFile?
        var count = 0
        var (keeper, output) = (keeper, output)
        try TableWalk(table: table, clause: clause)(connection) { page in
            let writer = JSONWriter()
            for row in page {
                var row = TableSecrets.blanked(row, table)
                if let rows {
                    let seen = WorkspaceSight.blanked(row, table, for: rows.workspace)
                    guard let kept = keeper?.kept(seen, table) else { continue }
                    row = kept
                }
                if let name = try FiledBytes.file(of: row, table) { try Self.file(&row, name, table, &filed, output) }
                RowLine.write(row, FiledBytes.described(table), to: writer)
                count += 1
            }
            try file.write(writer.bytes)
        }
        if let filed { try output.finish(filed) }
        try output.finish(file)
        self.keeper = keeper
        outcome.tables.append(Manifest.Table(name: table.name, rows: count))
    }

    /// The row's bytes go into the file of this name, and their number into the row.
    private static func file(
        _ row: inout [SQLValue], _ name: String, _ table: TableSchema, _ filed: inout OutputFile?,
        _ output: OutputFolder
    ) throws {
        guard let place = table.columns.firstIndex(where: { $0.kind == .bytes }), case .bytes(let bytes) = row[place]
        else { return }
        if filed?.name != name {
            if let filed { try output.finish(filed) }
            filed = try output.file(name)
        }
        try filed?.write(bytes)
        row[place] = .int(bytes.count)
    }

    /// In a workspace's archive every counter stands behind all numbers that are in it, whatever it counts.
    private mutating func writeHeads(_ table: TableSchema) throws {
        let file = try output.file(TableExport.folder + table.name + ".jsonl")
        let writer = JSONWriter()
        var count = 0
        let next = try connection.count("SELECT MAX(next) FROM id_head")
        try TableWalk(table: table, clause: nil)(connection) { page in
            for row in page {
                let values = zip(row, table.columns).map { $1.name == "next" ? SQLValue.int(next) : $0 }
                RowLine.write(values, table.columns, to: writer)
                count += 1
            }
        }
        try file.write(writer.bytes)
        try output.finish(file)
        outcome.tables.append(Manifest.Table(name: table.name, rows: count))
    }

    /// Lines of the sealed part: the table's name, a tabulator, the row.
    private mutating func seal(_ table: TableSchema) throws {
        var sealed: [UInt8] = []
        try TableWalk(table: table, clause: nil)(connection) { page in
            for row in page where TableSecrets.holdsSecret(row, table) {
                let writer = JSONWriter()
                RowLine.write(row, table.columns, to: writer)
                sealed += Array(table.name.utf8) + [0x09] + writer.bytes
                guard sealed.count < SealedPart.sizeBytesMax else {
                    throw ArchiveFault.tooLarge("the sealed part is over \(SealedPart.sizeBytesMax) bytes.")
                }
            }
        }
        outcome.sealed += sealed
    }

    mutating func finish() throws -> TableExport.Outcome {
        outcome.leftOut = keeper?.leftOut ?? 0
        outcome.sums = output.sums
        return outcome
    }
}
