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
            case .both(let codes): codes.forEach { add($0) }
            case .name(.known(let code)): add(code)
            case .name(.near(let code)):
                add(code)
                near.append(String(text[items[index]]))
            }
            index += count
        }
        guard unknown.isEmpty else {
            let allAreNames = unknown.allSatisfy { Self.looksLikeName($0) && !Self.namesInstrument($0) }
            if !standsAtEnd || !allAreNames { return nil }
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
    ) -> (Naming, Int)? {
        guard let first = items.first else { return nil }
        for count in (1...min(3, items.count)).reversed() {
            let last = items[items.startIndex + count - 1]
            if let code = names.exact(text[first.lowerBound..<last.upperBound]) { return (.name(.known(code)), count) }
        }
        if let codes = both(text[first], names) { return (.both(codes), 1) }
        return names.match(text[first]).map { (.name($0), 1) }
    }

    private enum Naming {
        case name(StateNames.Match)
        case both([StateCode])
    }

    /// Two States joined by the Chinese word for "and", which some names hold themselves.
    private static func both(_ text: Substring, _ names: StateNames) -> [StateCode]? {
        for index in text.indices where text[index] == "和" {
            if let left = names.exact(text[..<index]), let right = names.exact(text[text.index(after: index)...]) {
                return [left, right]
            }
        }
        return nil
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
        for word in ["and ", "et ", "y ", "e ", "и ", "& "] where rest.hasPrefix(word) {
            return rest.index(rest.startIndex, offsetBy: word.count)
        }
        if rest.hasPrefix("و"), rest.dropFirst().first != " " { return rest.index(after: rest.startIndex) }
        return nil
    }

    /// Words with capitals and small letters, not too many: `Kingdom of Aldora`.
    private static func looksLikeName(_ text: String) -> Bool {
        guard let first = text.first, first.isUppercase || !first.isCased else { return false }
        guard text.count <= 60, text.split(separator: " ").count <= 7 else { return false }
        return !text.contains(where: \.isNumber)
            && (!first.isCased || text.contains(where: \.isLowercase) && !isAcronym(text))
    }

    /// `MDGs`, `OP-CAT`.
    private static func isAcronym(_ text: String) -> Bool {
        !text.contains(" ") && text.filter(\.isUppercase).count > text.filter(\.isLowercase).count
    }

    /// `Palermo Protocol`, `the Riyadh Guidelines`: other names for what the text speaks of.
    private static func namesInstrument(_ text: String) -> Bool {
        text.lowercased().split { !$0.isLetter }.contains { word in instruments.contains { word.hasPrefix($0) } }
    }

    private static let instruments = [
        "convention", "protocol", "covenant", "rules", "guideline", "principle", "charter", "declaration", "act", "law",
        "plan", "committee", "goal", "programme", "program", "statute", "agreement", "treaty", "code", "constitution",
        "commission", "council", "court", "strategy", "policy", "article", "art", "bill", "pacte", "protocole",
        "comité",
        "convenio", "protocolo", "pacto", "comité", "ley", "loi", "charte", "conven", "конвенц", "протокол", "пакт",
        "принцип", "комитет", "закон", "اتفاقية", "البروتوكول", "بروتوكول", "العهد", "لجنة", "مبادئ", "公约", "议定书", "原则",
        "委员会", "法",
    ]
}
