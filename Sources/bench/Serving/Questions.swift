import Foundation

/// What the suites ask a server: the same paths for the same export.
struct Questions {
    /// The words of each text, in their order.
    private let texts: [[String]]

    /// Draws words from the head of a UHRI bulk export.
    init(export path: String) throws {
        guard let handle = FileHandle(forReadingAtPath: path), let head = try handle.read(upToCount: 4_000_000) else {
            throw ServingError.wrongCounts("\(path) cannot be read")
        }
        texts = String(decoding: head, as: UTF8.self).values(ofField: "Text")
            .map { text in text.lowercased().split { !$0.isLetter }.map(String.init) }
            .filter { text in text.count(where: Self.isTelling) >= 4 }
        guard !texts.isEmpty else { throw ServingError.wrongCounts("\(path) holds no texts") }
    }

    /// Kinds in turn: one word, two words, four with OR, a phrase, two words of one kind of record, everything.
    func queries(_ count: Int) -> [String] {
        (0..<count).map { index in
            let text = texts[(index * 7_919) % texts.count]
            let words = text.filter(Self.isTelling)
            switch index % 6 {
            case 0: return words[index % words.count]
            case 1: return "\(words[0]) \(words[2])"
            case 2: return words.prefix(4).joined(separator: " OR ")
            case 3: return "\"\(text[1]) \(text[2])\""
            case 4: return "\(words[1]) \(words[3]) kind:recommendation"
            default: return ""
            }
        }
    }

    /// Search pages.
    func pages(_ count: Int) -> [String] { queries(count).map { "/search?q=" + Self.escaped($0) } }

    /// Answers of the API with four facets.
    func answers(_ count: Int) -> [String] {
        queries(count).map {
            "/api/v1/recommendations?limit=10&facets=state&facets=theme&facets=sdg&facets=position&q="
                + Self.escaped($0)
        }
    }

    /// Long enough to be more than grammar.
    private static func isTelling(_ word: String) -> Bool { word.count > 3 }

    private static func escaped(_ query: String) -> String {
        query.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

extension String {
    /// First string value of every `"field": "value"` or `"field": ["value"`, escapes left as they are.
    fileprivate func values(ofField field: String) -> [String] {
        let pattern = "\"\(field)\"\\s*:\\s*\\[?\\s*\"([^\"\\\\]{0,2000})"
        guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
        return expression.matches(in: self, range: NSRange(startIndex..., in: self))
            .compactMap { Range($0.range(at: 1), in: self).map { String(self[$0]) } }
    }
}
