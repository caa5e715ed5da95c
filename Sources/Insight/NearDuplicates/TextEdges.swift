/// What stands around a recommendation's words in reports: a paragraph number before, the recommending States in parentheses after.
enum TextEdges {
    static func core(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        let start = leadingNumber(bytes)
        let end = trailingStates(bytes)
        return start < end ? start..<end : 0..<bytes.count
    }

    /// After `121.14`, `121.14.`, `77)`; 0 where the text begins otherwise.
    private static func leadingNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var index = 0
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        let first = index
        var hasPoint = false
        while index < bytes.count, index < first + 12, bytes[index] &- 48 < 10 || bytes[index] == 0x2E {
            if bytes[index] == 0x2E { hasPoint = true }
            index += 1
        }
        guard index > first, index < bytes.count else { return 0 }
        if bytes[index] == 0x29 { return index + 1 }
        return hasPoint ? index : 0
    }

    /// Before a last parenthesis that holds names alone: every word of three letters and more begins with a capital, and it is no
    /// acronym.
    private static func trailingStates(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var end = bytes.count
        while end > 0, [0x20, 0x2E, 0x3B, 0x0A].contains(bytes[end - 1]) { end -= 1 }
        guard end > 0, bytes[end - 1] == 0x29 else { return bytes.count }
        var open = end - 1
        let lowest = max(0, end - 2_000)
        while open > lowest, bytes[open] != 0x28 { open -= 1 }
        guard bytes[open] == 0x28, open > 0 else { return bytes.count }
        return holdsNames(UnsafeBufferPointer(rebasing: bytes[(open + 1)..<(end - 1)])) ? open : bytes.count
    }

    private static func holdsNames(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var lower = 0
        var index = 0
        while index < bytes.count {
            guard isLetter(bytes[index]) else {
                if bytes[index] &- 48 < 10 { return false }
                index += 1
                continue
            }
            let first = index
            while index < bytes.count, isLetter(bytes[index]) { index += 1 }
            let letters = bytes[first..<index]
            if letters.count > 3, bytes[first] &- 97 < 26 { return false }
            lower += letters.reduce(0) { $0 + ($1 &- 97 < 26 ? 1 : 0) }
        }
        return lower > 0
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 || byte >= 0x80 }
}
