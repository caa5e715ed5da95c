enum QueryToken: Equatable {
    case word(String), phrase(String), prefix(String)
    case facet(Facet, String)
    case or, minus, open, close
}

/// Cuts a question into its signs and words.
struct QueryLexer {
    private let text: [Character]
    private var position = 0
    private(set) var notes: [QueryNote] = []

    private static let quotes: [Character: Character] = ["\"": "\"", "“": "”", "„": "“", "«": "»", "”": "”"]

    init(_ text: Substring) { self.text = Array(text) }

    mutating func tokens() -> [QueryToken] {
        var tokens: [QueryToken] = []
        while position < text.count {
            let character = text[position]
            if character.isWhitespace {
                position += 1
            } else if character == "(" || character == "（" {
                tokens.append(.open)
                position += 1
            } else if character == ")" || character == "）" {
                tokens.append(.close)
                position += 1
            } else if character == "-" || character == "−" {
                minus(&tokens)
            } else if let phrase = quoted() {
                if !Self.isEmpty(phrase) { tokens.append(.phrase(phrase)) }
            } else if let token = word() {
                tokens.append(token)
            }
        }
        return tokens
    }

    /// A minus excludes only what it touches; one between spaces is a dash.
    private mutating func minus(_ tokens: inout [QueryToken]) {
        position += 1
        guard position < text.count, !text[position].isWhitespace else {
            notes.append(.dangling("-"))
            return
        }
        tokens.append(.minus)
    }

    /// What stands between quotation marks; nil where none begins here. A mark without partner is passed over.
    private mutating func quoted() -> String? {
        guard let closing = Self.quotes[text[position]] else { return nil }
        let opening = text[position]
        position += 1
        guard let end = text[position...].firstIndex(where: { $0 == closing || (opening != "\"" && $0 == "\"") }) else {
            notes.append(.unbalanced("\""))
            return ""
        }
        defer { position = end + 1 }
        return String(text[position..<end])
    }

    private mutating func word() -> QueryToken? {
        let start = position
        while position < text.count, !endsWord(text[position]) {
            if text[position] == ":", let facet = facet(start) { return facet }
            position += 1
        }
        guard position > start else {
            position += 1
            return nil
        }
        let word = String(text[start..<position])
        if word == "OR" { return .or }
        if word.hasSuffix("*") {
            let stem = String(word.prefix { $0 != "*" })
            return Self.isEmpty(stem) ? nil : .prefix(stem)
        }
        return Self.isEmpty(word) ? nil : .word(word)
    }

    /// `name:value` from `start`, the colon being here; nil where it is none, and the colon is part of the word.
    private mutating func facet(_ start: Int) -> QueryToken? {
        let name = String(text[start..<position])
        let next = position + 1
        guard next < text.count, !text[next].isWhitespace, !name.isEmpty else { return nil }
        guard let facet = Facet(rawValue: name.lowercased()) else {
            if name.allSatisfy(\.isLetter), text[next] != "/" { notes.append(.unknownFacet(name)) }
            if Self.quotes[text[next]] != nil {
                // The name is a word by itself, the quoted value a phrase.
                position = next
                return .word(name)
            }
            return nil
        }
        position = next
        if Self.quotes[text[next]] != nil {
            let value = quoted() ?? ""
            return value.isEmpty ? .word(name) : .facet(facet, value)
        }
        while position < text.count, !endsWord(text[position]) { position += 1 }
        guard position > next else {
            return .word(name)
        }
        return .facet(facet, String(text[next..<position]))
    }

    private func endsWord(_ character: Character) -> Bool {
        character.isWhitespace || "()（）".contains(character) || Self.quotes[character] != nil
    }

    private static func isEmpty(_ text: String) -> Bool { !text.contains { $0.isLetter || $0.isNumber } }
}
