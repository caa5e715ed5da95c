import Foundation

/// Reads one JSON object whose values are numbers without decimals, texts and null; anything else is a fault. Quicker than a reader
/// of all JSON, and it allows nothing that an archive does not hold.
struct FlatReader {
    enum Value: Hashable {
        case null
        case number(Int64)
        case text(String)
    }

    /// Good only within `members(of:expecting:)`.
    private let bytes: UnsafeRawPointer
    private let end: Int
    private var place = 0

    private init(_ bytes: UnsafeRawPointer, _ end: Int) {
        self.bytes = bytes
        self.end = end
    }

    /// The members in their order. `count`: how many there are as a rule.
    static func members(
        of line: ArraySlice<UInt8>, expecting count: Int
    ) throws(RowFault) -> [(name: String, value: Value)] {
        try line.withUnsafeBufferPointer { (bytes) throws(RowFault) in
            guard let base = bytes.baseAddress else { throw RowFault("“{” is missing.") }
            var reader = FlatReader(UnsafeRawPointer(base), bytes.count)
            return try reader.members(count)
        }
    }

    private mutating func members(_ count: Int) throws(RowFault) -> [(name: String, value: Value)] {
        var found: [(name: String, value: Value)] = []
        found.reserveCapacity(count)
        try take(UInt8(ascii: "{"))
        if next() == UInt8(ascii: "}") {
            place += 1
        } else {
            repeat {
                let name = try text()
                try take(UInt8(ascii: ":"))
                found.append((name, try value()))
            } while try comma()
        }
        guard next() == nil else { throw RowFault("something stands behind the object.") }
        return found
    }

    private func byte(_ place: Int) -> UInt8 { bytes.load(fromByteOffset: place, as: UInt8.self) }

    /// The next byte that is no space; nil at the end.
    private mutating func next() -> UInt8? {
        while place < end {
            let letter = byte(place)
            if letter != 0x20, letter != 0x09, letter != 0x0D { return letter }
            place += 1
        }
        return nil
    }

    private mutating func take(_ letter: UInt8) throws(RowFault) {
        guard next() == letter else { throw RowFault("“\(Unicode.Scalar(letter))” is missing.") }
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
            guard end - place >= 4, memcmp(bytes + place, "null", 4) == 0 else { throw RowFault("a value is no JSON.") }
            place += 4
            return .null
        default: return .number(try number())
        }
    }

    private mutating func number() throws(RowFault) -> Int64 {
        let begin = place
        let isNegative = place < end && byte(place) == UInt8(ascii: "-")
        if isNegative { place += 1 }
        var number: Int64 = 0
        let first = place
        while place < end {
            let letter = byte(place)
            guard letter >= 0x30, letter <= 0x39 else { break }
            let (tens, isTooLong) = number.multipliedReportingOverflow(by: 10)
            let digit = Int64(letter) - 0x30
            let (sum, isTooLarge) =
                isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            guard !isTooLong, !isTooLarge else { throw Self.noNumber }
            number = sum
            place += 1
        }
        guard place > first, place - begin <= 20 else { throw Self.noNumber }
        return number
    }

    private static let noNumber = RowFault("a value is no whole number, text or null.")

    private mutating func text() throws(RowFault) -> String {
        try take(UInt8(ascii: "\""))
        guard let quote = distance(to: 0x22, from: place, before: end) else { throw RowFault("a text does not end.") }
        // As a rule a text has no escapes, and is taken as it stands.
        guard let escape = distance(to: 0x5C, from: place, before: place + quote) else {
            defer { place += quote + 1 }
            return try string(UnsafeRawBufferPointer(start: bytes + place, count: quote))
        }
        return try escaped(escape)
    }

    /// How far off the next such byte is.
    private func distance(to letter: UInt8, from place: Int, before end: Int) -> Int? {
        memchr(bytes + place, Int32(letter), end - place).map { UnsafeRawPointer($0) - (bytes + place) }
    }

    /// A text that has its first escape so many bytes on.
    private mutating func escaped(_ first: Int) throws(RowFault) -> String {
        var units = Array(UnsafeRawBufferPointer(start: bytes + place, count: first))
        place += first
        while place < end, byte(place) != 0x22 {
            if byte(place) == 0x5C {
                try escape(into: &units)
            } else {
                units.append(byte(place))
                place += 1
            }
        }
        guard place < end else { throw RowFault("a text does not end.") }
        place += 1
        guard let text = String(validating: units, as: UTF8.self) else { throw Self.noText }
        return text
    }

    private func string(_ units: UnsafeRawBufferPointer) throws(RowFault) -> String {
        guard let text = String(validating: units, as: UTF8.self) else { throw Self.noText }
        return text
    }

    private static let noText = RowFault("a text is no UTF-8.")

    private mutating func escape(into units: inout [UInt8]) throws(RowFault) {
        guard place + 1 < end else { throw RowFault("a text does not end.") }
        let letter = byte(place + 1)
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
        guard end - place >= 2, byte(place) == 0x5C, byte(place + 1) == UInt8(ascii: "u") else {
            throw RowFault("half a letter stands in a text.")
        }
        place += 2
        let low = try unit()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else { throw RowFault("half a letter stands in a text.") }
        return scalar
    }

    private mutating func unit() throws(RowFault) -> UInt32 {
        let digits = UnsafeRawBufferPointer(start: bytes + place, count: min(4, end - place))
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw RowFault("a text has an escape that JSON does not know.") }
        place += 4
        return unit
    }
}
