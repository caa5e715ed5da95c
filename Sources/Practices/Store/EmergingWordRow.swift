import Domain
import Store

/// Words of published emerging issues: of what was reviewed.
enum EmergingWordRow {
    static func clear(_ id: EmergingIssueID, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM emerging_word WHERE emerging_id = $1", [.int(id.value)])
    }

    static func replace(_ issue: EmergingIssue, _ connection: any WriteConnection) throws {
        try clear(issue.id, connection)
        let content = issue.content
        var rows = SQLRows(columnCount: 2)
        for word in PracticeWords.all([content.title, content.text, content.gap].map { (content.language, $0) }) {
            rows.append(.text(word), .int(issue.id.value))
        }
        if !rows.isEmpty { try connection.insert(into: "emerging_word", ["word", "emerging_id"], rows) }
    }
}
