public import Domain
public import Language

/// Finds in a text what a question asked for, by the same analysis that found the record. One language, one thread.
public struct Highlighter {
    private enum Pattern {
        /// Terms at fixed distances.
        case sequence([(term: [UInt8], offset: Int)])
        case prefix([UInt8])
    }

    /// Texts are read to this length; nobody reads on for a mark.
    private static let bytesMax = 1 << 20

    private let analyzer: Analyzer
    private var patterns: [Pattern] = []

    /// For texts in `language`. What the question excludes is not marked.
    public init(_ query: ParsedQuery, language: String) {
        analyzer = Analyzer(language: language)
        let analysis = QueryAnalysis(language: language)
        if let root = query.root { collect(root, analysis) }
    }

    /// About `characters` of the text around the best place.
    public func excerpt(of text: String, characters: Int = 240) -> [MarkedPiece] {
        Excerpt.around(text, hits: hits(in: text), characters: characters)
    }

    /// The whole text, hits marked.
    public func marked(_ text: String) -> [MarkedPiece] { Excerpt.whole(text, hits: hits(in: text)) }

    private mutating func collect(_ node: QueryNode, _ analysis: QueryAnalysis) {
        switch node {
        case .word(let text): patterns += analysis.words(text).map(Pattern.sequence)
        case .phrase(let text): patterns += analysis.phrase(text).map(Pattern.sequence)
        case .anyWord(let text): patterns += analysis.plainWords(text).map(Pattern.sequence)
        case .prefix(let text): patterns.append(.prefix(analysis.prefix(text)))
        case .all(let nodes), .any(let nodes): for node in nodes { collect(node, analysis) }
        case .within(let language, let child):
            if language == analyzer.language { collect(child, analysis) }
        case .facet, .not: break
        }
    }

    /// Hits in order, none within another.
    func hits(in text: String) -> [TextHit] {
        guard !patterns.isEmpty else { return [] }
        var text = text
        return text.withUTF8 { bytes in
            let bytes = UnsafeBufferPointer(rebasing: bytes.prefix(Self.bytesMax))
            var scanner = TokenScanner()
            let tokens = AnalysedTokens(bytes, scanner.spans(of: bytes), analyzer)
            var found: [TextHit] = []
            for (number, pattern) in patterns.enumerated() {
                for token in tokens.spans.indices {
                    if let end = end(of: pattern, at: token, tokens) {
                        found.append(TextHit(start: tokens.spans[token].start, end: end, part: number))
                    }
                }
            }
            return Self.merged(found)
        }
    }

    /// Where the pattern that begins at a token ends, in bytes.
    private func end(of pattern: Pattern, at token: Int, _ tokens: AnalysedTokens) -> Int? {
        switch pattern {
        case .prefix(let prefix):
            return tokens.folded[token].starts(with: prefix) ? tokens.spans[token].end : nil
        case .sequence(let parts):
            var end: Int?
            for part in parts {
                guard let last = tokens.end(of: part.term, at: token + part.offset) else { return nil }
                end = max(end ?? 0, last)
            }
            return end
        }
    }

    private static func merged(_ hits: [TextHit]) -> [TextHit] {
        var result: [TextHit] = []
        for hit in hits.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) }) {
            if let last = result.last, hit.start < last.end {
                result[result.count - 1].end = max(last.end, hit.end)
            } else {
                result.append(hit)
            }
        }
        return result
    }
}

/// A text's tokens with their terms.
private struct AnalysedTokens {
    let spans: [TokenSpan]
    private(set) var folded: [[UInt8]] = []
    private var terms: [[UInt8]] = []
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ spans: [TokenSpan], _ analyzer: Analyzer) {
        self.bytes = bytes
        self.spans = spans
        var term: [UInt8] = []
        var word: [UInt8] = []
        for span in spans {
            analyzer.analyse(
                UnsafeBufferPointer(rebasing: bytes[span.start..<span.end]), span.kind, term: &term, folded: &word)
            terms.append(term)
            folded.append(word)
        }
    }

    /// Where `term` ends if it stands at a token: one token, or two Han characters side by side.
    func end(of term: [UInt8], at token: Int) -> Int? {
        guard token < spans.count else { return nil }
        if terms[token] == term { return spans[token].end }
        guard spans[token].kind == .ideograph, token + 1 < spans.count, spans[token + 1].kind == .ideograph,
            spans[token].end == spans[token + 1].start,
            bytes[spans[token].start..<spans[token + 1].end].elementsEqual(term)
        else { return nil }
        return spans[token + 1].end
    }
}
