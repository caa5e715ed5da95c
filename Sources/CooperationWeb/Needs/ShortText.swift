/// The beginning of a text that fits a place: cut after a sentence where one ends late enough, else between words.
struct ShortText: Equatable {
    let shown: String
    let isCut: Bool

    /// `most`: letters; those of scripts that need twice the width of a letter count twice. A new line takes the place of a few.
    init(_ text: String, most: Int) {
        var place = text.startIndex
        var room = most
        var sentence: String.Index?
        var word: String.Index?
        while place < text.endIndex {
            let character = text[place]
            room -= character.isNewline ? Self.lineLetters : Self.isWide(character) ? 2 : 1
            guard room >= 0 else { break }
            let next = text.index(after: place)
            if character.isWhitespace { word = place }
            if Self.ends.contains(character), next == text.endIndex || text[next].isWhitespace || Self.isWide(character)
            {
                sentence = next
            }
            place = next
        }
        guard place < text.endIndex else {
            (shown, isCut) = (text, false)
            return
        }
        let half = text.index(text.startIndex, offsetBy: text.distance(from: text.startIndex, to: place) / 2)
        if let sentence, sentence > half {
            shown = String(text[..<sentence])
        } else {
            let end = word.flatMap { $0 > half ? $0 : nil } ?? place
            shown = String(text[..<end]) + "…"
        }
        isCut = true
    }

    private static let lineLetters = 60
    private static let ends: Set<Character> = [".", "!", "?", "؟", "。", "！", "？", "।"]

    /// Of East Asian scripts.
    private static func isWide(_ character: Character) -> Bool {
        guard let value = character.unicodeScalars.first?.value else { return false }
        return (0x1100...0x11FF).contains(value) || (0x2E80...0xA4CF).contains(value)
            || (0xAC00...0xD7A3).contains(value) || (0xF900...0xFAFF).contains(value)
            || (0xFF00...0xFF60).contains(value)
    }
}
