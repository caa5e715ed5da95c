import Foundation

/// A text of the suite as it lies in its file: one JSON object a line.
struct TextLine: Decodable {
    var id: Int64 = 0
    var text = ""
    var state: String?
    var issues: [String]?
    var response: String?
    var action: Int?

    private enum CodingKeys: String, CodingKey { case id, text, state, issues, response, action }

    /// Reads a line. What is written plainly (no escapes, no nested objects) is read here, everything else by Foundation.
    static func read(_ line: Data) throws -> TextLine {
        let plain = line.withUnsafeBytes { bytes -> TextLine? in
            var scanner = PlainJSON(bytes)
            return scanner.line()
        }
        return try plain ?? JSONDecoder().decode(TextLine.self, from: line)
    }

    fileprivate mutating func set(_ key: UnsafeRawBufferPointer, _ value: PlainJSON.Value) -> Bool {
        switch (String(decoding: key, as: UTF8.self), value) {
        case ("id", .number(let number)): id = Int64(number)
        case ("text", .string(let value)): text = String(decoding: value, as: UTF8.self)
        case ("state", .string(let value)): state = String(decoding: value, as: UTF8.self)
        case ("issues", .list(let values)): issues = values.map { String(decoding: $0, as: UTF8.self) }
        case ("response", .string(let value)): response = String(decoding: value, as: UTF8.self)
        case ("action", .number(let number)): action = number
        case ("id", _), ("text", _): return false
        default: break
        }
        return true
    }
}

/// Reads objects of plain strings, whole numbers, null and lists of strings; nil for anything else.
private struct PlainJSON {
    enum Value {
        case string(UnsafeRawBufferPointer)
        case number(Int)
        case list([UnsafeRawBufferPointer])
        case null
    }

    private let bytes: UnsafeRawBufferPointer
    private var at = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func line() -> TextLine? {
        var line = TextLine()
        guard take(0x7B) else { return nil }
        repeat {
            skipSpace()
            guard let key = string(), take(0x3A), let value = value(), line.set(key, value) else { return nil }
        } while take(0x2C)
        guard take(0x7D) else { return nil }
        skipSpace()
        return at == bytes.count && line.id != 0 ? line : nil
    }

    private mutating func value() -> Value? {
        skipSpace()
        guard at < bytes.count else { return nil }
        switch bytes[at] {
        case 0x22: return string().map(Value.string)
        case 0x5B: return list().map(Value.list)
        case 0x6E:
            guard bytes.count - at >= 4, bytes[at..<at + 4].elementsEqual("null".utf8) else { return nil }
            at += 4
            return .null
        default: return number().map(Value.number)
        }
    }

    private mutating func list() -> [UnsafeRawBufferPointer]? {
        guard take(0x5B) else { return nil }
        var values: [UnsafeRawBufferPointer] = []
        if take(0x5D) { return values }
        repeat {
            skipSpace()
            guard let value = string() else { return nil }
            values.append(value)
        } while take(0x2C)
        return take(0x5D) ? values : nil
    }

    private mutating func string() -> UnsafeRawBufferPointer? {
        guard at < bytes.count, bytes[at] == 0x22, let base = bytes.baseAddress,
            let quote = memchr(base + at + 1, 0x22, bytes.count - at - 1)
        else { return nil }
        let end = UnsafeRawPointer(quote) - base
        let content = UnsafeRawBufferPointer(rebasing: bytes[at + 1..<end])
        if let start = content.baseAddress, memchr(start, 0x5C, content.count) != nil { return nil }
        at = end + 1
        return content
    }

    private mutating func number() -> Int? {
        var number = 0
        let start = at
        while at < bytes.count, bytes[at] &- 0x30 < 10, at - start < 18 {
            number = number * 10 + Int(bytes[at] &- 0x30)
            at += 1
        }
        guard at > start, at < bytes.count, [0x2C, 0x7D, 0x20].contains(bytes[at]) else { return nil }
        return number
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func skipSpace() {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0D { at += 1 }
    }
}
