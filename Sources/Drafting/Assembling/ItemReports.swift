import CooperationRecords
import Domain
import Locales
import Plans
import Reference

/// Replies to the items of a document, one after the other: lists of issues, also those prior to reporting. What the treaty binds to and
/// how it was reported on stands before them.
enum IssueReplies: ReportAssembler {
    static func draft(_ scope: ReportScope, _ items: ItemWriting) -> [String: [DraftedParagraph]] {
        [
            "introduction": items.received + items.consultations,
            "national-situation": items.cooperation(.treaties, about: scope.treaty)
                + items.cooperation(.reports, about: items.body(scope)) + items.lawParagraphs,
            "replies": items.facts.recommendations.flatMap { ItemReply.paragraphs($0, items) },
            "statistics": items.statistics,
        ]
    }
}

/// What was done on items that a committee selected, or that the writer chose.
enum FollowUpReport: ReportAssembler {
    static func draft(_ scope: ReportScope, _ items: ItemWriting) -> [String: [DraftedParagraph]] {
        var facts = items.facts
        if scope.recommendations.isEmpty { facts.recommendations.removeAll { !$0.isForFollowUp } }
        let own = ItemWriting(facts: facts, writer: items.writer)
        let linked = Set(facts.recommendations.flatMap { own.laws($0) }.compactMap(\.key))
        return [
            "introduction": own.received + own.cooperation(.followUp, about: own.body(scope)),
            "selected": facts.recommendations.flatMap { ItemReply.paragraphs($0, own) },
            "other-measures": own.lawParagraphs.filter { !linked.contains($0.content.key ?? "") },
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

extension ItemWriting {
    /// The committee that the report goes to; nil: nothing is narrowed.
    func body(_ scope: ReportScope) -> String? {
        (scope.treaty.flatMap { writer.reference.treaty($0)?.mechanism } ?? facts.document?.mechanism)?.rawValue
    }
}
