import Foundation

/// What pandoc read, as far as these tests ask.
struct PandocDocument: Decodable {
    private(set) var text = ""
    private(set) var headings: [Int] = []
    private(set) var numbers: [Int] = []
    private(set) var footnotes: [String] = []
    private(set) var rows = 0

    private enum Key: String, CodingKey { case blocks }

    init(from decoder: any Decoder) throws {
        let blocks = try decoder.container(keyedBy: Key.self).decode([Node].self, forKey: .blocks)
        for block in blocks { walk(block) }
    }

    private mutating func walk(_ node: Node) {
        switch node {
        case .text(let words): text += words
        case .number, .other: break
        case .list(let parts): for part in parts { walk(part) }
        case .element("Header", let content):
            if case .list(let parts) = content, case .number(let level)? = parts.first { headings.append(level) }
            walkLast(content)
        case .element("OrderedList", .list(let parts)):
            guard parts.count == 2, case .list(let style) = parts[0], case .list(let items) = parts[1] else { return }
            if case .number(let start)? = style.first, case .element("Decimal", _)? = style.dropFirst().first {
                numbers += start..<(start + items.count)
            }
            for item in items { walk(item) }
        case .element("Note", let content):
            let before = text
            text = ""
            walk(content)
            footnotes.append(text)
            text = before
        case .element("Space", _), .element("SoftBreak", _), .element("LineBreak", _): text += " "
        case .element("Table", .list(let parts)):
            // Attributes and widths say nothing of the words.
            for part in parts.dropFirst() {
                rows += Self.rows(part)
                walk(part)
            }
        case .element(let name, let content):
            if ["Link", "Span", "Div", "Quoted", "Image", "Code"].contains(name) {
                walkLater(content)
            } else {
                walk(content)
            }
        }
    }

    private mutating func walkLast(_ node: Node) {
        if case .list(let parts) = node, let last = parts.last { walk(last) }
    }

    /// Without the attributes that come first.
    private mutating func walkLater(_ node: Node) {
        if case .list(let parts) = node { for part in parts.dropFirst() { walk(part) } }
    }

    /// A row is a list of attributes and cells, each cell a list of five.
    private static func rows(_ node: Node) -> Int {
        guard case .list(let parts) = node else { return 0 }
        if parts.count == 2, case .list(let cells) = parts[1], !cells.isEmpty,
            cells.allSatisfy({ if case .list(let cell) = $0 { cell.count == 5 } else { false } })
        {
            return 1
        }
        return parts.reduce(0) { $0 + rows($1) }
    }

    indirect enum Node: Decodable {
        case text(String), number(Int), list([Node]), element(String, Node), other

        private enum Key: String, CodingKey { case t, c }

        init(from decoder: any Decoder) throws {
            if let container = try? decoder.container(keyedBy: Key.self),
                let name = try? container.decode(String.self, forKey: .t)
            {
                self = .element(name, (try? container.decode(Node.self, forKey: .c)) ?? .other)
            } else if let value = try? decoder.singleValueContainer() {
                if let text = try? value.decode(String.self) {
                    self = .text(text)
                } else if let number = try? value.decode(Int.self) {
                    self = .number(number)
                } else if let list = try? value.decode([Node].self) {
                    self = .list(list)
                } else {
                    self = .other
                }
            } else {
                self = .other
            }
        }
    }
}
