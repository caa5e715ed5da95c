/// Elements as XML text, with nothing but what was in them.
package enum XMLText {
    /// Appends an element, two spaces a level, ending with a line feed. White space inside text is folded where the element has children.
    package static func write(_ element: XMLElement, level: Int = 0, to out: inout [UInt8]) {
        indent(level, &out)
        out.append(UInt8(ascii: "<"))
        out += element.name.utf8
        for attribute in element.attributes {
            out.append(UInt8(ascii: " "))
            out += attribute.name.utf8
            out += "=\"".utf8
            escape(attribute.value, isAttribute: true, &out)
            out.append(UInt8(ascii: "\""))
        }
        if element.children.isEmpty {
            let text = element.text.trimmingPrefixAndSuffixSpace
            guard !text.isEmpty else {
                out += "/>\n".utf8
                return
            }
            out.append(UInt8(ascii: ">"))
            escape(text, isAttribute: false, &out)
        } else {
            out += ">\n".utf8
            for child in element.children { write(child, level: level + 1, to: &out) }
            indent(level, &out)
        }
        out += "</".utf8
        out += element.name.utf8
        out += ">\n".utf8
    }

    private static func indent(_ level: Int, _ out: inout [UInt8]) {
        for _ in 0..<level { out += "  ".utf8 }
    }

    /// XML 1.0 has no place for most control characters; they are left out.
    private static func escape(_ text: String, isAttribute: Bool, _ out: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): out += "&amp;".utf8
            case UInt8(ascii: "<"): out += "&lt;".utf8
            case UInt8(ascii: ">"): out += "&gt;".utf8
            case UInt8(ascii: "\"") where isAttribute: out += "&quot;".utf8
            case 0x0A where isAttribute: out += "&#10;".utf8
            case 0x09 where isAttribute: out += "&#9;".utf8
            case 0x0D: out += "&#13;".utf8
            case 0x00...0x1F where byte != 0x09 && byte != 0x0A: continue
            default: out.append(byte)
            }
        }
    }
}

extension String {
    /// Without white space at both ends.
    package var trimmingPrefixAndSuffixSpace: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
