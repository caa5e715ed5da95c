/// Pages in two columns, which `pdftotext -layout` prints side by side.
enum Columns {
    private static let linesMin = 12
    private static let sideMin = 20

    /// The page in reading order: where two columns of running text stand side by side, one after the other; every other page as it
    /// is. Lines across both columns divide the page into bands.
    static func inReadingOrder(_ page: PrintedPage) -> PrintedPage {
        let lines = page.lines.map(Array.init)
        guard let gutter = gutter(of: lines) else { return page }
        var result: [String] = []
        var left: [String] = []
        var right: [String] = []
        func flush() {
            result += page.isRightToLeft ? right + left : left + right
            left = []
            right = []
        }
        for line in lines {
            guard isDivided(line, gutter) || line.count <= gutter.lowerBound || line.isEmpty || starts(line, gutter)
            else {
                flush()
                result.append(String(line))
                continue
            }
            left.append(trimmed(line.prefix(gutter.lowerBound)))
            right.append(trimmed(line.dropFirst(gutter.upperBound)))
        }
        flush()
        var page = page
        page.lines = result
        return page
    }

    /// The blank columns between two columns of text; nil where the page has none, or a table.
    private static func gutter(of lines: [[Character]]) -> Range<Int>? {
        let filled = lines.filter { !$0.isEmpty }
        guard filled.count >= linesMin, let width = filled.map(\.count).max(), width >= 2 * sideMin + 2 else {
            return nil
        }
        // For each column: in how many lines it is blank with text on both sides of it.
        var blanks = [Int](repeating: 0, count: width)
        for line in filled {
            for gap in gaps(in: line) { for column in gap { blanks[column] += 1 } }
        }
        let middle = width / 4..<width * 3 / 4
        guard let best = middle.max(by: { blanks[$0] < blanks[$1] }) else { return nil }
        let needed = max(linesMin, filled.count * 6 / 10)
        guard blanks[best] >= needed else { return nil }
        let isGutter = { (column: Int) in blanks[column] * 10 >= blanks[best] * 9 }
        var range = best..<best + 1
        while range.lowerBound > 0, isGutter(range.lowerBound - 1) { range = range.lowerBound - 1..<range.upperBound }
        while range.upperBound < width, isGutter(range.upperBound) { range = range.lowerBound..<range.upperBound + 1 }
        return holdsProse(filled.filter { isDivided($0, range) }, range) ? range : nil
    }

    /// White space of two columns or more inside a line.
    private static func gaps(in line: [Character]) -> [Range<Int>] {
        var gaps: [Range<Int>] = []
        var start: Int?
        var seen = false
        for (column, character) in line.enumerated() {
            if character.isWhitespace {
                if start == nil, seen { start = column }
            } else {
                if let start, column - start >= 2 { gaps.append(start..<column) }
                start = nil
                seen = true
            }
        }
        return gaps
    }

    /// Whether both sides are mostly full lines of words, without gaps of their own as tables have.
    private static func holdsProse(_ lines: [[Character]], _ gutter: Range<Int>) -> Bool {
        let lefts = lines.map { trimmed($0.prefix(gutter.lowerBound)) }
        let rights = lines.map { trimmed($0.dropFirst(gutter.upperBound)) }
        for side in [lefts, rights] {
            let lengths = side.map { $0.drop(while: \.isWhitespace).count }.sorted()
            guard lengths[lengths.count / 2] >= sideMin else { return false }
            let gappy = side.count { !gaps(in: Array($0)).isEmpty }
            guard gappy * 5 <= side.count else { return false }
        }
        return true
    }

    private static func isDivided(_ line: [Character], _ gutter: Range<Int>) -> Bool {
        line.count > gutter.upperBound && line[gutter].allSatisfy(\.isWhitespace)
    }

    /// Whether all of it stands in the second column.
    private static func starts(_ line: [Character], _ gutter: Range<Int>) -> Bool {
        line.prefix(gutter.upperBound).allSatisfy(\.isWhitespace)
    }

    private static func trimmed(_ part: ArraySlice<Character>) -> String {
        guard let last = part.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(part[part.startIndex...last])
    }
}
