/// A line of the text itself: page headers, page numbers, job numbers and footnotes are gone.
struct CleanLine: Hashable, Sendable {
    var text: String
    var indent: Int
    var page: Int
    /// Its index in `DocumentText.lines`.
    var index: Int
    /// Whether a blank line stands before it; a page break alone does not count.
    var isAfterBlank: Bool
}

/// Takes page furniture out of a document's lines.
enum PageCleaning {
    static func clean(_ text: DocumentText) -> [CleanLine] {
        var lines: [CleanLine] = []
        var isAfterBlank = true
        for (index, line) in text.lines.enumerated() {
            if line.text.isEmpty {
                isAfterBlank = true
                continue
            }
            lines.append(
                CleanLine(
                    text: line.text, indent: line.indent, page: line.page, index: index, isAfterBlank: isAfterBlank))
            isAfterBlank = false
        }
        return lines
    }
}
