import Domain

/// Reads the recommendations of a report of the Working Group on the Universal Periodic Review.
enum ReviewReportReader {
    static func findings(in text: DocumentText, _ context: ReadingContext) -> [Finding] {
        let outline = ReviewOutline(PageCleaning.clean(text))
        let names = StateNames(context.reference)
        var findings: [Finding] = []
        for (place, paragraph) in outline.paragraphs.enumerated() where !paragraph.items.isEmpty {
            let answer = Answer(to: paragraph, before: outline.paragraphs[(place + 1)...], context)
            guard !answer.isClosing else { continue }
            for item in paragraph.items {
                var finding = Self.finding(item, names, number: findings.count + 1)
                answer.write(to: &finding)
                ReviewDoubts.judge(&finding)
                findings.append(finding)
            }
        }
        Remarks.write(outline.paragraphs, to: &findings)
        return findings
    }

    private static func finding(_ item: ReviewOutline.Item, _ names: StateNames, number: Int) -> Finding {
        let mentions = StateMentions(item.text, names: names)
        var finding = Finding(
            number: number, paragraph: ParagraphNumber(item.printed),
            text: mentions.wordings.map(\.text).joined(separator: "; "), page: item.page == 0 ? nil : item.page,
            lines: item.firstLine..<item.lastLine + 1)
        finding.states = mentions.states
        if mentions.wordings.count > 1 { finding.wordings = mentions.wordings }
        finding.unknownNames = mentions.unknownNames
        finding.doubts = item.doubts + mentions.doubts
        return finding
    }

    /// What the State answered to the recommendations below one paragraph.
    private struct Answer {
        let isClosing: Bool
        private let isPledge: Bool
        private let lead: LeadIn
        private let wording: String
        private let position: Position
        private let isTold: Bool
        private let document: String?

        /// Where the paragraph itself says nothing, the next one without a list may: "The response will be included in the outcome
        /// report". Until a State answers, a recommendation is pending.
        init(
            to paragraph: ReviewOutline.Paragraph, before others: ArraySlice<ReviewOutline.Paragraph>,
            _ context: ReadingContext
        ) {
            wording = paragraph.leadText
            lead = LeadIn(wording)
            isClosing = lead.isClosing
            isPledge = paragraph.isPledge || lead.announcesPledges
            let next = others.first.flatMap { $0.items.isEmpty ? LeadIn($0.leadText).position : nil }
            let told = lead.position ?? (next == .pending ? next : nil)
            position = told ?? .pending
            isTold = told != nil
            document = context.facts.symbol.map { "\($0.printed) - Para \(paragraph.number)" }
        }

        func write(to finding: inout Finding) {
            guard !isPledge else {
                finding.kind = .pledge
                return
            }
            finding.position = position
            finding.positionDocument = document
            if !wording.isEmpty { finding.wording = wording }
            if !isTold { finding.doubts.append(Doubt(.positionUnclear)) }
            if let claim = lead.claim { finding.claim = .init(status: claim, wording: wording) }
        }
    }
}

extension StateMentions {
    fileprivate var doubts: [Doubt] {
        var doubts = unknownNames.map { Doubt(.unknownState, $0) } + nearNames.map { Doubt(.stateNear, $0) }
        if isChained { doubts.append(Doubt(.statesUnclear)) }
        if isUnclosed { doubts.append(Doubt(.parenthesisUnclosed)) }
        if hasTail { doubts.append(Doubt(.endUnclear)) }
        return doubts
    }
}

/// How sure a reading of one recommendation is.
enum ReviewDoubts {
    static let textCharactersMin = 8
    static let textCharactersMax = 1_400

    /// Adds the doubts that the finding as a whole gives, and its confidence.
    static func judge(_ finding: inout Finding) {
        if finding.kind == .recommendation, finding.states.isEmpty, finding.unknownNames.isEmpty {
            finding.doubts.append(Doubt(.noStates))
        }
        let length = finding.wordings.map(\.text.count).max() ?? finding.text.count
        // A Chinese character is a word.
        let isIdeographic = finding.text.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
        if length < (isIdeographic ? textCharactersMin / 2 : textCharactersMin) {
            finding.doubts.append(Doubt(.textShort))
        }
        if length > textCharactersMax { finding.doubts.append(Doubt(.textLong)) }
        finding.confidence = finding.doubts.map { confidence($0.code) }.min() ?? 0.98
    }

    private static func confidence(_ code: Doubt.Code) -> Double {
        switch code {
        // A slip in a name of which only one State can be meant.
        case .stateNear: 0.7
        case .positionUnclear: 0.6
        case .statesUnclear, .numberGap, .numberRepeated: 0.4
        case .unknownState, .noStates, .parenthesisUnclosed: 0.3
        default: 0.4
        }
    }
}

/// What paragraphs behind the lists say of some of their recommendations: "The recommendations above, 136.1-136.3 and 136.5, did not
/// enjoy the support of Aldora, as ...". Kept with each as the State's reason.
private enum Remarks {
    static func write(_ paragraphs: [ReviewOutline.Paragraph], to findings: inout [Finding]) {
        var places: [ParagraphNumber: Int] = [:]
        for (place, finding) in findings.enumerated() {
            if let paragraph = finding.paragraph, places[paragraph] == nil { places[paragraph] = place }
        }
        for paragraph in paragraphs where paragraph.items.isEmpty && !places.isEmpty {
            let text = paragraph.leadText
            let lead = LeadIn(text)
            guard !lead.isClosing, lead.position != nil else { continue }
            for reference in ParagraphReferences(text).paragraphs {
                guard let place = places[reference], findings[place].reason == nil else { continue }
                findings[place].reason = text
                if findings[place].position == .pending, let position = lead.position, position != .pending {
                    findings[place].position = position
                    findings[place].wording = text
                }
                if let claim = lead.claim { findings[place].claim = .init(status: claim, wording: text) }
            }
        }
    }
}
