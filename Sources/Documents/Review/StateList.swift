import Domain

/// The names between two parentheses, when they are States.
struct StateList: Sendable {
    var states: [StateCode] = []
    var near: [String] = []
    var unknown: [String] = []

    private static let namesMax = 120

    /// Nil where the parentheses hold something else. Where a wording ends (`standsAtEnd`) a list may hold names we do not know.
    init?(_ text: Substring, names: StateNames, standsAtEnd: Bool) {
        guard text.utf8.count <= 4_000 else { return nil }
        let items = Self.items(text)
        guard !items.isEmpty, items.count <= Self.namesMax else { return nil }
        var index = 0
        while index < items.count {
            guard let (match, count) = Self.longest(items[index...], in: text, names) else {
                unknown.append(String(text[items[index]]))
                index += 1
                continue
            }
            switch match {
            case .known(let code): add(code)
            case .near(let code):
                add(code)
                near.append(String(text[items[index]]))
            }
            index += count
        }
        guard unknown.isEmpty else {
            guard standsAtEnd, unknown.allSatisfy(Self.looksLikeName) else { return nil }
            // Words with capitals that are no State (`CEDAW`, `Paris Principles`) are no list.
            if states.isEmpty,
                !unknown.allSatisfy({ $0.contains(where: \.isLowercase) && !$0.contains(where: \.isNumber) })
            {
                return nil
            }
            return
        }
        if !standsAtEnd, states.count == near.count { return nil }
    }

    private mutating func add(_ code: StateCode) {
        if !states.contains(code) { states.append(code) }
    }

    /// A State's name may hold a comma or "and" itself (`Iran, Islamic Republic of`): the longest run of items that is a name.
    private static func longest(
        _ items: ArraySlice<Range<Substring.Index>>, in text: Substring, _ names: StateNames
    ) -> (StateNames.Match, Int)? {
        guard let first = items.first else { return nil }
        for count in (1...min(3, items.count)).reversed() {
            let last = items[items.startIndex + count - 1]
            if let code = names.exact(text[first.lowerBound..<last.upperBound]) { return (.known(code), count) }
        }
        return names.match(text[first]).map { ($0, 1) }
    }

    /// Between commas, semicolons, slashes and words for "and", outside inner parentheses.
    private static func items(_ text: Substring) -> [Range<Substring.Index>] {
        var items: [Range<Substring.Index>] = []
        var start = text.startIndex
        var depth = 0
        func close(_ end: Substring.Index) {
            let item = text[start..<end].trimming(where: \.isWhitespace)
            if !item.isEmpty { items.append(item.startIndex..<item.endIndex) }
        }
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            if character == "(" || character == "（" { depth += 1 }
            if character == ")" || character == "）" { depth -= 1 }
            if depth <= 0, ",;/，、；،؛".contains(character) {
                close(index)
                start = text.index(after: index)
            } else if depth <= 0, let end = conjunction(text, index) {
                close(index)
                start = end
                index = end
                continue
            }
            index = text.index(after: index)
        }
        close(text.endIndex)
        return items
    }

    /// Where ` and `, ` et `... that begins here ends.
    private static func conjunction(_ text: Substring, _ index: Substring.Index) -> Substring.Index? {
        guard text[index].isWhitespace else { return nil }
        let rest = text[text.index(after: index)...]
        for word in [and(rest)].compactMap(\.self) { return word }
        return nil
    }

    private static func and(_ rest: Substring) -> Substring.Index? {
        for word in ["and ", "et ", "y ", "e ", "и ", "& "] where rest.hasPrefix(word) {
            return rest.index(rest.startIndex, offsetBy: word.count)
        }
        if rest.hasPrefix("و"), rest.dropFirst().first != " " { return rest.index(after: rest.startIndex) }
        return nil
    }

    private static func looksLikeName(_ text: String) -> Bool {
        guard let first = text.first, first.isUppercase || !first.isCased else { return false }
        return text.count <= 60 && text.split(separator: " ").count <= 7
    }
}
