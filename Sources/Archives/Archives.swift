package import Cooperation
import Domain
import FoundationEssentials
package import People
package import Practices
package import Programmes
import Secrets
import Store

/// Everything out and back: open data, whole workspaces and installations as files. Everything in this room is reached through this.
package struct Archives: Sendable {
    package let store: WorkspaceStore
    /// The data folder.
    let folder: String
    /// The file of the installation's signing key, where it lies elsewhere than in the data folder.
    let signingKey: String?
    /// What everybody may read.
    package let everybody: PublicArchive

    /// `beside`: further kinds of open data, given by rooms that Archives knows nothing of. `licence` is what the operator says.
    package init(
        store: WorkspaceStore, folder: String, programmes: Programmes, cooperation: Cooperation, practices: Practices,
        beside: [PublicTable] = [], licence: String? = nil, signingKey: String? = nil
    ) {
        self.store = store
        self.folder = folder
        self.signingKey = signingKey
        everybody = PublicArchive(
            tables: RecordTables.all(store.database) + [
                CooperationTables.needs(cooperation), CooperationTables.offers(cooperation),
                CooperationTables.practices(practices),
            ] + beside, further: [.activities(programmes)], licence: licence)
    }

    /// What an export is of.
    package enum Scope: Hashable, Sendable {
        case installation
        /// By the workspace's short name.
        case workspace(String)
        case everybody
    }

    package struct Report: Sendable {
        package var tables: [Manifest.Table] = []
        package var leftOut = 0
        package var files = 0

        package var rows: Int { tables.reduce(0) { $0 + $1.rows } }
    }

    /// Writes an export into a folder. `phrase` seals keys, passwords and second factors into a part of their own; without it they are
    /// in no file.
    package func export(
        _ scope: Scope, to path: String, phrase: String? = nil,
        progress: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws(ArchiveFault) -> Report {
        do {
            switch scope {
            case .everybody: return try await exportPublic(to: path, progress)
            case .installation: return try await exportTables(.installation, .installation, path, phrase, progress)
            case .workspace(let slug):
                let all = try await Workspaces(store).all()
                guard let id = all.first(where: { $0.slug == slug })?.id else { throw ArchiveFault.noWorkspace(slug) }
                return try await exportTables(.workspace(id.value), .workspace, path, nil, progress)
            }
        } catch let error as ArchiveFault {
            throw error
        } catch { throw .store("\(error)") }
    }

    private func exportPublic(to path: String, _ progress: (String) -> Void) async throws -> Report {
        let sums = try await everybody.write(
            to: path, dictionary: PublicArchive.readMe, at: store.clock.instant, sums: [], progress: progress)
        let output = try OutputFolder(path, sums: sums)
        let manifest = Manifest(
            scope: .everybody, schema: StoreSchema.last, made: "\(store.clock.instant.prefix(19))Z", tables: [])
        try output.write(Manifest.name, manifest.bytes)
        try output.seal()
        return Report(files: output.sums.count)
    }

    private func exportTables(
        _ scope: TableExport.Scope, _ kind: Manifest.Scope, _ path: String, _ phrase: String?,
        _ progress: @escaping @Sendable (String) -> Void
    ) async throws -> Report {
        let export = TableExport(database: store.database, scope: scope, withSecrets: phrase != nil)
        let outcome = try await export(to: path, progress: progress)
        var sums = outcome.sums
        if kind == .installation {
            sums = try await everybody.write(
                to: path, dictionary: PublicArchive.besideName, at: store.clock.instant, sums: sums, progress: progress)
        }
        let output = try OutputFolder(path, sums: sums)
        if kind == .installation { try writeFolder(output) }
        if let phrase {
            let sealed = try SealedPart.seal(outcome.sealed + SecretFiles.lines(folder), phrase)
            try output.write(SealedPart.name, sealed)
        }
        let manifest = Manifest(
            scope: kind, schema: StoreSchema.last, made: "\(store.clock.instant.prefix(19))Z", tables: outcome.tables,
            leftOut: outcome.leftOut, isSealedPartThere: phrase != nil)
        try output.write(PublicArchive.readMe, Array(DataDictionary.whole(manifest, StoreSchema.tables()).utf8))
        try output.write(Manifest.name, manifest.bytes)
        try output.seal()
        return Report(tables: outcome.tables, leftOut: outcome.leftOut, files: output.sums.count)
    }

    /// The operator's own files, the public half of the key that heads were signed with, and those heads.
    private func writeFolder(_ output: OutputFolder) throws {
        for name in DataFolder.names(folder) {
            try output.write(DataFolder.ownFolder + name, try DataFolder.bytes(folder + "/" + name))
        }
        var keys: [UInt8] = []
        for name in [HeadKeys.importedName, HeadKeys.othersName] {
            keys += Array(FileManager.default.contents(atPath: folder + "/" + name) ?? Data())
            if let last = keys.last, last != 0x0A { keys.append(0x0A) }
        }
        let own = try HeadKeys.load(folder, signingKey: signingKey).signing.verifying
        keys += Array("\(Digest.hex(own.bytes)) # \(store.clock.instant.prefix(10))\n".utf8)
        try output.write(DataFolder.headsFolder + HeadKeys.othersName, keys)
        if let heads = FileManager.default.contents(atPath: folder + "/" + HeadMemory.fileName) {
            try output.write(DataFolder.headsFolder + HeadMemory.fileName, Array(heads))
        }
    }
}
