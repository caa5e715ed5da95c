package import Domain
import Plans

/// Something a report cannot say, because the record or the plan does not hold it.
package struct ReportGap: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A recommendation that is in no line of the plan.
        case notPlanned = "not-planned"
        case noAction = "no-action"
        /// An action nobody reported on.
        case noProgress = "no-progress"
        case noEvidence = "no-evidence"
        /// Progress that waits for clearance: nothing is drafted from it.
        case uncleared
        case overdue
        case noted
        /// Nobody published how far it is.
        case noAssessment = "no-assessment"
    }

    package var kind: Kind
    package var source: SentenceSource
    /// What the date was, of an overdue milestone.
    package var due: CalendarDate?
}

extension ReportFacts {
    /// What is missing, kind by kind, in the order of the record.
    package var gaps: [ReportGap] {
        let open = recommendations.filter { $0.recommendation.kind != .pledge && $0.recommendation.position != .noted }
        var gaps = open.filter { $0.planned == nil }.map { ReportGap(kind: .notPlanned, source: $0.source) }
        let lines = Set(recommendations.compactMap { $0.planned?.commitment }).sorted().compactMap { commitments[$0] }
        gaps += lines.filter(\.actions.isEmpty).map { ReportGap(kind: .noAction, source: $0.source) }
        let actions = lines.flatMap(\.actions)
        gaps += actions.filter(\.progress.isEmpty).map { ReportGap(kind: .noProgress, source: $0.source) }
        gaps += actions.filter { $0.evidence.isEmpty && $0.action.status != .planned }
            .map { ReportGap(kind: .noEvidence, source: $0.source) }
        gaps += actions.filter { $0.uncleared > 0 }.map { ReportGap(kind: .uncleared, source: $0.source) }
        gaps += actions.flatMap { action in
            action.milestones.filter { $0.done == nil && ($0.due.map { $0 < today } ?? false) }
                .map { ReportGap(kind: .overdue, source: action.source($0), due: $0.due) }
        }
        gaps += recommendations.filter { $0.recommendation.position == .noted }
            .map { ReportGap(kind: .noted, source: $0.source) }
        gaps += open.filter { fact in
            fact.assessments.isEmpty && (commitment(of: fact)?.statements.isEmpty ?? true)
        }.map { ReportGap(kind: .noAssessment, source: $0.source) }
        return gaps
    }
}
