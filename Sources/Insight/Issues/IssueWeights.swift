/// What counts how much. Chosen on two reviews grouped by hand (docs/decisions/0009-finding-issues.md).
struct IssueWeights: Sendable {
    /// Shares of the parts in the likeness of two recommendations; a part that neither has is left out.
    var text: Float = 0.55
    var subjects: Float = 0.19
    var persons: Float = 0.1
    var demands: Float = 0.05
    var themes: Float = 0.15
    /// Of a word of the form of recommendations (`continue`, `efforts`), against another word.
    var soft: Float = 0.1
    /// How fast words count less the further back they stand: half at this place.
    var halfPlace: Float = 22
    /// What remains of the likeness where both name groups of persons and none is the same, where one names none.
    var otherGroup: Float = 0.5
    var noGroup: Float = 0.94
    /// What remains of the likeness where the two name different instruments, and where one names none.
    var otherInstrument: Float = 0.08
    var noInstrument: Float = 0.8
    /// The least likeness of two recommendations to become party to the same instrument.
    var sameInstrument: Float = 0.85
    /// The most, where an instrument is the first of one and a later one of the other.
    var laterInstrument: Float = 0.28
    /// Of a word with a capital within the sentence: a name sets apart.
    var capital: Float = 1.4
    /// Of two words that follow each other, against one.
    var pairs: Float = 0.4
    /// How much the threshold grows with the members of what is joined, at `sizeMax` members.
    var growth: Float = 0.15
    /// Exponents of rarity.
    var rarity: Float = 0.6
    var subjectRarity: Float = 1.3
    /// Place at which subjects, persons and demands count half.
    var halfFinding: Float = 13
    /// Least mean likeness of the members of two groups that become one.
    var threshold: Float = 0.285
    /// Likeness under which two recommendations count as having nothing in common.
    var floor: Float = 0.08
    /// The least likeness of near-duplicates.
    var duplicate: Float = 0.9
    /// From here on texts are near-identical, and an issue may exceed the size.
    var nearIdentical: Float = 0.72
    /// Of one document, without a reason.
    var sizeMax = 15
    /// Neighbours that the recommendations of a State keep in all, shared evenly: up to 4,000 recommendations keep every pair.
    var neighboursMax = 16_000_000
    /// A move is proposed where it gains as much.
    var proposalGain: Float = 0.15
}
