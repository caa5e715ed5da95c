package import Domain

/// A report of a workspace: drafted from the record, edited by people, approved, handed in. From its approval on nothing of it changes.
package struct Report: Hashable, Sendable {
    package var id: ReportID
    package var workspace: WorkspaceID
    package var kind: ReportKind
    /// Of its headings and standard phrases.
    package var language: LanguageTag
    package var title: String
    package var scope: ReportScope
    package var due: CalendarDate?
    package var status: ReportStatus
    /// The number of its latest version, from 1.
    package var edition: Int
    /// What drafting left out to stay within the limit of words.
    package var leftOut: [LeftOut]
    /// Fixed-width UTC instants.
    package var made: String
    package var madeBy: String
    package var approved: String?
    package var approvedBy: String?
    package var handedIn: String?
    /// SHA-256 over all of it at its approval, as 64 hexadecimal digits.
    package var digest: String?
    package var version: Int

    package var subject: Subject { Subject(.report, id.value) }
    package var isOpen: Bool { status == .draft || status == .inReview }
}

package typealias ReportID = ID<Report>

package enum ReportStatus: String, Sendable, CaseIterable, Codable {
    case draft
    case inReview = "in-review"
    case approved
    case handedIn = "handed-in"
    /// Given up; it stays readable.
    case dropped
}

/// Something that was drafted and had no room.
package struct LeftOut: Hashable, Sendable, Codable {
    package var section: String
    /// What the paragraph was drafted for.
    package var key: String?
    package var text: String
    package var words: Int
    package var sources: [SentenceSource]

    package init(section: String, key: String?, text: String, words: Int, sources: [SentenceSource]) {
        self.section = section
        self.key = key
        self.text = text
        self.words = words
        self.sources = sources
    }
}
