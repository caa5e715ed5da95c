/// Text without what does not belong to it: HTML tags and entities, control characters, no-break and zero-width spaces,
/// direction marks, line breaks and double spaces. Letters stay as they are, composed or not.
///
/// Works on UTF-8 bytes and keeps its memory between texts.
struct TextCleaning {
    /// How a character of U+0080 to U+009F is read: such characters are bytes of another encoding that was mistaken for Latin-1.
    enum Controls: Sendable { case windows1252, macRoman }

    let controls: Controls
    private var raw: [UInt8] = []
    private var markup = Markup()
    private var isSpacePending = false
    private var hasEncodedMarkup = false

    init(controls: Controls = .windows1252) { self.controls = controls }

    /// Writes the cleaned bytes to `out`, which is emptied first. What was valid UTF-8 stays valid.
    mutating func clean(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
        pass(bytes, decodesEntities: true, into: &out)
        guard hasEncodedMarkup else { return }
        // `&lt;b&gt;` has become `<b>`: take out what is a tag after decoding, once.
        swap(&raw, &out)
        raw.withUnsafeBufferPointer { pass($0, decodesEntities: false, into: &out) }
    }

    mutating func clean(_ text: String) -> String {
        var out: [UInt8] = []
        var text = text
        text.withUTF8 { clean($0, into: &out) }
        return String(decoding: out, as: UTF8.self)
    }

    private mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>, decodesEntities: Bool, into out: inout [UInt8]) {
        out.removeAll(keepingCapacity: true)
        out.reserveCapacity(bytes.count)
        markup = Markup()
        isSpacePending = false
        hasEncodedMarkup = false
        var index = 0
        var runStart = 0
        while index < bytes.count {
            let byte = bytes[index]
            if !Self.isSpecial[Int(byte)] {
                index += 1
                continue
            }
            if byte == 0x20, index > runStart, index + 1 < bytes.count, !Self.isSpecial[Int(bytes[index + 1])] {
                index += 2
                continue
            }
            let (meaning, length) = read(bytes, index, decodesEntities: decodesEntities)
            if case .plain = meaning {
                index += length
                continue
            }
            flush(bytes, runStart..<index, into: &out)
            index += length
            runStart = index
            switch meaning {
            case .plain, .nothing: break
            case .space: isSpacePending = true
            case .scalar(let scalar): put(scalar, into: &out)
            }
        }
        flush(bytes, runStart..<bytes.count, into: &out)
    }

    @inline(__always)
    private mutating func flush(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into out: inout [UInt8]) {
        guard !range.isEmpty else { return }
        if isSpacePending, !out.isEmpty { out.append(0x20) }
        isSpacePending = false
        out.append(contentsOf: bytes.slice(range))
    }

    private mutating func put(_ scalar: Unicode.Scalar, into out: inout [UInt8]) {
        if scalar == "<" { hasEncodedMarkup = true }
        if isSpacePending, !out.isEmpty { out.append(0x20) }
        isSpacePending = false
        out.append(scalar: scalar)
    }

    private enum Meaning: Equatable {
        case plain, nothing, space
        case scalar(Unicode.Scalar)
    }

    private mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, decodesEntities: Bool
    ) -> (Meaning, length: Int) {
        switch bytes[index] {
        case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D: return (.space, 1)
        case UInt8(ascii: "<"):
            guard let tag = markup.tag(bytes, at: index) else { return (.plain, 1) }
            return (tag.separates ? .space : .nothing, tag.length)
        case UInt8(ascii: "&"):
            guard decodesEntities, let entity = Markup.entity(bytes, at: index) else { return (.plain, 1) }
            return (meaning(of: entity.scalar, before: nil, after: nil), entity.length)
        case 0x00...0x1F, 0x7F: return (.nothing, 1)
        default: return wide(bytes, index)
        }
    }

    /// A character of two or three bytes that may be a space or a mark.
    private func wide(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Meaning, length: Int) {
        let length = bytes[index] < 0xE0 ? 2 : 3
        guard index + length <= bytes.count else { return (.plain, 1) }
        var value = UInt32(bytes[index] & (length == 2 ? 0x1F : 0x0F))
        for place in index + 1..<index + length {
            guard bytes[place] & 0xC0 == 0x80 else { return (.plain, 1) }
            value = value << 6 | UInt32(bytes[place] & 0x3F)
        }
        guard let scalar = Unicode.Scalar(value) else { return (.plain, 1) }
        let after = index + length < bytes.count ? bytes[index + length] : nil
        let meaning = meaning(of: scalar, before: index > 1 ? bytes[index - 2] : nil, after: after)
        if meaning == .scalar(scalar) { return (.plain, length) }
        return (meaning, length)
    }

    private func meaning(of scalar: Unicode.Scalar, before: UInt8?, after: UInt8?) -> Meaning {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
        case 0x80...0x9F: .scalar(SingleByte.scalar(UInt8(scalar.value), controls))
        case 0x00...0x1F, 0x7F, 0xAD, 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: .nothing
        // Joiners spell words in Persian, Sinhala and others: kept between letters of such scripts.
        case 0x200C, 0x200D: (before ?? 0) >= 0xD8 && (after ?? 0) >= 0xD8 ? .scalar(scalar) : .nothing
        default: .scalar(scalar)
        }
    }

    private static let isSpecial: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte in 0...0x20 { table[byte] = true }
        for byte in [0x26, 0x3C, 0x7F, 0xC2, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF] { table[byte] = true }
        return table
    }()
}
