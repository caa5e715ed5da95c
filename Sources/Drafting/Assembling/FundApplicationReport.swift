import Domain
import Locales
import Plans

/// An application to a fund: the recommendations it answers, where things stand, actions with their cost. Where a call is named, its own
/// questions are the sections, in its order and with its limits; those of the project's patterns are filled from the record.
enum FundApplicationReport: ReportAssembler {
    static func sections(_ outline: [ReportSection], _ items: ItemWriting) -> [ReportSection] {
        guard let call = items.facts.call else { return outline }
        var sections = call.form.map { field in
            ReportSection(key: key(field), title: field.label, wordsMax: field.wordsMax)
        }
        // The fund asks for the consent of the State, whatever its questions are.
        if call.needsConsent, let consent = outline.first(where: { $0.key == "consent" }) { sections.append(consent) }
        return sections + outline.filter { $0.key == "budget" }
    }

    static func draft(_ scope: ReportScope, _ items: ItemWriting) -> [String: [DraftedParagraph]] {
        let texts = answers(scope, items)
        guard let call = items.facts.call else { return texts }
        let pattern = [
            "recommendations": "basis", "situation": "situation", "objectives": "objectives",
            "activities": "activities",
        ]
        var own = texts.filter { $0.key == "consent" || $0.key == "budget" }
        for field in call.form {
            if let answer = pattern[field.key].flatMap({ texts[$0] }) { own[key(field)] = answer }
        }
        return own
    }

    /// As addresses have it, and never that of a section of the outline.
    private static func key(_ field: FormField) -> String { "question-\(field.key)" }

    private static func answers(_ scope: ReportScope, _ items: ItemWriting) -> [String: [DraftedParagraph]] {
        let facts = items.facts
        // Chosen recommendations; else those whose actions in the plan are not paid for.
        let unpaid = Set(items.actions.filter { ($0.action.money.gap ?? 0) > 0 }.map(\.action.commitment))
        let chosen =
            scope.recommendations.isEmpty
            ? facts.recommendations.filter { $0.planned.map { unpaid.contains($0.commitment) } ?? false }
            : facts.recommendations
        let wanted = Set(chosen.compactMap { $0.planned?.commitment })
        let actions = items.actions.filter { wanted.contains($0.action.commitment) }
        return [
            "consent": consents(items),
            "basis": chosen.map { fact in
                DraftedParagraph(
                    "item/\(fact.recommendation.id)", [referred(fact, items)] + items.position(fact), leave: 1)
            },
            "situation": items.indicatorParagraphs + items.lawParagraphs,
            "objectives": Support.paragraphs(items),
            "activities": actions.compactMap { action in
                guard let commitment = facts.commitments[action.action.commitment] else { return nil }
                return DraftedParagraph("activity/\(action.action.id)", items.action(action, commitment), leave: 2)
            },
            "budget": actions.filter { $0.action.money.cost != nil }.map { budget($0, items) },
        ]
    }

    /// Each consent once, however many needs stand on it.
    private static func consents(_ items: ItemWriting) -> [DraftedParagraph] {
        var said: Set<String> = []
        return items.facts.needs.compactMap { need in
            let consent = items.consent(need)
            guard let text = consent.first?.text, said.insert(text).inserted else { return nil }
            return DraftedParagraph("consent/\(need.id)", consent)
        }
    }

    /// The words of a recommendation with where they stand in a footnote.
    private static func referred(_ fact: RecommendationFact, _ items: ItemWriting) -> ReportSentence {
        var sentence = items.quotation(fact)
        if let document = fact.document.symbol?.printed ?? fact.document.title {
            sentence.footnotes = [
                items.writer.words(
                    "report.say.reference", ["document": .text(document), "number": .text(fact.number)])
            ]
        }
        return sentence
    }

    private static func budget(_ fact: ActionFact, _ items: ItemWriting) -> DraftedParagraph {
        let key = "row/budget/\(fact.action.id)"
        let cells = [fact.action.title, fact.action.money.source ?? "", ActionRow(items: items, fact: fact).cost]
        return DraftedParagraph(
            key,
            cells.enumerated().filter { !$0.element.isEmpty }.map {
                items.cell($0.element, $0.offset, key, [fact.source])
            })
    }
}
