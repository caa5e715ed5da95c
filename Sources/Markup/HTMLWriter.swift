/// Appends HTML and SVG to bytes. Everything that comes in as a value is escaped; only literals of the program can be written as they stand.
///
/// Elements nest by closures, so each start tag has its end tag.
public final class HTMLWriter {
    public private(set) var bytes: [UInt8]

    public init(reserving capacity: Int = 32_768) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// Writes an element with content.
    public func element(_ tag: Element, _ attributes: Attribute..., content: () -> Void) {
        start(tag, attributes)
        content()
        end(tag)
    }

    /// Writes an element whose content is text.
    public func element(_ tag: Element, _ attributes: Attribute..., text value: String) {
        start(tag, attributes)
        text(value)
        end(tag)
    }

    /// Writes an element without content: void in HTML, closing itself in SVG, with an end tag elsewhere.
    public func empty(_ tag: Element, _ attributes: Attribute...) {
        start(tag, attributes)
        if tag.closesItself {
            bytes[bytes.count - 1] = UInt8(ascii: "/")
            bytes.append(UInt8(ascii: ">"))
            return
        }
        if !tag.isVoid { end(tag) }
    }

    /// Writes text, escaped.
    public func text(_ value: String) { escape(value) }

    /// Writes a literal of the program as it stands.
    public func literal(_ value: StaticString) {
        value.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    public func doctype() { literal("<!DOCTYPE html>\n") }

    /// The shortest decimal form with at most two places after the point: `12`, `0.5`, `-3.25`.
    static func text(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    private func start(_ tag: Element, _ attributes: [Attribute]) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: tag.rawValue.utf8)
        for attribute in attributes { write(attribute) }
        bytes.append(UInt8(ascii: ">"))
    }

    private func end(_ tag: Element) {
        literal("</")
        bytes.append(contentsOf: tag.rawValue.utf8)
        bytes.append(UInt8(ascii: ">"))
    }

    private func write(_ attribute: Attribute) {
        switch attribute.value {
        case .absent: return
        case .flag:
            bytes.append(UInt8(ascii: " "))
            literal(attribute.name)
        case .text(let value):
            startValue(attribute.name)
            escape(value)
            bytes.append(UInt8(ascii: "\""))
        case .number(let value):
            startValue(attribute.name)
            bytes.append(contentsOf: Self.text(value).utf8)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private func startValue(_ name: StaticString) {
        bytes.append(UInt8(ascii: " "))
        literal(name)
        literal("=\"")
    }

    /// Copies runs that need no escaping whole; `& < > " '` become references, U+0000 the replacement character.
    private func escape(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            var from = 0
            for index in utf8.indices {
                let reference: StaticString
                switch utf8[index] {
                case UInt8(ascii: "&"): reference = "&amp;"
                case UInt8(ascii: "<"): reference = "&lt;"
                case UInt8(ascii: ">"): reference = "&gt;"
                case UInt8(ascii: "\""): reference = "&quot;"
                case UInt8(ascii: "'"): reference = "&#39;"
                case 0: reference = "\u{FFFD}"
                default: continue
                }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[from..<index]))
                literal(reference)
                from = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[from...]))
        }
    }
}
