package import Domain

/// Reasons in one language.
package struct AssessmentReason: Hashable, Sendable {
    package static let charactersMax = 10_000

    package var language: LanguageTag
    /// Others were made from it.
    package var isOriginal: Bool
    package var text: String

    package init(language: LanguageTag, isOriginal: Bool, text: String) {
        self.language = language
        self.isOriginal = isOriginal
        self.text = text
    }
}

/// What somebody writes down before it is published.
package struct AssessmentDraft: Hashable, Sendable {
    package var thing: AssessedThing
    /// A duty or part of a recommendation; 0 for the whole.
    package var part: Int64
    package var scheme: SchemeCode
    package var value: String
    /// The day it speaks of; not after today.
    package var day: CalendarDate
    package var reasons: [AssessmentReason]
    package var evidence: [EvidenceLink]
    /// What the State said in its plan, where this is made from it.
    package var statement: Int64?

    package init(
        thing: AssessedThing, part: Int64 = 0, scheme: SchemeCode, value: String, day: CalendarDate,
        reasons: [AssessmentReason], evidence: [EvidenceLink] = [], statement: Int64? = nil
    ) {
        self.thing = thing
        self.part = part
        self.scheme = scheme
        self.value = value
        self.day = day
        self.reasons = reasons
        self.evidence = evidence
        self.statement = statement
    }
}

/// In whose name somebody assesses: the workspace itself, or one institution in it. Nobody else in the workspace reaches what a voice
/// has not published.
package struct AssessmentVoice: Hashable, Sendable {
    /// Nil where the workspace itself speaks: the State, or a partner.
    package var institution: InstitutionID?
    package var assessor: Assessment.AssessorKind
    /// Of the State its code.
    package var name: String
}

/// An assessment as its own voice has it.
package struct OwnAssessment: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable, CaseIterable {
        case draft, published, superseded
        case takenBack = "taken-back"
    }

    package var id: AssessmentID
    package var workspace: WorkspaceID
    package var voice: AssessmentVoice
    package var draft: AssessmentDraft
    package var edition: Int
    /// What the scheme's edition says; nil for standard schemes.
    package var content: SchemeContent?
    package var state: StateCode?
    package var document: String
    package var paragraph: String
    package var partLabel: String
    package var title: String
    package var status: Status
    package var author: String
    package var authorID: AccountID
    package var made: String
    /// The second pair of eyes, and when.
    package var checkedBy: String?
    package var checkedAt: String?
    package var published: String?
    package var supersededBy: AssessmentID?
    package var takenBack: String?
    package var takenBackWhy: String?
    package var removed: PublishedAssessment.Removed?
    package var version: Int

    package var subject: Subject { Subject(.assessment, id.value) }
    package var place: String { [document, paragraph].filter { !$0.isEmpty }.joined(separator: ", ") }
}
