/// One section of a report, in the order of the outline. Its paragraphs stand apart.
package struct ReportSection: Hashable, Sendable, Codable {
    /// Of the outline; `own-1` and so on for those that people add.
    package var key: String
    package var title: String
    /// 1 is the outermost.
    package var level: Int
    /// Nil: only the whole report is limited.
    package var wordsMax: Int?
    /// Titles of columns, where its paragraphs are rows of a table.
    package var columns: [String]?
    /// Stands after the report, on a page of its own, and does not count.
    package var isAnnex: Bool

    package init(
        key: String, title: String, level: Int = 1, wordsMax: Int? = nil, columns: [String]? = nil,
        isAnnex: Bool = false
    ) {
        self.key = key
        self.title = title
        self.level = level
        self.wordsMax = wordsMax
        self.columns = columns
        self.isAnnex = isAnnex
    }
}
