import CICU

/// One form for what people write differently: case, compatibility characters, accents.
public enum TextFolding {
    /// NFKC case folding without diacritics (`ÉDUCATION` and `education`, `Côte d’Ivoire` and `cote d’ivoire` become one).
    /// Cyrillic `й` and `ў` are letters of their own and stay; `ё` becomes `е`.
    public static func fold(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            if let plain = asciiFold(bytes) { return plain }
            var out: [UInt8] = []
            fold(bytes, strippingMarks: true, into: &out)
            return String(decoding: out, as: UTF8.self)
        }
    }

    /// NFKC case folding with all marks kept: what the presentation forms of Arabic letters stand for.
    package static func plainForm(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var out: [UInt8] = []
            fold(bytes, strippingMarks: false, into: &out)
            return String(decoding: out, as: UTF8.self)
        }
    }

    /// Appends the folded form of UTF-8 `text` to `out`.
    static func fold(_ text: UnsafeBufferPointer<UInt8>, strippingMarks: Bool, into out: inout [UInt8]) {
        var from = 0
        while from < text.count {
            let to = partEnd(text, from)
            let part = UnsafeBufferPointer(rebasing: text[from..<to])
            let room = part.count * 4 + 64
            let start = out.count
            out.append(contentsOf: repeatElement(0, count: room))
            var written = foldPart(part, strippingMarks, &out, start, room)
            if written < 0 {
                out.append(contentsOf: repeatElement(0, count: part.count * 18))
                written = foldPart(part, strippingMarks, &out, start, out.count - start)
            }
            out.removeLast(out.count - start - max(0, written))
            from = to
        }
    }

    private static func foldPart(
        _ part: UnsafeBufferPointer<UInt8>, _ strip: Bool, _ out: inout [UInt8], _ start: Int, _ room: Int
    ) -> Int {
        out.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return -1 }
            return Int(rp_fold(part.baseAddress, Int32(part.count), strip ? 1 : 0, base + start, Int32(room)))
        }
    }

    /// Parts of at most 64 KiB that end before a character's first byte.
    private static func partEnd(_ text: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int {
        var to = min(text.count, from + 65_536)
        while to < text.count, to > from + 1, text[to] & 0xC0 == 0x80 { to -= 1 }
        return to
    }

    private static func asciiFold(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        return String(unsafeUninitializedCapacity: bytes.count) { out in
            for (index, byte) in bytes.enumerated() { out[index] = byte &- 65 < 26 ? byte | 0x20 : byte }
            return bytes.count
        }
    }
}
