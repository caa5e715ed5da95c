package import Domain
package import FollowUp
package import Plans
package import Rounds

/// What a report is drafted from: the public record, and what the workspace itself holds, as they stood at one moment. Nothing of
/// another workspace is among it but what that workspace published.
package struct ReportFacts: Sendable {
    package var workspace: Workspace
    package var state: StateCode
    package var today: CalendarDate
    /// The document that the report answers.
    package var document: Document?
    /// Those the report speaks of, in the order of their documents.
    package var recommendations: [RecommendationFact] = []
    package var issueNames: [IssueID: [LanguageTag: String]] = [:]
    /// By id.
    package var commitments: [CommitmentID: CommitmentFact] = [:]
    package var institutions: [InstitutionID: String] = [:]
    package var laws: [LawFact] = []
    package var indicators: [IndicatorFact] = []
    /// What help the workspace asks for in public, with the State's consent.
    package var needs: [NeedFact] = []
    /// What is known of the State's cooperation with the mechanisms: published facts alone, by day.
    package var cooperation: [CooperationFact] = []
    /// What everybody says of issues the report speaks of.
    package var issueAssessments: [IssueID: [AssessmentFact]] = [:]
    /// Published practices of the State.
    package var practices: [PracticeFact] = []
    /// Published consultations of the workspace.
    package var consultations: [ConsultationFact] = []
    /// The call an application answers.
    package var call: FundCall?
    /// The frozen result that an addendum is filled from.
    package var round: FrozenRound?

    package init(workspace: Workspace, state: StateCode, today: CalendarDate) {
        self.workspace = workspace
        self.state = state
        self.today = today
    }

    package func commitment(of fact: RecommendationFact) -> CommitmentFact? {
        fact.planned.flatMap { commitments[$0.commitment] }
    }

    package func name(_ institution: InstitutionID?) -> String? { institution.flatMap { institutions[$0] } }
}

/// One recommendation with what is said of it.
package struct RecommendationFact: Sendable {
    package var recommendation: Recommendation
    package var document: Document
    package var issue: IssueID?
    package var planned: PlannedRecommendation?
    /// Published ones alone, oldest first.
    package var assessments: [AssessmentFact] = []
    package var isForFollowUp = false

    /// As printed: `127.14`.
    package var number: String { recommendation.paragraph?.printed ?? "#\(recommendation.ordinal)" }

    package var source: SentenceSource {
        SentenceSource(
            .recommendation, recommendation.id.value,
            digest: FactDigest.of([
                number, StoredTexts.json(recommendation.texts), recommendation.position?.rawValue ?? "",
            ]), label: number)
    }
}

/// What one actor published of how far a recommendation is carried out.
package struct AssessmentFact: Hashable, Sendable {
    package var source: SentenceSource
    package var assessorKind: String
    package var assessor: String
    package var scheme: String
    package var value: String
    /// The scheme's own word for the value, by language; empty where the scheme is one of the program's.
    package var words: [LanguageTag: String]
    /// The scheme's own name, by language; empty where the scheme is one of the program's.
    package var schemeNames: [LanguageTag: String] = [:]
    /// In the assessor's words, by language.
    package var reasons: [LanguageTag: String] = [:]
    package var date: CalendarDate?
    package var wording: String?
    package var document: String?
}

/// What the workspace took into its plan, and everything below it.
package struct CommitmentFact: Sendable {
    package var commitment: Commitment
    package var actions: [ActionFact] = []
    /// What the State said of implementation, the latest last.
    package var statements: [ImplementationStatement] = []

    package var source: SentenceSource {
        SentenceSource(
            .commitment, commitment.id.value,
            digest: FactDigest.of([
                commitment.title, commitment.status?.rawValue ?? "", commitment.due?.description ?? "",
                commitment.lead?.description ?? "", commitment.priority.rawValue,
            ]), label: commitment.title)
    }

    package func source(_ statement: ImplementationStatement) -> SentenceSource {
        SentenceSource(
            .statement, statement.id.value,
            digest: FactDigest.of([statement.status.rawValue, statement.reason, statement.stated.description]),
            label: commitment.title, assessor: "state")
    }
}

package struct ActionFact: Sendable {
    package var action: Action
    package var milestones: [Milestone] = []
    /// Those cleared as far as the workspace asks for, oldest first.
    package var progress: [ProgressFact] = []
    package var evidence: [EvidenceFact] = []
    /// Reports that are there and not cleared yet: they are not drafted from.
    package var uncleared = 0

    package var source: SentenceSource {
        SentenceSource(
            .action, action.id.value,
            digest: FactDigest.of([
                action.title, action.status.rawValue, action.due?.description ?? "", action.lead?.description ?? "",
                action.money.cost.map { "\($0)" } ?? "", action.money.gap.map { "\($0)" } ?? "",
            ]), label: action.title)
    }

    package func source(_ milestone: Milestone) -> SentenceSource {
        SentenceSource(
            .milestone, milestone.id.value,
            digest: FactDigest.of([
                milestone.title, milestone.due?.description ?? "", milestone.done?.description ?? "",
            ]), label: milestone.title)
    }
}

package struct ProgressFact: Hashable, Sendable {
    package var id: ProgressReportID
    package var institution: InstitutionID
    package var starts: String
    package var ends: String
    package var said: String
    package var status: ActionStatus

    package func source(_ label: String) -> SentenceSource {
        SentenceSource(
            .progress, id.value, digest: FactDigest.of([said, status.rawValue, starts, ends]), label: label)
    }
}

package struct EvidenceFact: Hashable, Sendable {
    package var id: Int64
    package var title: String
    package var isPublic: Bool
    package var latest: Int

    package var source: SentenceSource {
        SentenceSource(.evidence, id, digest: FactDigest.of([title, "\(latest)"]), label: title)
    }
}

package struct LawFact: Sendable {
    package var law: Law
    /// The stage it is in, and since when.
    package var stage: String?
    package var since: CalendarDate?

    package var source: SentenceSource {
        SentenceSource(
            .law, law.id.value, digest: FactDigest.of([law.title, stage ?? "", since?.description ?? ""]),
            label: law.title)
    }
}

package struct IndicatorFact: Hashable, Sendable {
    package var id: Int64
    package var title: String
    package var unit: String
    package var period: String?
    package var value: String?
    package var valueSource: String
    package var commitments: Set<CommitmentID>

    package var source: SentenceSource {
        SentenceSource(.indicator, id, digest: FactDigest.of([title, period ?? "", value ?? ""]), label: title)
    }
}

package struct NeedFact: Hashable, Sendable {
    package var id: Int64
    package var title: String
    /// The consent it stands on: an office, when it said so, and in what.
    package var office: String
    package var consented: CalendarDate?
    package var instrument: String

    package var source: SentenceSource {
        SentenceSource(
            .need, id, digest: FactDigest.of([title, office, consented?.description ?? "", instrument]), label: title)
    }
}
