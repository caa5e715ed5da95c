/// French repeats *de* and *à* before each infinitive they govern, and elides *de* before a vowel.
enum FrenchVerb {
    enum Preposition: String, Sendable, CaseIterable {
        case of = "de "
        case to = "à "
    }

    /// Stands before an infinitive that takes the preposition of the first.
    static let mark: Character = "|"
    private static let vowels: Set<Character> = Set("aàâeéèêiîoôuy")

    /// The text with the preposition, or nothing, in place of each mark.
    static func governed(_ text: String, by preposition: Preposition?) -> String {
        guard text.utf8.contains(UInt8(ascii: "|")) else { return text }
        var pieces = text.split(separator: mark, omittingEmptySubsequences: false)
        var governed = String(pieces.removeFirst())
        for piece in pieces {
            let isElided = preposition == .of && piece.first.map(vowels.contains) == true
            governed += (isElided ? "d’" : preposition?.rawValue ?? "") + piece
        }
        return governed
    }
}
