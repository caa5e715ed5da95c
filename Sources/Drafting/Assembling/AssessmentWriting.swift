import Domain
import FollowUp
import Locales
import Plans

/// What assessors say, each by name, in its own scheme: never averaged, never converted.
extension ItemWriting {
    /// What everybody who published an assessment of a recommendation says, the State among them. `reasons`: in their own words too.
    func assessed(_ fact: RecommendationFact, reasons: Bool = false) -> [ReportSentence] {
        fact.assessments.flatMap { assessment(of: $0, fact, reasons: reasons) } + stated([fact])
    }

    /// What everybody says of each of them; what the State says of several in one statement is said once.
    func assessed(_ members: [RecommendationFact]) -> [ReportSentence] {
        members.flatMap { fact in fact.assessments.flatMap { assessment(of: $0, fact, reasons: false) } }
            + stated(members)
    }

    /// What the State said of them last, statement by statement, in the order of the first recommendation of each.
    private func stated(_ members: [RecommendationFact]) -> [ReportSentence] {
        var groups: [(statement: ImplementationStatement, commitment: CommitmentFact, members: [RecommendationFact])] =
            []
        for fact in members {
            guard let commitment = facts.commitment(of: fact),
                let statement = commitment.statements.last(where: {
                    $0.planned == nil || $0.planned == fact.planned?.id
                })
            else { continue }
            if let place = groups.firstIndex(where: { $0.statement.id == statement.id }) {
                groups[place].members.append(fact)
            } else {
                groups.append((statement, commitment, [fact]))
            }
        }
        return groups.map { group in
            // Of several, each number is one of the record.
            let own = group.members.count > 1 ? group.members.map(\.source) : []
            return writer.sentence(
                "statement/\(group.members[0].recommendation.id)",
                "report.say.own.\(group.statement.status.rawValue)",
                [
                    "count": .number(group.members.count),
                    "numbers": .text(writer.list(group.members.map(\.number))),
                    "day": .text(writer.date(group.statement.stated)),
                ], [group.commitment.source(group.statement)] + own)
        }
    }

    /// The same, or that nobody said anything.
    func assessedOrNot(_ fact: RecommendationFact) -> [ReportSentence] {
        let said = assessed(fact)
        guard said.isEmpty else { return said }
        return [
            writer.sentence(
                "not-assessed/\(fact.recommendation.id)",
                "report.say.notAssessed" + (fact.recommendation.kind == .pledge ? ".pledge" : ""),
                ["number": .text(fact.number)], [fact.source])
        ]
    }

    /// What is said of an issue as a whole.
    func assessed(_ issue: IssueID, reasons: Bool = false) -> [ReportSentence] {
        guard let name = facts.issueNames[issue].flatMap({ writer.text($0) })?.text else { return [] }
        return (facts.issueAssessments[issue] ?? []).flatMap { fact -> [ReportSentence] in
            let day = fact.date.map { writer.date($0) }
            let sentence = writer.sentence(
                key(fact), day == nil ? "report.say.assessmentIssue" : "report.say.assessmentIssueOn",
                [
                    "assessor": .text(assessor(fact)), "scheme": .text(scheme(fact)), "value": .text(value(fact)),
                    "issue": .text(name), "day": .text(day ?? ""),
                ], [fact.source])
            return [sentence] + (reasons ? reason(fact) : [])
        }
    }

    private func assessment(
        of fact: AssessmentFact, _ recommendation: RecommendationFact, reasons: Bool
    ) -> [ReportSentence] {
        let day = fact.date.map { writer.date($0) }
        let sentence = writer.sentence(
            key(fact), day == nil ? "report.say.assessment" : "report.say.assessmentOn",
            [
                "assessor": .text(assessor(fact)), "scheme": .text(scheme(fact)), "value": .text(value(fact)),
                "number": .text(recommendation.number), "day": .text(day ?? ""),
            ], [fact.source])
        return [sentence] + (reasons ? reason(fact) : [])
    }

    private func reason(_ fact: AssessmentFact) -> [ReportSentence] {
        guard let found = writer.text(fact.reasons), !found.text.allSatisfy(\.isWhitespace) else { return [] }
        return [writer.quote(key(fact) + "/reason", Self.first(found.text), [fact.source], language: found.language)]
    }

    private func key(_ fact: AssessmentFact) -> String { "assessment/\(fact.source.kind.rawValue)/\(fact.source.id)" }

    private func assessor(_ fact: AssessmentFact) -> String {
        fact.assessorKind == "state" ? writer.stateName(StateCode(fact.assessor)) : fact.assessor
    }

    /// In the scheme's own word, never in another scheme's.
    private func value(_ fact: AssessmentFact) -> String {
        if let words = writer.text(fact.words)?.text { return words }
        for key in ["report.value.\(fact.scheme).\(fact.value)", "scheme.\(fact.scheme).\(fact.value)"]
        where writer.catalogue.has(key) { return writer.words(key) }
        return fact.value
    }

    private func scheme(_ fact: AssessmentFact) -> String {
        if let name = writer.text(fact.schemeNames)?.text { return name }
        let key = "scheme.\(fact.scheme)"
        return writer.catalogue.has(key) ? writer.words(key) : fact.scheme
    }
}
