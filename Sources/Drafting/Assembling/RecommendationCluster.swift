import Domain
import Locales
import Plans
import Reference

/// Recommendations of one issue; those of none stand together by their first theme.
struct RecommendationCluster {
    var key: String
    var title: String
    var members: [RecommendationFact]

    var issue: IssueID? { members.first?.issue.flatMap { key == "issue/\($0)" ? $0 : nil } }

    /// In the order in which the record first speaks of them.
    static func all(_ facts: ReportFacts, _ writer: ReportWriter) -> [RecommendationCluster] {
        var clusters: [RecommendationCluster] = []
        var places: [String: Int] = [:]
        for fact in facts.recommendations where fact.recommendation.kind != .pledge {
            let (key, title) = name(fact, facts, writer)
            if let place = places[key] {
                clusters[place].members.append(fact)
            } else {
                places[key] = clusters.count
                clusters.append(RecommendationCluster(key: key, title: title, members: [fact]))
            }
        }
        return clusters
    }

    private static func name(
        _ fact: RecommendationFact, _ facts: ReportFacts, _ writer: ReportWriter
    ) -> (String, String) {
        if let issue = fact.issue, let names = facts.issueNames[issue], let name = writer.text(names) {
            return ("issue/\(issue)", name.text)
        }
        if let theme = fact.recommendation.effectiveTags.first(where: { $0.kind == .theme })?.code {
            return ("theme/\(theme)", writer.reference.name(ofTheme: theme, in: writer.language) ?? theme)
        }
        return ("other", writer.words("report.section.other"))
    }

    /// Which recommendations there are, by number and document.
    func asked(_ writer: ReportWriter) -> ReportSentence {
        writer.sentence(
            "asked/\(key)", "report.say.asked",
            ["count": .number(members.count), "numbers": .text(writer.list(members.map(\.number)))],
            members.map(\.source))
    }

    /// Each once, in the order of the plan.
    func commitments(_ facts: ReportFacts) -> [CommitmentFact] {
        Set(members.compactMap { $0.planned?.commitment }).sorted().compactMap { facts.commitments[$0] }
    }

    /// 0 where something in it has a high priority, 3 where nothing has any: what is left out first.
    func rank(_ facts: ReportFacts) -> Int {
        let ranks = commitments(facts).map { Priority.allCases.firstIndex(of: $0.commitment.priority) ?? 3 }
        return ranks.min() ?? 3
    }
}
