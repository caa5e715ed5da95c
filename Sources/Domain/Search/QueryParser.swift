/// Reads the query language of `docs/guide/query-language.md`. It never fails: what cannot be read as syntax is searched as words,
/// and a note says so.
public struct QueryParser {
    public static let charactersMax = 1_000
    public static let termsMax = 64
    public static let nestingMax = 16

    private var tokens: [QueryToken]
    private var position = 0
    private var terms = 0
    private var notes: [QueryNote] = []

    public static func parse(_ text: String) -> ParsedQuery {
        var parser = QueryParser(text)
        let root = parser.parseAll(depth: 0)
        var notes = parser.notes
        if let root, root.excludesOnly { notes.append(.onlyExclusions) }
        var seen: Set<QueryNote> = []
        return ParsedQuery(root: root, notes: notes.filter { seen.insert($0).inserted })
    }

    private init(_ text: String) {
        var lexer = QueryLexer(text.prefix(Self.charactersMax))
        tokens = lexer.tokens()
        notes = lexer.notes
        if text.utf8.count > Self.charactersMax, text.count > Self.charactersMax {
            notes.append(.limited("characters"))
        }
    }

    /// Alternatives until the end, or at depth > 0 until the closing parenthesis.
    private mutating func parseAll(depth: Int) -> QueryNode? {
        var alternatives: [QueryNode] = []
        var required: [QueryNode] = []
        var orIsOpen = false
        while position < tokens.count {
            let token = tokens[position]
            if token == .close {
                if depth > 0 { break }
                notes.append(.unbalanced(")"))
                position += 1
            } else if token == .or {
                position += 1
                if required.isEmpty || orIsOpen { notes.append(.dangling("OR")) }
                if !required.isEmpty {
                    alternatives.append(Self.all(required))
                    required = []
                    orIsOpen = true
                }
            } else if let node = parseOne(depth: depth) {
                required.append(node)
                orIsOpen = false
            }
        }
        if orIsOpen { notes.append(.dangling("OR")) }
        if !required.isEmpty { alternatives.append(Self.all(required)) }
        return alternatives.isEmpty ? nil : alternatives.count == 1 ? alternatives[0] : .any(alternatives)
    }

    /// One word, phrase, facet or group, with its minus signs. Moves on in any case.
    private mutating func parseOne(depth: Int) -> QueryNode? {
        var isExcluded = false
        while position < tokens.count, tokens[position] == .minus {
            isExcluded.toggle()
            position += 1
        }
        guard position < tokens.count else {
            notes.append(.dangling("-"))
            return nil
        }
        let node: QueryNode?
        switch tokens[position] {
        case .open: node = parseGroup(depth: depth)
        case .word(let text): node = counted(.word(text))
        case .phrase(let text): node = counted(.phrase(text))
        case .prefix(let text): node = counted(.prefix(text))
        case .facet(let facet, let value): node = counted(.facet(facet, value))
        case .or, .close, .minus:
            notes.append(.dangling("-"))
            return nil
        }
        guard let node else { return nil }
        return isExcluded ? .not(node) : node
    }

    private mutating func parseGroup(depth: Int) -> QueryNode? {
        position += 1
        if depth >= Self.nestingMax {
            // Deeper parentheses are passed over: their words join the group around them.
            notes.append(.limited("nesting"))
            return nil
        }
        let node = parseAll(depth: depth + 1)
        if position < tokens.count { position += 1 } else { notes.append(.unbalanced("(")) }
        return node
    }

    private mutating func counted(_ node: QueryNode) -> QueryNode? {
        position += 1
        terms += 1
        guard terms <= Self.termsMax else {
            notes.append(.limited("terms"))
            return nil
        }
        return node
    }

    private static func all(_ nodes: [QueryNode]) -> QueryNode { nodes.count == 1 ? nodes[0] : .all(nodes) }
}

extension QueryNode {
    /// Whether nothing in it is asked for, only excluded.
    var excludesOnly: Bool {
        switch self {
        case .not: true
        case .all(let nodes): nodes.allSatisfy(\.excludesOnly)
        case .any(let nodes): nodes.contains(where: \.excludesOnly)
        default: false
        }
    }
}
