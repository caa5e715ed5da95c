import FoundationEssentials
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A folder for one run, readable by this user alone, removed with all that is in it.
final class PrivateFolder: Sendable {
    let path: String

    /// In the system's temporary folder, or in `parent`. Nil where none can be made.
    init?(in parent: String? = nil) {
        // mkdtemp(3) asks for six of this letter at the end and puts the name it chose in their place.
        let place = String(repeating: "X", count: 6)
        var template = Array(
            ((parent ?? FileManager.default.temporaryDirectory.path) + "/rapporteur-" + place).utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Puts a file into it under a plain name; false where the disk refuses.
    func put(_ bytes: [UInt8], as name: String) -> Bool {
        !name.contains("/") && (try? Data(bytes).write(to: URL(filePath: path + "/" + name))) != nil
    }

    /// What a program left in it under a plain name; nil where there is no such file, or a longer one.
    func take(_ name: String, bytesMax: Int) -> [UInt8]? {
        let file = path + "/" + name
        var status = stat()
        guard !name.contains("/"), lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            Int(status.st_size) <= bytesMax, let data = try? Data(contentsOf: URL(filePath: file))
        else { return nil }
        return Array(data)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// What a program is to read on its standard input, open for reading; nil where the disk refuses. The file has no name any more,
    /// so that nothing stays of it when this process ends.
    func open(input bytes: [UInt8]) -> FileDescriptor? {
        let file = path + "/input"
        defer { _ = unlink(file) }
        guard (try? Data(bytes).write(to: URL(filePath: file))) != nil else { return nil }
        return try? FileDescriptor.open(FilePath(file), .readOnly)
    }
}
