package import Domain

/// What parties say of an agreement, side by side: nothing is merged, and nothing that was said is taken out.
package struct AgreementSayings: Hashable, Sendable {
    /// In the order in which they were said.
    package var findings: [BenchmarkFinding] = []
    package var deliveries: [Delivery] = []
    package var answers: [ReviewAnswer] = []

    package init() {}

    /// The last word of each party on a benchmark.
    package func standing(of line: Int) -> [WorkspaceID: BenchmarkFinding] {
        Dictionary(findings.filter { $0.line == line }.map { ($0.workspace, $0) }, uniquingKeysWith: { $1 })
    }

    /// The last answer of each respondent on each indicator at one review.
    package func answers(on day: CalendarDate) -> [Respondent: [ReviewIndicator: ReviewAnswer]] {
        answers.filter { $0.day == day }.reduce(into: [:]) { $0[$1.respondent, default: [:]][$1.indicator] = $1 }
    }
}

/// A party's word on whether a benchmark was met.
package struct BenchmarkFinding: Hashable, Sendable {
    package enum Standing: String, Hashable, Sendable, CaseIterable {
        case met, missed
        case notKnown = "not-known"
    }

    package var id: Int64
    package var line: Int
    package var workspace: WorkspaceID
    package var standing: Standing
    package var note: String
    /// A link, or empty.
    package var evidence: String
    /// Fixed-width UTC instant.
    package var made: String
}

/// A party's word that a contribution was given, whole or in part.
package struct Delivery: Hashable, Sendable {
    package var id: Int64
    package var line: Int
    /// Who says so: the giver or another party.
    package var workspace: WorkspaceID
    package var day: CalendarDate
    package var money: Money?
    /// Nothing of it is outstanding any more.
    package var isComplete: Bool
    package var note: String
    /// Fixed-width UTC instant.
    package var made: String
}

/// Who answers at a review: a party, or an institution in a party's workspace that was invited.
package struct Respondent: Hashable, Sendable, Comparable {
    package var workspace: WorkspaceID
    package var institution: InstitutionID?

    package init(workspace: WorkspaceID, institution: InstitutionID? = nil) {
        self.workspace = workspace
        self.institution = institution
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.workspace, left.institution?.value ?? 0) < (right.workspace, right.institution?.value ?? 0)
    }
}

/// One answer of one respondent at one review.
package struct ReviewAnswer: Hashable, Sendable {
    package enum Value: String, Hashable, Sendable, CaseIterable {
        case yes, partly, no
        case notKnown = "not-known"
    }

    package var id: Int64
    package var day: CalendarDate
    package var respondent: Respondent
    package var indicator: ReviewIndicator
    package var value: Value
    package var reason: String
    package var evidence: String
    /// Fixed-width UTC instant.
    package var made: String
}

/// An answer as somebody gives it.
package struct ReviewDraft: Hashable, Sendable {
    package var indicator: ReviewIndicator
    package var value: ReviewAnswer.Value
    package var reason: String
    package var evidence: String

    package init(
        _ indicator: ReviewIndicator, _ value: ReviewAnswer.Value, reason: String = "", evidence: String = ""
    ) {
        self.indicator = indicator
        self.value = value
        self.reason = reason
        self.evidence = evidence
    }

    /// Whoever says no, or partly, says why.
    func checked() throws(WorkspaceError) -> ReviewDraft {
        var draft = self
        draft.reason = try AgreementLimits.text(reason, "reason", isNeeded: value == .no || value == .partly)
        draft.evidence = try AgreementLimits.link(evidence, "evidence")
        return draft
    }
}

/// What is asked at a review. Those of process ask how the parties work together, those of result what came of it.
package enum ReviewIndicator: String, Hashable, Sendable, CaseIterable {
    /// What was promised came when it was promised. Also computed.
    case predictability
    /// It serves the State's own priorities.
    case alignment
    /// It went through the State's own budget, procurement and statistics where these hold.
    case countrySystems = "country-systems"
    /// Those concerned took part in choosing, doing and judging.
    case participation
    /// What was agreed, given and done can be read by those concerned.
    case transparency
    /// Questions were answered in good time. Also computed.
    case response
    /// Those for whom it was meant are better off.
    case beneficiaries
    /// All sides gained something.
    case mutual
    /// What was reached will stay after the end.
    case lasting

    package var kind: Benchmark.Kind {
        switch self {
        case .predictability, .alignment, .countrySystems, .participation, .transparency, .response: .process
        case .beneficiaries, .mutual, .lasting: .result
        }
    }
}

/// An institution of the reader's workspace that was asked to answer at reviews.
package struct InvitedInstitution: Hashable, Sendable {
    package var id: InstitutionID
    package var name: String
}
