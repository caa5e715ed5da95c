/// The lines of one page as they stand on the paper.
struct PrintedPage: Sendable {
    /// Plain text in logical order, with the white space before it; no white space at its end.
    var lines: [String]
    var number: Int
    /// Whether most of its lines run from right to left.
    var isRightToLeft: Bool

    /// Letters and digits on it.
    var letterCount: Int {
        lines.reduce(0) {
            $0 + $1.unicodeScalars.count { $0.properties.isAlphabetic || $0.value < 0x3A && $0.value > 0x2F }
        }
    }

    /// The pages of what `pdftotext -layout` wrote.
    static func pages(of output: [UInt8]) -> [PrintedPage] {
        var raw: [[String]] = []
        for page in output.split(separator: 0x0C, omittingEmptySubsequences: false) {
            raw.append(
                page.split(separator: 0x0A, omittingEmptySubsequences: false).map {
                    String(decoding: $0, as: UTF8.self)
                })
        }
        // A form feed ends each page: what comes after the last is nothing.
        if let last = raw.last, last.allSatisfy(\.isEmpty) { raw.removeLast() }
        let order = RightToLeft(raw.joined())
        return raw.enumerated().map { index, lines in
            let marked = lines.count(where: RightToLeft.isMarked)
            return PrintedPage(
                lines: lines.map { trimmed(order.logical($0)) }, number: index + 1,
                isRightToLeft: marked * 2 > lines.count { !$0.isEmpty })
        }
    }

    private static func trimmed(_ line: String) -> String {
        guard let last = line.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(line[...last])
    }

    /// As lines of a document; the indent counts from the side where reading begins.
    var documentLines: [DocumentText.Line] {
        let width = isRightToLeft ? lines.map(\.count).max() ?? 0 : 0
        return lines.map { line in
            let text = line.drop(while: \.isWhitespace)
            guard !text.isEmpty else { return DocumentText.Line(text: "", page: number) }
            let indent = isRightToLeft ? width - line.count : line.count - text.count
            return DocumentText.Line(text: String(text), indent: indent, page: number)
        }
    }
}
