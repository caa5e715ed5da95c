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

    /// Nil where none can be made.
    init?() {
        // mkdtemp(3) asks for six of this letter at the end and puts the name it chose in their place.
        let place = String(repeating: "X", count: 6)
        var template = Array((FileManager.default.temporaryDirectory.path + "/rapporteur-" + place).utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Puts a file into it under a plain name; false where the disk refuses.
    func put(_ bytes: [UInt8], as name: String) -> Bool {
        !name.contains("/") && (try? Data(bytes).write(to: URL(filePath: path + "/" + name))) != nil
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
