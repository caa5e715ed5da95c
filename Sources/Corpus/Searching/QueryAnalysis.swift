import Language

/// Makes terms of a question's words, as the texts of one language are analysed.
struct QueryAnalysis {
    typealias Sequence = [(term: [UInt8], offset: Int)]

    private let analyzer: Analyzer

    init(language: String) { analyzer = Analyzer(language: language) }

    /// What one typed word asks for: itself, or where it holds several words, these side by side (`follow-up`). Han characters
    /// are first divided into words, each of which is asked for by itself.
    func words(_ text: String) -> [Sequence] {
        tokens(text) { bytes, spans in
            let clitics = Clitics.flags(bytes, spans, language: analyzer.language)
            let kept = spans.indices.filter { !clitics[$0] }
            guard spans.contains(where: { $0.kind == .ideograph }) else {
                return side(by: kept.isEmpty ? Array(spans.indices) : kept, of: spans, bytes).map { [$0] } ?? []
            }
            let starts = TextBoundaries.words(bytes) + [bytes.count]
            return zip(starts, starts.dropFirst()).compactMap { start, end in
                side(by: spans.indices.filter { (start..<end).contains(spans[$0].start) }, of: spans, bytes)
            }
        }
    }

    /// The words of a quotation, in order and side by side.
    func phrase(_ text: String) -> [Sequence] {
        tokens(text) { bytes, spans in side(by: Array(spans.indices), of: spans, bytes).map { [$0] } ?? [] }
    }

    /// Every word of a plain text by itself, without stop words unless there is nothing else; Han characters alone and in pairs.
    func plainWords(_ text: String) -> [Sequence] {
        tokens(text) { bytes, spans in
            let clitics = Clitics.flags(bytes, spans, language: analyzer.language)
            var terms: [(term: [UInt8], isStop: Bool)] = []
            for (index, span) in spans.enumerated() {
                let (term, folded) = analyse(bytes, span)
                let isStop = StopWords.contains(String(decoding: folded, as: UTF8.self), language: analyzer.language)
                terms.append((term, isStop || clitics[index]))
                if span.kind == .ideograph, index > 0, isPair(spans[index - 1], span) {
                    terms.append((Array(bytes[spans[index - 1].start..<span.end]), false))
                }
            }
            let telling = terms.filter { !$0.isStop }
            return (telling.isEmpty ? terms : telling).map { [($0.term, 0)] }
        }
    }

    /// The folded letters that words begin with.
    func prefix(_ text: String) -> [UInt8] { Array(TextFolding.fold(text).utf8) }

    /// Terms at the distances of their tokens. Han runs of two and more are asked for by their pairs.
    private func side(by chosen: [Int], of spans: [TokenSpan], _ bytes: UnsafeBufferPointer<UInt8>) -> Sequence? {
        guard let first = chosen.first, let last = chosen.last else { return nil }
        var sequence: Sequence = []
        for index in chosen {
            let span = spans[index]
            if span.kind != .ideograph {
                sequence.append((analyse(bytes, span).term, index - first))
            } else if index < last, isPair(span, spans[index + 1]) {
                sequence.append((Array(bytes[span.start..<spans[index + 1].end]), index - first))
            } else if index == first || !isPair(spans[index - 1], span) {
                sequence.append((Array(bytes[span.start..<span.end]), index - first))
            }
        }
        return sequence
    }

    private func isPair(_ left: TokenSpan, _ right: TokenSpan) -> Bool {
        left.kind == .ideograph && right.kind == .ideograph && left.end == right.start
    }

    private func analyse(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TokenSpan) -> (term: [UInt8], folded: [UInt8]) {
        var term: [UInt8] = []
        var folded: [UInt8] = []
        analyzer.analyse(
            UnsafeBufferPointer(rebasing: bytes[span.start..<span.end]), span.kind, term: &term, folded: &folded)
        return (term, folded)
    }

    private func tokens<Result>(
        _ text: String, _ body: (UnsafeBufferPointer<UInt8>, [TokenSpan]) -> Result
    ) -> Result {
        var text = text
        var scanner = TokenScanner()
        return text.withUTF8 { body($0, scanner.spans(of: $0)) }
    }
}
