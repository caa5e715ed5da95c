import CooperationRecords
import Domain
import Locales
import Plans

/// The national report to the Universal Periodic Review, in the sections of Human Rights Council decision 17/119.
enum NationalReport: ReportAssembler {
    static func draft(_ scope: ReportScope, _ items: ItemWriting) -> [String: [DraftedParagraph]] {
        [
            "methodology": items.received + items.consultations,
            "framework": items.lawParagraphs + items.cooperation(.treaties, .institution),
            "protection": items.cooperation(.reports, .review, .visits, .communications, .followUp)
                + items.indicatorParagraphs,
            "follow-up": followUp(items),
            "achievements": achievements(items) + items.practices + Difficulties.paragraphs(items),
            "priorities": Priorities.paragraphs(items),
            "expectations": Support.paragraphs(items) + items.cooperation(.funds),
            "annex-recommendations": items.rows,
        ]
    }

    /// Issue by issue: what was recommended, promised and reported, who assesses it.
    private static func followUp(_ items: ItemWriting) -> [DraftedParagraph] {
        RecommendationCluster.all(items.facts, items.writer).flatMap { cluster -> [DraftedParagraph] in
            var paragraphs = [DraftedParagraph.heading("heading/\(cluster.key)", cluster.title, level: 2)]
            paragraphs.append(
                DraftedParagraph(
                    "cluster/\(cluster.key)",
                    [cluster.asked(items.writer)] + items.assessed(cluster.members)
                        + (cluster.issue.map { items.assessed($0) } ?? []), leave: 1 + cluster.rank(items.facts)))
            for commitment in cluster.commitments(items.facts) {
                paragraphs.append(
                    DraftedParagraph(
                        "commitment/\(commitment.commitment.id)",
                        [commitmentSentence(commitment, items)] + items.done(commitment)
                            + items.indicators(of: commitment.commitment.id),
                        leave: 2 + cluster.rank(items.facts)))
            }
            return paragraphs
        }
    }

    private static func commitmentSentence(_ fact: CommitmentFact, _ items: ItemWriting) -> ReportSentence {
        let key = "commitment/\(fact.commitment.id)"
        let title = Argument.text(fact.commitment.title)
        guard let lead = items.facts.name(fact.commitment.lead) else {
            return items.writer.sentence(key, "report.say.planned", ["title": title], [fact.source])
        }
        return items.writer.sentence(
            key, "report.say.plannedWith", ["title": title, "lead": .text(lead)], [fact.source])
    }

    /// Steps that were reached, with their days.
    private static func achievements(_ items: ItemWriting) -> [DraftedParagraph] {
        items.actions.filter { $0.action.status == .done }.map { fact in
            let key = "achieved/\(fact.action.id)"
            let phrase = fact.evidence.isEmpty ? "report.say.action.done" : "report.say.action.doneWithEvidence"
            return DraftedParagraph(
                key,
                [
                    items.writer.sentence(
                        key, phrase, ["title": .text(fact.action.title)], [fact.source] + fact.evidence.map(\.source))
                ], leave: 3)
        }
    }
}
