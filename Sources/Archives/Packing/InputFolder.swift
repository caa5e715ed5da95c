import Foundation
import Secrets

/// A folder that an archive was unpacked in or copied to. Everything in it is checked against its checksums before a byte is used,
/// and no name leads out of it.
struct InputFolder {
    static let filesMax = 200_000
    static let sumsBytesMax = 64 << 20

    let path: String
    private let names: Set<String>

    /// Checks every file that `SHA256SUMS` names.
    init(checking path: String, bytesMax: Int, progress: (String) -> Void) throws(ArchiveFault) {
        self.path = path
        let sums = try Self.sums(path)
        guard sums.count <= Self.filesMax else { throw .tooLarge("it has more than \(Self.filesMax) files.") }
        var left = bytesMax
        for (place, sum) in sums.enumerated() {
            guard Self.isInside(sum.name) else { throw .outside(name: sum.name) }
            if place % 100 == 0 { progress(sum.name) }
            let (digest, size) = try Self.digest(path, sum.name, left)
            left -= size
            guard digest == sum.digest else {
                throw .damaged(file: sum.name, line: nil, reason: "its checksum is not the one that was written.")
            }
        }
        names = Set(sums.map(\.name))
    }

    func has(_ name: String) -> Bool { names.contains(name) }
    func names(in folder: String) -> [String] { names.filter { $0.hasPrefix(folder) }.sorted() }

    /// A whole file that is small.
    func bytes(_ name: String, max: Int) throws(ArchiveFault) -> [UInt8] {
        guard has(name), let handle = FileHandle(forReadingAtPath: path + "/" + name) else {
            throw .missing(file: name)
        }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: max + 1) else { throw .missing(file: name) }
        guard data.count <= max else { throw .tooLarge("\(name) is over \(max) bytes.") }
        return Array(data)
    }

    func lines(_ name: String) throws(ArchiveFault) -> InputLines {
        guard has(name) else { throw .missing(file: name) }
        return try InputLines(path + "/" + name, name: name)
    }

    /// Whether a name stays in the folder: no root, no way up, nothing that another system reads as one.
    static func isInside(_ name: String) -> Bool {
        guard !name.isEmpty, name.utf8.count <= 255, !name.hasPrefix("/"), !name.contains("\\"), !name.contains(":"),
            !name.utf8.contains(where: { $0 < 0x20 })
        else { return false }
        return name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && $0 != "." && $0 != ".."
        }
    }

    private static func sums(_ path: String) throws(ArchiveFault) -> [OutputFolder.Sum] {
        let name = OutputFolder.sumsName
        guard let handle = FileHandle(forReadingAtPath: path + "/" + name) else { throw .missing(file: name) }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: sumsBytesMax + 1), data.count <= sumsBytesMax else {
            throw .tooLarge("\(name) is over \(sumsBytesMax) bytes.")
        }
        var sums: [OutputFolder.Sum] = []
        for (place, line) in String(decoding: data, as: UTF8.self).split(separator: "\n").enumerated() {
            let digest = line.prefix { $0.isHexDigit }
            let rest = line.dropFirst(digest.count)
            guard digest.utf8.count == 64, rest.hasPrefix("  ") else {
                throw .damaged(file: name, line: place + 1, reason: "it is no checksum and name.")
            }
            sums.append(OutputFolder.Sum(name: String(rest.dropFirst(2)), digest: String(digest)))
        }
        return sums
    }

    private static func digest(
        _ folder: String, _ name: String, _ most: Int
    ) throws(ArchiveFault) -> (digest: String, size: Int) {
        let path = folder + "/" + name
        // A link would lead to what is no part of the archive.
        guard let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType,
            kind == .typeRegular, let handle = FileHandle(forReadingAtPath: path)
        else { throw .missing(file: name) }
        defer { try? handle.close() }
        var (digest, size) = (Digest(), 0)
        while let piece = try? handle.read(upToCount: 1 << 20), !piece.isEmpty {
            size += piece.count
            guard size <= most else { throw .tooLarge("its files are larger than the limit.") }
            piece.withUnsafeBytes { digest.update($0) }
        }
        return (digest.finishHex(), size)
    }
}

/// A file line by line, and a file in pieces of given lengths; either is never held whole.
final class InputLines {
    /// A row with a file of the greatest size in it.
    static let lineBytesMax = 256 << 20

    let name: String
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var place = 0
    private(set) var number = 0

    init(_ path: String, name: String) throws(ArchiveFault) {
        self.name = name
        guard let handle = FileHandle(forReadingAtPath: path) else { throw .missing(file: name) }
        self.handle = handle
    }

    deinit { try? handle.close() }

    /// The next line without its end; nil at the end of the file.
    func next() throws(ArchiveFault) -> ArraySlice<UInt8>? {
        var searched = place
        while true {
            if let end = lineEnd(from: searched) {
                defer { place = end + 1 }
                number += 1
                return buffer[place..<end]
            }
            searched = buffer.count - place
            guard try more() else {
                guard place < buffer.count else { return nil }
                throw damaged("its last line does not end.")
            }
        }
    }

    private func lineEnd(from searched: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, searched < bytes.count else { return nil }
            return memchr(base + searched, 0x0A, bytes.count - searched).map { UnsafeRawPointer($0) - base }
        }
    }

    /// So many bytes; a fault where there are fewer.
    func take(_ count: Int) throws(ArchiveFault) -> [UInt8] {
        guard count <= Self.lineBytesMax else { throw damaged("a piece is too long.") }
        while buffer.count - place < count {
            guard try more() else { throw damaged("it is shorter than its rows say.") }
        }
        defer { place += count }
        return Array(buffer[place..<place + count])
    }

    private func more() throws(ArchiveFault) -> Bool {
        buffer.removeFirst(place)
        place = 0
        guard buffer.count <= Self.lineBytesMax else { throw damaged("a line is too long.") }
        guard let piece = try? handle.read(upToCount: 1 << 20), !piece.isEmpty else { return false }
        buffer += piece
        return true
    }

    func damaged(_ reason: String) -> ArchiveFault {
        .damaged(file: name, line: number > 0 ? number : nil, reason: reason)
    }
}
