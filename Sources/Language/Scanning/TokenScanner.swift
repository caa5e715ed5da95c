import CICU

/// A token's place in UTF-8 text, in bytes.
public struct TokenSpan: Sendable, Hashable {
    public enum Kind: Sendable {
        /// ASCII letters and digits alone.
        case asciiWord
        /// A word with letters of any script.
        case word
        /// One Han character.
        case ideograph
    }

    public let start: Int
    public let end: Int
    public let kind: Kind

    public init(start: Int, end: Int, kind: Kind) {
        self.start = start
        self.end = end
        self.kind = kind
    }
}

/// Divides text into tokens, many at a time. Keeps its room between texts; one for each thread.
public struct TokenScanner {
    private var room: [rp_span]

    public init() { room = [rp_span](repeating: rp_span(), count: 512) }

    /// Calls `body` for each token of `text` in order.
    public mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ body: (TokenSpan) -> Void) {
        guard let base = text.baseAddress, text.count <= Int(Int32.max) else { return }
        let length = Int32(text.count)
        var from: Int32 = 0
        room.withUnsafeMutableBufferPointer { spans in
            while from < length {
                let count = rp_scan(base, length, &from, spans.baseAddress, Int32(spans.count))
                for span in spans.prefix(Int(count)) {
                    let kind: TokenSpan.Kind =
                        span.kind == Int32(RP_ASCII_WORD)
                        ? .asciiWord : span.kind == Int32(RP_WORD) ? .word : .ideograph
                    body(TokenSpan(start: Int(span.start), end: Int(span.end), kind: kind))
                }
            }
        }
    }

    /// All tokens of a short text.
    public mutating func spans(of text: UnsafeBufferPointer<UInt8>) -> [TokenSpan] {
        var result: [TokenSpan] = []
        scan(text) { result.append($0) }
        return result
    }
}
