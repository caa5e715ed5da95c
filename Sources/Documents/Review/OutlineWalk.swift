import Domain

/// Walks through section II line by line. A line belongs to what came before it unless its number follows on from the numbers so far.
struct OutlineWalk {
    var paragraphs: [ReviewOutline.Paragraph] = []
    /// The numbers below the paragraph: `121.14` or, in the first cycle, `14`.
    private enum Style { case dotted, running, lettered }
    private var style: Style?
    private var hasClosed = false
    private var isInPledges = false

    /// Items since the last number that followed on whose number stood before already.
    private var misprints = 0

    private static let gapMax = 8

    /// False where the section ends.
    mutating func take(_ line: CleanLine) -> Bool {
        if isAnnex(line) { return false }
        if ReviewSection.isHeading(line.text, Phrases.pledges), line.text.count < 90, Marker(line.text)?.numbers == nil
        {
            isInPledges = true
            return true
        }
        guard let marker = Marker(line.text) else {
            append(line.text[...], line)
            return true
        }
        switch marker.value {
        case .numbers(let numbers) where numbers.count > 1: takeDotted(numbers, marker, line)
        case .numbers(let numbers): takeSingle(numbers[0], marker, line)
        case .letter(let place): takeLetter(place, marker, line)
        }
        return true
    }

    /// `Annex` or `Annex I`, alone on its line; behind the closing paragraph also with words behind it.
    private func isAnnex(_ line: CleanLine) -> Bool {
        guard line.text.count <= 30, line.isAfterBlank || hasClosed else { return false }
        let words = LeadIn.folded(line.text).split { !$0.isLetter }.map(String.init)
        guard let first = words.first, Phrases.annex.contains(first) else { return false }
        return hasClosed || words.dropFirst().allSatisfy { $0.allSatisfy { "ivx".contains($0) } }
    }

    // MARK: Dotted numbers

    private mutating func takeDotted(_ printed: [Int], _ marker: Marker, _ line: CleanLine) {
        var numbers = printed
        // In lines written from right to left the two parts may come in the other order (`14-121`).
        if numbers.count == 2, let top = paragraphs.last, numbers[0] != top.number, numbers[1] == top.number,
            numbers[0] == (top.items.last?.place ?? 0) + 1
        {
            numbers.reverse()
        }
        guard let top = paragraphs.last else {
            // A list whose paragraph has no number of its own.
            guard numbers[1] == 1, marker.rest.first.map({ !$0.isNumber }) ?? true else { return append(line) }
            open(numbers[0], line, rest: "")
            style = .dotted
            return addItem(numbers, marker, line, doubts: [Doubt(.positionUnclear)])
        }
        let last = top.items.last?.place ?? 0
        let next = numbers[1]
        if numbers[0] == top.number, style != .running || top.items.isEmpty {
            style = .dotted
            if numbers.count > 2 { return takeDeep(numbers, marker, line, last: last) }
            // Behind a misprint the numbers go on as if it had been right (118.108, 118.09, 118.110), or from where they were.
            if next == last + 1 || next == last + misprints + 1 {
                misprints = 0
                return addItem(numbers, marker, line)
            }
            if next > last, next <= last + Self.gapMax, mayOpen(line, top) {
                misprints = 0
                return addItem(numbers, marker, line, doubts: [Doubt(.numberGap, "\(numbers[0]).\(last + 1)")])
            }
            if next <= last, next > 0, mayOpen(line, top) {
                misprints += 1
                return addItem([numbers[0], last], marker, line, doubts: [Doubt(.numberRepeated, marker.printed)])
            }
            return append(line)
        }
        // The next list begins without a paragraph of its own.
        if next == 1, numbers[0] == top.number + 1, style == .dotted || top.items.isEmpty {
            open(numbers[0], line, rest: "")
            return addItem(numbers, marker, line, doubts: [Doubt(.positionUnclear)])
        }
        // Misnumbered: the part behind the dot goes on.
        if style == .dotted, next == last + 1, last > 0, abs(numbers[0] - top.number) <= 20, mayOpen(line, top) {
            return addItem(numbers, marker, line, doubts: [Doubt(.numberUnclear, marker.printed)])
        }
        append(line)
    }

    /// `77.5.2`: below an item, or an item of its own.
    private mutating func takeDeep(_ numbers: [Int], _ marker: Marker, _ line: CleanLine, last: Int) {
        guard numbers[1] == last || numbers[1] == last + 1 else { return append(line) }
        addItem(numbers, marker, line)
    }

    /// Whether a number that does not follow on may still open an item: it stands where numbers stand, behind words that ended.
    private func mayOpen(_ line: CleanLine, _ top: ReviewOutline.Paragraph) -> Bool {
        guard let item = top.items.last else { return true }
        guard item.mayEnd else { return false }
        return line.page != item.page || abs(line.indent - item.indent) <= 3
    }

