import Domain

/// Cuts a document into paragraphs as a rule says, or as the document suggests.
struct RuleParagraphs {
    private(set) var paragraphs: [FlowParagraph] = []

    init(_ rules: ParagraphRules, _ text: DocumentText) {
        switch rules.begins {
        case .numbers?: paragraphs = ParagraphFlow(text, infersNumbers: false).paragraphs
        case .blankLines?: cut(text) { _, _ in false }
        case .bullets?:
            cut(text, keepsOnlyBegun: true) { line, _ in ItemMark.at(line.startIndex, of: line)?.mark.isBullet == true }
        case .prefixes?:
            let prefixes = rules.prefixes.map { FlowText.of($0).trimmingSpaces }
            cut(text, keepsOnlyBegun: true, prefixes: prefixes) { _, folded in
                prefixes.contains { folded.hasPrefix($0) }
            }
        case nil:
            let flow = ParagraphFlow(text, infersNumbers: false).paragraphs
            if flow.count > 1 { paragraphs = flow } else { cut(text) { _, _ in false } }
        }
    }

    /// Paragraphs between blank lines, or from one beginning to the next. Short pieces without an end are headings.
    private mutating func cut(
        _ text: DocumentText, keepsOnlyBegun: Bool = false, prefixes: [String] = [], begins: (String, String) -> Bool
    ) {
        let lines = PageCleaning.clean(text)
        let words = LineWords(lines)
        var path = HeadingPath()
        var start = 0
        while start < lines.count {
            let isBegun = begins(lines[start].text, FlowText.of(lines[start].text.prefix(200)))
            var end = start + 1
            while end < lines.count, !isBreak(lines, end, text.origin),
                !begins(lines[end].text, FlowText.of(lines[end].text.prefix(200)))
            {
                end += 1
            }
            let joined = words.join(lines[start..<end].map(\.text))
            if !isBegun, HeadingPath.isHeading(joined) {
                path.add(joined)
            } else if isBegun || !keepsOnlyBegun {
                path.text()
                add(joined, lines[start..<end], path.titles, isBegun ? prefixes : [])
            } else if !paragraphs.isEmpty, keepsOnlyBegun,
                !LineEnding.isSentenceEnd(paragraphs[paragraphs.count - 1].text)
            {
                paragraphs[paragraphs.count - 1].tail +=
                    (paragraphs[paragraphs.count - 1].tail.isEmpty ? "" : " ") + joined
            }
            start = end
        }
    }

    private func isBreak(_ lines: [CleanLine], _ index: Int, _ origin: DocumentText.Origin) -> Bool {
        if origin == .word { return true }
        return lines[index].isAfterBlank
            && (LineEnding.isComplete(lines[index - 1].text) || !LineEnding.beginsSmall(lines[index].text))
    }

    private mutating func add(
        _ text: String, _ lines: ArraySlice<CleanLine>, _ headings: [String], _ prefixes: [String]
    ) {
        guard let first = lines.first, let last = lines.last else { return }
        var (number, body) = Self.number(of: text, behind: prefixes)
        if number == nil, let mark = ItemMark.at(body.startIndex, of: body), mark.mark.isBullet {
            body = String(body[mark.end...]).trimmingSpaces
        }
        guard body.contains(where: \.isLetter) else { return }
        let split = InlineItems.split(body)
        var list = ItemList()
        if let split { list.take(split.items) }
        paragraphs.append(
            FlowParagraph(
                number: number.flatMap { ParagraphNumber($0) }, fields: [], section: 0, lead: split?.lead ?? body,
                items: list.items,
                tail: "", headings: headings, page: first.page > 0 ? first.page : nil,
                lines: first.index..<last.index + 1,
                doubts: []))
    }

    /// `Recommendation 5: ...` and `5. ...`: the number, and the text behind it.
    private static func number(of text: String, behind prefixes: [String]) -> (String?, String) {
        if let number = FlowNumber(text) { return (number.printed, String(text[number.end...])) }
        guard !prefixes.isEmpty else { return (nil, text) }
        var index = text.startIndex
        while index < text.endIndex, !text[index].isNumber, text.distance(from: text.startIndex, to: index) < 60 {
            index = text.index(after: index)
        }
        let word = FlowText.of(text[..<index]).filter { $0.isLetter || $0 == " " }.trimmingSpaces
        guard index < text.endIndex,
            prefixes.contains(where: { word == $0.filter { $0.isLetter || $0 == " " }.trimmingSpaces })
        else {
            return (nil, text)
        }
        let end = text[index...].firstIndex { !$0.isNumber && $0 != "." } ?? text.endIndex
        var digits = String(text[index..<end])
        while digits.hasSuffix(".") { digits.removeLast() }
        let rest = text[end...].drop { $0.isWhitespace || ":：.–—-)".contains($0) }
        return rest.isEmpty ? (digits, text) : (digits, String(rest))
    }
}
