import Foundation
import Reference
import Secrets
import Store

/// What of an installation lies in its data folder and not in the store.
enum DataFolder {
    /// Keys; they go with the sealed part alone.
    static let keys = [
        "accounts.key", "communications.key", "watches.key", "installation.key", HeadKeys.fileName,
    ]

    /// What an operator laid there: words for the search, weights, a tag model, templates of letters.
    private static let own = [ReferenceFacts.synonymFile, ReferenceFacts.matchWeightFile, "tags.model"]
    private static let letters = "templates/mail"
    static let ownFolder = "operator/"
    static let headsFolder = "audit/"

    /// Keys and heads, which belong to one installation.
    private static func isKept(_ name: String) -> Bool {
        keys.contains(name) || [HeadMemory.fileName, HeadKeys.othersName, HeadKeys.importedName].contains(name)
    }

    /// Names of the operator's files, below the data folder.
    static func names(_ folder: String) -> [String] {
        let letters = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + letters)) ?? []
        return (own + letters.filter { $0.hasSuffix(".mustache") }.sorted().map { Self.letters + "/" + $0 })
            .filter { FileManager.default.fileExists(atPath: folder + "/" + $0) }
    }

    /// Whether an archive may lay a file of this name into a data folder.
    static func isOwn(_ name: String) -> Bool {
        if own.contains(name) { return true }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[..<2].joined(separator: "/") == letters && parts[2].hasSuffix(".mustache")
            && parts[2].first != "."
    }

    static func bytes(_ path: String) throws(ArchiveFault) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { throw .missing(file: path) }
        return Array(data)
    }

    /// Lays a file where none is: mode 0600, whole or not at all. Returns whether it did. What an operator laid there stays; a key or heads
    /// of another installation are a fault, since nothing that came along would open or be vouched for.
    static func lay(_ bytes: [UInt8], at path: String) throws(ArchiveFault) -> Bool {
        if let there = FileManager.default.contents(atPath: path) {
            guard isKept((path as NSString).lastPathComponent) && Array(there) != bytes else { return false }
            throw .otherFile(path: path)
        }
        guard !FileManager.default.fileExists(atPath: path) else { return false }
        do {
            let folder = (path as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch { throw .unwritable(path: path, reason: error.localizedDescription) }
        return true
    }
}
