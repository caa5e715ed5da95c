import CICU

/// Where sentences and words begin, by ICU's rules and dictionaries. Byte offsets into UTF-8.
public enum TextBoundaries {
    public static func sentences(_ text: UnsafeBufferPointer<UInt8>, limit: Int = 4_096) -> [Int] {
        starts(text, words: false, limit: limit)
    }

    /// Words and what lies between them, spaces too.
    public static func words(_ text: UnsafeBufferPointer<UInt8>, limit: Int = 4_096) -> [Int] {
        starts(text, words: true, limit: limit)
    }

    private static func starts(_ text: UnsafeBufferPointer<UInt8>, words: Bool, limit: Int) -> [Int] {
        var found = [Int32](repeating: 0, count: limit)
        let length = Int32(min(text.count, Int(Int32.max)))
        let count = rp_starts(text.baseAddress, length, words ? 1 : 0, &found, Int32(limit))
        return found.prefix(Int(count)).map(Int.init)
    }
}
