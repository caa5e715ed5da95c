/// A question as a tree. Words are as typed; the Corpus analyses them for each language it holds.
public indirect enum QueryNode: Sendable, Hashable {
    /// One typed word. Where it holds several (`follow-up`), they stand for the phrase.
    case word(String)
    /// Words in this order, side by side.
    case phrase(String)
    /// Words that begin so.
    case prefix(String)
    /// A value of a facet, whatever the text says.
    case facet(Facet, String)
    /// Any of the words of a plain text, none required.
    case anyWord(String)
    case all([QueryNode])
    case any([QueryNode])
    case not(QueryNode)
    /// The same, in texts of one language (a BCP 47 tag) alone. No typed question makes it; added words do.
    case within(String, QueryNode)
}

/// What the parser made of a typed question.
public struct ParsedQuery: Sendable, Hashable {
    /// Nil asks for every record.
    public var root: QueryNode?
    /// What was read otherwise than typed; empty where nothing was.
    public var notes: [QueryNote]

    public init(root: QueryNode?, notes: [QueryNote] = []) {
        self.root = root
        self.notes = notes
    }

    /// A text whose words are asked for as they are: no syntax, none of them required.
    public static func plain(_ text: String) -> ParsedQuery {
        ParsedQuery(root: .anyWord(text))
    }

    /// The question as it was understood, in the query language. Parsing it gives the same tree.
    public var canonical: String { root.map { Self.render($0, inside: .top) } ?? "" }

    private enum Place { case top, all, any, not }

    private static func render(_ node: QueryNode, inside place: Place) -> String {
        switch node {
        case .word(let text), .anyWord(let text): text
        case .phrase(let text): "\"\(text)\""
        case .prefix(let text): text + "*"
        case .facet(let facet, let value): facet.rawValue + ":" + (needsQuotes(value) ? "\"\(value)\"" : value)
        case .not(let child): "-" + render(child, inside: .not)
        case .within(_, let child): render(child, inside: place)
        case .all(let children):
            enclosed(children.map { render($0, inside: .all) }.joined(separator: " "), place != .top && place != .any)
        case .any(let children):
            enclosed(children.map { render($0, inside: .any) }.joined(separator: " OR "), place != .top)
        }
    }

    private static func enclosed(_ text: String, _ isNeeded: Bool) -> String { isNeeded ? "(\(text))" : text }
    private static func needsQuotes(_ value: String) -> Bool {
        value.contains { $0.isWhitespace || $0 == "(" || $0 == ")" || $0 == "\"" }
    }
}
