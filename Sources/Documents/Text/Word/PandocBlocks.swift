/// Pandoc's JSON, block by block: only one block is ever held as values.
struct PandocBlocks {
    static let depthMax = 200

    private let bytes: [UInt8]
    private var position = 0
    private var isInside = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next block of the document; nil at the end. Throws where it is no JSON, breaks off or is nested too deeply.
    mutating func next() throws(DocumentError) -> PandocNode? {
        if !isInside {
            try enter()
            isInside = true
        }
        skipSpace()
        if peek == UInt8(ascii: ",") { position += 1 }
        skipSpace()
        if peek == UInt8(ascii: "]") { return nil }
        return try value(depth: 0)
    }

    /// Goes to the first of `blocks`, over the members before it.
    private mutating func enter() throws(DocumentError) {
        try expect("{")
        while true {
            let name = try string()
            try expect(":")
            if name == "blocks" { return try expect("[") }
            _ = try value(depth: 0)
            try expect(",")
        }
    }

    private mutating func value(depth: Int) throws(DocumentError) -> PandocNode {
        guard depth < Self.depthMax else { throw .limit(.depth, max: Self.depthMax) }
        skipSpace()
        switch peek {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try array(depth)
        case UInt8(ascii: "\""): return .string(try string())
        case nil: throw brokenOff
        default: return scalar()
        }
    }

    private mutating func object(_ depth: Int) throws(DocumentError) -> PandocNode {
        try expect("{")
        var name = ""
        var content = PandocNode.nothing
        skipSpace()
        if peek == UInt8(ascii: "}") {
            position += 1
            return .element("", .nothing)
        }
        while true {
            let key = try string()
            try expect(":")
            let value = try value(depth: depth + 1)
            if key == "t" { name = value.string } else if key == "c" { content = value }
            skipSpace()
            guard peek == UInt8(ascii: ",") else { break }
            position += 1
        }
        try expect("}")
        return .element(name, content)
    }

    private mutating func array(_ depth: Int) throws(DocumentError) -> PandocNode {
        try expect("[")
        var items: [PandocNode] = []
        skipSpace()
        if peek == UInt8(ascii: "]") {
            position += 1
            return .array(items)
        }
        while true {
            items.append(try value(depth: depth + 1))
            skipSpace()
            guard peek == UInt8(ascii: ",") else { break }
            position += 1
        }
        try expect("]")
        return .array(items)
    }

    /// A number that is whole, or nothing (fractions, true, false, null).
    private mutating func scalar() -> PandocNode {
        let start = position
        while let byte = peek, !Self.ends.contains(byte) { position += 1 }
        return Int(String(decoding: bytes[start..<position], as: UTF8.self)).map(PandocNode.number) ?? .nothing
    }

    private static let ends = Set(",]} \n\r\t".utf8)

    private mutating func string() throws(DocumentError) -> String {
        try expect("\"")
        let start = position
        while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { position += 1 }
        if peek == UInt8(ascii: "\"") {
            position += 1
            return String(decoding: bytes[start..<position - 1], as: UTF8.self)
        }
        return try escapedString(Array(bytes[start..<position]))
    }

    private mutating func escapedString(_ head: [UInt8]) throws(DocumentError) -> String {
        var units = Array(String(decoding: head, as: UTF8.self).utf16)
        while let byte = peek {
            position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: units, as: UTF16.self) }
            guard byte == UInt8(ascii: "\\") else {
                let start = position - 1
                while let next = peek, next & 0xC0 == 0x80 { position += 1 }
                units += String(decoding: bytes[start..<position], as: UTF8.self).utf16
                continue
            }
            guard let kind = peek else { throw brokenOff }
            position += 1
            units.append(kind == UInt8(ascii: "u") ? hexadecimal() : Self.escapes[kind] ?? UInt16(kind))
        }
        throw brokenOff
    }

    private static let escapes: [UInt8: UInt16] = [
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "b"): 0x08,
        UInt8(ascii: "f"): 0x0C,
    ]

    private mutating func hexadecimal() -> UInt16 {
        let end = min(position + 4, bytes.count)
        defer { position = end }
        return UInt16(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16) ?? 0xFFFD
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(DocumentError) {
        skipSpace()
        guard let byte = peek else { throw brokenOff }
        guard byte == UInt8(truncatingIfNeeded: character.value) else {
            throw .damaged(reason: "what pandoc wrote cannot be understood at its byte \(position)")
        }
        position += 1
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private var brokenOff: DocumentError { .damaged(reason: "what pandoc wrote breaks off") }
}
