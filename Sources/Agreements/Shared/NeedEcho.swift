import Domain
import Store

/// Whether a text repeats a need: its title, or so many of its words in a row that they were hardly found twice.
///
/// A thread stays readable when the consent to a need is withdrawn, but for what it holds of the need's own text.
struct NeedEcho: Sendable {
    static let runWords = 6

    private let runs: Set<String>
    private let title: [String]

    init(title: String, texts: [String]) {
        self.title = Self.words(title)
        var runs: Set<String> = []
        for text in [title] + texts { runs.formUnion(Self.runs(Self.words(text))) }
        self.runs = runs
    }

    /// Nil where there is no such need.
    static func of(
        _ need: NeedID, _ owner: WorkspaceID, _ connection: any ReadConnection
    ) throws -> NeedEcho? {
        try connection.first(
            """
            SELECT title, existing, missing, asked, target_group, refused_note FROM need WHERE id = $1 AND workspace_id = $2
            """, [.int(need.value), .int(owner.value)]
        ) { row in
            NeedEcho(title: try row.text(0), texts: try (1...5).map { try row.text($0) })
        }
    }

    func isHeard(in text: String) -> Bool {
        let words = Self.words(text)
        if !runs.isDisjoint(with: Self.runs(words)) { return true }
        // Titles of one or two words are words of everybody.
        guard (3..<Self.runWords).contains(title.count), words.count >= title.count else { return false }
        return (0...(words.count - title.count)).contains { Array(words[$0..<($0 + title.count)]) == title }
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static func runs(_ words: [String]) -> Set<String> {
        guard words.count >= runWords else { return [] }
        return Set((0...(words.count - runWords)).map { words[$0..<($0 + runWords)].joined(separator: " ") })
    }
}
