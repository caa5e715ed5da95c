package import Domain
import Foundation
import Secrets
package import Store

/// Brings an archive of a whole installation, or of a workspace, into an empty installation. Nothing is left behind where it fails.
package struct ArchiveImport: Sendable {
    /// More than any installation has; `--most-gib` of the command raises it.
    package static let bytesMax = 64 << 30

    package struct Report: Sendable {
        package var scope: Manifest.Scope
        package var tables: [Manifest.Table]
        /// Whether keys, passwords and second factors came along.
        package var hasSecrets: Bool
        /// Keys of recipients of protected submissions that were ended, since nobody compared the key of the installation that vouched
        /// for them.
        package var endedKeys = 0
        /// Whether the old installation's signing key goes on signing here.
        package var keepsSigningKey = false

        package var rows: Int { tables.reduce(0) { $0 + $1.rows } }
    }

    private let database: any Database
    private let folder: String
    private let clock: Clock

    /// `folder`: the data folder of the installation to be.
    package init(database: any Database, folder: String, clock: Clock) {
        self.database = database
        self.folder = folder
        self.clock = clock
    }

    /// `path` is a folder or a ZIP file. `phrase` opens the sealed part; without it people need a new password. `trusting`: public keys
    /// of the installation that made it, which whoever imports has from elsewhere than the file. What they vouch for stands, and with the
    /// sealed part the key goes on signing here; what no such key vouches for is ended.
    package func callAsFunction(
        _ path: String, phrase: String? = nil, trusting: [String] = [], actor: String, bytesMax: Int = Self.bytesMax,
        progress: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws(ArchiveFault) -> Report {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(file: path) }
        removeUnpacked()
        if isFolder.boolValue { return try await read(path, phrase, trusting, actor, bytesMax, progress) }
        let place = folder + "/\(Self.unpacked)\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: place) }
        do {
            try FileManager.default.createDirectory(
                atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw .unwritable(path: place, reason: error.localizedDescription) }
        try ZipUnpacking.unpack(path, into: place, bytesMax: bytesMax)
        return try await read(Self.root(place), phrase, trusting, actor, bytesMax, progress)
    }

    /// What a ZIP file was unpacked to lies in the data folder under this name, as long as it is read.
    private static let unpacked = ".archive-"

    /// What imports that were killed left behind: what another process unpacked and no longer reads, by the number of the process in its name.
    private func removeUnpacked() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasPrefix(Self.unpacked) {
            let process = name.dropFirst(Self.unpacked.count).prefix { $0 != "-" }
            guard !FileManager.default.fileExists(atPath: "/proc/\(process)") else { continue }
            try? FileManager.default.removeItem(atPath: folder + "/" + name)
        }
    }

    /// Many programs put what they pack into one folder.
    private static func root(_ place: String) -> String {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
        guard names.count == 1, !names.contains(Manifest.name) else { return place }
        return place + "/" + names[0]
    }

    private func read(
        _ path: String, _ phrase: String?, _ trusting: [String], _ actor: String, _ bytesMax: Int,
        _ progress: @escaping @Sendable (String) -> Void
    ) async throws(ArchiveFault) -> Report {
        let input = try InputFolder(checking: path, bytesMax: bytesMax, progress: progress)
        let manifest = try Manifest.read(try input.bytes(Manifest.name, max: Manifest.sizeBytesMax))
        guard manifest.scope != .everybody else {
            throw .notAnArchive(
                "it holds what everybody may read. `rapporteur import` reads its recommendations.jsonl.")
        }
        var secrets: [UInt8] = []
        if let phrase {
            guard input.has(SealedPart.name) else { throw .missing(file: SealedPart.name) }
            secrets = try SealedPart.open(try input.bytes(SealedPart.name, max: SealedPart.sizeBytesMax), phrase)
        }
        let keys = try keys(input, secrets, trusting)
        let tables = TableImport(
            database: database, path: path, manifest: manifest, actor: actor, at: clock.instant, secrets: secrets,
            trusted: Set(keys.trusted.map(\.id)))
        try await tables.prepare()
        let laid = try lay(input, secrets, keys)
        let ended: Int
        do throws(ArchiveFault) { ended = try await tables(input, progress: progress) } catch {
            for path in laid { try? FileManager.default.removeItem(atPath: path) }
            throw error
        }
        return Report(
            scope: manifest.scope, tables: manifest.tables, hasSecrets: phrase != nil, endedKeys: ended,
            keepsSigningKey: keys.signing != nil)
    }

    private func keys(
        _ input: InputFolder, _ secrets: [UInt8], _ trusting: [String]
    ) throws(ArchiveFault) -> ArchiveKeys {
        let name = DataFolder.headsFolder + HeadKeys.othersName
        return try ArchiveKeys(
            list: input.has(name) ? try input.bytes(name, max: 1 << 20) : [],
            own: SecretFiles.read(secrets).first { $0.name == HeadKeys.fileName }?.bytes, named: trusting)
    }

    /// What lies in the data folder: keys, heads that were signed, the operator's files. Returns what is new there.
    private func lay(
        _ input: InputFolder, _ secrets: [UInt8], _ keys: ArchiveKeys
    ) throws(ArchiveFault) -> [String] {
        var files = SecretFiles.read(secrets).filter { $0.name != HeadKeys.fileName || keys.signing != nil }
        files += keys.files
        for name in input.names(in: DataFolder.ownFolder) {
            let own = String(name.dropFirst(DataFolder.ownFolder.count))
            guard DataFolder.isOwn(own) else { throw .outside(name: name) }
            files.append((own, try input.bytes(name, max: 512 << 20)))
        }
        let heads = DataFolder.headsFolder + HeadMemory.fileName
        if input.has(heads) { files.append((HeadMemory.fileName, try input.bytes(heads, max: 64 << 20))) }
        var laid: [String] = []
        for file in files {
            let path = folder + "/" + file.name
            do throws(ArchiveFault) { if try DataFolder.lay(file.bytes, at: path) { laid.append(path) } } catch {
                for path in laid { try? FileManager.default.removeItem(atPath: path) }
                throw error
            }
        }
        return laid
    }
}
