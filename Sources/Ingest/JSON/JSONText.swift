/// The characters of a JSON string without their escapes. A lone surrogate becomes U+FFFD.
enum JSONText {
    /// Appends the plain bytes to `out`; nil where an escape is not JSON's.
    static func unescape(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> Bool {
        var index = 0
        while index < bytes.count {
            guard let slash = bytes.firstPlace(of: UInt8(ascii: "\\"), from: index) else {
                out.append(contentsOf: bytes.slice(index..<bytes.count))
                return true
            }
            out.append(contentsOf: bytes.slice(index..<slash))
            index = slash + 2
            guard slash + 1 < bytes.count else { return false }
            switch bytes[slash + 1] {
            case UInt8(ascii: "n"): out.append(0x0A)
            case UInt8(ascii: "t"): out.append(0x09)
            case UInt8(ascii: "r"): out.append(0x0D)
            case UInt8(ascii: "b"): out.append(0x08)
            case UInt8(ascii: "f"): out.append(0x0C)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(bytes[slash + 1])
            case UInt8(ascii: "u"):
                guard let unit = hex(bytes, index) else { return false }
                index += 4
                appendUnit(unit, bytes, &index, into: &out)
            default: return false
            }
        }
        return true
    }

    private static func appendUnit(
        _ unit: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, into out: inout [UInt8]
    ) {
        var value = unit
        if (0xD800..<0xDC00).contains(unit) {
            value = 0xFFFD
            if index + 5 < bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u"),
                let low = hex(bytes, index + 2), (0xDC00..<0xE000).contains(low)
            {
                value = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)
                index += 6
            }
        }
        out.append(scalar: Unicode.Scalar(value) ?? "\u{FFFD}")
    }

    private static func hex(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32? {
        guard index + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for place in index..<index + 4 {
            guard let digit = UInt32(hexDigit: bytes[place]) else { return nil }
            value = value << 4 | digit
        }
        return value
    }
}

extension UInt32 {
    init?(hexDigit byte: UInt8) {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self = UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self = UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self = UInt32(byte - UInt8(ascii: "A") + 10)
        default: return nil
        }
    }
}

extension [UInt8] {
    /// Appends a scalar as UTF-8.
    mutating func append(scalar: Unicode.Scalar) {
        if scalar.isASCII {
            append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            append(contentsOf: UTF8.encode(scalar) ?? .init())
        }
    }
}
