import Domain

/// Which lines begin a numbered paragraph: their numbers follow from one another.
struct NumberChain: Sendable {
    enum Start: Hashable, Sendable {
        case paragraph(FlowNumber, doubt: Doubt.Code?)
        /// A numbered list inside the paragraph before.
        case item(FlowNumber)
        /// `1. Right to life`: the number of a heading.
        case heading(FlowNumber)
    }

    /// By place in `lines`.
    private(set) var starts: [Int: Start] = [:]
    private(set) var paragraphCount = 0

    private let lines: [CleanLine]
    private let isWord: Bool
    private var numbers: [Int: FlowNumber] = [:]
    private var places: [[Int]: [Int]] = [:]
    private var last: [Int]?
    /// The paragraph inside which a list of its own is numbered.
    private var outer: [Int]?

    init(_ lines: [CleanLine], isWord: Bool) {
        self.lines = lines
        self.isWord = isWord
        for (index, line) in lines.enumerated() {
            guard let number = FlowNumber(line.text), !isContents(line.text) else { continue }
            numbers[index] = number
            places[number.fields, default: []].append(index)
        }
        let first = firstPlace
        for index in numbers.keys.sorted() where index >= first { take(index) }
        lastResort()
    }

    /// A line of a table of contents.
    private func isContents(_ text: String) -> Bool {
        text.contains("....") || text.contains(" . . .") || text.contains("……")
    }

    private var firstPlace: Int {
        for fields in [[1], [1, 1]] {
            // The first one whose follower comes before the next one of its kind: others belong to the cover.
            let candidates = (places[fields] ?? []).filter { !isHeading($0) }
            for (order, place) in candidates.enumerated() {
                let next = order + 1 < candidates.count ? candidates[order + 1] : Int.max
                let follower = fields == [1] ? [[2], [1, 1]] : [[1, 2], [2], [2, 1]]
                if follower.contains(where: { (firstPlace(of: $0, after: place) ?? .max) < next }) { return place }
            }
        }
        return 0
    }

    private mutating func take(_ index: Int) {
        guard let number = numbers[index], isPlausible(index) else { return }
        guard let last else {
            return isHeading(index) && comesAgain(number, index)
                ? set(index, .heading(number)) : begin(index, number, doubt: nil)
        }
        let followsInner = number.follows(last)
        let followsOuter = outer.map { number.follows($0) } ?? false
        if followsOuter, !followsInner || firstPlace(of: number.fields, after: index) == nil {
            outer = nil
            begin(index, number, doubt: nil)
        } else if followsInner {
            if isHeading(index), comesAgain(number, index) { return set(index, .heading(number)) }
            if outer == nil { begin(index, number, doubt: nil) } else { goOn(index, number) }
        } else {
            takeUnexpected(index, number, behind: last)
        }
    }

    private mutating func takeUnexpected(_ index: Int, _ number: FlowNumber, behind last: [Int]) {
        if isHeading(index) { return set(index, .heading(number)) }
        guard beginsText(index, number) else { return }
        if number.fields == last, outer == nil {
            // A paragraph's number twice. If it were a line of the text, its sentence would not be over.
            return begin(index, number, doubt: .numberRepeated)
        }
        if number.fields == [1] || number.fields == [1, 1] { return restart(index, number, behind: last) }
        guard isJump(index, number.fields, from: outer ?? last) else { return }
        outer = nil
        begin(index, number, doubt: .numberGap)
    }

    /// Whether numbers between both are missing from the document. If they stand further down, this one is no paragraph's.
    private func isJump(_ index: Int, _ fields: [Int], from base: [Int]) -> Bool {
        // `9` or `9.1` behind `2.4`: only the first field counts.
        let isMinor = fields.count == base.count && fields.count > 1 && fields.dropLast() == base.dropLast()
        let place = isMinor ? fields.count - 1 : 0
        guard fields[place] > base[place], fields[place] - base[place] <= 30,
            fields.dropFirst(place + 1).allSatisfy({ $0 == 1 })
        else { return false }
        let head = Array(fields.prefix(place))
        let next = firstPlace(of: head + [fields[place] + 1], after: index) ?? .max
        return (base[place] + 1..<fields[place]).prefix(3).allSatisfy {
            (firstPlace(of: head + [$0], after: index) ?? .max) >= next
        }
    }

