/// Reads one JSON object whose values are numbers without decimals, texts and null; anything else is a fault. Quicker than a reader
/// of all JSON, and it allows nothing that an archive does not hold.
struct FlatReader {
    enum Value: Hashable {
        case null
        case number(Int64)
        case text(String)
    }

    private let bytes: ArraySlice<UInt8>
    private var place: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    mutating func members() throws(RowFault) -> [(name: String, value: Value)] {
        var found: [(name: String, value: Value)] = []
        try take("{")
        if next() == UInt8(ascii: "}") {
            place += 1
        } else {
            repeat {
                let name = try text()
                try take(":")
                found.append((name, try value()))
            } while try comma()
        }
        guard next() == nil else { throw RowFault("something stands behind the object.") }
        return found
    }

    /// The next byte that is no space; nil at the end.
    private mutating func next() -> UInt8? {
        while place < bytes.endIndex, [0x20, 0x09, 0x0D].contains(bytes[place]) { place += 1 }
        return place < bytes.endIndex ? bytes[place] : nil
    }

    private mutating func take(_ letter: Unicode.Scalar) throws(RowFault) {
        guard next() == UInt8(ascii: letter) else { throw RowFault("“\(letter)” is missing.") }
        place += 1
    }

    /// Whether another member follows.
    private mutating func comma() throws(RowFault) -> Bool {
        let letter = next()
        guard letter == UInt8(ascii: ",") || letter == UInt8(ascii: "}") else {
            throw RowFault("the object does not end.")
        }
        place += 1
        return letter == UInt8(ascii: ",")
    }

    private mutating func value() throws(RowFault) -> Value {
        switch next() {
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "n"):
            guard bytes[place...].starts(with: "null".utf8) else { throw RowFault("a value is no JSON.") }
            place += 4
            return .null
        default:
            let digits = bytes[place...].prefix { (48...57).contains($0) || $0 == UInt8(ascii: "-") }
            guard let number = Int64(String(decoding: digits, as: UTF8.self)) else {
                throw RowFault("a value is no whole number, text or null.")
            }
            place += digits.count
            return .number(number)
        }
    }

    private mutating func text() throws(RowFault) -> String {
        try take("\"")
        let begin = place
        while place < bytes.endIndex, bytes[place] != 0x22, bytes[place] != 0x5C { place += 1 }
        if place < bytes.endIndex, bytes[place] == 0x22 {
            defer { place += 1 }
            return try string(Array(bytes[begin..<place]))
        }
        var units = Array(bytes[begin..<place])
        while place < bytes.endIndex, bytes[place] != 0x22 {
            if bytes[place] == 0x5C {
                try escape(into: &units)
            } else {
                units.append(bytes[place])
                place += 1
            }
        }
        guard place < bytes.endIndex else { throw RowFault("a text does not end.") }
        place += 1
        return try string(units)
    }

    private func string(_ units: [UInt8]) throws(RowFault) -> String {
        guard let text = String(validating: units, as: UTF8.self) else { throw RowFault("a text is no UTF-8.") }
        return text
    }

    private mutating func escape(into units: inout [UInt8]) throws(RowFault) {
        guard place + 1 < bytes.endIndex else { throw RowFault("a text does not end.") }
        let letter = bytes[place + 1]
        place += 2
        switch letter {
        case UInt8(ascii: "n"): units.append(0x0A)
        case UInt8(ascii: "r"): units.append(0x0D)
        case UInt8(ascii: "t"): units.append(0x09)
        case UInt8(ascii: "b"): units.append(0x08)
        case UInt8(ascii: "f"): units.append(0x0C)
        case 0x22, 0x5C, 0x2F: units.append(letter)
        case UInt8(ascii: "u"): units += Array(String(Character(try scalar())).utf8)
        default: throw RowFault("a text has an escape that JSON does not know.")
        }
    }

    private mutating func scalar() throws(RowFault) -> Unicode.Scalar {
        let high = try unit()
        guard (0xD800..<0xDC00).contains(high) else {
            guard let scalar = Unicode.Scalar(high) else { throw RowFault("half a letter stands in a text.") }
            return scalar
        }
        guard bytes[place...].starts(with: "\\u".utf8) else { throw RowFault("half a letter stands in a text.") }
        place += 2
        let low = try unit()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else { throw RowFault("half a letter stands in a text.") }
        return scalar
    }

    private mutating func unit() throws(RowFault) -> UInt32 {
        let digits = bytes[place...].prefix(4)
        guard digits.count == 4, let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw RowFault("a text has an escape that JSON does not know.")
        }
        place += 4
        return unit
    }
}
