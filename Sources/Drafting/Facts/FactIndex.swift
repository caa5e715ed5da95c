import Plans
import Rounds

/// Every source a report may lead to, as it stands now.
package struct FactIndex: Sendable {
    private let sources: [String: SentenceSource]

    package init(_ facts: ReportFacts) {
        var sources: [String: SentenceSource] = [:]
        func add(_ source: SentenceSource) { sources["\(source.kind.rawValue)/\(source.id)"] = source }
        for fact in facts.recommendations {
            add(fact.source)
            for assessment in fact.assessments { add(assessment.source) }
        }
        for commitment in facts.commitments.values {
            add(commitment.source)
            for statement in commitment.statements { add(commitment.source(statement)) }
            for action in commitment.actions {
                add(action.source)
                for milestone in action.milestones { add(action.source(milestone)) }
                for progress in action.progress { add(progress.source(action.action.title)) }
                for evidence in action.evidence { add(evidence.source) }
            }
        }
        for law in facts.laws { add(law.source) }
        for indicator in facts.indicators { add(indicator.source) }
        for need in facts.needs { add(need.source) }
        for entry in facts.round?.entries ?? [] { add(entry.source) }
        for document in ReportOpening.sources(facts) { add(document) }
        if let round = facts.round { add(Addendum.source(round)) }
        for assessment in facts.issueAssessments.values.joined() { add(assessment.source) }
        for fact in facts.cooperation { add(fact.source) }
        for practice in facts.practices { add(practice.source) }
        for consultation in facts.consultations {
            add(consultation.source)
            for contribution in consultation.contributions { add(contribution.source(consultation.title)) }
        }
        self.sources = sources
    }

    /// Nil where it is not there any more, or never was.
    package subscript(kind: SentenceSource.Kind, id: Int64) -> SentenceSource? { sources["\(kind.rawValue)/\(id)"] }

    /// What tells its state now; of what is gone a word of its own, so that a person can keep the sentence and not be asked again.
    package func digest(of source: SentenceSource) -> String { self[source.kind, source.id]?.digest ?? "gone" }

    /// Kinds that the index knows all of; of others nobody can say whether they changed.
    package static let known: Set<SentenceSource.Kind> = [
        .recommendation, .recordedAssessment, .assessment, .commitment, .statement, .action, .milestone, .progress,
        .evidence, .law, .indicator, .need, .roundParagraph, .stateFact, .practice, .consultation, .contribution,
        .document,
    ]
}
