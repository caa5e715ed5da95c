import Domain

/// Goes down the lines once and puts pieces of text into paragraphs, items and headings.
struct FlowBuilder {
    let lines: [CleanLine]
    let isWord: Bool
    let chain: NumberChain
    private let words: LineWords
    /// Characters of a full line.
    private let width: Int
    private(set) var paragraphs: [FlowParagraph] = []
    private var path = HeadingPath()
    private var section = 0
    /// Whether numbers are counted because none is printed.
    private var isCounting = false

    init(lines: [CleanLine], isWord: Bool, chain: NumberChain) {
        self.lines = lines
        self.isWord = isWord
        self.chain = chain
        words = LineWords(lines)
        let lengths = lines.map(\.text.count).sorted()
        width = lengths.isEmpty ? 0 : lengths[lengths.count * 4 / 5]
    }

    /// A piece of text between two breaks.
    private struct Piece {
        var range: Range<Int>
        var text: String
        var mark: ItemMark?
    }

    mutating func followNumbers() {
        let places = chain.starts.keys.filter { place in
            if case .paragraph = chain.starts[place] { return true }
            return false
        }.sorted()
        readFront(until: places.first ?? lines.count)
        for (order, place) in places.enumerated() {
            let end = order + 1 < places.count ? places[order + 1] : lines.count
            guard case .paragraph(let number, let doubt)? = chain.starts[place] else { continue }
            read(place..<end, number, doubt, isLast: end == lines.count)
        }
    }

    /// Only headings of what is before the first paragraph count, and of them only those right above it.
    private mutating func readFront(until end: Int) {
        for piece in pieces(max(0, end - 12)..<end) {
            if HeadingPath.isHeading(piece.text) { path.add(piece.text) } else { path = HeadingPath() }
        }
    }

    private mutating func read(_ range: Range<Int>, _ number: FlowNumber, _ doubt: Doubt.Code?, isLast: Bool) {
        if let before = paragraphs.last?.fields, number.fields.lexicographicallyPrecedes(before) { section += 1 }
        var found = pieces(range, numberEnd: number.end)
        guard !found.isEmpty else { return }
        if isLast { cutEnding(&found) }
        var paragraph = FlowParagraph(
            number: ParagraphNumber(number.printed), fields: number.fields, section: section, lead: found[0].text,
            items: [],
            tail: "", headings: path.titles, page: page(of: range.lowerBound), lines: span(found[0].range), doubts: [])
        if let doubt { paragraph.doubts.append(Doubt(doubt, number.printed)) }
        path.text()
        var list = ItemList()
        var lastText = paragraph.lead
        for piece in found.dropFirst() {
            if piece.mark == nil, isHeading(piece, behind: lastText) {
                path.add(piece.text)
                continue
            }
            add(piece, to: &list, behind: lastText, &paragraph)
            lastText = piece.text
            paragraph.lines = paragraph.lines.lowerBound..<span(piece.range).upperBound
        }
        close(&paragraph, &list)
    }

    private mutating func close(_ paragraph: inout FlowParagraph, _ list: inout ItemList) {
        if list.items.isEmpty, list.tail.isEmpty, let split = InlineItems.split(paragraph.lead) {
            paragraph.lead = split.lead
            list.take(split.items)
        }
        paragraph.items = list.items
        paragraph.tail = list.tail
        paragraph.doubts += list.doubts
        paragraphs.append(paragraph)
    }

    private func add(_ piece: Piece, to list: inout ItemList, behind lastText: String, _ paragraph: inout FlowParagraph)
    {
        if let mark = piece.mark, list.add(mark, itemText(piece)) { return }
        if piece.mark == nil, LineEnding.isColon(lastText) || list.goesOn, LineEnding.isComplete(piece.text),
            LineEnding.beginsLarge(piece.text), isWord || lines[piece.range.lowerBound].isAfterBlank
        {
            return list.addBare(piece.text)
        }
        if list.items.isEmpty, list.tail.isEmpty, !LineEnding.isSentenceEnd(lastText) {
            paragraph.lead = words.join([paragraph.lead, piece.text])
        } else {
            list.goOn(piece.text, isApart: LineEnding.isSentenceEnd(lastText))
        }
    }

    private func isHeading(_ piece: Piece, behind lastText: String) -> Bool {
        guard HeadingPath.isHeading(piece.text) else { return false }
        return LineEnding.isSentenceEnd(lastText) || LineEnding.isSemicolon(lastText) || HeadingPath.isHeading(lastText)
            || (isWord && !LineEnding.isColon(lastText) && HeadingPath.parts(of: piece.text).mark != nil)
    }

    private func itemText(_ piece: Piece) -> String {
        guard let (_, end) = ItemMark.at(piece.text.startIndex, of: piece.text) else { return piece.text }
        return String(piece.text[end...]).trimmingSpaces
    }

    /// Behind the last paragraph may stand an annex, a table or signatures without numbers.
    private func cutEnding(_ found: inout [Piece]) {
        guard
            let cut = found.dropFirst().firstIndex(where: {
                Self.endings.begins(FlowText.of($0.text)) && $0.text.count < 80
            })
        else { return }
        found.removeSubrange(cut...)
    }

    private static let endings = FlowPhrases([
        "annex", "anexo", "приложение", "المرفق", "مرفق", "附件", "appendix", "apéndice", "appendice", "добавление",
    ])

    /// Words in the first line of most paragraphs of committees.
    private static let openers = FlowPhrases([
        "committee", "comité", "комитет", "اللجنة", "委员会", "state party", "état partie", "estado parte", "государств",
        "الدولة الطرف",
        "缔约国",
    ])

