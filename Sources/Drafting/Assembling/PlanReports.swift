import Domain
import Locales
import Plans

/// The national human rights action plan as a document, after OHCHR's handbook (HR/P/PT/10): where things stand, what comes first, every
/// action with its lead, dates, indicators and cost.
enum ActionPlanReport: ReportAssembler {
    static func draft(_ scope: ReportScope, _ facts: ReportFacts, _ writer: ReportWriter) -> [DraftedSection] {
        let items = ItemWriting(facts: facts, writer: writer)
        return [
            writer.outlined("introduction", [ReportOpening.received(facts, writer)]),
            writer.outlined("situation", items.lawParagraphs + items.indicatorParagraphs),
            writer.outlined("principles"),
            writer.outlined("objectives", Priorities.paragraphs(items)),
            writer.outlined(
                "actions",
                items.actions.map { fact in
                    let row = ActionRow(items: items, fact: fact)
                    return row.paragraph([row.indicators, row.cost])
                }, columns: ["action", "lead", "period", "indicator", "cost"]),
            writer.outlined("resources", Difficulties.paragraphs(items) + Support.paragraphs(items)),
            writer.outlined("monitoring"),
        ]
    }
}

/// What became of the plan: what is reported as done, what is not done, and every action with its status.
enum ActionPlanReview: ReportAssembler {
    static func draft(_ scope: ReportScope, _ facts: ReportFacts, _ writer: ReportWriter) -> [DraftedSection] {
        let items = ItemWriting(facts: facts, writer: writer)
        let (done, open) = (
            items.actions.filter { $0.action.status == .done }, items.actions.filter { $0.action.status != .done }
        )
        func paragraphs(_ actions: [ActionFact]) -> [DraftedParagraph] {
            actions.compactMap { action in
                guard let commitment = facts.commitments[action.action.commitment] else { return nil }
                return DraftedParagraph("review/\(action.action.id)", items.action(action, commitment), leave: 2)
            }
        }
        return [
            writer.outlined("introduction", [ReportOpening.received(facts, writer)]),
            writer.outlined("method"),
            writer.outlined("results", paragraphs(done) + items.indicatorParagraphs),
            writer.outlined("not-done", paragraphs(open)),
            writer.outlined("lessons"),
            writer.outlined("next", Priorities.paragraphs(items)),
            writer.outlined(
                "actions",
                items.actions.map { fact in
                    let row = ActionRow(items: items, fact: fact)
                    return row.paragraph([row.status])
                }, isAnnex: true, columns: ["action", "lead", "period", "status"]),
        ]
    }
}

/// An application to a fund: the recommendations it answers, where things stand, actions with their cost and what is not covered. The
/// State's consent is named by people, never drafted.
enum FundApplicationReport: ReportAssembler {
    static func draft(_ scope: ReportScope, _ facts: ReportFacts, _ writer: ReportWriter) -> [DraftedSection] {
        let items = ItemWriting(facts: facts, writer: writer)
        let wanted = Set(facts.recommendations.compactMap { $0.planned?.commitment })
        let actions = items.actions.filter { wanted.contains($0.action.commitment) }
        return [
            writer.outlined("applicant"),
            writer.outlined("consent"),
            writer.outlined(
                "basis",
                facts.recommendations.map { fact in
                    DraftedParagraph(
                        "item/\(fact.recommendation.id)", [items.quotation(fact)] + items.position(fact), leave: 1)
                }),
            writer.outlined("situation", items.indicatorParagraphs + items.lawParagraphs),
            writer.outlined("objectives", Support.paragraphs(items)),
            writer.outlined(
                "activities",
                actions.compactMap { action in
                    guard let commitment = facts.commitments[action.action.commitment] else { return nil }
                    return DraftedParagraph(
                        "activity/\(action.action.id)", items.action(action, commitment), leave: 2)
                }),
            writer.outlined("partners"),
            writer.outlined(
                "budget",
                actions.filter { $0.action.money.cost != nil }.map { fact in
                    let key = "row/budget/\(fact.action.id)"
                    let cells = [
                        fact.action.title, fact.action.money.source ?? "", ActionRow(items: items, fact: fact).cost,
                    ]
                    return DraftedParagraph(
                        key,
                        cells.enumerated().filter { !$0.element.isEmpty }.map {
                            items.cell($0.element, $0.offset, key, [fact.source])
                        })
                }, columns: ["purpose", "source", "cost"]),
            writer.outlined("sustainability"),
        ]
    }
}
