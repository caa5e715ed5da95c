/// The encoding of a text file. Told from its first bytes by fixed rules, never by chance.
package enum TextEncoding: String, Sendable, Hashable {
    case utf8, utf16LittleEndian, utf16BigEndian, macRoman, windows1252

    /// A byte order mark decides; then zero bytes in every second place; then valid UTF-8; then, of the two one-byte encodings,
    /// the one in which more of the high bytes are letters or marks that texts use. Macintosh line ends (CR alone) settle a draw.
    static func detect(_ sample: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> TextEncoding {
        if sample.count >= 2 {
            if sample[0] == 0xFF, sample[1] == 0xFE { return .utf16LittleEndian }
            if sample[0] == 0xFE, sample[1] == 0xFF { return .utf16BigEndian }
        }
        let looked = sample.prefix(2_000)
        let zeros = (even: zeroCount(looked, 0), odd: zeroCount(looked, 1))
        if looked.count >= 4, zeros.odd * 5 > looked.count, zeros.even == 0 { return .utf16LittleEndian }
        if looked.count >= 4, zeros.even * 5 > looked.count, zeros.odd == 0 { return .utf16BigEndian }
        if isUTF8(sample, isWhole: isWhole) { return .utf8 }
        let scores = (mac: score(sample, .macRoman), windows: score(sample, .windows1252))
        if scores.mac != scores.windows { return scores.mac > scores.windows ? .macRoman : .windows1252 }
        let hasReturnsAlone = sample.contains(0x0D) && !sample.contains(0x0A)
        return hasReturnsAlone ? .macRoman : .windows1252
    }

    /// Whether the bytes are UTF-8; a character cut at the end of a sample that is not whole is forgiven.
    private static func isUTF8(_ sample: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Bool {
        if sample.validText != nil { return true }
        guard !isWhole else { return false }
        return (1...3).contains { sample.count > $0 && sample.slice(0..<sample.count - $0).validText != nil }
    }

    private static func zeroCount(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ parity: Int) -> Int {
        bytes.indices.count { $0 & 1 == parity && bytes[$0] == 0 }
    }

    /// Letters next to letters, and marks of punctuation, speak for an encoding; odd signs speak against it.
    private static func score(_ sample: UnsafeBufferPointer<UInt8>, _ encoding: TextCleaning.Controls) -> Int {
        var score = 0
        for index in sample.indices where sample[index] >= 0x80 {
            let scalar = SingleByte.scalar(sample[index], encoding)
            let touchesLetter =
                (index > 0 && isLetter(sample[index - 1])) || (index + 1 < sample.count && isLetter(sample[index + 1]))
            let properties = scalar.properties
            if properties.isAlphabetic {
                let isInsideWord = index > 0 && isLetter(sample[index - 1])
                score += touchesLetter ? (properties.isUppercase && isInsideWord && isLower(sample[index - 1]) ? -1 : 2) : 0
            } else if (0x2010...0x2026).contains(scalar.value) || scalar.value == 0xA0 || scalar.value == 0xAB
                || scalar.value == 0xBB
            {
                score += 2
            } else {
                score -= 2
            }
        }
        return score
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
