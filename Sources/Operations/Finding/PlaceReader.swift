import Domain

/// Reads symbols and paragraph numbers in a question: `A/HRC/43/15`, `122.34`, `para. 18`, and both together.
struct PlaceReader {
    private(set) var terms: [SearchExpansion.Term] = []

    /// What is said before a paragraph's number, in six languages.
    private static let paragraphWords: Set<String> = [
        "para", "paras", "par", "paragraph", "paragraphs", "§", "¶", "paragraphe", "paragraphes", "párrafo", "parrafo",
        "párrafos", "párr", "п", "пп", "пункт", "пункта", "пункте", "параграф", "فقرة", "الفقرة", "段", "第",
    ]
    private static let lettersMax = 60

    /// The question with symbols and paragraphs as facets; nil where it has none.
    mutating func read(_ node: QueryNode) -> QueryNode? {
        switch node {
        case .word(let text):
            guard let nodes = places(in: [text]), nodes.count == 1 else { return nil }
            return nodes[0]
        case .phrase(let text):
            let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let nodes = places(in: words), !nodes.contains(where: \.isWord) else { return nil }
            return nodes.count == 1 ? nodes[0] : .all(nodes)
        case .all(let children): return read(all: children)
        default: return nil
        }
    }

    private mutating func read(all children: [QueryNode]) -> QueryNode? {
        var nodes: [QueryNode] = []
        var words: [String] = []
        var isFound = false
        for child in children {
            if case .word(let text) = child {
                words.append(text)
                continue
            }
            isFound = take(&words, into: &nodes) || isFound
            if case .phrase = child, let place = read(child) {
                nodes.append(place)
                isFound = true
            } else {
                nodes.append(child)
            }
        }
        isFound = take(&words, into: &nodes) || isFound
        guard isFound else { return nil }
        return nodes.count == 1 ? nodes[0] : .all(nodes)
    }

    private mutating func take(_ words: inout [String], into nodes: inout [QueryNode]) -> Bool {
        defer { words = [] }
        guard let places = places(in: words) else {
            nodes += words.map { .word($0) }
            return false
        }
        nodes += places
        return true
    }

    /// Neighbouring words, with places as facets; nil where there are none.
    private mutating func places(in words: [String]) -> [QueryNode]? {
        var nodes: [QueryNode] = []
        var isFound = false
        var index = 0
        while index < words.count {
            let word = words[index]
            if Self.isParagraphWord(word), index + 1 < words.count, let number = Self.number(words[index + 1]) {
                nodes.append(place(.paragraph, number, typed: word + " " + words[index + 1]))
                isFound = true
                index += 1
            } else if let number = Self.marked(word) ?? Self.decimal(word) {
                nodes.append(place(.paragraph, number, typed: word))
                isFound = true
            } else if let symbol = Self.symbol(word) {
                nodes.append(place(.symbol, symbol, typed: word))
                isFound = true
            } else {
                nodes.append(.word(word))
            }
            index += 1
        }
        return isFound ? nodes : nil
    }

    private mutating func place(_ facet: Facet, _ value: String, typed: String) -> QueryNode {
        terms.append(.init(typed: typed, forms: [], tags: [FacetValue(facet, value)]))
        return .facet(facet, value)
    }

    private static func isParagraphWord(_ word: String) -> Bool {
        paragraphWords.contains(stripped(word).lowercased())
    }

    /// `122.34` by itself: at least two digits before the first point, so that targets (`16.3` is one, and a paragraph too) and
    /// small numbers with a point stay words only.
    private static func decimal(_ word: String) -> String? {
        let number = stripped(word)
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard (2...4).contains(parts.count), parts[0].count >= 2, parts.allSatisfy({ isDigits($0, max: 4) }) else {
            return nil
        }
        return number
    }

    /// `§122.34`, `¶18`, `第18段`.
    private static func marked(_ word: String) -> String? {
        guard let first = word.first, "§¶第".contains(first), word.count > 1 else { return nil }
        return number(String(word.dropFirst()).replacing("段", with: ""))
    }

    /// `122.34`, `18`, `77.5.2`, `21(b)` without its parentheses.
    private static func number(_ word: String) -> String? {
        let number = stripped(word)
        guard (1...20).contains(number.count), number.first?.isASCII == true, number.first?.isNumber == true,
            number.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLetter || $0 == ".") })
        else { return nil }
        return number.lowercased()
    }

    /// Two strokes at least, with letters: `A/HRC/43/15`, `CRC/C/PER/CO/6-7`.
    private static func symbol(_ word: String) -> String? {
        let text = stripped(word)
        guard text.count <= lettersMax, text.count(where: { $0 == "/" }) >= 2, text.first?.isLetter == true,
            text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "/.-()".contains($0)) })
        else { return nil }
        return DocumentSymbol(text)?.key
    }

    private static func stripped(_ word: String) -> String {
        var word = word[...]
        while let last = word.last, ".,;:".contains(last) { word.removeLast() }
        return String(word)
    }

    private static func isDigits(_ text: Substring, max: Int) -> Bool {
        (1...max).contains(text.count) && text.allSatisfy { $0.isASCII && $0.isNumber }
    }
}

extension QueryNode {
    fileprivate var isWord: Bool { if case .word = self { true } else { false } }
}
