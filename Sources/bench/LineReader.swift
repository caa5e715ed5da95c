import Foundation

/// Reads a file of lines, a mebibyte at a time.
enum LineReader {
    static func forEachLine(of path: String, _ body: (Data) throws -> Void) throws {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        var rest = Data()
        while let part = try file.read(upToCount: 1 << 20), !part.isEmpty {
            rest.append(part)
            var start = rest.startIndex
            while let end = rest[start...].firstIndex(of: 0x0A) {
                if end > start { try body(rest[start..<end]) }
                start = end + 1
            }
            rest = Data(rest[start...])
        }
        if !rest.isEmpty { try body(rest) }
    }
}
