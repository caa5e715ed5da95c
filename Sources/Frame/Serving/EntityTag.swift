/// A weak ETag of a body: weak because the same tag stands for the compressed form.
struct EntityTag: Hashable {
    let text: String

    /// FNV-1a, 64 bits, with the length: enough to see that an answer changed.
    init(_ bytes: [UInt8]) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        text = "W/\"" + String(hash, radix: 36) + "-" + String(bytes.count, radix: 36) + "\""
    }

    /// Whether `If-None-Match` names this tag (RFC 9110, 13.1.2: weak comparison).
    func matches(_ header: String) -> Bool {
        header.split(separator: ",").contains { candidate in
            let candidate = candidate.filter { !$0.isWhitespace }
            return candidate == "*" || candidate == text || "W/" + candidate == text
        }
    }
}
