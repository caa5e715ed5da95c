import Domain

extension Finding {
    /// A finding of a whole paragraph.
    init(_ paragraph: FlowParagraph, number: Int, kind: Kind, part: Part? = nil, isRecognised: Bool = false) {
        self.init(
            number: number, kind: kind, paragraph: paragraph.number, text: paragraph.text, page: paragraph.page,
            lines: paragraph.lines)
        self.part = part
        duties = paragraph.duties
        heading = paragraph.heading
        for doubt in paragraph.doubts { add(doubt) }
        if isRecognised { add(Doubt(.recognised)) }
        if text.count > 8_000 { add(Doubt(.textLong)) }
        if text.utf8.count < 24 { add(Doubt(.textShort)) }
        if !LineEnding.isSentenceEnd(text), !LineEnding.goesOn(text) { add(Doubt(.endUnclear)) }
    }

    /// A doubt, and how far it lowers the trust.
    mutating func add(_ doubt: Doubt) {
        doubts.append(doubt)
        confidence = min(confidence, doubt.code.flowConfidence)
    }

    /// What was doubted and is clear now.
    mutating func drop(_ code: Doubt.Code) {
        doubts.removeAll { $0.code == code }
        confidence = doubts.map(\.code.flowConfidence).min() ?? 1
    }
}

extension Doubt.Code {
    /// How sure a paragraph is of which nothing else is doubted.
    fileprivate var flowConfidence: Double {
        switch self {
        case .numberUnclear: 0.6
        case .numberGap: 0.55
        case .recognised: 0.7
        case .endUnclear, .textLong, .textShort, .numberRepeated, .kindUnclear, .nameUnclear, .dateUnclear: 0.45
        default: 0.45
        }
    }
}
