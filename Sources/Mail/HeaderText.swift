/// Text in the headers of a message (RFC 2047). What comes out is printable ASCII and folding alone, so no text can end its header.
enum HeaderText {
    /// UTF-8 bytes of one encoded word: 60 base64 digits, 72 characters with `=?UTF-8?B?` and `?=`, of 75 allowed.
    private static let wordBytesMax = 45
    private static let plainMax = 200

    /// As it stands where it is plain, else in encoded words. Controls and line ends become spaces.
    static func encode(_ text: String) -> String {
        let clean = String(text.map { $0.isNewline || $0.unicodeScalars.allSatisfy(isControl) ? " " : $0 })
        let isPlain =
            clean.utf8.count <= plainMax && !clean.contains("=?") && clean.utf8.allSatisfy { (32...126).contains($0) }
        return isPlain ? clean : words(clean).joined(separator: "\r\n ")
    }

    /// A name before an address: quoted where it is plain.
    static func phrase(_ name: String) -> String {
        let encoded = encode(name)
        guard !encoded.hasPrefix("=?") else { return encoded }
        return "\"" + encoded.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// A parameter of a header (RFC 2231): `; name*=UTF-8''...`, after a plain one for old programs.
    static func parameter(_ name: String, _ value: String) -> String {
        let plain = String(
            value.unicodeScalars.prefix(100).map { scalar -> Character in
                let isFree = scalar.isASCII && scalar.value > 31 && scalar.value < 127
                return isFree && !"\"\\/:;".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
            })
        var coded = ""
        for byte in value.utf8.prefix(200) {
            let isFree =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || "-._~".utf8.contains(byte)
            coded += isFree ? String(UnicodeScalar(byte)) : "%" + hex(byte)
        }
        return plain == value
            ? ";\r\n \(name)=\"\(plain)\"" : ";\r\n \(name)=\"\(plain)\";\r\n \(name)*=UTF-8''\(coded)"
    }

    /// Characters stay whole, as far as they fit into a word.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func end() {
            if !word.isEmpty { words.append("=?UTF-8?B?" + Base64.encode(word) + "?=") }
            word = []
        }
        for character in text {
            let bytes = Array(character.utf8)
            if word.count + bytes.count > wordBytesMax { end() }
            guard bytes.count > wordBytesMax else {
                word += bytes
                continue
            }
            for scalar in character.unicodeScalars {
                let part = Array(String(scalar).utf8)
                if word.count + part.count > wordBytesMax { end() }
                word += part
            }
        }
        end()
        return words
    }

    private static func isControl(_ scalar: UnicodeScalar) -> Bool {
        scalar.properties.generalCategory == .control
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = Array("0123456789ABCDEF")
        return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
}
