import Domain
import Plans

/// The voluntary mid-term report: by issue, what was promised, done with evidence, assessed by whom; what was noted; what is missing.
enum MidTermReport: ReportAssembler {
    static func draft(_ scope: ReportScope, _ facts: ReportFacts, _ writer: ReportWriter) -> [DraftedSection] {
        let items = ItemWriting(facts: facts, writer: writer)
        var open = facts
        open.recommendations = facts.recommendations.filter { $0.recommendation.position != .noted }
        let noted = facts.recommendations.filter { $0.recommendation.position == .noted }
        return [
            DraftedSection(writer.section("introduction"), [ReportOpening.received(facts, writer)].compactMap { $0 }),
            DraftedSection(
                writer.section("follow-up"),
                RecommendationCluster.all(open, writer).flatMap { paragraphs($0, items) }),
            DraftedSection(
                writer.section("noted"),
                noted.map { fact in
                    DraftedParagraph(
                        "item/\(fact.recommendation.id)",
                        [items.quotation(fact)] + items.position(fact) + items.assessed(fact), number: nil)
                }),
            DraftedSection(writer.section("challenges"), Difficulties.paragraphs(items)),
            DraftedSection(writer.section("support"), Support.paragraphs(items)),
        ]
    }

    private static func paragraphs(_ cluster: RecommendationCluster, _ items: ItemWriting) -> [DraftedParagraph] {
        var paragraphs = [DraftedParagraph.heading("heading/\(cluster.key)", cluster.title, level: 2)]
        for fact in cluster.members {
            let unplanned = fact.planned == nil ? items.promised(fact) : []
            paragraphs.append(
                DraftedParagraph(
                    "item/\(fact.recommendation.id)",
                    [items.quotation(fact)] + items.position(fact) + unplanned + items.laws(fact) + items.assessed(fact)
                ))
        }
        for commitment in cluster.commitments(items.facts) {
            guard let first = cluster.members.first(where: { $0.planned?.commitment == commitment.commitment.id })
            else {
                continue
            }
            paragraphs.append(
                DraftedParagraph(
                    "commitment/\(commitment.commitment.id)",
                    items.promised(first) + items.done(commitment) + items.indicators(of: commitment.commitment.id)))
        }
        return paragraphs
    }
}
