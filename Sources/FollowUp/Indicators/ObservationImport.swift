package import Domain
import FoundationEssentials
import Ingest
import People
import Secrets
import Store

/// A file of observations that somebody brought, before and after it was taken over.
package struct ObservationImport: Hashable, Sendable {
    package enum Status: String, Sendable { case waiting, taken, dropped }

    package var id: ObservationImportID
    package var workspace: WorkspaceID
    /// Whose values they are where the file names no indicator.
    package var indicator: IndicatorID?
    package var digest: String
    package var name: String
    package var options: ImportOptions
    package var status: Status
    package var author: String
    package var made: String
    package var version: Int
}

package typealias ObservationImportID = ID<ObservationImport>

/// What taking a file over would do, row by row; nothing has been done.
package struct ImportPreview: Sendable {
    package enum Effect: Hashable, Sendable {
        case new
        case same
        /// Another value, source or note stands there.
        case changes(Observation)
    }

    package struct Line: Sendable {
        package var row: ImportedRow
        package var draft: ObservationDraft
        package var effect: Effect
    }

    package var file: ObservationImport
    package var lines: [Line]
    package var faults: [ImportFault]
    package var passedOver: [String]

    package func count(_ isCounted: (Effect) -> Bool) -> Int { lines.count { isCounted($0.effect) } }
}

extension Indicators {
    package static let importBytesMax = 8 << 20
    package static let importRowsMax = 20_000

    /// Keeps a file and says what taking it over would do.
    package func receive(
        _ name: String, _ bytes: [UInt8], for indicator: IndicatorID?, _ options: ImportOptions, by member: Member
    ) async throws -> ObservationImportID {
        let own = try member.limit(.reportProgress)
        guard !bytes.isEmpty else { throw WorkspaceError.invalid("file", "evidence.fileEmpty") }
        guard bytes.count <= Self.importBytesMax else { throw WorkspaceError.invalid("file", "indicator.importSize") }
        guard !options.source.allSatisfy(\.isWhitespace) else {
            throw WorkspaceError.invalid("source", "indicator.sourceNeeded")
        }
        guard options.source.count <= Observation.sourceCharactersMax else {
            throw WorkspaceError.invalid("source", "indicator.sourceLength")
        }
        _ = try await Self.table(bytes, name, options)
        let id = ObservationImportID(try await store.takeIDs("observation-import", 1).lowerBound)
        let digest = Digest.sha256Hex(bytes)
        let file = ObservationImport(
            id: id, workspace: member.workspace.id, indicator: indicator, digest: digest,
            name: FileName.cleaned(name), options: options, status: .waiting, author: member.name,
            made: store.clock.instant, version: 1)
        try await store.change(member) { change in
            if let indicator, try IndicatorRow.find(indicator, change.workspace, of: own, change.connection) == nil {
                throw WorkspaceError.notFound
            }
            try StoredFileRow.put(digest, bytes, change.workspace, at: change.at, change.connection)
            try ObservationImportRow.insert(file, change.connection)
            change.did(
                "observations.receive", Subject(.workspace, change.workspace.value),
                detail: "{\"import\":\(id),\"sha256\":\"\(digest)\"}")
        }
        return id
    }

    /// What taking a waiting file over would do now.
    package func preview(_ id: ObservationImportID, _ member: Member) async throws -> ImportPreview {
        let own = try member.limit(.reportProgress)
        let workspace = member.workspace.id
        let found = try await store.read { connection -> (ObservationImport, [UInt8])? in
            guard let file = try ObservationImportRow.find(id, workspace, connection),
                let bytes = try StoredFileRow.bytes(file.digest, workspace, connection)
            else { return nil }
            return (file, bytes)
        }
        // A file is for whoever brought it, and for the mechanism.
        guard let (file, bytes) = found, own == nil || file.author == member.name else { throw WorkspaceError.notFound }
        let table = try await Self.table(bytes, file.name, file.options)
        return try await store.read { try Self.compare(table, file, own, $0) }
    }

    /// Takes a file over as a whole: rows without fault become observations, or change those that are there.
    package func take(
        _ id: ObservationImportID, version: Int, by member: Member
    ) async throws -> (made: Int, changed: Int) {
        let preview = try await preview(id, member)
        guard preview.file.status == .waiting else { throw WorkspaceError.invalid("import", "indicator.importOver") }
        let own = try member.limit(.reportProgress)
        let new = preview.count { $0 == .new }
        let first = new > 0 ? try await store.take(.observation, new).lowerBound : 0
        return try await store.change(member) { change in
            guard try ObservationImportRow.end(preview.file, .taken, from: version, change.connection) else {
                throw WorkspaceError.stale(
                    Subject(.workspace, change.workspace.value), version: preview.file.version)
            }
            // Compared again within the transaction: what somebody changed since the preview is not overwritten unseen.
            let table = ImportedTable(
                rows: preview.lines.map(\.row), faults: preview.faults, passedOver: preview.passedOver)
            let now = try Self.compare(table, preview.file, own, change.connection)
            guard now.lines.map(\.effect) == preview.lines.map(\.effect) else {
                throw WorkspaceError.invalid("import", "indicator.importMoved")
            }
            return try Self.apply(now, firstID: first, &change)
        }
    }

    /// Throws a waiting file away; its trace in the audit log stays.
    package func drop(_ id: ObservationImportID, version: Int, by member: Member) async throws(WorkspaceError) {
        let own = try member.limit(.reportProgress)
        try await store.change(member) { change in
            guard let file = try ObservationImportRow.find(id, change.workspace, change.connection),
                own == nil || file.author == member.name
            else { throw WorkspaceError.notFound }
            guard try ObservationImportRow.end(file, .dropped, from: version, change.connection) else {
                throw WorkspaceError.stale(Subject(.workspace, change.workspace.value), version: file.version)
            }
            change.did(
                "observations.drop", Subject(.workspace, change.workspace.value), detail: "{\"import\":\(id)}")
        }
    }

