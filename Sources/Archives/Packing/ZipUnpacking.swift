import CZip
import Foundation

/// Unpacks a ZIP file into a folder: plain files alone, under names that stay in it, within limits.
enum ZipUnpacking {
    /// A file that unpacks to more than so many times its size is a trap.
    private static let ratioMax: UInt64 = 400

    static func unpack(_ path: String, into folder: String, bytesMax: Int) throws(ArchiveFault) {
        var code: Int32 = 0
        guard let archive = zip_open(path, Int32(ZIP_RDONLY), &code) else {
            throw .notAnArchive("\(path) is no ZIP file that can be read.")
        }
        defer { zip_discard(archive) }
        let count = zip_get_num_entries(archive, 0)
        guard count <= InputFolder.filesMax else { throw .tooLarge("it has more than \(InputFolder.filesMax) files.") }
        var left = bytesMax
        for index in 0..<UInt64(max(0, count)) {
            var entry = zip_stat_t()
            guard zip_stat_index(archive, index, 0, &entry) == 0, let raw = entry.name else {
                throw .notAnArchive("the list of files in \(path) is damaged.")
            }
            let name = String(cString: raw)
            if name.hasSuffix("/"), InputFolder.isInside(String(name.dropLast())) { continue }
            guard InputFolder.isInside(name) else { throw .outside(name: name) }
            guard entry.size <= UInt64(max(0, left)) else { throw .tooLarge("its files are larger than the limit.") }
            guard entry.size < 1 << 20 || entry.size / max(1, entry.comp_size) <= ratioMax else {
                throw .tooLarge("\(name) unpacks to more than \(ratioMax) times its size.")
            }
            left -= try unpack(archive, index, name, to: folder + "/" + name, most: left)
        }
    }

    private static func unpack(
        _ archive: OpaquePointer, _ index: UInt64, _ name: String, to path: String, most: Int
    ) throws(ArchiveFault) -> Int {
        guard let file = zip_fopen_index(archive, index, 0) else {
            throw .damaged(file: name, line: nil, reason: "it cannot be unpacked.")
        }
        defer { zip_fclose(file) }
        do {
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        } catch { throw .unwritable(path: path, reason: error.localizedDescription) }
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let output = FileHandle(forWritingAtPath: path)
        else { throw .unwritable(path: path, reason: "no right or no space") }
        defer { try? output.close() }
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var total = 0
        while true {
            let read = buffer.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, UInt64($0.count)) }
            guard read >= 0 else { throw .damaged(file: name, line: nil, reason: "it does not unpack to its end.") }
            if read == 0 { return total }
            total += Int(read)
            // What the list says of sizes may be a lie.
            guard total <= most else { throw .tooLarge("its files are larger than the limit.") }
            do { try output.write(contentsOf: Data(buffer[..<Int(read)])) } catch {
                throw .unwritable(path: path, reason: "no space is left")
            }
        }
    }
}
