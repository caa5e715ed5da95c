import Domain

/// What an addendum says of one paragraph, collected piece by piece.
struct AddendumAnswer: Sendable {
    let paragraph: ParagraphNumber
    var position: Position?
    /// Whether a sentence names this paragraph with the answer; else it stands under a heading.
    var isExplicit = false
    var isPartial = false
    var isContradicted = false
    var isUnclearNumber = false
    var wording: String?
    var reasons: [String] = []
    var claimLead: ClaimWords.Lead?
    var page: Int
    var lines: Range<Int>

    var reason: String? { reasons.isEmpty ? nil : reasons.joined(separator: "\n") }
}

/// The answers of an addendum by paragraph, in the order in which they were first named.
struct AddendumAnswers: Sendable {
    static let countMax = 5_000

    private(set) var inOrder: [AddendumAnswer] = []
    private var places: [String: Int] = [:]

    subscript(paragraph: ParagraphNumber) -> AddendumAnswer? { places[paragraph.sortKey].map { inOrder[$0] } }

    /// Changes the paragraph's answer; a new one is begun at this unit.
    mutating func update(_ paragraph: ParagraphNumber, at unit: AddendumUnit, _ change: (inout AddendumAnswer) -> Void)
    {
        let place: Int
        if let known = places[paragraph.sortKey] {
            place = known
        } else {
            guard inOrder.count < Self.countMax else { return }
            place = inOrder.count
            places[paragraph.sortKey] = place
            inOrder.append(AddendumAnswer(paragraph: paragraph, page: unit.page, lines: unit.lines))
        }
        change(&inOrder[place])
    }

    /// A sentence's answer counts more than that of a heading; a second, other one is a contradiction.
    mutating func answer(
        _ paragraph: ParagraphNumber, at unit: AddendumUnit, _ event: PositionWords.Event, wording: String,
        isExplicit: Bool, isUnclear: Bool = false
    ) {
        update(paragraph, at: unit) { answer in
            answer.isUnclearNumber = answer.isUnclearNumber || isUnclear
            if let position = answer.position, position != event.position, isExplicit == answer.isExplicit {
                answer.isContradicted = true
            }
            if answer.position != nil, answer.isExplicit, !isExplicit { return }
            answer.position = event.position
            answer.isPartial = event.isPartial
            answer.isExplicit = isExplicit
            answer.wording = wording
        }
    }
}