    private func page(of line: Int) -> Int? { lines[line].page > 0 ? lines[line].page : nil }
    private func span(_ range: Range<Int>) -> Range<Int> {
        lines[range.lowerBound].index..<lines[range.upperBound - 1].index + 1
    }
}

extension FlowBuilder {
    /// The pieces of a stretch of lines; the first one without its number.
    private func pieces(_ range: Range<Int>, numberEnd: String.Index? = nil) -> [Piece] {
        var pieces: [Piece] = []
        var start = range.lowerBound
        for index in range.dropFirst() where isBreak(index) {
            pieces.append(piece(start..<index, from: start == range.lowerBound ? numberEnd : nil))
            start = index
        }
        guard start < range.upperBound else { return pieces }
        pieces += withoutHeadings(start..<range.upperBound, from: start == range.lowerBound ? numberEnd : nil)
        return pieces.filter { !$0.text.isEmpty }
    }

    private func piece(_ range: Range<Int>, from start: String.Index? = nil) -> Piece {
        var parts = lines[range].map(\.text)
        if let start { parts[0] = String(parts[0][start...]) }
        let text = words.join(parts)
        var mark = start == nil ? ItemMark.at(text.startIndex, of: text)?.mark : nil
        if case .item(let number)? = chain.starts[range.lowerBound] {
            mark = ItemMark(printed: number.printed + ".", numberPlace: number.fields.last)
            let rest = words.join(
                [String(lines[range.lowerBound].text[number.end...])] + lines[range].dropFirst().map(\.text))
            return Piece(range: range, text: "(" + number.printed + ") " + rest, mark: mark)
        }
        return Piece(range: range, text: text, mark: mark)
    }

    /// Whether something new begins on this line.
    private func isBreak(_ index: Int) -> Bool {
        if isWord || chain.starts[index] != nil { return true }
        let line = lines[index]
        let before = lines[index - 1].text
        if line.isAfterBlank {
            // A blank line in the middle of a sentence comes from the layout.
            return LineEnding.isComplete(before) || !LineEnding.beginsSmall(line.text)
        }
        if line.page != lines[index - 1].page, LineEnding.isComplete(before), LineEnding.beginsLarge(line.text),
            before.count < width * 4 / 5 || (isCounting && Self.openers.isIn(FlowText.of(line.text.prefix(60))))
        {
            // The last line of a paragraph is short; a page's first line goes on behind a full one.
            return true
        }
        guard ItemMark.at(line.text.startIndex, of: line.text) != nil else { return false }
        return LineEnding.isComplete(before) || before.hasSuffix(",")
            || HeadingPath.isHeading(before) && before.count < 60
    }

    /// Headings at the end of a paragraph's lines that no blank line sets apart.
    private func withoutHeadings(_ range: Range<Int>, from start: String.Index?) -> [Piece] {
        guard !isWord, range.count > 1 else { return [piece(range, from: start)] }
        var cut = range.upperBound
        while cut - 1 > range.lowerBound, range.upperBound - cut < 4, !LineEnding.isComplete(lines[cut - 1].text) {
            cut -= 1
            if LineEnding.isSentenceEnd(lines[cut - 1].text), LineEnding.beginsLarge(lines[cut].text) { break }
        }
        guard cut < range.upperBound, LineEnding.isSentenceEnd(lines[cut - 1].text),
            LineEnding.beginsLarge(lines[cut].text),
            HeadingPath.isHeading(words.join(lines[cut..<range.upperBound].map(\.text))),
            lines[cut].indent != lines[cut - 1].indent || range.upperBound - cut < 3
        else { return [piece(range, from: start)] }
        var pieces = [piece(range.lowerBound..<cut, from: start)]
        var from = cut
        for index in cut..<range.upperBound where index > from && HeadingPath.parts(of: lines[index].text).mark != nil {
            pieces.append(piece(from..<index))
            from = index
        }
        return pieces + [piece(from..<range.upperBound)]
    }
}

extension FlowBuilder {
    /// Counts the paragraphs of a document that prints no numbers: behind a colon and between semicolons stand items, what is short and
    /// unfinished is a heading, everything before the first whole paragraph belongs to the cover.
    mutating func countParagraphs() {
        isCounting = true
        var number = 0
        var paragraph: FlowParagraph?
        var list = ItemList()
        var lastText = ""
        for piece in pieces(0..<lines.count) {
            if piece.mark == nil, HeadingPath.isHeading(piece.text) {
                path.add(piece.text)
                continue
            }
            if paragraph == nil, !LineEnding.isComplete(piece.text) || piece.text.count < 60 { continue }
            let belongs =
                LineEnding.isColon(lastText) || list.goesOn
                || piece.mark.map { !$0.isBullet || !list.items.isEmpty } ?? false
            if paragraph != nil, belongs {
                if piece.mark == nil || !list.add(piece.mark ?? .init(printed: ""), itemText(piece)) {
                    list.addBare(piece.text)
                }
                let first = paragraph?.lines.lowerBound ?? 0
                paragraph?.lines = first..<span(piece.range).upperBound
            } else {
                if var done = paragraph { close(&done, &list) }
                list = ItemList()
                number += 1
                path.text()
                paragraph = FlowParagraph(
                    number: ParagraphNumber("\(number)"), fields: [number], section: 0, lead: piece.text, items: [],
                    tail: "",
                    headings: path.titles, page: page(of: piece.range.lowerBound), lines: span(piece.range),
                    doubts: [Doubt(.numberUnclear, "\(number)")])
            }
            lastText = piece.text
        }
        if var done = paragraph { close(&done, &list) }
    }
}
