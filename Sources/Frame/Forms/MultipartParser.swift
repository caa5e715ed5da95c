/// What stands in the way of reading `multipart/form-data`.
enum MultipartError: Error, Sendable, Equatable {
    case noBoundary
    case malformed
    /// A part's head is longer than any browser writes.
    case headTooLong
    case endedEarly
}

/// Reads `multipart/form-data` (RFC 7578) as it arrives, keeping no more than a piece and a boundary.
struct MultipartParser {
    enum Event: Equatable {
        /// A part begins; `fileName` is nil for a plain field.
        case part(name: String, fileName: String?)
        case data([UInt8])
        case partEnd
    }

    private enum State { case preamble, head, content, ended }

    static let headBytesMax = 16_384

    private let delimiter: [UInt8]
    private var buffer: [UInt8] = []
    private var state = State.preamble

    init(contentType: String) throws(MultipartError) {
        let fields = HeaderFields(contentType)
        guard fields.value.lowercased() == "multipart/form-data", let boundary = fields["boundary"],
            !boundary.isEmpty, boundary.utf8.count <= 70
        else { throw .noBoundary }
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first boundary may stand at the very beginning: the line end before it is supplied.
        buffer = [0x0D, 0x0A]
    }

    var isEnded: Bool { state == .ended }

    /// Takes the next bytes and tells what they made known.
    mutating func push(_ bytes: some Sequence<UInt8>) throws(MultipartError) -> [Event] {
        buffer += bytes
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// Whether something was used up, so that more may follow.
    private mutating func step(_ events: inout [Event]) throws(MultipartError) -> Bool {
        switch state {
        case .ended:
            buffer.removeAll()
            return false
        case .preamble, .content: return contentStep(&events)
        case .head: return try headStep(&events)
        }
    }

    /// Passes on what stands before the boundary; keeps what may be the beginning of one.
    private mutating func contentStep(_ events: inout [Event]) -> Bool {
        let isContent = state == .content
        guard let at = buffer.firstRange(of: delimiter, from: 0) else {
            let safe = buffer.count - delimiter.count + 1
            if safe > 0 {
                if isContent { events.append(.data(Array(buffer[..<safe]))) }
                buffer.removeFirst(safe)
            }
            return false
        }
        // Two bytes after the boundary tell whether it is the last.
        guard buffer.count >= at + delimiter.count + 2 else {
            if at > 0 {
                if isContent { events.append(.data(Array(buffer[..<at]))) }
                buffer.removeFirst(at)
            }
            return false
        }
        if isContent {
            if at > 0 { events.append(.data(Array(buffer[..<at]))) }
            events.append(.partEnd)
        }
        let after = at + delimiter.count
        let isLast = buffer[after] == UInt8(ascii: "-") && buffer[after + 1] == UInt8(ascii: "-")
        buffer.removeFirst(isLast ? after + 2 : after)
        state = isLast ? .ended : .head
        return true
    }

    /// Reads a part's header lines. The buffer begins with the line end behind the boundary.
    private mutating func headStep(_ events: inout [Event]) throws(MultipartError) -> Bool {
        let blank: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
        guard let end = buffer.firstRange(of: blank, from: 0) else {
            guard buffer.count <= Self.headBytesMax else { throw .headTooLong }
            return false
        }
        guard end <= Self.headBytesMax else { throw .headTooLong }
        let head = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeFirst(end + blank.count)
        let lines = head.split(whereSeparator: \.isNewline)
        guard
            let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let colon = line.firstIndex(of: ":")
        else { throw .malformed }
        let fields = HeaderFields(String(line[line.index(after: colon)...]))
        guard fields.value.lowercased() == "form-data", let name = fields["name"] else { throw .malformed }
        events.append(.part(name: name, fileName: fields["filename"]))
        state = .content
        return true
    }
}

/// `value; name=text; other="quoted text"`
struct HeaderFields {
    let value: String
    private var parameters: [(name: String, value: String)] = []

    init(_ text: String) {
        var rest = Substring(text)
        value = Self.trimmed(rest.prefix { $0 != ";" })
        rest = rest.dropFirst(rest.prefix { $0 != ";" }.count)
        while rest.first == ";" {
            rest = rest.dropFirst()
            let name = Self.trimmed(rest.prefix { $0 != "=" && $0 != ";" }).lowercased()
            rest = rest.dropFirst(rest.prefix { $0 != "=" && $0 != ";" }.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst().drop { $0 == " " }
            parameters.append((name, Self.takeValue(&rest)))
        }
    }

    subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

    /// A token or a quoted text. Browsers write `%22` for a quotation mark within one; a backslash is a letter to some of them.
    private static func takeValue(_ rest: inout Substring) -> String {
        guard rest.first == "\"" else {
            let token = rest.prefix { $0 != ";" }
            rest = rest.dropFirst(token.count)
            return trimmed(token)
        }
        rest = rest.dropFirst()
        var value = ""
        while let next = rest.popFirst(), next != "\"" {
            if next == "\\", rest.first == "\"" || rest.first == "\\", let escaped = rest.popFirst() {
                value.append(escaped)
            } else {
                value.append(next)
            }
        }
        rest = rest.drop { $0 != ";" }
        return value.replacing("%22", with: "\"")
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension [UInt8] {
    /// Where `pattern` stands first, searched for by its first byte.
    fileprivate func firstRange(of pattern: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first, count - start >= pattern.count else { return nil }
        return withUnsafeBufferPointer { bytes in
            pattern.withUnsafeBufferPointer { pattern in
                var index = start
                let last = bytes.count - pattern.count
                while index <= last {
                    if bytes[index] == first {
                        var length = 1
                        while length < pattern.count, bytes[index + length] == pattern[length] { length += 1 }
                        if length == pattern.count { return index }
                    }
                    index += 1
                }
                return nil
            }
        }
    }
}
