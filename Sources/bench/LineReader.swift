import Foundation

/// Reads a file of lines, a mebibyte at a time.
enum LineReader {
    /// Calls `body` with each line that is not empty, without its end.
    static func forEachLine(of path: String, _ body: (Data) throws -> Void) throws {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        var rest = Data()
        while let part = try file.read(upToCount: 1 << 20), !part.isEmpty {
            rest.append(part)
            let used = try forEachWholeLine(of: rest, body)
            rest = Data(rest.dropFirst(used))
        }
        if !rest.isEmpty { try body(rest) }
    }

    /// Calls `body` with each line that ends in `data`; returns how many bytes those take.
    private static func forEachWholeLine(of data: Data, _ body: (Data) throws -> Void) throws -> Int {
        try data.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return 0 }
            var start = 0
            while let found = memchr(base + start, 0x0A, bytes.count - start) {
                let end = UnsafeRawPointer(found) - base
                if end > start { try body(Data(bytes: base + start, count: end - start)) }
                start = end + 1
            }
            return start
        }
    }
}
