import Domain
import Store

/// Whether a text repeats a need, as it is or as it ever was: its title, or so many of its words in a row that they were hardly found twice.
///
/// A thread stays readable when the consent to a need is withdrawn, but for what it holds of the need's own text.
struct NeedEcho: Sendable {
    static let runWords = 6

    private let runs: Set<String>
    private let titles: [[String]]

    init(titles: [String], texts: [String]) {
        self.titles = titles.map { Self.words($0) }
        var runs: Set<String> = []
        for text in titles + texts { runs.formUnion(Self.runs(Self.words(text))) }
        self.runs = runs
    }

    /// With what its texts said before. Nil where there is no such need.
    static func of(
        _ need: NeedID, _ owner: WorkspaceID, _ connection: any ReadConnection
    ) throws -> NeedEcho? {
        let now = try connection.first(
            """
            SELECT title, existing, missing, asked, target_group, refused_note FROM need WHERE id = $1 AND workspace_id = $2
            """, [.int(need.value), .int(owner.value)]
        ) { row in
            (title: try row.text(0), texts: try (1...5).map { try row.text($0) })
        }
        guard let now else { return nil }
        let former = try connection.all(
            """
            SELECT field, old_value FROM field_change WHERE workspace_id = $1 AND kind = $2 AND subject_id = $3
                AND field IN ('title', 'exists', 'missing', 'asked', 'targetGroup', 'refusedNote')
                AND old_value IS NOT NULL
            """, [.int(owner.value), .text(SubjectKind.need.rawValue), .int(need.value)]
        ) { (isTitle: try $0.text(0) == "title", text: try $0.text(1)) }
        return NeedEcho(
            titles: [now.title] + former.filter(\.isTitle).map(\.text),
            texts: now.texts + former.filter { !$0.isTitle }.map(\.text))
    }

    func isHeard(in text: String) -> Bool {
        let words = Self.words(text)
        if !runs.isDisjoint(with: Self.runs(words)) { return true }
        return titles.contains { Self.repeats($0, in: words) }
    }

    /// Titles of one or two words are words of everybody; so are ideographs too few for a run.
    private static func repeats(_ title: [String], in words: [String]) -> Bool {
        guard (3..<runWords).contains(title.count), words.count >= title.count,
            !title.allSatisfy({ $0.allSatisfy(isIdeographic) })
        else { return false }
        return (0...(words.count - title.count)).contains { Array(words[$0..<($0 + title.count)]) == title }
    }

    /// Characters that are written without spaces between words stand for one each.
    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.flatMap { word in
            var parts: [String] = []
            var isOpen = false
            for character in word {
                let isWhole = isIdeographic(character)
                if isOpen, !isWhole {
                    parts[parts.count - 1].append(character)
                } else {
                    parts.append(String(character))
                }
                isOpen = !isWhole
            }
            return parts
        }
    }

    private static func isIdeographic(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0x2E80...0x9FFF).contains($0.value) } ?? false
    }

    private static func runs(_ words: [String]) -> Set<String> {
        guard words.count >= runWords else { return [] }
        return Set((0...(words.count - runWords)).map { words[$0..<($0 + runWords)].joined(separator: " ") })
    }
}
