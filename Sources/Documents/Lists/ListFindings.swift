import Domain
import Reference

/// Makes a finding of a row of a list.
struct ListFindings {
    let context: ReadingContext
    private let names: StateNames

    init(context: ReadingContext) {
        self.context = context
        names = StateNames(context.reference)
    }

    /// Nil where the row holds no recommendation.
    func finding(_ row: ListRow, number: Int) -> Finding? {
        let (paragraphs, source) = withoutSource(row.recommendation)
        let whole = LineJoining.join(paragraphs)
        let lead = ListNumber.leading(whole)
        let text = lead?.rest ?? whole
        guard text.contains(where: \.isLetter) else { return nil }
        // Text above a table, notes below it: neither number nor answer.
        guard lead != nil || !row.position.isEmpty else { return nil }
        var finding = Finding(
            number: number, paragraph: lead.flatMap { ParagraphNumber($0.number) }, text: "", page: row.page,
            lines: row.line..<row.line + 1, confidence: 0.97)
        finding.heading = row.heading
        finding.positionDocument = source
        var doubts: [Doubt] = lead == nil ? [Doubt(.numberUnclear)] : []
        setTexts(of: &finding, text, &doubts)
        setPosition(of: &finding, row, &doubts)
        setTags(of: &finding, row, &doubts)
        setImplementation(of: &finding, row)
        if doubts.contains(where: { $0.code != .tagUnknown }) { finding.confidence = 0.4 }
        finding.doubts = doubts
        return finding
    }

    /// The line `Source of Position: A/HRC/43/15 - Para 121` is no part of the text.
    private func withoutSource(_ paragraphs: [String]) -> (paragraphs: [String], source: String?) {
        var kept: [String] = []
        var source: String?
        for paragraph in paragraphs {
            guard let found = paragraph.firstRange(of: "Source of", caseless: "source of position") else {
                if FoldedText(paragraph).hasPrefix(Self.sources), let colon = paragraph.firstIndex(of: ":") {
                    source = String(paragraph[paragraph.index(after: colon)...].trimming(where: \.isWhitespace))
                } else {
                    kept.append(paragraph)
                }
                continue
            }
            let before = paragraph[..<found.lowerBound].trimming(where: \.isWhitespace)
            if !before.isEmpty { kept.append(String(before)) }
            let behind = paragraph[found.lowerBound...]
            source = behind.firstIndex(of: ":").map {
                String(behind[behind.index(after: $0)...].trimming(where: \.isWhitespace))
            }
        }
        return (kept, source?.isEmpty == true ? nil : source)
    }

    private func setTexts(of finding: inout Finding, _ text: String, _ doubts: inout [Doubt]) {
        let mentions = StateMentions(text, names: names)
        finding.states = mentions.states
        finding.unknownNames = mentions.unknownNames
        finding.text = mentions.wordings.map(\.text).joined(separator: "; ")
        if mentions.wordings.count > 1 { finding.wordings = mentions.wordings }
        if mentions.states.isEmpty { doubts.append(Doubt(.noStates)) }
        if mentions.isUnclosed { doubts.append(Doubt(.parenthesisUnclosed)) }
        doubts += mentions.unknownNames.map { Doubt(.unknownState, $0) }
    }

    private func setPosition(of finding: inout Finding, _ row: ListRow, _ doubts: inout [Doubt]) {
        let words = LineJoining.join(row.position)
        guard !words.isEmpty else { return doubts.append(Doubt(.positionUnclear)) }
        finding.wording = words
        guard let event = PositionWords.events(in: FoldedText(words)).first else {
            return doubts.append(Doubt(.positionUnclear, words))
        }
        finding.position = event.position
        if event.isPartial { doubts.append(Doubt(.positionUnclear, words)) }
    }

    private func setTags(of finding: inout Finding, _ row: ListRow, _ doubts: inout [Doubt]) {
        var sections = TagSections(context.reference)
        sections.read(row.tags)
        // The theme above a row is in its own list too, where there is one.
        if row.tags.isEmpty, let heading = row.heading { sections.add(.theme, heading) }
        finding.tags = sections.tags
        doubts += sections.unknown.map { Doubt(.tagUnknown, $0) }
    }

    private func setImplementation(of finding: inout Finding, _ row: ListRow) {
        let words = LineJoining.join(row.implementation)
        guard words.contains(where: \.isLetter) else { return }
        if finding.position != .noted, let claim = ClaimWords.claim(in: words, isLoose: true) {
            finding.claim = claim
        } else {
            finding.reason = words
        }
    }

    private static let sources: PhraseList = [
        "source of position", "source de la position", "fuente de la posicion", "источник позиции", "مصدر الموقف",
        "立场来源",
    ]
}

extension String {
    /// The place of a phrase in small or capital letters; `start` is how it usually begins.
    fileprivate func firstRange(of start: String, caseless phrase: String) -> Range<Index>? {
        guard let found = firstRange(of: start), self[found.lowerBound...].lowercased().hasPrefix(phrase) else {
            return nil
        }
        return found
    }
}
