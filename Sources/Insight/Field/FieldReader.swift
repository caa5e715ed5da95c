import Language

/// A word of a text that says something: its stem, and where it stands.
struct FieldWord {
    var term: String
    /// Bytes of the text.
    var start: Int
    var end: Int
    /// Whether it is written with a capital.
    var isCapital = false
}

/// Reads texts of one language into stems, small words passed over. Keeps buffers: one for each thread.
final class FieldReader {
    let language: String
    private let analyzer: Analyzer
    private var scanner = TokenScanner()

    /// What is read of one text; a recommendation has some thirty words, a treaty body's paragraph some hundred.
    static let wordsMax = 600
    private static let bytesMax = 16_384

    init(language: String) {
        self.language = language
        analyzer = Analyzer(language: language)
    }

    func words(of text: String) -> [FieldWord] {
        var text = text
        return text.withUTF8 { bytes in
            var end = min(bytes.count, Self.bytesMax)
            while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            return words(of: UnsafeBufferPointer(rebasing: bytes[..<end]))
        }
    }

    private func words(of bytes: UnsafeBufferPointer<UInt8>) -> [FieldWord] {
        let spans = scanner.spans(of: bytes)
        let clitics = Clitics.flags(bytes, spans, language: language)
        var words: [FieldWord] = []
        var term: [UInt8] = []
        var folded: [UInt8] = []
        for (index, span) in spans.enumerated() where !clitics[index] && words.count < Self.wordsMax {
            analyzer.analyse(
                UnsafeBufferPointer(rebasing: bytes[span.start..<span.end]), span.kind, term: &term, folded: &folded)
            if StopWords.contains(String(decoding: folded, as: UTF8.self), language: language) { continue }
            words.append(
                FieldWord(
                    term: String(decoding: term, as: UTF8.self), start: span.start, end: span.end,
                    isCapital: bytes[span.start] != folded.first))
        }
        return words
    }
}
