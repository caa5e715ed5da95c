/// Footnotes at the bottom of a page, and the signs in its text that point to them.
enum Footnotes {
    /// Lines of footnotes at the bottom of a page that no blank line sets off.
    private static let linesMax = 12

    /// Where the footnotes of a page begin: a sign of its own behind a blank line, with text behind it, in the lower part of the
    /// page. Nil where there are none. The number that follows on from the last footnote needs no blank line.
    static func start(_ page: ArraySlice<DocumentText.Line>, next: Int) -> Int? {
        var found: Int?
        var isAfterBlank = false
        let textCount = page.reduce(0) { $0 + ($1.text.isEmpty ? 0 : 1) }
        var seen = 0
        for index in page.indices {
            let line = page[index]
            if line.text.isEmpty {
                isAfterBlank = true
                continue
            }
            seen += 1
            // Below another footnote no blank line is needed; the first one stands behind one.
            if found == nil, seen > 1 || textCount < 6, let sign = sign(of: line.text, index, page),
                isAfterBlank || sign == String(next) && sign == line.text && seen > textCount - linesMax
            {
                found = index
            }
            // A paragraph number below shows that this was none.
            if found != nil, isParagraphStart(line) { found = nil }
            isAfterBlank = false
        }
        return found
    }

    /// The signs of these footnotes: `1`, `**`.
    static func signs(_ notes: ArraySlice<DocumentText.Line>) -> [String] {
        notes.indices.compactMap { sign(of: notes[$0].text, $0, notes) }
    }

    /// The text without those signs where they stand behind a letter, a parenthesis or a mark: `Corvia);1`.
    static func withoutSigns(_ text: String, _ signs: [String]) -> String {
        guard !signs.isEmpty || text.contains("*") || text.contains("∗") else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            if bears(result), let end = signEnd(text, index, signs) {
                index = end
                continue
            }
            result.append(character)
            index = text.index(after: index)
        }
        return result
    }

    /// Where the sign that begins here ends.
    private static func signEnd(_ text: String, _ start: String.Index, _ signs: [String]) -> String.Index? {
        let character = text[start]
        if character == "*" || character == "∗" || character == "†" {
            return text[start...].firstIndex { $0 != "*" && $0 != "∗" && $0 != "†" } ?? text.endIndex
        }
        guard character.isASCII, character.isNumber else { return nil }
        let end = text[start...].firstIndex { !($0.isASCII && $0.isNumber) } ?? text.endIndex
        guard signs.contains(String(text[start..<end])) else { return nil }
        // `article 3)`, `1.2`: a number with its own meaning goes on.
        if end < text.endIndex, text[end].isLetter { return nil }
        return end
    }

    /// Whether a sign may stand behind this text. Behind the full stop of `129.` stands the rest of a number.
    private static func bears(_ text: String) -> Bool {
        guard let last = text.last else { return false }
        if last == ".", text.dropLast().last?.isNumber == true { return false }
        return last.isLetter || ");],.”\"’؛）；。".contains(last)
    }

    /// The sign a footnote begins with: alone on its line, or with the note behind it.
    private static func sign(of text: String, _ index: Int, _ page: ArraySlice<DocumentText.Line>) -> String? {
        let head = text.prefix { !$0.isWhitespace }
        guard head.count <= 3 else { return nil }
        let isStars = head.allSatisfy { $0 == "*" || $0 == "∗" || $0 == "†" }
        let isNumber = head.allSatisfy { $0.isASCII && $0.isNumber }
        guard isStars || isNumber else { return nil }
        if head.endIndex == text.endIndex {
            // Alone: the note stands on the next line.
            guard let next = page[(index + 1)...].first, !next.text.isEmpty else { return nil }
            return String(head)
        }
        return String(head)
    }

    /// `121.14   Ratify`, `98.   All`.
    private static func isParagraphStart(_ line: DocumentText.Line) -> Bool {
        let head = line.text.prefix { !$0.isWhitespace }
        guard head.contains("."), let first = head.first, first.isASCII, first.isNumber,
            head.endIndex < line.text.endIndex
        else { return false }
        return head.split(separator: ".").allSatisfy { $0.count <= 3 && $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }
}
