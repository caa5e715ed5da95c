import Domain

/// The wordings of one paragraph with the States that follow each in parentheses: `Do this (Aldora) (Belmar); do that (Corvia)`.
struct StateMentions: Sendable {
    var wordings: [Finding.Wording] = []
    /// Names in the place of States that are none we know.
    var unknownNames: [String] = []
    /// Names that were taken for a State spelt otherwise.
    var nearNames: [String] = []
    /// A parenthesis that is never closed, or closed before it is opened.
    var isUnclosed = false
    /// Words stand behind the last State.
    var hasTail = false

    var states: [StateCode] {
        var seen: Set<StateCode> = []
        return wordings.flatMap(\.states).filter { seen.insert($0).inserted }
    }

    /// Wordings that share words (`Sign (Aldora)/ratify (Belmar) the Convention (Corvia)`) were completed from one another.
    var isChained = false

    init(_ text: String, names: StateNames) {
        let groups = ParenthesisGroups(text)
        isUnclosed = groups.isUnclosed
        var pieces: [WordingChain.Piece] = []
        var start = text.startIndex
        for (place, group) in groups.found.enumerated() {
            let isLast = place == groups.found.count - 1
            let follows = text[group.end...]
            guard
                let list = StateList(text[group.inner], names: names, standsAtEnd: Self.isEnd(follows, isLast: isLast))
            else { continue }
            let between = text[start..<group.start]
            let before = Self.trimmed(between)
            unknownNames += list.unknown
            nearNames += list.near
            if before.isEmpty || Self.isLink(before), let last = pieces.indices.last {
                pieces[last].states += list.states.filter { !pieces[last].states.contains($0) }
            } else if !before.isEmpty {
                pieces.append(
                    .init(
                        text: before, states: list.states, opensAnew: Self.opensAnew(between),
                        isAlternative: between.first { !$0.isWhitespace } == "/"))
            }
            start = group.end
        }
        let rest = text[start...]
        let tail = Self.trimmed(rest)
        if pieces.isEmpty {
            wordings = [.init(text: Self.trimmed(text[...]), states: [])]
            return
        }
        if tail.contains(where: \.isLetter) {
            hasTail = true
            pieces.append(.init(text: tail, states: [], opensAnew: Self.opensAnew(rest)))
        }
        (wordings, isChained) = WordingChain.wordings(pieces)
    }

    /// Whether a mark that ends a sentence stands between the States and the words behind them.
    private static func opensAnew(_ between: Substring) -> Bool {
        guard let mark = between.first(where: { !$0.isWhitespace }) else { return false }
        return ";.؛；。".contains(mark)
    }

    /// Whether a wording ends here: at a mark, at another group, at the end.
    private static func isEnd(_ rest: Substring, isLast: Bool) -> Bool {
        guard let next = rest.first(where: { !$0.isWhitespace }) else { return true }
        return ";./(（；؛。".contains(next) || isLast && rest.filter(\.isLetter).count < 4
    }

    /// `reworded`, `and`: what stands between the States of one wording.
    private static func isLink(_ text: String) -> Bool {
        links.contains(text.lowercased().trimming(where: { !$0.isLetter }).description)
    }

    private static let links: Set<String> = [
        "and", "or", "reworded", "et", "y", "и", "و", "和", "and also", "as well as", "reformulated", "also",
    ]

    static func trimmed(_ text: Substring) -> String {
        String(text.trimming(where: { $0.isWhitespace || ";/,،؛；，".contains($0) }))
            .trimming(where: { $0 == "." || $0 == "。" || $0.isWhitespace }).description
    }
}

/// Outermost parentheses of a text, ASCII or full width.
struct ParenthesisGroups {
    struct Group {
        var start: String.Index
        var end: String.Index
        var inner: Range<String.Index>
    }

    var found: [Group] = []
    var isUnclosed = false

    init(_ text: String) {
        var depth = 0
        var open = text.startIndex
        for index in text.indices {
            switch text[index] {
            case "(", "（":
                if depth == 0 { open = index }
                depth += 1
            case ")", "）":
                guard depth > 0 else {
                    isUnclosed = true
                    continue
                }
                depth -= 1
                if depth == 0 {
                    found.append(
                        Group(
                            start: open, end: text.index(after: index), inner: text.index(after: open)..<index))
                }
            default: break
            }
        }
        guard depth > 0 else { return }
        isUnclosed = true
        // `(Aldora (Republic of)` or `(Aldora`: the rest of the text is the group.
        let inner = text.index(after: open)..<text.endIndex
        if text[inner].count <= 200 { found.append(Group(start: open, end: text.endIndex, inner: inner)) }
    }
}
