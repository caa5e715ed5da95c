/// Small words that an apostrophe ties to another: the English possessive (`women’s`) and elided articles (`l’accès`). They have
/// places in the text, so that phrases match as written, but as words nobody asks for them.
public enum Clitics {
    private static let elided: Set<String> = [
        "l", "d", "j", "m", "t", "n", "s", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
    ]

    /// For each of `spans` of `text`: whether it is such a word.
    public static func flags(_ text: UnsafeBufferPointer<UInt8>, _ spans: [TokenSpan], language: String) -> [Bool] {
        spans.indices.map { index in
            let span = spans[index]
            guard span.kind == .asciiWord, span.end - span.start <= 7 else { return false }
            let word = String(decoding: text[span.start..<span.end], as: UTF8.self).lowercased()
            if word == "s", index > 0, isApostrophe(text, spans[index - 1].end, span.start) { return true }
            return language.hasPrefix("fr") && elided.contains(word) && index + 1 < spans.count
                && isApostrophe(text, span.end, spans[index + 1].start)
        }
    }

    private static func isApostrophe(_ text: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) -> Bool {
        let gap = text[from..<to]
        return gap.elementsEqual([0x27]) || gap.elementsEqual([0xE2, 0x80, 0x99])
    }
}
