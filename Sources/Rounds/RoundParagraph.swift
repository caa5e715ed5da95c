package import Domain
package import Plans

/// One recommendation in a round: as it was taken from the report, and what the State will say of it.
package struct RoundParagraph: Hashable, Sendable {
    package var id: RoundParagraphID
    package var round: RoundID
    package var recommendation: RecommendationID
    /// As the report prints it.
    package var number: ParagraphNumber?
    package var ordinal: Int
    package var texts: [LanguageTag: String]
    package var recommending: [StateCode]
    /// The position the report itself already gives; such a paragraph is shown and not asked.
    package var decided: Position?
    /// What the mechanism settled on: `supported` or `noted`.
    package var resolution: Position?
    /// The State's reason, as it will be said; paragraphs with one reason are answered together.
    package var reason: String
    /// Advice for those who decide; never part of a result.
    package var legalNote: String
    package var clearance: Clearance
    /// The paragraph it became part of in a later report.
    package var mergedInto: RoundParagraphID?
    /// Why it has no counterpart in a later report.
    package var dropped: String?
    package var version: Int

    package init(
        id: RoundParagraphID, round: RoundID, recommendation: RecommendationID, number: ParagraphNumber?,
        ordinal: Int = 0, texts: [LanguageTag: String], recommending: [StateCode] = [], decided: Position? = nil,
        resolution: Position? = nil, reason: String = "", legalNote: String = "", clearance: Clearance = Clearance(),
        mergedInto: RoundParagraphID? = nil, dropped: String? = nil, version: Int = 1
    ) {
        self.id = id
        self.round = round
        self.recommendation = recommendation
        self.number = number
        self.ordinal = ordinal
        self.texts = texts
        self.recommending = recommending
        self.decided = decided
        self.resolution = resolution
        self.reason = reason
        self.legalNote = legalNote
        self.clearance = clearance
        self.mergedInto = mergedInto
        self.dropped = dropped
        self.version = version
    }

    package var subject: Subject { Subject(.roundParagraph, id.value) }

    /// Whether it stands in the report the round is about.
    package var isLive: Bool { mergedInto == nil && dropped == nil }

    /// What people call it; its place where the report prints no number.
    package var name: String { number?.printed ?? "#\(ordinal)" }

    /// In the reader's language, else the workspace's, else any.
    package func text(_ languages: [LanguageTag]) -> (language: LanguageTag, text: String) {
        for language in languages + [.english] {
            if let text = texts[language] { return (language, text) }
        }
        return texts.min { $0.key < $1.key }.map { ($0.key, $0.value) } ?? (.english, "")
    }
}

package typealias RoundParagraphID = ID<RoundParagraph>

/// What one institution is asked for and answers on one paragraph.
package struct Proposal: Hashable, Sendable {
    package var id: ProposalID
    package var round: RoundID
    package var paragraph: RoundParagraphID
    package var institution: InstitutionID
    package var due: CalendarDate
    /// When it was circulated: a fixed-width UTC instant.
    package var asked: String
    /// `supported` or `noted`; nil: not answered.
    package var position: Position?
    package var reason: String
    package var legalNote: String
    package var answeredBy: String?
    package var answeredAt: String?
    /// The institution's own clearance: submitted, institution, or returned by the mechanism.
    package var clearance: Clearance
    /// The answer of an earlier paragraph that this one was carried over from.
    package var copiedFrom: ProposalID?
    package var version: Int

    package init(
        id: ProposalID, round: RoundID, paragraph: RoundParagraphID, institution: InstitutionID, due: CalendarDate,
        asked: String, position: Position? = nil, reason: String = "", legalNote: String = "",
        answeredBy: String? = nil, answeredAt: String? = nil, clearance: Clearance = Clearance(),
        copiedFrom: ProposalID? = nil, version: Int = 1
    ) {
        self.id = id
        self.round = round
        self.paragraph = paragraph
        self.institution = institution
        self.due = due
        self.asked = asked
        self.position = position
        self.reason = reason
        self.legalNote = legalNote
        self.answeredBy = answeredBy
        self.answeredAt = answeredAt
        self.clearance = clearance
        self.copiedFrom = copiedFrom
        self.version = version
    }

    package var subject: Subject { Subject(.proposal, id.value) }

    /// Whether the institution stands behind its answer.
    package var isCleared: Bool { position != nil && clearance.step.level >= ClearanceStep.institution.level }

    package func isLate(on day: CalendarDate) -> Bool { position == nil && due < day }
}

package typealias ProposalID = ID<Proposal>
