import CooperationRecords
import Domain
import Locales
import Plans

/// The national human rights action plan as a document, after OHCHR's handbook (HR/P/PT/10): where things stand, what comes first, every
/// action with its lead, dates, indicators and cost.
enum ActionPlanReport: ReportAssembler {
    static func draft(_ scope: ReportScope, _ items: ItemWriting) -> [String: [DraftedParagraph]] {
        [
            "introduction": items.received + items.consultations,
            "situation": items.lawParagraphs + items.indicatorParagraphs,
            "principles": items.cooperation(.treaties, .institution),
            "objectives": Priorities.paragraphs(items),
            "actions": items.actions.map { fact in
                let row = ActionRow(items: items, fact: fact)
                return row.paragraph([row.indicators, row.cost])
            },
            "resources": Difficulties.paragraphs(items, late: false) + Support.paragraphs(items),
        ]
    }
}

/// What became of the plan: what is reported as done, what is not done, and every action with its status.
enum ActionPlanReview: ReportAssembler {
    static func draft(_ scope: ReportScope, _ items: ItemWriting) -> [String: [DraftedParagraph]] {
        let (done, open) = (
            items.actions.filter { $0.action.status == .done }, items.actions.filter { $0.action.status != .done }
        )
        func paragraphs(_ actions: [ActionFact]) -> [DraftedParagraph] {
            actions.compactMap { action in
                guard let commitment = items.facts.commitments[action.action.commitment] else { return nil }
                return DraftedParagraph("review/\(action.action.id)", items.action(action, commitment), leave: 2)
            }
        }
        return [
            "introduction": items.received,
            "method": items.consultations,
            "results": paragraphs(done) + items.indicatorParagraphs,
            "not-done": paragraphs(open),
            "lessons": items.practices,
            "next": Priorities.paragraphs(items),
            "actions": items.actions.map { fact in
                let row = ActionRow(items: items, fact: fact)
                return row.paragraph([row.status])
            },
        ]
    }
}
