import Domain

/// A recommendation's text without what the document put around it.
enum IssueText {
    /// Without the paragraph number before it, the States in parentheses and the marks after it. Of a text too long to be one demand the
    /// beginning is enough.
    static func demand(_ text: String) -> Substring {
        var rest = text.prefix(8_000)
        rest = rest.drop { $0.isWhitespace || "-–—•*\"“«".contains($0) }
        if let first = rest.first, first.isNumber { rest = withoutNumber(rest) }
        while let last = rest.last {
            if last.isWhitespace || ";.；。؛,،*".contains(last) {
                rest.removeLast()
            } else if ")）".contains(last), let open = statesStart(rest) {
                rest = rest[..<open]
            } else {
                break
            }
        }
        return rest
    }

    /// `121.14 Adopt`, `77.5.2. Adopt`, `(a) Adopt`; a number that is part of the sentence stays.
    private static func withoutNumber(_ text: Substring) -> Substring {
        let number = text.prefix { $0.isNumber || ".-–()".contains($0) }
        let rest = text[number.endIndex...].drop { $0.isWhitespace || ".:".contains($0) }
        guard number.contains(where: { ".-–".contains($0) }) || number.count <= 3, !rest.isEmpty else { return text }
        return rest
    }

    /// Where the parenthesis at the end begins, if it may name States: an acronym in capitals is a name of the sentence.
    private static func statesStart(_ text: Substring) -> Substring.Index? {
        guard let open = text.lastIndex(where: { "(（".contains($0) }), open > text.startIndex else { return nil }
        let inside = text[text.index(after: open)...].dropLast()
        guard inside.count <= 400, let first = inside.first else { return nil }
        let isAcronym = inside.count <= 24 && !inside.contains { $0.isLowercase } && inside.contains { $0.isUppercase }
        let startsSmall = first.isLowercase || first.isNumber
        return isAcronym || startsSmall ? nil : open
    }
}
