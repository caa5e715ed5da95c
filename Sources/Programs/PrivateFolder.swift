import FoundationEssentials

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
        var template = Array((FileManager.default.temporaryDirectory.path + "/rapporteur-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes what a program is to read on its standard input; the file's path, or nil where the disk refuses.
    func write(input bytes: [UInt8]) -> String? {
        let file = path + "/input"
        return (try? Data(bytes).write(to: URL(filePath: file))) == nil ? nil : file
    }
}
