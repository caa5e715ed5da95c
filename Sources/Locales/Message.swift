/// A message in one language, read once: text, places for arguments, and plural forms.
///
/// Notation, after ICU's MessageFormat: `{name}`, `{count, number}` (grouped digits), `{count, plural, one {# document} other {# documents}}`,
/// where `=0 {...}` names an exact number and `#` stands for the number. Apostrophes are letters; there is no quoting.
package struct Message: Sendable {
    indirect enum Part: Sendable {
        case text(String)
        case argument(String)
        case number(String)
        case plural(String, exact: [Int: [Part]], forms: [PluralRule.Category: [Part]])
        /// `#`: the number of the plural around it.
        case count
    }

    let parts: [Part]

    /// Nil where braces or forms do not match.
    package init?(_ notation: String) {
        var reader = Reader(characters: Array(notation))
        guard let parts = reader.parts(inPlural: false), reader.isAtEnd else { return nil }
        self.parts = parts
    }

    /// The names of all arguments.
    package var arguments: Set<String> { Self.arguments(parts) }

    /// The plural categories of each plural in it, for checking.
    package var pluralForms: [Set<PluralRule.Category>] { Self.pluralForms(parts) }

    private static func arguments(_ parts: [Part]) -> Set<String> {
        var names: Set<String> = []
        for part in parts {
            switch part {
            case .text, .count: continue
            case .argument(let name), .number(let name): names.insert(name)
            case .plural(let name, let exact, let forms):
                names.insert(name)
                for inner in Array(exact.values) + Array(forms.values) { names.formUnion(arguments(inner)) }
            }
        }
        return names
    }

    private static func pluralForms(_ parts: [Part]) -> [Set<PluralRule.Category>] {
        parts.flatMap { part -> [Set<PluralRule.Category>] in
            guard case .plural(_, _, let forms) = part else { return [] }
            return [Set(forms.keys)] + forms.values.flatMap(pluralForms)
        }
    }

    private struct Reader {
        let characters: [Character]
        var index = 0

        var isAtEnd: Bool { index == characters.count }

        /// Reads up to the end or the brace that closes the form this stands in.
        mutating func parts(inPlural: Bool) -> [Part]? {
            var parts: [Part] = []
            var text = ""
            func flushed() -> [Part] { text.isEmpty ? parts : parts + [.text(text)] }
            while index < characters.count {
                switch characters[index] {
                case "}": return inPlural ? flushed() : nil
                case "#" where inPlural:
                    parts = flushed() + [.count]
                    text = ""
                    index += 1
                case "{":
                    index += 1
                    guard let part = argument() else { return nil }
                    parts = flushed() + [part]
                    text = ""
                default:
                    text.append(characters[index])
                    index += 1
                }
            }
            return inPlural ? nil : flushed()
        }

        /// Reads from behind `{` to behind its `}`.
        private mutating func argument() -> Part? {
            let name = word()
            guard !name.isEmpty, index < characters.count else { return nil }
            if take("}") { return .argument(name) }
            guard take(",") else { return nil }
            let kind = word()
            if kind == "number", take("}") { return .number(name) }
            guard kind == "plural", take(",") else { return nil }
            var exact: [Int: [Part]] = [:]
            var forms: [PluralRule.Category: [Part]] = [:]
            while !take("}") {
                let isExact = take("=")
                let selector = word()
                guard take("{"), let inner = parts(inPlural: true), take("}") else { return nil }
                if isExact {
                    guard let number = Int(selector) else { return nil }
                    exact[number] = inner
                } else {
                    guard let category = PluralRule.Category(rawValue: selector) else { return nil }
                    forms[category] = inner
                }
            }
            return forms[.other] == nil ? nil : .plural(name, exact: exact, forms: forms)
        }

        private mutating func skipSpaces() {
            while index < characters.count, characters[index].isWhitespace { index += 1 }
        }

        private mutating func word() -> String {
            skipSpaces()
            let from = index
            while index < characters.count, characters[index].isLetter || characters[index].isNumber { index += 1 }
            let word = String(characters[from..<index])
            skipSpaces()
            return word
        }

        private mutating func take(_ character: Character) -> Bool {
            skipSpaces()
            guard index < characters.count, characters[index] == character else { return false }
            index += 1
            return true
        }
    }
}
