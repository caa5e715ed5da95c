/// The encoding of a text file. Told from its bytes by fixed rules, never by chance.
package enum TextEncoding: String, Sendable, Hashable {
    case utf8, utf16LittleEndian, utf16BigEndian, macRoman, windows1252

    /// What a byte order mark, or zero bytes in every second place, give away; nil for encodings of single bytes and UTF-8.
    static func ofWideCharacters(_ sample: some Collection<UInt8>) -> TextEncoding? {
        if sample.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if sample.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        let looked = Array(sample.prefix(2_000))
        let even = looked.indices.count { $0 & 1 == 0 && looked[$0] == 0 }
        let odd = looked.indices.count { $0 & 1 == 1 && looked[$0] == 0 }
        guard looked.count >= 4 else { return nil }
        if odd * 5 > looked.count, even == 0 { return .utf16LittleEndian }
        return even * 5 > looked.count && odd == 0 ? .utf16BigEndian : nil
    }
}

/// What the bytes beyond ASCII say about a file's encoding. The whole file is looked at: an export of 6,000 rows may hold five
/// such bytes, the first of them after a million.
struct EncodingEvidence {
    private static let keptBytesMax = 1 << 16
    private static let contextBytes = 3

    /// Whole UTF-8 characters, and bytes that belong to none.
    private var characters = 0
    private var strays = 0
    /// Stray bytes with their neighbours, parted by spaces.
    private var kept: [UInt8] = []
    private var hasLineFeed = false
    private var hasReturn = false
    private var carried: [UInt8] = []

    init(_ supply: any ByteSupply) throws(IngestError) {
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { chunk.deallocate() }
        while true {
            let count = try supply.read(into: chunk)
            add(carried + UnsafeRawBufferPointer(chunk)[..<count], isLast: count == 0)
            if count == 0 || kept.count >= Self.keptBytesMax { return }
        }
    }

    /// UTF-8, unless there are more strays than a damaged UTF-8 file would have; then, of the two encodings of one byte, the one in
    /// which the strays read better; in a draw, line ends of CR alone mean a Macintosh.
    var encoding: TextEncoding {
        if strays * 10 <= characters { return .utf8 }
        let macRoman = score(.macRoman)
        let windows = score(.windows1252)
        if macRoman != windows { return macRoman > windows ? .macRoman : .windows1252 }
        return hasReturn && !hasLineFeed ? .macRoman : .windows1252
    }

    private mutating func add(_ bytes: [UInt8], isLast: Bool) {
        bytes.withUnsafeBufferPointer { bytes in
            if bytes.firstPlace(of: 0x0A) != nil { hasLineFeed = true }
            if bytes.firstPlace(of: 0x0D) != nil { hasReturn = true }
            // The last bytes wait for their neighbours in the next piece.
            let end = isLast ? bytes.count : max(0, bytes.count - 4)
            var index = 0
            while index < end {
                guard bytes[index] >= 0x80 else {
                    index += 1
                    continue
                }
                let length = Self.lengthOfCharacter(bytes, index)
                if length > 0 { characters += 1 } else { keep(bytes, index) }
                index += max(1, length)
            }
            carried = Array(bytes[min(index, bytes.count)...])
        }
    }

    private mutating func keep(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) {
        strays += 1
        kept.append(0x20)
        kept.append(
            contentsOf: bytes[max(0, index - Self.contextBytes)..<min(bytes.count, index + Self.contextBytes + 1)])
    }

    /// 0 where no UTF-8 character of several bytes begins.
    private static func lengthOfCharacter(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        for length in 2...4 where index + length <= bytes.count {
            if bytes.slice(index..<index + length).validText?.unicodeScalars.count == 1 { return length }
        }
        return 0
    }

    /// Letters inside words and marks of punctuation speak for an encoding; capitals inside words and odd signs against it.
    private func score(_ encoding: TextCleaning.Controls) -> Int {
        var score = 0
        for index in kept.indices where kept[index] >= 0x80 {
            let scalar = SingleByte.scalar(kept[index], encoding)
            let before = kept[index - 1]
            let after = index + 1 < kept.count ? kept[index + 1] : 0x20
            if scalar.properties.isAlphabetic {
                let isMisplaced = scalar.properties.isUppercase && (0x61...0x7A).contains(before)
                let touchesLetter = Self.isLetter(before) || Self.isLetter(after)
                score += isMisplaced ? -1 : touchesLetter ? 2 : 0
            } else {
                let isMark = (0x2010...0x2026).contains(scalar.value) || [0xA0, 0xAB, 0xBB].contains(scalar.value)
                score += isMark ? 2 : -2
            }
        }
        return score
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
