import Foundation
import Secrets

/// A folder that an export writes, with the checksum of everything that was written. What is in it from before and has the same
/// name is replaced; `SHA256SUMS` is written last, so that a folder without it is known to be unfinished.
final class OutputFolder {
    static let sumsName = "SHA256SUMS"

    struct Sum: Hashable, Sendable {
        var name: String
        var digest: String
    }

    let path: String
    private(set) var sums: [Sum]

    /// `sums`: of what was written there before and belongs to the same export.
    init(_ path: String, sums: [Sum] = []) throws(ArchiveFault) {
        self.path = path
        self.sums = sums
        try Self.make(path)
        try? FileManager.default.removeItem(atPath: path + "/" + Self.sumsName)
    }

    private static func make(_ path: String) throws(ArchiveFault) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw .unwritable(path: path, reason: error.localizedDescription) }
    }

    /// Begins a file; `name` may have folders in it.
    func file(_ name: String) throws(ArchiveFault) -> OutputFile {
        let place = path + "/" + name
        if name.contains("/") { try Self.make((place as NSString).deletingLastPathComponent) }
        return try OutputFile(place, name: name)
    }

    /// Ends a file and keeps its checksum.
    func finish(_ file: OutputFile) throws(ArchiveFault) { sums.append(Sum(name: file.name, digest: try file.close())) }

    func write(_ name: String, _ bytes: [UInt8]) throws(ArchiveFault) {
        let output = try file(name)
        try output.write(bytes)
        try finish(output)
    }

    /// Writes the checksums, in the form `sha256sum -c` reads.
    func seal() throws(ArchiveFault) {
        let lines = sums.sorted { $0.name < $1.name }.map { "\($0.digest)  \($0.name)\n" }.joined()
        let output = try file(Self.sumsName)
        try output.write(Array(lines.utf8))
        _ = try output.close()
    }
}

/// A file that is written from beginning to end.
final class OutputFile {
    private static let bufferBytes = 1 << 18

    let name: String
    private let path: String
    private let handle: FileHandle
    private var digest = Digest()
    private var waiting: [UInt8] = []

    init(_ path: String, name: String) throws(ArchiveFault) {
        self.path = path
        self.name = name
        guard
            FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw .unwritable(path: path, reason: "no right or no space") }
        self.handle = handle
    }

    func write(_ bytes: [UInt8]) throws(ArchiveFault) {
        waiting += bytes
        if waiting.count >= Self.bufferBytes { try flush() }
    }

    /// The file's checksum.
    fileprivate func close() throws(ArchiveFault) -> String {
        try flush()
        try? handle.close()
        return digest.finishHex()
    }

    private func flush() throws(ArchiveFault) {
        digest.update(waiting)
        do { try handle.write(contentsOf: Data(waiting)) } catch {
            throw .unwritable(path: path, reason: "no space is left")
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
