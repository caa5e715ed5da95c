import Domain
import Locales
import Plans
import Reference

/// What several kinds of reports say of record and plan.
extension ItemWriting {
    var received: [DraftedParagraph] { [ReportOpening.received(self)].compactMap(\.self) }

    /// Every action of the plan, line by line.
    var actions: [ActionFact] {
        facts.commitments.values.sorted { $0.commitment.id < $1.commitment.id }.flatMap(\.actions)
    }

    var lawParagraphs: [DraftedParagraph] {
        facts.laws.map { DraftedParagraph("law/\($0.law.id)", [law($0)], leave: 2) }
    }

    var indicatorParagraphs: [DraftedParagraph] {
        facts.indicators.compactMap { fact in
            let sentences = indicator(fact)
            return sentences.isEmpty ? nil : DraftedParagraph("indicator/\(fact.id)", sentences, leave: 2)
        }
    }

    /// Rows of an annex of statistics: the indicator with its latest value, and whose figure it is.
    var statistics: [DraftedParagraph] {
        facts.indicators.compactMap { fact in
            guard let value = fact.value, let period = fact.period else { return nil }
            let key = "row/indicator/\(fact.id)"
            let cells = [
                fact.title, writer.measured(value, unit: fact.unit), writer.period(period), fact.valueSource,
            ]
            return DraftedParagraph(
                key,
                cells.enumerated().filter { !$0.element.isEmpty }.map {
                    cell($0.element, $0.offset, key, [fact.source])
                })
        }
    }

    /// Voluntary pledges in their own words.
    var pledges: [DraftedParagraph] {
        facts.recommendations.filter { $0.recommendation.kind == .pledge }.map {
            DraftedParagraph("pledge/\($0.recommendation.id)", [quotation($0)])
        }
    }

    /// By issue: each recommendation in its own words with everything that is said of it, then what is said of the issue.
    var assessedByIssue: [DraftedParagraph] {
        RecommendationCluster.all(facts, writer).flatMap { cluster -> [DraftedParagraph] in
            let told = cluster.members.filter { !$0.assessments.isEmpty }
            let whole = cluster.issue.map { assessed($0, reasons: true) } ?? []
            if told.isEmpty && whole.isEmpty { return [] }
            var paragraphs = [DraftedParagraph.heading("heading/\(cluster.key)", cluster.title, level: 2)]
            paragraphs += told.map { fact in
                DraftedParagraph(
                    "item/\(fact.recommendation.id)", [quotation(fact)] + assessed(fact, reasons: true), leave: 1)
            }
            if !whole.isEmpty { paragraphs.append(DraftedParagraph("issue/\(cluster.key)", whole, leave: 1)) }
            return paragraphs
        }
    }

    /// Rows of the annex of recommendations: number, words, what is done, who says how far it is.
    var rows: [DraftedParagraph] {
        facts.recommendations.map { fact in
            let key = "row/\(fact.recommendation.id)"
            var measures = position(fact) + promised(fact)
            if let commitment = facts.commitment(of: fact) {
                measures += commitment.actions.map { action in
                    let title = Argument.text(action.action.title)
                    return writer.sentence(
                        "action/\(action.action.id)", "report.say.action.\(action.action.status.rawValue)",
                        ["title": title], [action.source])
                }
            }
            return DraftedParagraph(
                key,
                numbered(fact, key) + placed(measures, 2, key) + placed(assessedOrNot(fact), 3, key))
        }
    }

    /// The same without a plan, for those who have none.
    var assessedRows: [DraftedParagraph] {
        facts.recommendations.map { fact in
            let key = "row/\(fact.recommendation.id)"
            return DraftedParagraph(key, numbered(fact, key) + placed(assessedOrNot(fact), 2, key))
        }
    }

    /// Number and words in the first two columns.
    private func numbered(_ fact: RecommendationFact, _ key: String) -> [ReportSentence] {
        let number = cell(fact.number, 0, key, [fact.source])
        guard let found = writer.text(fact.recommendation.texts) else { return [number] }
        var words = cell(found.text, 1, key, [fact.source])
        words.isQuote = true
        if found.language != writer.language { words.language = found.language }
        return [number, words]
    }

    /// Sentences in a column, under keys of their own: they stand elsewhere too.
    func placed(_ sentences: [ReportSentence], _ column: Int, _ key: String) -> [ReportSentence] {
        sentences.enumerated().map { place, sentence in
            var sentence = sentence
            sentence.column = column
            sentence.key = "\(key)/\(column)/\(sentence.key ?? "\(place)")"
            return sentence
        }
    }

    func cell(_ text: String, _ column: Int, _ key: String, _ sources: [SentenceSource]) -> ReportSentence {
        ReportSentence(text, origin: .drafted, key: "\(key)/\(column)", sources: sources, column: column)
    }

    /// Targets of the 2030 Agenda that recommendations speak of, each with their numbers.
    var goals: [DraftedParagraph] {
        var members: [String: [RecommendationFact]] = [:]
        for fact in facts.recommendations {
            let codes = fact.recommendation.effectiveTags.filter { $0.kind == .sdg && $0.code.contains(".") }.map(
                \.code)
            for code in Set(codes) { members[code, default: []].append(fact) }
        }
        let order = members.keys.sorted { $0.compare($1) }
        return order.map { code in
            let own = members[code] ?? []
            let isLong = own.count > 12
            return DraftedParagraph(
                "goal/\(code)",
                [
                    writer.sentence(
                        "goal/\(code)", isLong ? "report.say.goalMany" : "report.say.goal",
                        [
                            "target": .text(code), "count": .number(own.count),
                            "numbers": .text(writer.list(own.prefix(12).map(\.number))),
                        ], own.map(\.source))
                ], leave: 2)
        }
    }
}

extension String {
    /// `3.10` after `3.2`.
    fileprivate func compare(_ other: String) -> Bool {
        let (left, right) = (split(separator: "."), other.split(separator: "."))
        for (one, two) in zip(left, right) where one != two {
            if let one = Int(one), let two = Int(two) { return one < two }
            return one < two
        }
        return left.count < right.count
    }
}

/// A row of a table of actions: the line of the plan, title, lead, dates, then what the table adds.
struct ActionRow {
    let items: ItemWriting
    let fact: ActionFact

    private var key: String { "row/action/\(fact.action.id)" }

    func paragraph(_ further: [String]) -> DraftedParagraph {
        let action = fact.action
        let period = [action.starts, action.due].compactMap { $0.map { items.writer.date($0) } }.joined(
            separator: " – ")
        let objective = items.facts.commitments[action.commitment]?.commitment.title ?? ""
        let cells = [objective, action.title, items.facts.name(action.lead) ?? "", period] + further
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
            .joined(separator: items.writer.words("report.say.semicolon"))
    }
}
