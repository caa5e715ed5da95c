package import Domain
import FollowUp
import Plans
import Rounds

/// What the sources of sentences say, out of what a report is drafted from.
package struct ClaimFacts: Sendable {
    private var sources: [String: ClaimSource] = [:]

    package init(_ facts: ReportFacts) {
        for fact in facts.recommendations { add(fact) }
        for commitment in facts.commitments.values { add(commitment, facts) }
        for law in facts.laws { add(law) }
        for indicator in facts.indicators {
            add(
                indicator.source,
                ClaimSource(
                    .other, label: indicator.title,
                    text: [indicator.value, indicator.unit, indicator.period].compactMap(\.self).joined(separator: " ")))
        }
        for need in facts.needs { add(need.source, ClaimSource(.other, label: need.title)) }
        for entry in facts.round?.entries ?? [] {
            add(
                entry.source,
                ClaimSource(.recommendation(entry.position), label: entry.name, text: entry.reason))
        }
    }

    /// What a source says; of one the facts do not hold, no more than its label.
    package func claim(_ source: SentenceSource) -> ClaimSource {
        sources[Self.key(source)] ?? ClaimSource(.other, label: source.label)
    }

    private static func key(_ source: SentenceSource) -> String { "\(source.kind.rawValue)/\(source.id)" }

    private mutating func add(_ source: SentenceSource, _ claim: ClaimSource) { sources[Self.key(source)] = claim }

    private mutating func add(_ fact: RecommendationFact) {
        let words = fact.recommendation.texts.values.joined(separator: " · ")
        add(
            fact.source,
            ClaimSource(
                .recommendation(fact.recommendation.position), label: fact.number,
                text: words + " · " + (fact.document.symbol?.printed ?? "")))
        for assessment in fact.assessments {
            let said = [assessment.wording, assessment.document, fact.number].compactMap(\.self)
            add(
                assessment.source,
                ClaimSource(
                    .assessment(assessor: assessment.assessor, ClaimSource.Verdict(value: assessment.value)),
                    label: assessment.source.label,
                    text: (said + Array(assessment.words.values)).joined(separator: " · "),
                    dates: assessment.date.map { [$0] } ?? []))
        }
    }

    private mutating func add(_ fact: CommitmentFact, _ facts: ReportFacts) {
        let line = fact.commitment
        add(
            fact.source,
            ClaimSource(
                .other, label: line.title, text: facts.name(line.lead) ?? "", dates: line.due.map { [$0] } ?? []))
        for statement in fact.statements {
            let state = facts.workspace.name
            add(
                fact.source(statement),
                ClaimSource(
                    .assessment(assessor: state, ClaimSource.Verdict(value: statement.status.rawValue)),
                    label: line.title, text: statement.reason, dates: [statement.stated]))
        }
        for action in fact.actions { add(action, facts) }
    }

    private mutating func add(_ fact: ActionFact, _ facts: ReportFacts) {
        let action = fact.action
        let hasMoney = action.money.cost != nil || action.money.gap != nil
        add(
            fact.source,
            ClaimSource(
                .action(action.status), label: action.title, text: facts.name(action.lead) ?? "",
                dates: action.due.map { [$0] } ?? [], hasMoney: hasMoney))
        for milestone in fact.milestones {
            add(
                fact.source(milestone),
                ClaimSource(
                    .action(milestone.done == nil ? .started : .done), label: milestone.title,
                    dates: [milestone.due, milestone.done].compactMap(\.self)))
        }
        for progress in fact.progress {
            add(
                progress.source(action.title),
                ClaimSource(
                    .action(progress.status), label: action.title, text: progress.said,
                    dates: [CalendarDate(progress.starts), CalendarDate(progress.ends)].compactMap(\.self)))
        }
        for evidence in fact.evidence { add(evidence.source, ClaimSource(.other, label: evidence.title)) }
    }

    private mutating func add(_ fact: LawFact) {
        add(
            fact.source,
            ClaimSource(
                .law(fact.stage.flatMap(LawStage.init(rawValue:)) ?? .planned),
                label: fact.law.title, text: fact.law.article + " " + fact.law.summary,
                dates: fact.since.map { [$0] } ?? []))
    }
}

extension Claims {
    /// What the sentences of a paragraph claim beyond their sources, by the sentence. Quotations are others' words.
    package func check(
        _ paragraph: ReportParagraphContent, _ language: LanguageTag, _ facts: ClaimFacts
    ) -> [(sentence: Int, overclaims: [Overclaim])] {
        guard paragraph.headingLevel == nil else { return [] }
        return paragraph.sentences.compactMap { sentence in
            guard !sentence.isQuote else { return nil }
            let found = check(
                sentence.text, sentence.language ?? language, sentence.sources.map { facts.claim($0) })
            return found.isEmpty ? nil : (sentence.id, found)
        }
    }
}

extension ClaimSource.Verdict {
    /// Of a scheme's value: its best one says implemented, whatever the scheme calls it. Grades of reply, A to E, are of replies and say
    /// nothing of the recommendation itself.
    init(value: String) {
        switch value {
        case "fully", "implemented": self = .implemented
        case "partially", "partly", "underWay", "inProgress": self = .partly
        case "not", "notStarted", "notPursued": self = .notImplemented
        default: self = .other
        }
    }
}