    /// A list inside the paragraph, where the outer numbers go on later; otherwise an annex that counts anew.
    private mutating func restart(_ index: Int, _ number: FlowNumber, behind last: [Int]) {
        let second = number.fields.dropLast() + [2]
        guard firstPlace(of: Array(second), after: index) != nil else { return }
        let outerLast = outer ?? last
        var next = outerLast
        next[next.count - 1] += 1
        if firstPlace(of: next, after: index) != nil {
            outer = outerLast
            goOn(index, number)
        } else {
            outer = nil
            begin(index, number, doubt: nil)
        }
    }

    private mutating func begin(_ index: Int, _ number: FlowNumber, doubt: Doubt.Code?) {
        last = number.fields
        paragraphCount += 1
        set(index, .paragraph(number, doubt: doubt))
    }

    private mutating func goOn(_ index: Int, _ number: FlowNumber) {
        last = number.fields
        set(index, .item(number))
    }

    private mutating func set(_ index: Int, _ start: Start) { starts[index] = start }

    /// A heading `3. Right to life` is none where paragraph 3 never comes otherwise.
    private func comesAgain(_ number: FlowNumber, _ index: Int) -> Bool {
        guard let again = firstPlace(of: number.fields, after: index) else { return false }
        var next = number.fields
        next[next.count - 1] += 1
        return again < (firstPlace(of: next, after: index) ?? .max) || !isHeading(again)
    }

    /// Nothing in front of it is unfinished.
    private func isPlausible(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let line = lines[index]
        let before = lines[index - 1].text
        if isWord || line.isAfterBlank || isSetApart(index) { return true }
        if LineEnding.isComplete(before) { return true }
        // A heading without a blank line behind it; a line of running text is longer.
        guard !endsInReference(before) else { return false }
        return before.count < 70 && line.indent != lines[index - 1].indent
            || line.page != lines[index - 1].page && HeadingPath.isHeading(before)
    }

    /// More than one space behind the number, as only the paragraphs' own numbers have it.
    private func isSetApart(_ index: Int) -> Bool {
        guard let number = numbers[index], beginsText(index, number) else { return false }
        let gap = lines[index].text[..<number.end].reversed().prefix(while: \.isWhitespace)
        return gap.count > 1 || gap.first == "\t"
    }

    /// `... set out in paragraph` at the end of a line.
    private func endsInReference(_ text: String) -> Bool {
        let tail = FlowText.of(text.suffix(16))
        return Self.references.contains { tail.hasSuffix($0) }
    }

    private static let references = [
        "paragraph", "paragraphs", "para.", "paras.", "article", "articles", "art.", "arts.", "no.", "nos.",
        "resolution", "rule",
        "paragraphe", "paragraphes", "par.", "n°", "parrafo", "parrafos", "parr.", "num.", "articulo", "пункт",
        "пункте", "пунктах",
        "пункта", "п.", "пп.", "статьи", "статье", "статья", "الفقرة", "المادة", "第", "and", "et", "y", "и",
    ]

    private func beginsText(_ index: Int, _ number: FlowNumber) -> Bool {
        let rest = lines[index].text[number.end...]
        return !rest.isEmpty && (LineEnding.beginsLarge(rest) || rest.first.map { "“\"«‘(".contains($0) } == true)
    }

    /// Short, unfinished, and alone on its line.
    private func isHeading(_ index: Int) -> Bool {
        let text = lines[index].text
        guard text.count <= 100, !LineEnding.isComplete(text), !text.hasSuffix(","), !text.hasSuffix("-") else {
            return false
        }
        guard isWord || index + 1 == lines.count || lines[index + 1].isAfterBlank || numbers[index + 1] != nil else {
            return false
        }
        return true
    }

    private func firstPlace(of fields: [Int], after index: Int) -> Int? {
        guard let all = places[fields] else { return nil }
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle] > index { high = middle } else { low = middle + 1 }
        }
        return low < all.count ? all[low] : nil
    }

    /// Where every number looked like a heading's, they are the paragraphs' own.
    private mutating func lastResort() {
        guard paragraphCount == 0 else { return }
        for (index, start) in starts {
            guard case .heading(let number) = start else { continue }
            starts[index] = .paragraph(number, doubt: nil)
            paragraphCount += 1
        }
    }
}
