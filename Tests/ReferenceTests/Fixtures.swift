import FoundationEssentials
import Reference

/// The facts of the checkout, and the real data beside it where there is some.
enum Fixtures {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let directory = root.appending(path: "Resources/reference").path
    static let facts: ReferenceFacts = {
        do {
            return try ReferenceFacts.load(from: directory)
        } catch {
            fatalError("\(error)")
        }
    }()

    /// `../shared/data`; tests that use it are skipped where it is absent.
    static let realData = root.deletingLastPathComponent().appending(path: "shared/data")
    static let hasRealData = FileManager.default.fileExists(atPath: realData.path)

    static func realText(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: realData.appending(path: path)), as: UTF8.self)
    }

    static func realJSON<Value: Decodable>(_ path: String, as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(contentsOf: realData.appending(path: path)))
    }

    static func realLines<Value: Decodable>(_ path: String, as type: Value.Type) throws -> [Value] {
        let decoder = JSONDecoder()
        return try realText(path).utf8.split(separator: 10).map { try decoder.decode(type, from: Data($0)) }
    }

    /// A copy of the facts in a new directory, for breaking.
    static func copy() throws -> URL {
        let manager = FileManager.default
        let copy = manager.temporaryDirectory.appending(path: "reference-\(UInt64.random(in: 0 ... .max))")
        try manager.createDirectory(at: copy, withIntermediateDirectories: true)
        for file in try manager.contentsOfDirectory(atPath: directory) {
            try manager.copyItem(atPath: directory + "/" + file, toPath: copy.appending(path: file).path)
        }
        return copy
    }
}
