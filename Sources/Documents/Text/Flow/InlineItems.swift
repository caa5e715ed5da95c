/// Lettered items inside running text: `The State party should: (a) Adopt ...; (b) Ensure ...`.
enum InlineItems {
    struct Split {
        var lead: String
        var items: [(mark: ItemMark, text: String)]
    }

    /// Nil unless two items follow one another from the first letter, each behind a colon or a semicolon: `article 4 (a) and (b)`
    /// is none.
    static func split(_ text: String) -> Split? {
        var cuts: [(start: String.Index, mark: ItemMark, end: String.Index)] = []
        var isRoman = false
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        var before: Unicode.Scalar?
        var beforeIndex = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            if mayOpen(scalar, before), isOpening(text, before, beforeIndex, isFirst: cuts.isEmpty),
                let (mark, end) = ItemMark.at(index, of: text), !mark.isBullet,
                fits(mark, cuts.count + 1, isRoman: &isRoman)
            {
                cuts.append((index, mark, end))
                index = end
                before = nil
                continue
            }
            if !scalar.properties.isWhitespace {
                before = scalar
                beforeIndex = index
            }
            index = scalars.index(after: index)
        }
        guard cuts.count > 1 else { return nil }
        return Split(
            lead: trimmed(text[..<cuts[0].start]),
            items: cuts.indices.map { order in
                let end = order + 1 < cuts.count ? cuts[order + 1].start : text.endIndex
                return (cuts[order].mark, trimmed(text[cuts[order].end..<end]))
            })
    }

    private static func mayOpen(_ scalar: Unicode.Scalar, _ before: Unicode.Scalar?) -> Bool {
        scalar == "(" || scalar == "（" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func isOpening(_ text: String, _ before: Unicode.Scalar?, _ at: String.Index, isFirst: Bool) -> Bool
    {
        guard let before else { return false }
        if ":：".unicodeScalars.contains(before) { return isFirst }
        if isFirst { return false }
        if ";；؛".unicodeScalars.contains(before) { return true }
        // `...; and (c)`, `..., y c)`.
        guard before.properties.isAlphabetic else { return before == "," || before == "،" || before == "，" }
        let head = text[...at].suffix(6)
        guard let mark = head.lastIndex(where: { ";,；،".contains($0) }) else { return false }
        let word = FlowText.of(head[mark...].dropFirst()).trimmingSpaces
        return ["and", "or", "et", "ou", "y", "o", "e", "и", "или", "و", "和"].contains(word)
    }

    private static func fits(_ mark: ItemMark, _ place: Int, isRoman: inout Bool) -> Bool {
        if place == 1 {
            isRoman = mark.romanPlace == 1 && !mark.letterPlaces.contains(1)
            return isRoman || mark.letterPlaces.contains(1) || mark.numberPlace == 1
        }
        if isRoman { return mark.romanPlace == place }
        return mark.letterPlaces.contains(place) || mark.numberPlace == place
    }

    private static func trimmed(_ text: Substring) -> String { String(text).trimmingSpaces }
}

extension String {
    /// Without white space at its ends.
    var trimmingSpaces: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[start...end])
    }
}
