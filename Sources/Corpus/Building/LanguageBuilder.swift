import Language

/// Gathers the texts of one language for one segment.
final class LanguageBuilder {
    /// Marks a token that stands where the one before it stands (a Han pair beside its first character).
    private static let together: UInt32 = 1 << 31
    /// Words between two texts of one record, so that no phrase reaches from one to the next.
    private static let gap = 16
    private static let positionsMax = 65_535
    private static let tokenBytesMax = 1_024

    let language: String
    private let analyzer: Analyzer
    private var scanner = TokenScanner()
    /// Short ASCII tokens with the number of their term.
    private let short = ShortWords()
    /// Other tokens as they stand in the text (ASCII in small letters), with the number of their term.
    private let raw = ByteTable()
    let terms = ByteTable()
    /// Words without case and diacritics, with the number of their term.
    let words = ByteTable()
    /// The term of each token in order, texts one after another.
    @exclusivity(unchecked) private(set) var log = NumberLog()
    private(set) var entries: [(ordinal: UInt16, start: Int, position: Int)] = []
    private(set) var lengths: [UInt16] = []
    private(set) var texts = 0
    private(set) var tokens = 0

    private var term: [UInt8] = []
    private var folded: [UInt8] = []
    /// Room for one token in small letters.
    private let lowered = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: tokenBytesMax)

    init(language: String) {
        self.language = language
        analyzer = Analyzer(language: language)
    }

    deinit { lowered.deallocate() }

    /// Adds a text of the record `ordinal`, which is not smaller than any before.
    func add(_ text: String, ordinal: Int) {
        var position = 0
        if lengths.count == ordinal + 1 {
            position = min(Self.positionsMax, Int(lengths[ordinal]) + Self.gap)
        } else {
            lengths.append(contentsOf: repeatElement(0, count: ordinal + 1 - lengths.count))
            texts += 1
        }
        entries.append((UInt16(ordinal), log.count, position))
        var text = text
        let count = text.withUTF8 { log($0, from: position) }
        lengths[ordinal] = UInt16(count)
        tokens += count - position
    }

    /// Logs a text's tokens, the first one being at `position`; returns the position after the last.
    private func log(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int {
        // No text has more tokens than bytes, pairs of Han characters included.
        log.reserve(bytes.count)
        var count = position
        var previous = TokenSpan.none
        scanner.scan(bytes) { spans in
            for span in spans.prefix(Self.positionsMax - count) {
                if span.kind == .asciiWord {
                    log.append(asciiNumber(bytes, span))
                } else {
                    if span.kind == .ideograph, previous.kind == .ideograph, previous.end == span.start {
                        log.append(number(bytes[previous.start..<span.end], .ideograph) | Self.together)
                    }
                    log.append(number(bytes[span.start..<span.end], span.kind))
                }
                previous = span
                count += 1
            }
        }
        return count
    }

    /// Calls `body` with term and occurrence (ordinal << 16 | position) of each token.
    func forEachOccurrence(_ body: (Int, UInt32) -> Void) {
        for (index, entry) in entries.enumerated() {
            let end = index + 1 < entries.count ? entries[index + 1].start : log.count
            var position = UInt32(entry.position)
            let high = UInt32(entry.ordinal) << 16
            for place in entry.start..<end {
                let token = log[place]
                if token & Self.together != 0 {
                    body(Int(token & ~Self.together), high | (position - 1))
                } else {
                    body(Int(token), high | position)
                    position += 1
                }
            }
        }
    }

    /// The number of an ASCII token's term.
    @inline(__always) private func asciiNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TokenSpan) -> UInt32 {
        guard span.end - span.start <= ShortWords.bytesMax else {
            return number(bytes[span.start..<span.end], .asciiWord)
        }
        let key = ShortWords.key(bytes, span.start, span.end)
        if let known = short.value(key) { return known }
        let new = learn(UnsafeBufferPointer(rebasing: bytes[span.start..<span.end]), .asciiWord)
        short.insert(key, new)
        return new
    }

    /// The number of a token's term.
    private func number(_ token: Slice<UnsafeBufferPointer<UInt8>>, _ kind: TokenSpan.Kind) -> UInt32 {
        let token = UnsafeBufferPointer(rebasing: token.prefix(Self.tokenBytesMax))
        if kind != .asciiWord { return known(token, kind) }
        for index in token.indices {
            let byte = token[index]
            lowered[index] = byte &- 65 < 26 ? byte | 0x20 : byte
        }
        return known(UnsafeBufferPointer(start: lowered.baseAddress, count: token.count), kind)
    }

    private func known(_ token: UnsafeBufferPointer<UInt8>, _ kind: TokenSpan.Kind) -> UInt32 {
        let (index, isNew) = raw.insert(token)
        if isNew { raw.setValue(index, learn(token, kind)) }
        return raw.value(index)
    }

    private func learn(_ token: UnsafeBufferPointer<UInt8>, _ kind: TokenSpan.Kind) -> UInt32 {
        analyzer.analyse(token, kind, term: &term, folded: &folded)
        let number = term.withUnsafeBufferPointer { terms.insert($0).index }
        let word = folded.withUnsafeBufferPointer { words.insert($0) }
        if word.isNew { words.setValue(word.index, UInt32(number)) }
        return UInt32(number)
    }
}

extension TokenSpan {
    fileprivate static let none = TokenSpan(start: -1, end: -1, kind: .word)
}
