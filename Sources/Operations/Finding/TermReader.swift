import Language

/// Reads words as the Corpus does: the terms of a text in one language. For one thread.
struct TermReader {
    private let analyzer: Analyzer
    private var scanner = TokenScanner()

    init(language: String) { analyzer = Analyzer(language: language) }

    /// The terms in order, without the small words that an apostrophe ties to another.
    mutating func terms(_ text: String) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            let spans = scanner.spans(of: bytes)
            let clitics = Clitics.flags(bytes, spans, language: analyzer.language)
            var term: [UInt8] = []
            var folded: [UInt8] = []
            var terms: [String] = []
            for (index, span) in spans.enumerated() where !clitics[index] {
                analyzer.analyse(
                    UnsafeBufferPointer(rebasing: bytes[span.start..<span.end]), span.kind, term: &term, folded: &folded
                )
                terms.append(String(decoding: term, as: UTF8.self))
            }
            return terms
        }
    }
}
