import Domain
import Locales
import Plans

/// The national report to the Universal Periodic Review (sections after Human Rights Council decision 17/119): what was received,
/// laws, what is done by issue, difficulties, priorities.
enum NationalReport: ReportAssembler {
    static func draft(_ scope: ReportScope, _ facts: ReportFacts, _ writer: ReportWriter) -> [DraftedSection] {
        let items = ItemWriting(facts: facts, writer: writer)
        return [
            DraftedSection(writer.section("methodology"), [ReportOpening.received(facts, writer)].compactMap { $0 }),
            DraftedSection(writer.section("framework"), laws(items)),
            DraftedSection(writer.section("follow-up"), followUp(items)),
            DraftedSection(writer.section("achievements"), achievements(items)),
            DraftedSection(writer.section("challenges"), Difficulties.paragraphs(items)),
            DraftedSection(writer.section("priorities"), Priorities.paragraphs(items)),
            DraftedSection(writer.section("support"), Support.paragraphs(items)),
        ]
    }

    private static func laws(_ items: ItemWriting) -> [DraftedParagraph] {
        items.facts.laws.map { DraftedParagraph("law/\($0.law.id)", [items.law($0)], leave: 2) }
    }

    /// Issue by issue: what was recommended, promised and reported, who assesses it.
    private static func followUp(_ items: ItemWriting) -> [DraftedParagraph] {
        RecommendationCluster.all(items.facts, items.writer).flatMap { cluster -> [DraftedParagraph] in
            var paragraphs = [DraftedParagraph.heading("heading/\(cluster.key)", cluster.title, level: 2)]
            paragraphs.append(
                DraftedParagraph(
                    "cluster/\(cluster.key)",
                    [cluster.asked(items.writer)] + cluster.members.flatMap { items.assessed($0) },
                    leave: 1 + cluster.rank(items.facts)))
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
        let actions = items.facts.commitments.values.sorted { $0.commitment.id < $1.commitment.id }.flatMap(\.actions)
        return actions.filter { $0.action.status == .done }.map { fact in
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
