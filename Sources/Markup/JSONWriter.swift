/// Appends JSON to bytes by hand: keys in the order they are written, no reflection.
///
/// Objects and arrays nest by closures; commas are put by the writer.
public final class JSONWriter {
    public private(set) var bytes: [UInt8]
    private var needsComma = false

    public init(reserving capacity: Int = 16_384) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    public func object(_ key: String? = nil, content: () -> Void) { nest(key, "{", "}", content) }
    public func array(_ key: String? = nil, content: () -> Void) { nest(key, "[", "]", content) }

    public func array(_ key: String, of values: some Sequence<String>) {
        array(key) { for item in values { value(item) } }
    }

    public func member(_ key: String, _ value: String?) {
        begin(key)
        if let value { quote(value) } else { ascii("null") }
    }
    public func member(_ key: String, _ value: Int?) {
        begin(key)
        if let value { ascii(String(value)) } else { ascii("null") }
    }
    /// A finite number with at most three decimals.
    public func member(_ key: String, _ value: Double) {
        begin(key)
        let thousandths = Int(max(-1e12, min(1e12, value.isNaN ? 0 : value)) * 1_000 + (value < 0 ? -0.5 : 0.5))
        var decimals = String(abs(thousandths) % 1_000 + 1_000).dropFirst()
        while decimals.count > 1, decimals.last == "0" { decimals.removeLast() }
        ascii((value < 0 ? "-" : "") + String(abs(thousandths) / 1_000) + "." + decimals)
    }
    public func member(_ key: String, _ value: Bool) {
        begin(key)
        ascii(value ? "true" : "false")
    }
    public func value(_ value: String) {
        begin(nil)
        quote(value)
    }
    public func value(_ value: Int) {
        begin(nil)
        ascii(String(value))
    }

    /// Ends a record of JSON lines.
    public func newline() {
        bytes.append(0x0A)
        needsComma = false
    }

    /// A comma between values that are written one by one, outside of any array of this writer.
    public func separator() {
        bytes.append(UInt8(ascii: ","))
        needsComma = false
    }

    private func nest(_ key: String?, _ open: String, _ close: String, _ content: () -> Void) {
        begin(key)
        ascii(open)
        needsComma = false
        content()
        ascii(close)
        needsComma = true
    }

    private func begin(_ key: String?) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
        guard let key else { return }
        quote(key)
        bytes.append(UInt8(ascii: ":"))
    }

    private func ascii(_ value: String) { bytes.append(contentsOf: value.utf8) }

    private func quote(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        var value = value
        value.withUTF8 { utf8 in
            var from = 0
            for index in utf8.indices where utf8[index] < 0x20 || utf8[index] == 0x22 || utf8[index] == 0x5C {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[from..<index]))
                escape(utf8[index])
                from = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[from...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private func escape(_ byte: UInt8) {
        switch byte {
        case 0x22: ascii("\\\"")
        case 0x5C: ascii("\\\\")
        case 0x0A: ascii("\\n")
        case 0x0D: ascii("\\r")
        case 0x09: ascii("\\t")
        default: ascii("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
        }
    }
}
