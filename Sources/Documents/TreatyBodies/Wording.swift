import Domain

/// What a paragraph of a committee does: recommend, regret, welcome.
struct Wording: Sendable {
    var recommends: Bool
    var concern: Bool
    var positive: Bool
    /// Asks, but in words that ask in other places for other things.
    var isUnclear: Bool

    init(_ paragraph: FlowParagraph) { self.init(paragraph.text) }

    init(_ text: String) {
        let folded = FlowText.of(text)
        recommends = CommitteeWords.recommends.isIn(folded)
        concern = CommitteeWords.concern.isIn(folded)
        positive = CommitteeWords.positive.isIn(folded)
        isUnclear = !recommends && Self.weak.isIn(folded)
    }

    private static let weak = FlowPhrases([
        " should ", "should be", "devrait", "devraient", "deberia", "deberian", " следует ", "ينبغي",
    ])
}