    private static func apply(
        _ preview: ImportPreview, firstID: Int64, _ change: inout WorkspaceChange
    ) throws -> (made: Int, changed: Int) {
        var made: [Observation] = []
        var changed = 0
        for line in preview.lines {
            switch line.effect {
            case .same: break
            case .new:
                let observation = Observation(
                    id: ObservationID(firstID + Int64(made.count)), workspace: change.workspace,
                    indicator: line.draft.indicator, period: line.draft.period, breakdown: line.draft.breakdown,
                    value: line.draft.value, source: line.draft.source, note: line.draft.note,
                    author: change.member.name, made: change.at)
                made.append(observation)
                note(&change, nil, observation)
            case .changes(let old):
                var new = old
                new.value = line.draft.value
                new.source = line.draft.source
                new.note = line.draft.note
                guard try ObservationRow.update(new, from: old.version, change.connection) else {
                    throw WorkspaceError.stale(old.subject, version: old.version)
                }
                note(&change, old, new)
                changed += 1
            }
        }
        try ObservationRow.insert(made, change.connection)
        for indicator in Set(preview.lines.map(\.draft.indicator)).sorted() {
            change.did(
                "observations.import", Subject(.indicator, indicator.value),
                detail: "{\"import\":\(preview.file.id),\"made\":\(made.count { $0.indicator == indicator })}")
        }
        return (made.count, changed)
    }

    /// By its first bytes: JSON is SDMX-JSON, everything else a table. Off the pool that answers questions.
    @concurrent
    static func table(
        _ bytes: [UInt8], _ name: String, _ options: ImportOptions
    ) async throws -> ImportedTable {
        let start = bytes.first {
            $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && ![0xEF, 0xBB, 0xBF].contains($0)
        }
        if start == UInt8(ascii: "{") { return try SDMXMessage.read(bytes, rowsMax: importRowsMax) }
        let path = FileManager.default.temporaryDirectory.path + "/rapporteur-" + Token.make()
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard
            FileManager.default.createFile(atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        else { throw WorkspaceError.store("a temporary file cannot be made") }
        var limits = SheetLimits()
        limits.fileBytesMax = importBytesMax
        limits.rowsMax = importRowsMax
        let file: SheetFile
        do throws(IngestError) {
            file = try SheetFile.read(path, name: name, limits: limits)
        } catch { throw ImportRefusal.unreadable(error.message) }
        let table = try ObservationTable.read(file, options)
        guard table.rows.count <= importRowsMax else { throw ImportRefusal.tooLarge(most: importRowsMax) }
        return table
    }

    /// What each row would do against what stands.
    private static func compare(
        _ table: ImportedTable, _ file: ObservationImport, _ own: InstitutionID?, _ connection: any ReadConnection
    ) throws -> ImportPreview {
        var preview = ImportPreview(file: file, lines: [], faults: table.faults, passedOver: table.passedOver)
        var codes: [String: IndicatorID?] = [:]
        var reached: [IndicatorID: Bool] = [:]
        var drafts: [(ImportedRow, ObservationDraft)] = []
        var seen: Set<ObservationDraft.Key> = []
        for row in table.rows {
            let found: IndicatorID?
            if let code = row.code {
                if codes[code] == nil { codes[code] = try IndicatorRow.find(code: code, file.workspace, connection) }
                found = codes[code] ?? nil
            } else {
                found = file.indicator
            }
            guard let indicator = found else {
                preview.faults.append(
                    ImportFault(row.place, row.code ?? "", row.code == nil ? .indicatorMissing : .indicatorUnknown))
                continue
            }
            if reached[indicator] == nil {
                reached[indicator] = try IndicatorRow.find(indicator, file.workspace, of: own, connection) != nil
            }
            guard reached[indicator] == true else {
                preview.faults.append(ImportFault(row.place, row.code ?? "", .indicatorReach))
                continue
            }
            let draft = ObservationDraft(
                indicator: indicator, period: row.period, breakdown: row.breakdown, value: row.value,
                source: row.source ?? file.options.source, note: row.note)
            if let fault = fault(draft, row, &seen) {
                preview.faults.append(fault)
            } else {
                drafts.append((row, draft))
            }
        }
        var standing: [ObservationDraft.Key: Observation] = [:]
        for indicator in reached.keys.sorted() {
            for observation in try ObservationRow.all(of: [indicator], file.workspace, connection) {
                standing[observation.key] = observation
            }
        }
        preview.lines = drafts.map { row, draft in
            ImportPreview.Line(row: row, draft: draft, effect: effect(draft, standing[draft.key]))
        }
        preview.faults.sort { $0.place < $1.place }
        return preview
    }

    private static func fault(
        _ draft: ObservationDraft, _ row: ImportedRow, _ seen: inout Set<ObservationDraft.Key>
    ) -> ImportFault? {
        if draft.source.count > Observation.sourceCharactersMax {
            return ImportFault(row.place, draft.source, .sourceLength)
        }
        if draft.note?.count ?? 0 > 1_000 { return ImportFault(row.place, draft.note ?? "", .noteLength) }
        return seen.insert(draft.key).inserted ? nil : ImportFault(row.place, row.period.code, .twice)
    }

    private static func effect(_ draft: ObservationDraft, _ old: Observation?) -> ImportPreview.Effect {
        guard let old else { return .new }
        let isSame = old.value == draft.value && old.source == draft.source && old.note == draft.note
        return isSame ? .same : .changes(old)
    }
}
