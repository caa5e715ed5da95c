/// Writes elements as bytes, for XHTML and for the parts of a Word file. Text and values are always escaped.
struct PaperXML {
    private(set) var bytes: [UInt8] = []

    init(declaration: Bool = false) {
        if declaration { bytes += #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.utf8 }
    }

    /// An element with what `body` writes into it; attributes whose value is nil are left out.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
        _ body: (inout PaperXML) -> Void
    ) {
        start(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        body(&self)
        bytes += "</".utf8
        append(name)
        bytes.append(UInt8(ascii: ">"))
    }

    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], text: String
    ) {
        element(name, attributes) { $0.text(text) }
    }

    /// An element without content: `<name/>`.
    mutating func empty(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
        start(name, attributes)
        bytes += "/>".utf8
    }

    mutating func text(_ text: String) { escape(text) }

    /// Markup of this program's own, never of a reader's.
    mutating func raw(_ markup: String) { bytes += markup.utf8 }

    private mutating func start(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) {
        bytes.append(UInt8(ascii: "<"))
        append(name)
        for (name, value) in attributes {
            guard let value else { continue }
            bytes.append(UInt8(ascii: " "))
            append(name)
            bytes += "=\"".utf8
            escape(value)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func append(_ name: StaticString) {
        name.withUTF8Buffer { bytes += $0 }
    }

    /// XML 1.0 has no place for most control characters and for two that are none; they are left out.
    private mutating func escape(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += "&amp;".utf8
            case "<": bytes += "&lt;".utf8
            case ">": bytes += "&gt;".utf8
            case "\"": bytes += "&quot;".utf8
            case "\t", "\n": bytes.append(UInt8(scalar.value))
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
            default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
    }
}
