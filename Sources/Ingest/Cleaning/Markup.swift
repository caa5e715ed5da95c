/// HTML in one text that should have none: which `<` opens a tag, and what an entity stands for.
///
/// Takes time in proportion to the text: an end that was looked for in vain is not looked for again.
struct Markup {
    private static let tagBytesMax = 4_096
    private static let entityBytesMax = 32

    /// Ends of comments, scripts and styles that do not come any more.
    private var absent: Set<String> = []

    /// The tag at `index` (a `<`) with its length, contents included for scripts, styles and comments; nil where the sign is only
    /// a sign. `separates` says that words on both sides are two words.
    mutating func tag(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (length: Int, separates: Bool)? {
        if Self.starts(bytes, index, with: "<!--") {
            guard let end = find("-->", bytes, from: index + 4) else { return nil }
            return (end - index, false)
        }
        var place = index + 1
        if place < bytes.count, bytes[place] == UInt8(ascii: "!") || bytes[place] == UInt8(ascii: "?") {
            guard let end = Self.close(bytes, from: place) else { return nil }
            return (end - index, true)
        }
        if place < bytes.count, bytes[place] == UInt8(ascii: "/") { place += 1 }
        let nameStart = place
        while place < bytes.count, place - nameStart < 16, Self.isNameByte(bytes[place]) { place += 1 }
        guard place > nameStart, place < bytes.count else { return nil }
        let name = String(decoding: bytes.slice(nameStart..<place), as: UTF8.self).lowercased()
        let isInline = Self.inline.contains(name)
        guard isInline || Self.blocks.contains(name) || name.contains(":") else { return nil }
        guard [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "/"), UInt8(ascii: ">")].contains(bytes[place]),
            let end = Self.close(bytes, from: place)
        else { return nil }
        if name == "script" || name == "style", bytes[index + 1] != UInt8(ascii: "/"),
            let closing = find("</" + name, bytes, from: end), let last = Self.close(bytes, from: closing)
        {
            return (last - index, true)
        }
        return (end - index, !isInline)
    }

    /// The character an entity at `index` (a `&`) stands for, and its length with the semicolon.
    static func entity(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        let window = bytes.slice(index..<min(bytes.count, index + entityBytesMax))
        guard let end = window.firstPlace(of: UInt8(ascii: ";"), from: 2) else { return nil }
        let name = String(decoding: window.slice(1..<end), as: UTF8.self)
        guard name.first == "#" else {
            guard let scalar = HTMLEntities.named[name] else { return nil }
            return (scalar, end + 1)
        }
        let digits = name.dropFirst()
        let isHex = digits.first == "x" || digits.first == "X"
        guard let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return nil }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", end + 1)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"): true
        default: false
        }
    }

    /// The place after the `>` that ends a tag; quoted `>` do not. Another `<` says that this was no tag.
    private static func close(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var quote: UInt8?
        for place in start..<max(start, min(bytes.count, start + tagBytesMax)) {
            let byte = bytes[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return place + 1
            } else if byte == UInt8(ascii: "<") {
                return nil
            } else if byte == UInt8(ascii: "\"") {
                quote = byte
            }
        }
        return nil
    }

    private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, with word: String) -> Bool {
        guard index + word.utf8.count <= bytes.count else { return false }
        return zip(bytes[index...], word.utf8).allSatisfy { $0 == $1 || ($0 | 0x20 == $1 && $1 >= 0x61) }
    }

    /// The place after the next such word.
    private mutating func find(_ word: String, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let first = word.utf8.first, !absent.contains(word) else { return nil }
        var place = start
        while let hit = bytes.firstPlace(of: first, from: place) {
            if Self.starts(bytes, hit, with: word) { return hit + word.utf8.count }
            place = hit + 1
        }
        absent.insert(word)
        return nil
    }

    private static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "del", "mark", "q", "s",
        "small", "span",
        "strike", "strong", "sub", "sup", "tt", "u", "wbr",
    ]

    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "col", "colgroup",
        "dd", "div",
        "dl", "dt", "embed", "figure", "footer", "form", "frame", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
        "hr",
        "html", "iframe", "img", "input", "label", "li", "link", "main", "meta", "nav", "object", "ol", "option", "p",
        "picture",
        "pre", "script", "section", "select", "source", "style", "svg", "table", "tbody", "td", "textarea", "tfoot",
        "th",
        "thead", "title", "tr", "ul", "video",
    ]
}
