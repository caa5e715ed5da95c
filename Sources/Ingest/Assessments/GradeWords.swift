import Domain

/// Schemes that tables of assessments may name, and how their values are written. A value is taken as it stands; none is turned into one
/// of another scheme.
enum GradeWords {
    static let schemes: [(code: String, values: [String])] = [
        ("implementation", ["fully", "partially", "not"]),
        (CommitteeGrade.Scheme.letters.rawValue, CommitteeGrade.Scheme.letters.values),
        (CommitteeGrade.Scheme.numbered.rawValue, CommitteeGrade.Scheme.numbered.values),
        ("upr-info", ["fully", "partially", "not"]),
    ]

    /// The value as its scheme writes it: `[b1]` is `B1`, `Fully implemented` is `fully`. Nil where the scheme has no such.
    static func value(_ text: String, in scheme: String) -> String? {
        let word = folded(text)
        guard let values = schemes.first(where: { $0.code == scheme })?.values else { return nil }
        return values.first { value in
            let known = value.lowercased()
            return word == known || word == known + " implemented"
        }
    }

    /// The scheme a value belongs to where the table names none: letters to the committees', those with numbers to their older ones.
    static func scheme(of text: String) -> String? {
        ["committee", "committee-2013", "implementation"].first { value(text, in: $0) != nil }
    }

    private static func folded(_ text: String) -> String {
        text.lowercased().filter { !"[]()\u{201C}\u{201D}\"".contains($0) }.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }
}
