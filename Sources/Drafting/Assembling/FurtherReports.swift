import Domain
import Locales
import Plans

/// Kinds beyond the review and the treaty bodies. Their sections are those of the outlines; what only people can say stays empty under its
/// heading.
enum FurtherReports {
    static func of(_ kind: ReportKind) -> (any ReportAssembler.Type)? {
        switch kind {
        case .commonCore: CommonCoreDocument.self
        case .communicationReply: CommunicationReply.self
        case .fundApplication: FundApplicationReport.self
        case .actionPlan: ActionPlanReport.self
        case .actionPlanReview: ActionPlanReview.self
        case .matrix: RecommendationMatrix.self
        case .stakeholderSubmission: StakeholderSubmission.self
        case .countryTeamContribution: CountryTeamContribution.self
        default: nil
        }
    }
}

extension ReportWriter {
    /// A section of an outline.
    func outlined(
        _ key: String, _ paragraphs: [DraftedParagraph?] = [], level: Int = 1, isAnnex: Bool = false,
        columns: [String]? = nil
    ) -> DraftedSection {
        var section = ReportSection(
            key: key, title: words("outline.heading.\(key)"), level: level, isAnnex: isAnnex)
        section.columns = columns?.map { words("outline.column.\($0)") }
        return DraftedSection(section, paragraphs.compactMap(\.self))
    }
}

/// What several kinds say of the plan.
extension ItemWriting {
    /// Every action of the plan, line by line.
    var actions: [ActionFact] {
        facts.commitments.values.sorted { $0.commitment.id < $1.commitment.id }.flatMap(\.actions)
    }

    var lawParagraphs: [DraftedParagraph] {
        facts.laws.map { DraftedParagraph("law/\($0.law.id)", [law($0)], leave: 2) }
    }

    var indicatorParagraphs: [DraftedParagraph] {
        facts.indicators.compactMap { indicator in
            guard let value = indicator.value, let period = indicator.period else { return nil }
            let key = "indicator/\(indicator.id)"
            return DraftedParagraph(
                key,
                [
                    writer.sentence(
                        key, "report.say.indicator",
                        [
                            "title": .text(indicator.title), "value": .text(value), "unit": .text(indicator.unit),
                            "period": .text(period),
                        ], [indicator.source])
                ], leave: 2)
        }
    }

    /// The words of a recommendation under its number, and who assesses it how.
    func assessedParagraphs(_ leave: Int = 1) -> [DraftedParagraph] {
        facts.recommendations.flatMap { fact -> [DraftedParagraph] in
            let id = fact.recommendation.id
            return [
                DraftedParagraph.heading(
                    "heading/\(id)", writer.words("report.say.item", ["number": .text(fact.number)]), level: 2),
                DraftedParagraph("item/\(id)", [quotation(fact)] + assessed(fact), leave: leave),
            ]
        }
    }

    func cell(_ text: String, _ column: Int, _ key: String, _ sources: [SentenceSource]) -> ReportSentence {
        ReportSentence(text, origin: .drafted, key: "\(key)/\(column)", sources: sources, column: column)
    }
}

/// A row of a table of actions: title, lead, dates, then what the table adds.
struct ActionRow {
    let items: ItemWriting
    let fact: ActionFact

    private var key: String { "row/action/\(fact.action.id)" }

    func paragraph(_ further: [String]) -> DraftedParagraph {
        let action = fact.action
        let period = [action.starts, action.due].compactMap { $0.map { items.writer.date($0) } }.joined(
            separator: " – ")
        let cells = [action.title, items.facts.name(action.lead) ?? "", period] + further
        return DraftedParagraph(
            key,
            cells.enumerated().filter { !$0.element.isEmpty }.map {
                items.cell($0.element, $0.offset, key, [fact.source])
            })
    }

    var cost: String {
        guard let cost = fact.action.money.cost, let currency = fact.action.money.currency else { return "" }
        return items.writer.amount(cost, currency)
    }

    var status: String { items.writer.words("value.status.\(fact.action.status.rawValue)") }

    /// Indicators of the line that the action belongs to.
    var indicators: String {
        items.facts.indicators.filter { $0.commitments.contains(fact.action.commitment) }.map(\.title)
            .joined(separator: "; ")
    }
}
