import Store
import Synchronization

/// Statements as SQLite reads them, made once: `{set}` expanded, `$1` as `?1`.
final class StatementTexts: Sendable {
    private struct Key: Hashable {
        var sql: String
        var values: Int
        var width: Int
    }

    /// The program has a few hundred statements; more than this would be text from outside.
    private static let countMax = 4_096
    private let texts = Mutex<[Key: String]>([:])

    /// `width` is 0 for a statement without a set.
    func text(_ sql: String, values: Int, width: Int) -> String {
        let key = Key(sql: sql, values: width == 0 ? 0 : values, width: width)
        return texts.withLock { texts in
            if let text = texts[key] { return text }
            let expanded = width == 0 ? sql : SQLSet.expand(sql, values: values, width: width)
            let text = SQLText.questionMarks(expanded)
            if texts.count >= Self.countMax { texts.removeAll() }
            texts[key] = text
            return text
        }
    }
}