    // MARK: Single numbers

    private mutating func takeSingle(_ number: Int, _ marker: Marker, _ line: CleanLine) {
        guard marker.isClosed, !marker.rest.isEmpty || line.isAfterBlank else { return append(line) }
        guard let top = paragraphs.last else {
            open(number, line, rest: marker.rest)
            return
        }
        let last = style == .running ? top.items.last?.place ?? 0 : 0
        let isNextItem = style != .dotted && style != .lettered && number == last + 1 && !(last == 0 && !isList(top))
        let isNextParagraph = number == top.number + 1 || (number == 1 && false)
        if isNextItem, isNextParagraph {
            return LeadIn(String(marker.rest)).speaksOfRecommendations && beginsLeadIn(marker.rest)
                ? open(number, line, rest: marker.rest) : addRunning(number, marker, line)
        }
        if isNextItem { return addRunning(number, marker, line) }
        if isNextParagraph { return open(number, line, rest: marker.rest) }
        if style == .running, number > last, number <= last + 3, line.indent <= (top.items.last?.indent ?? 0) + 3 {
            return addRunning(number, marker, line, doubts: [Doubt(.numberGap, "\(last + 1)")])
        }
        if number > top.number, number <= top.number + 4, beginsLeadIn(marker.rest) {
            return open(number, line, rest: marker.rest)
        }
        append(line)
    }

    /// Whether a paragraph's words announce a list: they speak of recommendations and end with a colon, or nothing came yet.
    private func isList(_ top: ReviewOutline.Paragraph) -> Bool {
        guard let last = top.lead.last else { return true }
        return last.last == ":" || last.last == "："
            || top.lead.count <= 12 && LeadIn(top.leadText).speaksOfRecommendations
    }

    private func beginsLeadIn(_ rest: Substring) -> Bool {
        let folded = LeadIn.folded(String(rest.prefix(160)))
        let openings = [
            "the recommendation", "the following recommendation", "all conclusions", "recommendations",
            "all recommendations",
            "in the course", "the response", "the replies", "les recommandations", "toutes les", "las recomendaciones",
            "todas las", "рекомендации", "нижеследующие", "следующие", "все", "التوصيات", "جميع", "以下", "下列", "所有",
            "reference is made", "the delegation", "the government", "with regard to", "the above", "as to",
        ]
        return openings.contains { folded.hasPrefix($0) }
    }

    private mutating func addRunning(_ number: Int, _ marker: Marker, _ line: CleanLine, doubts: [Doubt] = []) {
        style = .running
        guard let top = paragraphs.indices.last else { return }
        paragraphs[top].items.append(
            ReviewOutline.Item(
                printed: "\(paragraphs[top].number).\(number)", place: number, marker.rest, line, doubts: doubts))
    }

    // MARK: Letters

    private mutating func takeLetter(_ place: Int, _ marker: Marker, _ line: CleanLine) {
        guard let top = paragraphs.indices.last else { return append(line) }
        let next = style == .lettered ? paragraphs[top].items.last?.place ?? 0 : 0
        let opens = style == nil && place == 0 && isList(paragraphs[top])
        guard opens || style == .lettered && place == next else { return append(line) }
        style = .lettered
        let letter = Character(UnicodeScalar(UInt8(97 + min(place, 25))))
        paragraphs[top].items.append(
            ReviewOutline.Item(
                printed: "\(paragraphs[top].number)(\(letter))", place: place + 1, marker.rest, line))
    }

    // MARK: Writing

    private mutating func open(_ number: Int, _ line: CleanLine, rest: Substring) {
        paragraphs.append(
            ReviewOutline.Paragraph(
                number: number, lead: rest.isEmpty ? [] : [String(rest)], isPledge: isInPledges, page: line.page,
                firstLine: line.index, lastLine: line.index))
        style = nil
        if LeadIn(String(rest)).isClosing { hasClosed = true }
    }

    private mutating func addItem(_ numbers: [Int], _ marker: Marker, _ line: CleanLine, doubts: [Doubt] = []) {
        guard let top = paragraphs.indices.last else { return }
        paragraphs[top].items.append(
            ReviewOutline.Item(printed: marker.printed, place: numbers[1], marker.rest, line, doubts: doubts))
    }

    private mutating func append(_ line: CleanLine) { append(line.text[...], line) }

    private mutating func append(_ text: Substring, _ line: CleanLine) {
        guard let top = paragraphs.indices.last else { return }
        if let item = paragraphs[top].items.indices.last {
            paragraphs[top].items[item].append(text, line)
        } else {
            paragraphs[top].lead.append(String(text))
            // The words that tell it stand at the paragraph's beginning.
            if !hasClosed, paragraphs[top].lead.count <= 3, LeadIn(paragraphs[top].leadText).isClosing {
                hasClosed = true
            }
        }
        paragraphs[top].lastLine = line.index
    }
}
