import Domain

/// The beginning of a text that names the paragraphs it is on: `Paragraph 12 (a): `, `Recommendation in paragraph 12`.
struct GradeHeading {
    var paragraphs: [NamedParagraphs.Reference]
    /// Behind the colon; nil where there is none.
    var end: String.Index?

    private static let lengthMax = 120

    init?(_ text: String) {
        let colon = text.prefix(Self.lengthMax).firstIndex { ":：".contains($0) }
        let head = text[..<(colon ?? text.firstIndex(of: "[") ?? text.endIndex)]
        guard head.count <= Self.lengthMax else { return nil }
        let found = NamedParagraphs.all(in: String(head), below: 1_000)
        guard !found.isEmpty, Self.opens(String(head)) else { return nil }
        paragraphs = found
        end = colon.map { text.index(after: $0) }
    }

    /// The paragraph is named near the beginning: a sentence that mentions one further on is on something else.
    private static func opens(_ head: String) -> Bool {
        guard let digit = head.firstIndex(where: \.isNumber) else { return false }
        return head[..<digit].split(whereSeparator: \.isWhitespace).count <= 5
    }
}

/// One grade as it is printed, and the lettered duties that it names.
struct GradeMark: Hashable, Sendable {
    var grade: CommitteeGrade?
    var printed: String
    var labels: [String] = []
}

/// Finds grades in a text: `[B]` anywhere, and a grade that stands alone behind a heading's colon.
enum GradeMarks {
    /// How far behind a grade the duties it is for may begin to be named.
    private static let namesMax = 40

    static func all(in text: String, behind colon: String.Index?) -> [GradeMark] {
        let marks = bracketed(text)
        guard marks.isEmpty, let colon, let bare = bare(text[colon...]) else { return marks }
        return [bare]
    }

    private static func bracketed(_ text: String) -> [GradeMark] {
        var marks: [GradeMark] = []
        var from = text.startIndex
        while let open = text[from...].firstIndex(of: "[") {
            from = text.index(after: open)
            guard let close = text[from...].prefix(6).firstIndex(of: "]") else { continue }
            let inside = String(text[from..<close])
            from = text.index(after: close)
            guard isLikeGrade(inside) else { continue }
            marks.append(
                GradeMark(grade: CommitteeGrade(inside), printed: "[\(inside)]", labels: labels(text[from...])))
        }
        return marks
    }

    /// A capital, perhaps with a digit: `[B]`, `[B2]`, and `[G]`, which is none.
    private static func isLikeGrade(_ text: String) -> Bool {
        guard let first = text.first, first.isASCII, first.isUppercase, text.count <= 2 else { return false }
        return text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// `C`, `B2.`, `C: No information` behind the colon of a heading; `A new law` is none.
    private static func bare(_ text: Substring) -> GradeMark? {
        let rest = text.drop(while: \.isWhitespace)
        let word = String(rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) })
        guard isLikeGrade(word), let grade = CommitteeGrade(word) else { return nil }
        let behind = rest.dropFirst(word.count)
        guard behind.isEmpty || ".;:,/(–—".contains(behind.first ?? " ") else { return nil }
        // `C/D`: which of the two?
        if behind.first == "/" { return GradeMark(grade: nil, printed: String(rest.prefix(8))) }
        return GradeMark(grade: grade, printed: word, labels: labels(behind))
    }

    /// `(a)` and `(c)` of `for (a) and (c): The Committee`.
    private static func labels(_ text: Substring) -> [String] {
        let end = text.firstIndex { ":：[".contains($0) } ?? text.endIndex
        let near = text[..<end]
        guard near.count <= namesMax else { return [] }
        var labels: [String] = []
        var index = near.startIndex
        while index < near.endIndex {
            guard near[index] == "(", let (mark, after) = ItemMark.at(index, of: text.base),
                let place = mark.letterPlaces.min(), after <= near.endIndex
            else {
                index = near.index(after: index)
                continue
            }
            labels.append(ItemMark.label(place))
            index = after
        }
        return labels
    }
}
