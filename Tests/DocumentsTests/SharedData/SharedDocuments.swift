import Domain
import FoundationEssentials

@testable import Documents

/// Real documents beside the project, where they are there.
enum SharedDocuments {
    static let folder: String? = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path.count > 1 {
            let data = folder.deletingLastPathComponent().appending(path: "shared/data")
            if FileManager.default.fileExists(atPath: data.path + "/working-group-reports") { return data.path }
            folder = folder.deletingLastPathComponent()
        }
        print("../shared/data is not there: tests on real documents are skipped.")
        return nil
    }()

    static func path(_ name: String) -> String { (folder ?? "") + "/" + name }

    /// Files of a folder that end so.
    static func files(_ name: String, ending: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted().map { path(name) + "/" + $0 }
    }

    static func lines(_ name: String) throws -> [String] {
        let bytes = Array(try Data(contentsOf: URL(filePath: path(name))))
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    static func read(_ path: String) async throws -> DocumentReader.Result {
        try await DocumentReader(reference: Facts.shared).read(path)
    }
}
