import Domain
import Frame
import Reference

/// Where one text may be two, and the two findings it then makes.
struct TextSplit {
    /// How many places a form offers.
    static let placesMax = 40

    let text: String
    /// Offsets in characters at which a second text may begin.
    let places: [Int]

    /// Behind a full stop, semicolon, question mark or line end of any of the six languages.
    init(_ text: String) {
        self.text = text
        var places: [Int] = []
        var isAfterEnd = false
        var hasSpace = false
        for (offset, character) in text.enumerated() {
            if isAfterEnd, !character.isWhitespace, hasSpace || Self.needsNoSpace(character) {
                if offset > 0, !Self.ends.contains(character), !Self.closers.contains(character) {
                    places.append(offset)
                }
                isAfterEnd = false
            }
            if Self.ends.contains(character) || character.isNewline {
                isAfterEnd = true
                hasSpace = character.isNewline
            } else if character.isWhitespace {
                hasSpace = true
            } else if !Self.closers.contains(character) {
                isAfterEnd = false
            }
        }
        self.places = Array(places.prefix(Self.placesMax))
    }

    private static let ends: Set<Character> = [".", ";", "?", "!", "。", "；", "؛", "؟", "？"]
    private static let closers: Set<Character> = [")", "）", "\"", "”", "»", "'", "’"]

    /// Chinese writes no space behind a full stop.
    private static func needsNoSpace(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { $0.value >= 0x3000 } ?? false
    }

    /// The text before and from a place on.
    func parts(at place: Int) -> (String, String)? {
        guard places.contains(place) else { return nil }
        let index = text.index(text.startIndex, offsetBy: place)
        let (first, second) = (ItemForm.lines(String(text[..<index])), ItemForm.lines(String(text[index...])))
        return first.isEmpty || second.isEmpty ? nil : (first, second)
    }

    /// Two findings of one. A number at the beginning of the second and States in parentheses at the end of either are taken
    /// for what they are; else both keep the States.
    static func findings(_ old: Finding, at place: Int, reference: ReferenceFacts) -> [Finding]? {
        guard let (first, second) = TextSplit(old.text).parts(at: place) else { return nil }
        var findings = [old, old]
        findings[0].text = first
        findings[1].text = second
        findings[1].paragraph = nil
        let number = second.prefix { $0.isNumber || $0 == "." }
        if number.contains("."),
            let paragraph = ParagraphNumber(String(number.last == "." ? number.dropLast() : number))
        {
            findings[1].paragraph = paragraph
            findings[1].text = ItemForm.lines(String(second.dropFirst(number.count)))
        }
        for index in findings.indices {
            findings[index].wordings = []
            findings[index].duties = []
            findings[index].confidence = 1
            findings[index].doubts = []
            takeStates(&findings[index], reference)
        }
        return findings.contains { $0.text.isEmpty } ? nil : findings
    }

    private static func takeStates(_ finding: inout Finding, _ reference: ReferenceFacts) {
        var text = Substring(finding.text)
        while let last = text.last, ends.contains(last) || last.isWhitespace { text.removeLast() }
        guard text.last == ")", let open = text.lastIndex(of: "(") else { return }
        let names = StateNames(reference: reference).resolve(String(text[text.index(after: open)...].dropLast()))
        guard !names.states.isEmpty, names.unknown.isEmpty else { return }
        finding.states = names.states
        finding.text = ItemForm.lines(String(text[..<open]))
    }
}
