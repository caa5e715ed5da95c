import Domain
import FollowUp
import Locales
import Plans

/// What can be said of one recommendation: what it asks, what was promised, what was reported, who assesses it how.
package struct ItemWriting {
    let facts: ReportFacts
    let writer: ReportWriter

    /// The recommendation's own words under its number.
    func quotation(_ fact: RecommendationFact) -> ReportSentence {
        let key = "quote/\(fact.recommendation.id)"
        guard let found = writer.text(fact.recommendation.texts) else {
            return writer.sentence(key, "report.say.noText", ["number": .text(fact.number)], [fact.source])
        }
        return writer.quote(key, found.text, [fact.source], language: found.language)
    }

    /// Where it stands and what the State said to it.
    func position(_ fact: RecommendationFact) -> [ReportSentence] {
        guard let position = fact.recommendation.position else { return [] }
        return [
            writer.sentence(
                "position/\(fact.recommendation.id)", "report.say.position.\(position.rawValue)",
                ["number": .text(fact.number)], [fact.source])
        ]
    }

    /// What the plan holds on it, or that it holds nothing.
    func promised(_ fact: RecommendationFact) -> [ReportSentence] {
        let key = "promised/\(fact.recommendation.id)"
        guard let commitment = facts.commitment(of: fact) else {
            let phrase = "report.say.notPlanned" + (fact.recommendation.kind == .pledge ? ".pledge" : "")
            return [writer.sentence(key, phrase, ["number": .text(fact.number)], [fact.source])]
        }
        let title = Argument.text(commitment.commitment.title)
        let sources = [fact.source, commitment.source]
        guard let lead = facts.name(fact.planned?.lead ?? commitment.commitment.lead) else {
            return [writer.sentence(key, "report.say.planned", ["title": title], sources)]
        }
        return [writer.sentence(key, "report.say.plannedWith", ["title": title, "lead": .text(lead)], sources)]
    }

    /// Actions with what was reported of them. That an action is done is said of the action, never of the recommendation.
    func done(_ commitment: CommitmentFact) -> [ReportSentence] {
        guard !commitment.actions.isEmpty else {
            return [
                writer.sentence(
                    "no-action/\(commitment.commitment.id)", "report.say.noAction",
                    ["title": .text(commitment.commitment.title)], [commitment.source])
            ]
        }
        return commitment.actions.flatMap { action($0, commitment) }
    }

    func action(_ fact: ActionFact, _ commitment: CommitmentFact) -> [ReportSentence] {
        let title = Argument.text(fact.action.title)
        let status = fact.action.status
        var sentences: [ReportSentence] = []
        let key = "action/\(fact.action.id)"
        if let lead = facts.name(fact.action.lead) {
            sentences.append(
                writer.sentence(
                    key, "report.say.action.\(status.rawValue).by", ["title": title, "lead": .text(lead)],
                    [fact.source]))
        } else {
            sentences.append(
                writer.sentence(key, "report.say.action.\(status.rawValue)", ["title": title], [fact.source]))
        }
        for milestone in fact.milestones {
            guard let done = milestone.done else { continue }
            sentences.append(
                writer.sentence(
                    "milestone/\(milestone.id)", "report.say.milestone",
                    ["title": .text(milestone.title), "day": .text(writer.date(done))], [fact.source(milestone)]))
        }
        if let progress = fact.progress.last { sentences += reported(progress, fact) }
        return sentences
    }

    /// The latest report in the institution's own words; evidence stands in footnotes.
    private func reported(_ progress: ProgressFact, _ fact: ActionFact) -> [ReportSentence] {
        let source = progress.source(fact.action.title)
        let who = Argument.text(facts.name(progress.institution) ?? "")
        let day = CalendarDate(progress.ends).map { writer.date($0) } ?? progress.ends
        let saying = writer.sentence(
            "progress/\(progress.id)", "report.say.progress",
            ["lead": who, "day": .text(day), "text": .text(Self.first(progress.said))],
            [source] + fact.evidence.map(\.source),
            footnotes: fact.evidence.map { writer.words("report.say.evidence", ["title": .text($0.title)]) })
        return [saying]
    }

    /// Laws that serve the recommendation, its issue or its place in the plan.
    func laws(_ fact: RecommendationFact) -> [ReportSentence] {
        laws { link in
            switch link.kind {
            case .recommendation: link.id == fact.recommendation.id.value
            case .issue: link.id == fact.issue?.value
            case .commitment: link.id == fact.planned?.commitment.value
            }
        }
    }

    func laws(where serves: (LawLink) -> Bool) -> [ReportSentence] {
        facts.laws.filter { $0.law.links.contains(where: serves) }.map { law($0) }
    }

    func law(_ fact: LawFact) -> ReportSentence {
        let key = "law/\(fact.law.id)"
        let title = Argument.text(fact.law.title)
        guard let stage = fact.stage, let since = fact.since else {
            return writer.sentence(key, "report.say.law", ["title": title], [fact.source])
        }
        return writer.sentence(
            key, "report.say.law.\(stage)", ["title": title, "day": .text(writer.date(since))], [fact.source])
    }

    func indicators(of commitment: CommitmentID) -> [ReportSentence] {
        facts.indicators.filter { $0.commitments.contains(commitment) }.flatMap { indicator($0) }
    }

    /// Its latest value; nothing where there is none.
    func indicator(_ fact: IndicatorFact) -> [ReportSentence] {
        guard let value = fact.value, let period = fact.period else { return [] }
        return [
            writer.sentence(
                "indicator/\(fact.id)", "report.say.indicator",
                [
                    "title": .text(fact.title), "value": .text(writer.measured(value, unit: fact.unit)),
                    "period": .text(writer.period(period)),
                ], [fact.source], footnotes: fact.valueSource.isEmpty ? [] : [fact.valueSource])
        ]
    }

    /// As much of a report as stands in a sentence; its whole is where the source leads.
    static func first(_ text: String) -> String {
        let plain = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard plain.count > 600 else { return plain }
        return plain.prefix(600) + "…"
    }
}
