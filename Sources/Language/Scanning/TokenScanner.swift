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
    private static let together = 512
    private var room = [rp_span](repeating: rp_span(), count: together)
    private var found = [TokenSpan](repeating: TokenSpan(start: 0, end: 0, kind: .word), count: together)

    public init() {}

    /// Calls `body` with the tokens of `text` in order, up to 512 at a time.
    public mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<TokenSpan>) -> Void) {
        guard let base = text.baseAddress, text.count <= Int(Int32.max) else { return }
        let length = Int32(text.count)
        var from: Int32 = 0
        room.withUnsafeMutableBufferPointer { spans in
            found.withUnsafeMutableBufferPointer { found in
                while from < length {
                    let count = Int(rp_scan(base, length, &from, spans.baseAddress, Int32(spans.count)))
                    for index in 0..<count { found[index] = TokenSpan(spans[index]) }
                    if count > 0 { body(UnsafeBufferPointer(rebasing: found[..<count])) }
                }
            }
        }
    }

    /// All tokens of a short text.
    public mutating func spans(of text: UnsafeBufferPointer<UInt8>) -> [TokenSpan] {
        var result: [TokenSpan] = []
        scan(text) { result.append(contentsOf: $0) }
        return result
    }
}

extension TokenSpan {
    fileprivate init(_ span: rp_span) {
        let kind: Kind =
            span.kind == Int32(RP_ASCII_WORD) ? .asciiWord : span.kind == Int32(RP_WORD) ? .word : .ideograph
        self.init(start: Int(span.start), end: Int(span.end), kind: kind)
    }
}
