import Domain
import Locales
import Plans

/// Replies to the items of a document, one after the other: lists of issues, also those prior to reporting.
enum IssueReplies: ReportAssembler {
    static func draft(_ scope: ReportScope, _ facts: ReportFacts, _ writer: ReportWriter) -> [DraftedSection] {
        let items = ItemWriting(facts: facts, writer: writer)
        return [
            DraftedSection(writer.section("introduction"), [ReportOpening.received(facts, writer)].compactMap { $0 }),
            DraftedSection(
                writer.section("replies"), facts.recommendations.flatMap { ItemReply.paragraphs($0, items) }),
        ]
    }
}

/// What was done on items that a committee selected, or that the writer chose.
enum FollowUpReport: ReportAssembler {
    static func draft(_ scope: ReportScope, _ facts: ReportFacts, _ writer: ReportWriter) -> [DraftedSection] {
        var facts = facts
        if scope.recommendations.isEmpty { facts.recommendations.removeAll { !$0.isForFollowUp } }
        let items = ItemWriting(facts: facts, writer: writer)
        return [
            DraftedSection(writer.section("introduction"), [ReportOpening.received(facts, writer)].compactMap { $0 }),
            DraftedSection(writer.section("items"), facts.recommendations.flatMap { ItemReply.paragraphs($0, items) }),
        ]
    }
}

/// One item: its words, then what can be said to it.
enum ItemReply {
    static func paragraphs(_ fact: RecommendationFact, _ items: ItemWriting) -> [DraftedParagraph] {
        let id = fact.recommendation.id
        let heading = DraftedParagraph.heading(
            "heading/\(id)", items.writer.words("report.say.item", ["number": .text(fact.number)]), level: 2)
        let asked = DraftedParagraph("item/\(id)", [items.quotation(fact)] + items.position(fact))
        var reply = items.promised(fact)
        if let commitment = items.facts.commitment(of: fact) {
            reply += items.done(commitment) + items.indicators(of: commitment.commitment.id)
        }
        reply += items.laws(fact) + items.assessed(fact)
        // A line of the plan may serve several items: in each its sentences are that item's.
        for place in reply.indices { reply[place].key = reply[place].key.map { "item/\(id)/\($0)" } }
        return [heading, asked, DraftedParagraph("reply/\(id)", reply, leave: 1)]
    }
}
