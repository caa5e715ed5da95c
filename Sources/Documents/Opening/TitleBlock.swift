/// The title on a first page: the lines from where it begins to the next blank one.
struct TitleBlock {
    let text: String
    /// The segments it consists of.
    let range: Range<Int>

    private static let known = [
        TitleWords.reviewReport, TitleWords.draft, TitleWords.followUpReport, TitleWords.concludingObservations,
        TitleWords.listOfIssuesPrior,
        TitleWords.listOfIssues, TitleWords.views, TitleWords.inquiry, TitleWords.visit, TitleWords.list,
        TitleWords.addendum,
    ]
    private static let linesMax = 8

    /// Where a line begins as titles of that kind do, it is the title; else the first line under the masthead.
    /// The State's name under it is no part of it.
    init?(_ page: FirstPage, states: NamedState) {
        let segments = page.segments
        guard let start = Self.knownStart(segments) ?? Self.firstBelowMasthead(segments) else { return nil }
        var end = start + 1
        while end < segments.count, end - start < Self.linesMax {
            let segment = segments[end]
            if segment.isAfterBlank || Self.beginsText(segment.text) || states.state(named: segment.text) != nil {
                break
            }
            end += 1
        }
        range = start..<end
        text = LineJoining.join(segments[range].map { $0.text.trimming { "*∗† ".contains($0) }.description })
    }

    private static func knownStart(_ segments: [FirstPage.Segment]) -> Int? {
        segments.indices.prefix(70).first { index in
            guard !segments[index].folded.isEmpty, segments[index].text.count <= 400 else { return false }
            let joined = FoldedText(segments[index...].prefix(3).map(\.text).joined(separator: " "))
            return known.contains { joined.hasPrefix($0) || segments[index].folded.opens(with: $0) }
        }
    }

    private static func firstBelowMasthead(_ segments: [FirstPage.Segment]) -> Int? {
        segments.indices.prefix(70).first { index in
            !Masthead.isPart(segments[index])
                && (segments[index].folded.words.count >= 2 || segments[index].folded.string.utf8.count >= 15)
                && !beginsText(segments[index].text)
        }
    }

    /// A numbered paragraph or a footnote.
    private static func beginsText(_ text: String) -> Bool {
        let digits = text.prefix { $0.isNumber }
        return text.hasPrefix("*") || (!digits.isEmpty && text.dropFirst(digits.count).hasPrefix("."))
            || text.hasPrefix("____")
    }
}
