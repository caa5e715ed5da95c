import Domain
import Store

/// Words of published practices.
enum PracticeWordRow {
    static func clear(_ id: PracticeID, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM practice_word WHERE practice_id = $1", [.int(id.value)])
    }

    /// Words of what others read: neither a place that is held back nor whom to write to is among them.
    static func replace(_ edition: PracticeEdition, _ connection: any WriteConnection) throws {
        try clear(edition.practice, connection)
        let content = edition.content
        let texts = content.texts.flatMap { text in
            PracticeText.parts.filter { $0.name != "place" || !content.isPlaceWithheld }.map { part in
                (language: text.language, text: text[keyPath: part.path])
            }
        }
        var rows = SQLRows(columnCount: 2)
        for word in PracticeWords.all(texts) { rows.append(.text(word), .int(edition.practice.value)) }
        if !rows.isEmpty { try connection.insert(into: "practice_word", ["word", "practice_id"], rows) }
    }
}
