import Foundation

/// A file that a test makes and that is gone with it.
final class MadeFile: Sendable {
    let path: String

    init(_ bytes: some Sequence<UInt8>, name: String = "document") throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rapporteur-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appending(path: name).path
        try Data(bytes).write(to: URL(filePath: path))
    }

    convenience init(_ text: String, name: String = "document") throws { try self.init(text.utf8, name: name) }

    deinit { try? FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent()) }
}
