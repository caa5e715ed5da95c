/// One value of a JSON text: where it stands in the record's bytes, and where its next sibling is on the tape.
struct JSONNode {
    enum Kind: UInt8 { case object, array, string, number, yes, no, null }

    var kind: Kind
    /// A string with backslashes.
    var isEscaped = false
    /// For a string the bytes between its quotation marks.
    var start: UInt32
    var end: UInt32 = 0
    /// The node after this value and all it holds.
    var next: UInt32 = 0
}

/// A JSON value laid out flat: an object is followed by its names and values in turn, an array by its elements.
///
/// The tape is written anew for each record and keeps its memory.
struct JSONTape {
    enum Outcome: Equatable {
        /// A whole value; its length in bytes, white space before it included.
        case value(length: Int)
        case needsMore
        case malformed(at: Int)
        case tooDeep
    }

    static let depthMax = 64

    private(set) var nodes: [JSONNode] = []
    private var open: [Int] = []

    /// Reads one value from the start of `bytes`. With `isWhole` a missing rest is malformed, not `needsMore`.
    /// A number at the very end of bytes that are not whole needs more.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Outcome {
        nodes.removeAll(keepingCapacity: true)
        open.removeAll(keepingCapacity: true)
        var index = 0
        let missing = { (at: Int) -> Outcome in isWhole ? .malformed(at: at) : .needsMore }
        while true {
            index = Self.skipSpace(bytes, index)
            guard index < bytes.count else { return missing(index) }
            let byte = bytes[index]
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                guard open.count < Self.depthMax else { return .tooDeep }
                let isObject = byte == UInt8(ascii: "{")
                open.append(nodes.count)
                nodes.append(JSONNode(kind: isObject ? .object : .array, start: UInt32(index)))
                index = Self.skipSpace(bytes, index + 1)
                guard index < bytes.count else { return missing(index) }
                let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
                if bytes[index] != close {
                    if isObject {
                        guard let after = readName(bytes, &index) else { return missing(bytes.count) }
                        guard after else { return .malformed(at: index) }
                    }
                    continue
                }
            } else {
                switch readScalar(bytes, &index, isWhole: isWhole) {
                case true?: break
                case false?: return .malformed(at: index)
                case nil: return missing(bytes.count)
                }
                if open.isEmpty { return .value(length: index) }
                index = Self.skipSpace(bytes, index)
            }
            // After a value, or before the end of an empty container: close what closes here, then go on to the next value.
            separators: while true {
                guard let container = open.last else { return .value(length: index) }
                index = Self.skipSpace(bytes, index)
                guard index < bytes.count else { return missing(index) }
                let isObject = nodes[container].kind == .object
                switch bytes[index] {
                case UInt8(ascii: ","):
                    index += 1
                    if isObject {
                        guard let after = readName(bytes, &index) else { return missing(bytes.count) }
                        guard after else { return .malformed(at: index) }
                    }
                    break separators
                case isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"):
                    index += 1
                    nodes[container].end = UInt32(index)
                    nodes[container].next = UInt32(nodes.count)
                    open.removeLast()
                default: return .malformed(at: index)
                }
            }
        }
    }

    /// Nil when the bytes end first, false when this is no name.
    private mutating func readName(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool? {
        index = Self.skipSpace(bytes, index)
        guard index < bytes.count else { return nil }
        guard bytes[index] == UInt8(ascii: "\"") else { return false }
        guard readString(bytes, &index) else { return nil }
        index = Self.skipSpace(bytes, index)
        guard index < bytes.count else { return nil }
        guard bytes[index] == UInt8(ascii: ":") else { return false }
        index += 1
        return true
    }

    private mutating func readScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, isWhole: Bool) -> Bool? {
        switch bytes[index] {
        case UInt8(ascii: "\""): readString(bytes, &index) ? true : nil
        case UInt8(ascii: "t"): readWord("true", .yes, bytes, &index)
        case UInt8(ascii: "f"): readWord("false", .no, bytes, &index)
        case UInt8(ascii: "n"): readWord("null", .null, bytes, &index)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber(bytes, &index, isWhole: isWhole)
        default: false
        }
    }

    /// False when the bytes end before the closing quotation mark.
    private mutating func readString(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
        let start = index + 1
        guard var close = bytes.firstPlace(of: UInt8(ascii: "\""), from: start) else { return false }
        var isEscaped = false
        var searched = start
        while let slash = bytes.slice(0..<close).firstPlace(of: UInt8(ascii: "\\"), from: searched) {
            isEscaped = true
            searched = slash + 2
            if searched > close {
                guard let further = bytes.firstPlace(of: UInt8(ascii: "\""), from: searched) else { return false }
                close = further
            }
        }
        nodes.append(
            JSONNode(
                kind: .string, isEscaped: isEscaped, start: UInt32(start), end: UInt32(close),
                next: UInt32(nodes.count + 1)))
        index = close + 1
        return true
    }

    private mutating func readWord(
        _ word: StaticString, _ kind: JSONNode.Kind, _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int
    ) -> Bool? {
        for place in 0..<word.utf8CodeUnitCount {
            guard index + place < bytes.count else { return nil }
            guard bytes[index + place] == word.utf8Start[place] else { return false }
        }
        append(kind, index, index + word.utf8CodeUnitCount)
        index += word.utf8CodeUnitCount
        return true
    }

    private mutating func readNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, isWhole: Bool) -> Bool? {
        var end = index
        scan: while end < bytes.count {
            switch bytes[end] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
                UInt8(ascii: "e"), UInt8(ascii: "E"):
                end += 1
            default: break scan
            }
        }
        if end == bytes.count, !isWhole { return nil }
        append(.number, index, end)
        index = end
        return true
    }

    private mutating func append(_ kind: JSONNode.Kind, _ start: Int, _ end: Int) {
        nodes.append(JSONNode(kind: kind, start: UInt32(start), end: UInt32(end), next: UInt32(nodes.count + 1)))
    }

    @inline(__always)
    private static func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        var index = index
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
            index += 1
        }
        return index
    }
}
