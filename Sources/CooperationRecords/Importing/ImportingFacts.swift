package import Domain
import FoundationEssentials
import Ingest
import People
import Store

/// A file of facts that was taken in, and what became of its rows.
package struct StateFactImport: Hashable, Sendable {
    package var id: StateFactImportID
    package var state: StateCode
    package var name: String
    package var rowsRead: Int
    package var rowsMade: Int
    /// The same fact was there already.
    package var rowsKnown: Int
    package var rowsRejected: Int
    package var enteredBy: String
    package var made: String
    package var undone: String?
    package var undoneBy: String?
}

package typealias StateFactImportID = ID<StateFactImport>

extension StateCooperation {
    /// Takes a CSV file or a workbook in: rows without fault become drafts, the others are kept with their place and the reason.
    package func take(
        _ name: String, _ bytes: [UInt8], of state: StateCode, by keeper: FactKeeper
    ) async throws(WorkspaceError) -> StateFactImport {
        let state = try await admitted(state, keeper)
        guard !bytes.isEmpty else { throw .invalid("file", "stateFact.import.empty") }
        guard bytes.count <= StateFactLimits.importBytesMax else { throw .invalid("file", "stateFact.import.size") }
        var table = try await Self.table(bytes, name)
        var good: [(row: Int, content: StateFactContent)] = []
        for line in table.lines {
            do throws(WorkspaceError) { good.append((line.row, try checked(line.content))) } catch {
                guard case .invalid(let troubles) = error else { throw error }
                table.rejections += troubles.map {
                    FactRejection(
                        row: line.row, field: $0.field, reason: $0.allowed,
                        value: FactColumn(rawValue: $0.field)?.shown(line.content) ?? "")
                }
            }
        }
        let id = try await number()
        let first = good.isEmpty ? 0 : try await store.take(.stateFact, good.count).lowerBound
        let (lines, rejections, rowsRead) = (good, table.rejections, table.rowsRead)
        return try await change(keeper) { change in
            let standing = try StateFactRow.kept(state, keeper, change.connection).filter(\.isStanding)
            var known = Set(standing.map(\.content))
            guard standing.count + lines.count <= StateFactLimits.factsMax else {
                throw WorkspaceError.invalid("file", "stateFact.tooMany")
            }
            var facts: [(fact: StateFact, line: Int?)] = []
            for line in lines where known.insert(line.content).inserted {
                var fact = Self.fact(
                    StateFactID(first + Int64(facts.count)), line.content, state, keeper, at: change.at,
                    isPublished: false)
                fact.importID = StateFactImportID(id)
                facts.append((fact, line.row))
            }
            let file = StateFactImport(
                id: StateFactImportID(id), state: state, name: String(name.prefix(200)), rowsRead: rowsRead,
                rowsMade: facts.count, rowsKnown: lines.count - facts.count,
                rowsRejected: Set(rejections.map(\.row)).count, enteredBy: keeper.name, made: change.at)
            try FactImportRow.insert(file, keeper, rejections, change.connection)
            try StateFactRow.insert(facts, change.connection)
            change.did("stateFact.import", nil, detail: "{\"import\":\(id),\"made\":\(facts.count)}")
            return file
        }
    }

    /// Files taken in for a State by this keeper, the latest first, each with what was rejected.
    package func imports(
        _ state: StateCode, _ keeper: FactKeeper
    ) async throws(WorkspaceError) -> [(file: StateFactImport, rejections: [FactRejection])] {
        let state = try await admitted(state, keeper)
        return try await store.read { connection in
            try FactImportRow.all(state, keeper, connection).map {
                ($0, try FactImportRow.rejections($0.id, connection))
            }
        }
    }

    /// Takes out everything a file brought that still stands; says how many. The facts stay among what was said before.
    @discardableResult
    package func undo(_ id: StateFactImportID, by keeper: FactKeeper) async throws(WorkspaceError) -> Int {
        try await admit(keeper)
        return try await change(keeper) { change in
            guard let file = try FactImportRow.find(id, keeper, change.connection) else {
                throw WorkspaceError.notFound
            }
            guard file.undone == nil,
                try FactImportRow.undo(id, by: keeper.name, at: change.at, keeper, change.connection)
            else { throw WorkspaceError.invalid("import", "stateFact.import.undone") }
            let count = try StateFactRow.endImport(
                id, why: "import-undone", by: keeper.name, at: change.at, keeper, change.connection)
            change.did("stateFact.undo", nil, detail: "{\"import\":\(id),\"ended\":\(count)}")
            return count
        }
    }

    private func number() async throws(WorkspaceError) -> Int64 {
        do throws(StoreError) { return try await store.ids.take("state-fact-import", 1).lowerBound } catch {
            throw WorkspaceError(error)
        }
    }

    /// Off the pool that answers questions.
    @concurrent
    private static func table(_ bytes: [UInt8], _ name: String) async throws(WorkspaceError) -> FactTable {
        let path = FileManager.default.temporaryDirectory.path + "/rapporteur-facts-\(UInt64.random(in: 0 ... .max))"
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard
            FileManager.default.createFile(atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        else { throw .store("a temporary file cannot be made") }
        var limits = SheetLimits()
        limits.fileBytesMax = StateFactLimits.importBytesMax
        limits.rowsMax = StateFactLimits.importRowsMax
        let file: SheetFile
        do throws(IngestError) { file = try SheetFile.read(path, name: name, limits: limits) } catch {
            switch error {
            case .malformed(_, let row, _): throw .invalid("row \(row)", "stateFact.import.quote")
            case .limit: throw .invalid("file", "stateFact.import.limits")
            default: throw .invalid("file", "stateFact.import.unreadable")
            }
        }
        return try FactTable.read(file)
    }
}
