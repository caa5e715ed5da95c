/// A value of the current record, read where it stands. Valid until the stream goes on.
struct JSONValue {
    let tape: JSONTape
    let bytes: UnsafeBufferPointer<UInt8>
    let index: Int

    init(_ stream: borrowing JSONRecordStream) {
        tape = stream.tape
        bytes = stream.bytes
        index = 0
    }

    private init(_ parent: JSONValue, at index: Int) {
        tape = parent.tape
        bytes = parent.bytes
        self.index = index
    }

    var kind: JSONNode.Kind { tape.nodes[index].kind }

    /// Members of an object; where a name comes twice, both.
    var members: [(name: String, value: JSONValue)] {
        guard kind == .object else { return [] }
        var members: [(String, JSONValue)] = []
        var place = index + 1
        while place < Int(tape.nodes[index].next) {
            let value = JSONValue(self, at: place + 1)
            if let name = JSONValue(self, at: place).string { members.append((name, value)) }
            place = Int(tape.nodes[place + 1].next)
        }
        return members
    }

    /// Members by name; the last one counts where a name comes twice.
    var object: [String: JSONValue]? {
        kind == .object ? Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }) : nil
    }

    /// Elements of an array; a lone value that is not null counts as an array of one.
    var elements: [JSONValue] {
        guard kind == .array else { return kind == .null ? [] : [self] }
        var elements: [JSONValue] = []
        var place = index + 1
        while place < Int(tape.nodes[index].next) {
            elements.append(JSONValue(self, at: place))
            place = Int(tape.nodes[place].next)
        }
        return elements
    }

    /// A string's characters; nil for other kinds and for what is not UTF-8 or not JSON's escapes.
    var string: String? {
        guard kind == .string else { return nil }
        let node = tape.nodes[index]
        let raw = bytes.slice(Int(node.start)..<Int(node.end))
        guard node.isEscaped else { return raw.validText }
        var plain: [UInt8] = []
        guard JSONText.unescape(raw, into: &plain) else { return nil }
        return String(validating: plain, as: UTF8.self)
    }

    /// A string, or a number as written.
    var text: String? {
        guard kind == .number else { return string }
        return bytes.slice(Int(tape.nodes[index].start)..<Int(tape.nodes[index].end)).validText
    }

    /// A whole number that fits, written as number or as string.
    var integer: Int? { text.flatMap { Int($0) } }

    /// Nil where every string in it is UTF-8; else the name of the member that is not.
    var memberWithBadText: String? {
        for (name, value) in members where value.hasBadText { return name }
        return nil
    }

    private var hasBadText: Bool {
        for place in index..<Int(tape.nodes[index].next) where tape.nodes[place].kind == .string {
            if JSONValue(self, at: place).string == nil { return true }
        }
        return false
    }
}
