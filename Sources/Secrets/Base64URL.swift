/// Base64 in the alphabet of addresses, without padding (RFC 4648, 5).
package enum Base64URL {
    package static func encode(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        var place = 0
        while place < bytes.count {
            let rest = bytes[place..<min(place + 3, bytes.count)]
            let word = rest.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - rest.count))
            for digit in 0...rest.count { text.append(alphabet[word >> (18 - 6 * digit) & 63]) }
            place += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil for a letter outside of the alphabet, or a length that no bytes have.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        guard text.utf8.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        var word = 0
        var bits = 0
        for letter in text.utf8 {
            guard let value = value(letter) else { return nil }
            word = (word << 6 | value) & 0xFFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: word >> bits))
            }
        }
        return bytes
    }

    private static func value(_ letter: UInt8) -> Int? {
        switch letter {
        case 65...90: Int(letter) - 65
        case 97...122: Int(letter) - 71
        case 48...57: Int(letter) + 4
        case 45: 62
        case 95: 63
        default: nil
        }
    }
}
