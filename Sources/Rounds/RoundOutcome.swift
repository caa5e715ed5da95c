package import Domain

/// A paragraph that somebody ticked, with the version she saw; without one, whatever stands now.
package struct RoundPick: Hashable, Sendable {
    package var paragraph: RoundParagraphID
    package var version: Int?

    package init(_ paragraph: RoundParagraphID, version: Int? = nil) {
        self.paragraph = paragraph
        self.version = version
    }
}

/// What became of work on many paragraphs: what could not be done is named, and the rest is done.
package struct RoundOutcome: Hashable, Sendable {
    package enum Reason: String, Sendable, CaseIterable {
        /// Somebody changed it meanwhile.
        case changed
        /// The report itself gives its position.
        case decided
        /// It does not stand in the report any more.
        case gone
        case alreadyAsked
        case alreadyAnswered
        case notAsked
        case unresolved
        case notAgreed
        case reasonNeeded
        /// It is cleared: return it first.
        case cleared
        /// The clearance asked for does not follow from where it stands.
        case doesNotFollow
        /// An institution has not cleared its answer, and no note says why that is passed over.
        case institutionMissing
        case unchanged
    }

    package struct Skip: Hashable, Sendable {
        package var paragraph: RoundParagraphID
        package var name: String
        package var reason: Reason
    }

    package var done = 0
    package var skipped: [Skip] = []

    mutating func skip(_ paragraph: RoundParagraph, _ reason: Reason) {
        skipped.append(Skip(paragraph: paragraph.id, name: paragraph.name, reason: reason))
    }
}

/// What circulating did: how many questions, and who is told.
package struct Circulation: Hashable, Sendable {
    package var outcome = RoundOutcome()
    /// New questions: a paragraph to two institutions are two.
    package var asked = 0
    /// Institutions that a message goes to.
    package var told: [InstitutionID] = []
    /// Institutions that nobody with an address stands for.
    package var unreachable: [InstitutionID] = []
}
