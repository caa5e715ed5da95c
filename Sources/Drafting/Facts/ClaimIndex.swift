import CooperationRecords
import Domain
import FollowUp
import Plans
import Rounds

/// What every source of a report says, as far as a sentence could claim more.
struct ClaimIndex {
    private var facts: [String: ClaimSource] = [:]

    init(_ facts: ReportFacts, _ reference: (StateCode) -> [String]) {
        let names = reference(facts.state).joined(separator: " ")
        for fact in facts.recommendations {
            add(
                fact.source,
                ClaimSource(
                    .recommendation(fact.recommendation.position), label: fact.number,
                    text: fact.recommendation.texts.values.joined(separator: " ") + " "
                        + (fact.document.symbol?.printed ?? ""), dates: [fact.document.published].compactMap { $0 }))
            for assessment in fact.assessments { add(assessment.source, Self.claim(assessment, fact.number, names)) }
        }
        for commitment in facts.commitments.values { add(commitment, facts) }
        for law in facts.laws {
            add(
                law.source,
                ClaimSource(
                    law.stage.flatMap { LawStage(rawValue: $0) }.map { .law($0) } ?? .other, label: law.law.title,
                    text: law.law.summary, dates: [law.since].compactMap { $0 }))
        }
        for indicator in facts.indicators {
            add(
                indicator.source,
                ClaimSource(
                    .other, label: indicator.title,
                    text: [indicator.value, indicator.unit, indicator.period].compactMap { $0 }.joined(separator: " ")))
        }
        for need in facts.needs { add(need.source, ClaimSource(.other, label: need.title, text: need.title)) }
        addFurther(facts, names)
        for entry in facts.round?.entries ?? [] {
            add(
                entry.source,
                ClaimSource(
                    .recommendation(entry.position), label: entry.name,
                    text: entry.texts.values.joined(separator: " ") + " " + entry.reason))
        }
    }

    /// Of a sentence's sources those whose words are at hand, and whether that is all of them.
    func sources(of sentence: ReportSentence) -> (found: [ClaimSource], isWhole: Bool) {
        let found = sentence.sources.compactMap { facts["\($0.kind.rawValue)/\($0.id)"] }
        return (found, found.count == sentence.sources.count)
    }

    private mutating func addFurther(_ facts: ReportFacts, _ names: String) {
        for document in ReportOpening.sources(facts) {
            let own = facts.recommendations.filter { $0.document.id.value == document.id }
            let counts =
                [own.count]
                + Position.allCases.map { position in
                    own.count { $0.recommendation.position == position }
                }
            add(
                document,
                ClaimSource(
                    .other, label: document.label, text: counts.map { "\($0)" }.joined(separator: " · "),
                    dates: [own.first?.document.published].compactMap { $0 }))
        }
        for (issue, assessments) in facts.issueAssessments {
            let name = facts.issueNames[issue].map { $0.values.joined(separator: " ") } ?? ""
            for one in assessments { add(one.source, Self.claim(one, name, names)) }
        }
        for fact in facts.cooperation {
            let content = fact.content
            add(
                fact.source,
                ClaimSource(
                    .other, label: content.source,
                    text: [content.about, content.matter, content.text].joined(separator: " "),
                    dates: [content.day].compactMap { $0 }, hasMoney: content.money != nil))
        }
        for practice in facts.practices {
            let words = Array(practice.titles.values) + Array(practice.summaries.values)
            add(practice.source, ClaimSource(.other, label: practice.author ?? "", text: words.joined(separator: " ")))
        }
        for consultation in facts.consultations {
            let contributions = consultation.contributions
            let counts =
                [contributions.count]
                + ContributionFact.Answer.allCases.map { answer in
                    contributions.count { $0.answer == answer }
                }
            add(
                consultation.source,
                ClaimSource(
                    .other, label: consultation.title, text: counts.map { "\($0)" }.joined(separator: " · "),
                    dates: [consultation.opens, consultation.closes]))
            for one in contributions {
                add(
                    one.source(consultation.title),
                    ClaimSource(.other, label: one.institution ?? "", text: one.text + " " + one.answerWhy))
            }
        }
    }

    private mutating func add(_ source: SentenceSource, _ claim: ClaimSource) {
        facts["\(source.kind.rawValue)/\(source.id)"] = claim
    }

    private mutating func add(_ commitment: CommitmentFact, _ facts: ReportFacts) {
        let lead = facts.name(commitment.commitment.lead) ?? ""
        add(
            commitment.source,
            ClaimSource(
                .other, label: commitment.commitment.title, text: lead,
                dates: [commitment.commitment.due].compactMap { $0 }))
        for statement in commitment.statements {
            let verdict: ClaimSource.Verdict =
                switch statement.status {
                case .fully: .implemented
                case .partly: .partly
                case .notStarted: .notImplemented
                case .underWay, .notPursued: .other
                }
            add(
                commitment.source(statement),
                ClaimSource(
                    .assessment(assessor: "State Estado État государство الدولة 国家", verdict),
                    label: commitment.commitment.title, text: statement.reason, dates: [statement.stated]))
        }
        for fact in commitment.actions { add(fact, facts) }
    }

    private mutating func add(_ fact: ActionFact, _ facts: ReportFacts) {
        let title = fact.action.title
        let lead = facts.name(fact.action.lead) ?? ""
        add(
            fact.source,
            ClaimSource(
                .action(fact.action.status), label: title, text: fact.action.description + " " + lead,
                dates: [fact.action.starts, fact.action.due].compactMap { $0 },
                hasMoney: fact.action.money.cost != nil || fact.action.money.gap != nil))
        for milestone in fact.milestones {
            add(
                fact.source(milestone),
                ClaimSource(
                    .other, label: milestone.title, dates: [milestone.due, milestone.done].compactMap { $0 }))
        }
        for progress in fact.progress {
            add(
                progress.source(title),
                ClaimSource(
                    .other, label: title,
                    text: progress.said + " " + (facts.name(progress.institution) ?? ""),
                    dates: [CalendarDate(progress.starts), CalendarDate(progress.ends)].compactMap { $0 }))
        }
        for evidence in fact.evidence { add(evidence.source, ClaimSource(.other, label: evidence.title)) }
    }

    private static func claim(
        _ assessment: AssessmentFact, _ label: String, _ names: String
    ) -> ClaimSource {
        let verdict: ClaimSource.Verdict =
            switch assessment.value {
            case "implemented", "fully": .implemented
            case "partly", "partially": .partly
            case "notImplemented", "not", "notStarted": .notImplemented
            default: .other
            }
        let assessor = assessment.assessorKind == "state" ? names : assessment.assessor
        return ClaimSource(
            .assessment(assessor: assessor, verdict), label: assessment.assessor + " " + label,
            text: ([assessment.wording ?? ""] + Array(assessment.reasons.values)).joined(separator: " "),
            dates: [assessment.date].compactMap { $0 })
    }
}
