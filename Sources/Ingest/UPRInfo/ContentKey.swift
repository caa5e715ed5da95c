import Domain

/// A key for a row that has no id of its own, made of what it says: the same recommendation has the same key in every file of
/// the source. The second of two equal rows of one file ends in `#2`.
struct ContentKey {
    /// How often a key's hash has come: a few bytes a row.
    private var seen: [UInt64: Int32] = [:]

    mutating func key(state: StateCode, session: Int?, recommending: [StateCode], text: String) -> String {
        let plain = Self.normalised(text)
        let givers = recommending.map(\.rawValue).sorted().joined(separator: ",")
        let hash = Self.hash(plain, 0xCBF2_9CE4_8422_2325)
        let key =
            "\(state.rawValue)|\(session.map(String.init) ?? "")|\(givers)|"
            + Self.hex(hash) + Self.hex(Self.hash(plain, 0x9AE1_6A3B_2F90_404F))
        let count = seen[Self.hash(key, hash), default: 0] + 1
        seen[Self.hash(key, hash)] = count
        return count == 1 ? key : "\(key)#\(count)"
    }

    /// Without differences of white space, quotation marks, dashes and case, and without stops at the end.
    static func normalised(_ text: String) -> String {
        var out = ""
        var isSpacePending = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{201B}", "\u{00B4}", "`", "\u{2032}": put("'", &out, &isSpacePending)
            case "\u{201C}", "\u{201D}", "\u{201E}", "\u{00AB}", "\u{00BB}", "\u{2033}":
                put("\"", &out, &isSpacePending)
            case "\u{2010}"..."\u{2015}", "\u{2212}": put("-", &out, &isSpacePending)
            case let space where space.properties.isWhitespace: isSpacePending = true
            default: put(scalar, &out, &isSpacePending)
            }
        }
        while let last = out.unicodeScalars.last, ".;, ".unicodeScalars.contains(last) {
            out.unicodeScalars.removeLast()
        }
        return out.lowercased()
    }

    private static func put(_ scalar: Unicode.Scalar, _ out: inout String, _ isSpacePending: inout Bool) {
        if isSpacePending, !out.isEmpty { out.unicodeScalars.append(" ") }
        isSpacePending = false
        out.unicodeScalars.append(scalar)
    }

    /// FNV-1a with a last mixing (Fowler, Noll, Vo; the mixing is MurmurHash3's).
    private static func hash(_ text: String, _ seed: UInt64) -> UInt64 {
        var hash = seed
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ hash >> 33
    }

    private static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
