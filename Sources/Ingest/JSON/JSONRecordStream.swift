/// The records of a JSON file one by one, whatever the file's size: elements of an array, of the array under one name of an
/// object, or values one a line. A record that is not JSON, too deep or larger than the window's limit is passed over.
struct JSONRecordStream {
    enum Shape: Equatable {
        /// `[ record, record ]`
        case array
        /// `{ ..., "rows": [ record, record ] }`
        case member(String)
        /// One record a line.
        case lines
    }

    enum Step {
        /// `tape` and `bytes` hold the record.
        case record
        case rejected(RowFault)
        case end
    }

    let window: ByteWindow
    private let shape: Shape
    private(set) var tape = JSONTape()
    /// Number of the record last read, from 1.
    private(set) var record = 0
    /// Bytes of the current record, to be dropped when the next is asked for.
    private var taken = 0
    private var isStarted = false
    private var isInRecord = false

    init(_ window: ByteWindow, shape: Shape) {
        self.window = window
        self.shape = shape
    }

    /// The bytes the tape's places refer to.
    var bytes: UnsafeBufferPointer<UInt8> { window.bytes }

    mutating func next() throws(IngestError) -> Step {
        window.advance(by: taken)
        taken = 0
        if !isStarted {
            try window.skipByteOrderMark()
            if shape != .lines, try !enterArray() { return .end }
        }
        return shape == .lines ? try nextLine() : try nextElement()
    }

    // MARK: One a line

    private mutating func nextLine() throws(IngestError) -> Step {
        isStarted = true
        guard try window.skipWhitespace() else { return .end }
        record += 1
        var searched = 0
        while true {
            if let length = window.bytes.firstPlace(of: 0x0A, from: searched) {
                return take(length: length, isLast: false)
            }
            searched = window.count
            switch try window.refill() {
            case .more: continue
            case .full:
                _ = try window.skipLine()
                return .rejected(.recordTooLarge(limitBytes: window.limitBytes))
            case .end:
                let step = take(length: window.count, isLast: true)
                guard case .rejected(.notJSON) = step else { return step }
                throw .cutOff(byte: window.offset + window.count, record: record)
            }
        }
    }

    private mutating func take(length: Int, isLast: Bool) -> Step {
        let line = window.bytes.slice(0..<length)
        taken = isLast ? length : length + 1
        switch tape.read(line, isWhole: true) {
        case .value(let end):
            let rest = line.slice(end..<length).first { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }
            return rest == nil ? .record : .rejected(.notJSON(at: end + 1))
        case .malformed(let place): return .rejected(.notJSON(at: place + 1))
        case .tooDeep: return .rejected(.tooDeep(limit: JSONTape.depthMax))
        case .needsMore: return .rejected(.notJSON(at: length))
        }
    }

    // MARK: Elements of an array

    private mutating func nextElement() throws(IngestError) -> Step {
        guard try window.skipWhitespace(), let byte = try window.byte() else { throw cutOff }
        if isStarted {
            if byte == UInt8(ascii: "]") { return end() }
            guard byte == UInt8(ascii: ",") else { throw malformed("expected a comma between records") }
            window.advance(by: 1)
            guard try window.skipWhitespace() else { throw cutOff }
        } else if byte == UInt8(ascii: "]") {
            return end()
        }
        isStarted = true
        record += 1
        isInRecord = true
        defer { isInRecord = false }
        while true {
            switch tape.read(window.bytes, isWhole: false) {
            case .value(let length):
                taken = length
                return .record
            case .needsMore:
                switch try window.refill() {
                case .more: continue
                case .end: throw cutOff
                case .full:
                    try skipValue(faultAt: nil)
                    return .rejected(.recordTooLarge(limitBytes: window.limitBytes))
                }
            case .malformed(let place):
                try skipValue(faultAt: window.offset + place)
                return .rejected(.notJSON(at: place + 1))
            case .tooDeep:
                try skipValue(faultAt: nil)
                return .rejected(.tooDeep(limit: JSONTape.depthMax))
            }
        }
    }

    private func end() -> Step {
        window.advance(by: 1)
        return .end
    }

    /// Goes to the first element; false where the object has no such name.
    private mutating func enterArray() throws(IngestError) -> Bool {
        guard try window.skipWhitespace(), let byte = try window.byte() else { throw cutOff }
        if byte == UInt8(ascii: "[") {
            window.advance(by: 1)
            return true
        }
        guard case .member(let name) = shape, byte == UInt8(ascii: "{") else { throw malformed("expected \"[\"") }
        window.advance(by: 1)
        while true {
            guard try window.skipWhitespace(), let next = try window.byte() else { throw cutOff }
            if next == UInt8(ascii: "}") { return false }
            if next == UInt8(ascii: ",") {
                window.advance(by: 1)
                continue
            }
            let isWanted = try readName() == name
            guard try window.skipWhitespace(), let colon = try window.byte() else { throw cutOff }
            guard colon == UInt8(ascii: ":") else { throw malformed("expected a colon") }
            window.advance(by: 1)
            guard try window.skipWhitespace(), let first = try window.byte() else { throw cutOff }
            if isWanted, first == UInt8(ascii: "[") {
                window.advance(by: 1)
                return true
            }
            try skipValue(faultAt: nil)
        }
    }

    private mutating func readName() throws(IngestError) -> String? {
        guard try window.byte() == UInt8(ascii: "\"") else { throw malformed("expected a name in quotation marks") }
        var length = 1
        while let byte = try window.byte(at: length) {
            if byte == UInt8(ascii: "\"") {
                let name = window.bytes.slice(1..<length).validText
                window.advance(by: length + 1)
                return name
            }
            length += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        throw window.count >= window.limitBytes ? malformed("a name without end") : cutOff
    }

    /// Passes over one value by its brackets and quotation marks alone, in constant memory.
    private func skipValue(faultAt fault: Int?) throws(IngestError) {
        var depth = 0
        var isInString = false
        while true {
            let bytes = window.bytes
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if isInString {
                    guard let sign = Self.signInString(bytes, index) else {
                        index = bytes.count
                        break
                    }
                    index = sign
                    if bytes[sign] == UInt8(ascii: "\\") {
                        if sign + 1 == bytes.count { break }
                        index += 1
                    } else {
                        isInString = false
                        if depth == 0 { return window.advance(by: index + 1) }
                    }
                } else {
                    switch byte {
                    case UInt8(ascii: "\""): isInString = true
                    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                    case UInt8(ascii: "}"), UInt8(ascii: "]"):
                        if depth == 0 { return window.advance(by: index) }
                        depth -= 1
                        if depth == 0 { return window.advance(by: index + 1) }
                    case UInt8(ascii: ","): if depth == 0 { return window.advance(by: index) }
                    default: break
                    }
                }
                index += 1
            }
            window.advance(by: index)
            if try window.refill() == .end {
                if let fault { throw .malformed(byte: fault, record: record, reason: "no valid JSON from here on") }
                throw cutOff
            }
        }
    }

    /// The next quotation mark or backslash.
    private static func signInString(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
        let quote = bytes.firstPlace(of: UInt8(ascii: "\""), from: index)
        return bytes.slice(0..<(quote ?? bytes.count)).firstPlace(of: UInt8(ascii: "\\"), from: index) ?? quote
    }

    private var cutOff: IngestError {
        .cutOff(byte: window.offset + window.count, record: record + (isInRecord ? 0 : 1))
    }
    private func malformed(_ reason: String) -> IngestError {
        .malformed(byte: window.offset, record: record, reason: reason)
    }
}
