package import Domain
import FoundationEssentials
package import Ingest
import People
import Plans
import Secrets
import Store

/// Tracking workbooks of predecessors: sent in, mapped, looked at, taken over. What is sure goes into the plan with its source, what is
/// not waits for a person; no row is lost.
package struct Tracking: Sendable {
    package static let nameMax = 120
    package static let whyMax = 1_000

    let store: SheetStore
    /// Where files are unpacked for a moment.
    let folder: String
    let limits: SheetLimits

    init(_ store: WorkspaceStore, folder: String, limits: SheetLimits = SheetLimits()) {
        self.store = SheetStore(workspace: store)
        self.folder = folder
        self.limits = limits
    }

    /// Keeps a workbook and guesses its mapping. The same bytes a second time are the file that is there.
    package func upload(
        _ name: String, _ bytes: [UInt8], by member: Member
    ) async throws(TrackingError) -> TrackingFile {
        try member.needs(.importTracking)
        guard bytes.count <= limits.fileBytesMax else {
            throw .file(.limit(.fileBytes, max: limits.fileBytesMax))
        }
        let digest = Digest.sha256Hex(bytes)
        let workspace = member.workspace
        if let known = try await store.read({ try TrackingFileRow.find(digest: digest, workspace.id, $0) }) {
            return known
        }
        let name = FileTitle.tidy(name)
        let sheets = try await SheetOpening(folder: folder, limits: limits).read(bytes, name)
        let mapping = try await TrackingGround.read(store, workspace).guess(sheets)
        let file = TrackingFile(
            id: TrackingFileID(try await store.take(.tracking).lowerBound), workspace: workspace.id, name: name,
            digest: digest, mapping: mapping, isApplied: false, made: store.instant, madeBy: member.name,
            version: 1)
        return try await store.change(member) { change in
            if let known = try TrackingFileRow.find(digest: digest, change.workspace, change.connection) {
                return known
            }
            try TrackingFileRow.insert(file, bytes, change.connection)
            change.did("tracking.upload", Subject(.tracking, file.id.value), detail: "{\"bytes\":\(bytes.count)}")
            return file
        }
    }

    /// Every workbook with how far its rows are, newest first.
    package func files(_ member: Member) async throws(TrackingError) -> [(file: TrackingFile, counts: TrackingCounts)] {
        try member.needs(.importTracking)
        return try await store.read { connection in
            try TrackingFileRow.all(member.workspace.id, connection).map {
                ($0, try TrackingRowRow.counts(member.workspace.id, file: $0.id, connection))
            }
        }
    }

    package func file(_ id: TrackingFileID, _ member: Member) async throws(TrackingError) -> TrackingFile {
        try member.needs(.importTracking)
        guard let file = try await store.read({ try TrackingFileRow.find(id, member.workspace.id, $0) }) else {
            throw .workspace(.notFound)
        }
        return file
    }

    package func mappings(_ member: Member) async throws(TrackingError) -> [NamedMapping] {
        try member.needs(.importTracking)
        return try await store.read { try TrackingFileRow.mappings(member.workspace.id, $0) }
    }

    /// The workbook's sheets, for choosing columns.
    package func sheets(_ id: TrackingFileID, _ member: Member) async throws(TrackingError) -> SheetFile {
        try member.needs(.importTracking)
        return try await opened(id, member).sheets
    }

    func opened(
        _ id: TrackingFileID, _ member: Member
    ) async throws(TrackingError) -> (file: TrackingFile, sheets: SheetFile) {
        let found = try await store.read { connection -> (TrackingFile, [UInt8])? in
            guard let file = try TrackingFileRow.find(id, member.workspace.id, connection),
                let bytes = try TrackingFileRow.content(id, member.workspace.id, connection)
            else { return nil }
            return (file, bytes)
        }
        guard let (file, bytes) = found else { throw .workspace(.notFound) }
        return (file, try await SheetOpening(folder: folder, limits: limits).read(bytes, file.name))
    }

    /// Says what the columns mean. With `keptAs` the mapping is kept under that name for the next file.
    package func map(
        _ id: TrackingFileID, _ mapping: TrackingMapping, version: Int, keptAs name: String? = nil, by member: Member
    ) async throws(TrackingError) {
        try member.needs(.importTracking)
        let name = name.map { FileTitle.tidy($0) }
        if let name, !(1...Self.nameMax).contains(name.count) {
            throw .workspace(.invalid("name", "sheets.allowed.name"))
        }
        guard !mapping.pages.isEmpty, mapping.pages.allSatisfy(\.isUsable) else {
            throw .workspace(.invalid("mapping", "sheets.allowed.mapping"))
        }
        let kept = name == nil ? 0 : try await store.ids("tracking-mapping", 1).lowerBound
        try await store.change(member) { change in
            guard var file = try TrackingFileRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            let subject = Subject(.tracking, id.value)
            guard file.version == version else { throw WorkspaceError.stale(subject, version: file.version) }
            file.mapping = mapping
            guard try TrackingFileRow.update(file, change.connection) else {
                throw WorkspaceError.stale(subject, version: file.version + 1)
            }
            if let name {
                try TrackingFileRow.put(
                    NamedMapping(id: ID(kept), name: name, mapping: mapping), change.workspace, at: change.at,
                    by: change.member.name, change.connection)
            }
            change.did("tracking.map", subject)
        }
    }

    /// A kept mapping laid over this file.
    package func fit(
        _ mapping: ID<NamedMapping>, to id: TrackingFileID, _ member: Member
    ) async throws(TrackingError) -> TrackingMapping {
        try member.needs(.importTracking)
        guard let kept = try await mappings(member).first(where: { $0.id == mapping }) else {
            throw .workspace(.notFound)
        }
        let sheets = try await opened(id, member).sheets
        return try await TrackingGround.read(store, member.workspace).fit(kept.mapping, sheets)
    }
}

extension Plans {
    package var tracking: Tracking { Tracking(store, folder: folder) }
}

/// Why something with a spreadsheet was not done.
package enum TrackingError: Error, Sendable {
    case workspace(WorkspaceError)
    /// The file cannot be read.
    case file(IngestError)
    /// The file can be read, and is none that this program wrote.
    case foreignWorkbook
}
