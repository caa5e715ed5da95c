import Language

/// Who is spoken to in a text: `@` and the name of a member.
package enum Mentions {
    package static let mentionsMax = 20

    /// The names that stand behind an `@` in the text, each once, in the order of the text; at most 20. Where one name begins with
    /// another the longer one is meant. Letters, accents and capitals are compared as search compares them.
    package static func names(in text: String, among names: [String]) -> [String] {
        guard text.contains("@") else { return [] }
        let known = names.map { (name: $0, key: Array(TextFolding.fold($0))) }.sorted { $0.key.count > $1.key.count }
        var found: [String] = []
        var rest = text[...]
        while let sign = rest.firstIndex(of: "@"), found.count < mentionsMax {
            let isInWord = sign > text.startIndex && isWord(text[text.index(before: sign)])
            rest = rest[rest.index(after: sign)...]
            // An address of e-mail is no mention.
            guard !isInWord else { continue }
            let match = known.first { begins(rest, with: $0.key) }
            if let match, !found.contains(match.name) { found.append(match.name) }
        }
        return found
    }

    /// Where mentions stand, for marking them: ranges of the text with the `@`.
    package static func ranges(in text: String, among names: [String]) -> [Range<String.Index>] {
        let known = names.map { Array(TextFolding.fold($0)) }.sorted { $0.count > $1.count }
        var ranges: [Range<String.Index>] = []
        var rest = text[...]
        while let sign = rest.firstIndex(of: "@") {
            let isInWord = sign > text.startIndex && isWord(text[text.index(before: sign)])
            rest = rest[rest.index(after: sign)...]
            guard !isInWord, let end = known.lazy.compactMap({ Self.end(rest, of: $0) }).first else { continue }
            ranges.append(sign..<end)
            rest = text[end...]
        }
        return ranges
    }

    private static func begins(_ text: Substring, with key: [Character]) -> Bool { end(text, of: key) != nil }

    /// Where the name ends in the text; nil where the text does not begin with it, or goes on as the same word.
    private static func end(_ text: Substring, of key: [Character]) -> String.Index? {
        guard !key.isEmpty else { return nil }
        var taken: [Character] = []
        var index = text.startIndex
        while index < text.endIndex, taken.count < key.count {
            let next = Array(TextFolding.fold(String(text[index])))
            guard taken.count + next.count <= key.count, key[taken.count..<taken.count + next.count].elementsEqual(next)
            else { return nil }
            taken += next
            index = text.index(after: index)
        }
        guard taken.count == key.count else { return nil }
        return index < text.endIndex && isWord(text[index]) ? nil : index
    }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
