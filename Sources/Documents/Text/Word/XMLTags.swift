/// The tags of an XML text, as they stand in its bytes. Knows neither entities nor namespaces; a document type is refused.
struct XMLTags {
    struct Tag {
        enum Kind { case open, close, empty }

        var kind: Kind
        var name: ArraySlice<UInt8>
        /// From `<` to behind `>`.
        var range: Range<Int>

        func isNamed(_ other: StaticString) -> Bool {
            name.count == other.utf8CodeUnitCount
                && name.elementsEqual(UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
        }
    }

    let bytes: [UInt8]
    private let depthMax: Int
    private var position = 0
    private var depth = 0

    init(_ bytes: [UInt8], depthMax: Int) throws(DocumentError) {
        guard !bytes.prefix(4).contains(0), !bytes.starts(with: [0xFE, 0xFF]), !bytes.starts(with: [0xFF, 0xFE]) else {
            throw .hostile(reason: "a part is not written in UTF-8")
        }
        self.bytes = bytes
        self.depthMax = depthMax
    }

    /// The next tag; nil at the end.
    mutating func next() throws(DocumentError) -> Tag? {
        while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            guard start + 1 < bytes.count else { break }
            switch bytes[start + 1] {
            case UInt8(ascii: "?"): position = end(of: "?>", from: start + 2)
            case UInt8(ascii: "!"): try skipDeclaration(at: start)
            default: return try tag(at: start)
            }
        }
        position = bytes.count
        return nil
    }

    /// An attribute of a tag, as it is written.
    func attribute(_ name: String, of tag: Tag) -> String? {
        let text = String(decoding: bytes[tag.range], as: UTF8.self)
        for quote in ["\"", "'"] {
            guard let start = text.firstRange(of: " \(name)=\(quote)") else { continue }
            return String(text[start.upperBound...].prefix { String($0) != quote })
        }
        return nil
    }

    private mutating func skipDeclaration(at start: Int) throws(DocumentError) {
        let rest = bytes[(start + 2)...]
        if rest.starts(with: "--".utf8) {
            position = end(of: "-->", from: start + 4)
        } else if rest.starts(with: "[CDATA[".utf8) {
            position = end(of: "]]>", from: start + 9)
        } else {
            throw .hostile(reason: "a part declares a document type or entities of its own, which documents never do")
        }
    }

    private mutating func tag(at start: Int) throws(DocumentError) -> Tag {
        var index = start + 1
        let isClosing = bytes[index] == UInt8(ascii: "/")
        if isClosing { index += 1 }
        let nameStart = index
        while index < bytes.count, !Self.nameEnds.contains(bytes[index]) { index += 1 }
        let name = bytes[nameStart..<index]
        var quote: UInt8?
        while index < bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            }
            index += 1
        }
        guard index < bytes.count else { throw .damaged(reason: "a part breaks off") }
        let isEmpty = bytes[index - 1] == UInt8(ascii: "/")
        if isClosing { depth -= 1 } else if !isEmpty { depth += 1 }
        guard depth <= depthMax else { throw .limit(.depth, max: depthMax) }
        position = index + 1
        return Tag(kind: isClosing ? .close : isEmpty ? .empty : .open, name: name, range: start..<index + 1)
    }

    private static let nameEnds = Set(" \t\r\n/>".utf8)

    private func end(of mark: String, from start: Int) -> Int {
        let mark = Array(mark.utf8)
        var index = start
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index...].starts(with: mark) { return index + mark.count }
            index += 1
        }
        return bytes.count
    }
}
