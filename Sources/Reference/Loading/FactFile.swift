internal import FoundationEssentials

/// Where the facts of one file come from and when they were true or read.
package struct FactSource: Sendable, Equatable {
    /// The name of the file in `Resources/reference`.
    package let file: String
    package let source: String
    /// ISO 8601, as exact as it is known.
    package let date: String
}

/// One file of facts: a source, a date and a list.
struct FactFile<Fact: Decodable>: Decodable {
    let source: String
    let date: String
    let facts: [Fact]

    /// Reads `directory/file`; an error names the file and the field at fault.
    static func read(_ file: String, from directory: String) throws(ReferenceError) -> FactFile {
        guard let data = try? Data(contentsOf: URL(filePath: directory).appending(path: file)) else {
            throw .unreadable(file: file)
        }
        do {
            return try JSONDecoder().decode(FactFile.self, from: data)
        } catch let error as DecodingError {
            throw .malformed(file: file, field: field(of: error))
        } catch {
            throw .malformed(file: file, field: "JSON")
        }
    }

    func origin(of file: String) -> FactSource { FactSource(file: file, source: source, date: date) }

    private static func field(of error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context): path(context.codingPath + [key])
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            path(context.codingPath)
        @unknown default: "JSON"
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        guard !keys.isEmpty else { return "JSON" }
        return keys.reduce(into: "") { path, key in
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += (path.isEmpty ? "" : ".") + key.stringValue
            }
        }
    }
}
