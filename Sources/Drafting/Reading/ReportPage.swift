import Domain

/// A report as a member sees it.
package struct ReportPage: Sendable {
    package var report: Report
    package var sections: [Section]
    /// Of all that counts; nil where only a part is seen.
    package var words: Int?
    package var wordsMax: Int?
    /// A part of it is all that this member sees: what concerns one institution.
    package var isPart: Bool

    package struct Section: Sendable {
        package var section: ReportSection
        package var paragraphs: [ReportParagraph]

        package var words: Int { paragraphs.reduce(0) { $0 + $1.words } }
    }

    package var paragraphs: [ReportParagraph] { sections.flatMap(\.paragraphs) }
}

/// A report in the list.
package struct ReportSummary: Sendable {
    package var report: Report
    package var words: Int
    package var wordsMax: Int?
}
