import Domain
import Locales
import Plans

/// How reports begin: what was received, and what was said to it.
enum ReportOpening {
    private static let documentsMax = 8

    static func received(_ items: ItemWriting) -> DraftedParagraph? {
        let (facts, writer) = (items.facts, items.writer)
        guard !facts.recommendations.isEmpty else { return nil }
        let documents = sources(facts)
        // Of many documents a list would say less than their number.
        guard documents.count <= documentsMax else {
            let count = facts.recommendations.count { $0.recommendation.kind != .pledge }
            return DraftedParagraph(
                "received",
                [
                    writer.sentence(
                        "received/all", "report.say.receivedMany",
                        ["documents": .number(documents.count), "count": .number(count)], documents)
                ])
        }
        let sentences = documents.map { source in
            let own = paragraphs(of: source, facts)
            let count = Argument.number(own.count)
            guard own.contains(where: { $0.recommendation.position != nil }) else {
                return writer.sentence(
                    "received/\(source.id)", "report.say.received",
                    ["document": .text(source.label), "count": count], [source])
            }
            return writer.sentence(
                "received/\(source.id)", "report.say.receivedPositions",
                [
                    "document": .text(source.label), "count": count,
                    "supported": .number(own.count { $0.recommendation.position == .supported }),
                    "noted": .number(own.count { $0.recommendation.position == .noted }),
                    "pending": .number(own.count { $0.recommendation.position == .pending }),
                ], [source])
        }
        return DraftedParagraph("received", sentences)
    }

    /// The documents that the report speaks of, in the order of the recommendations.
    static func sources(_ facts: ReportFacts) -> [SentenceSource] {
        var seen: Set<DocumentID> = []
        return facts.recommendations.map(\.document).filter { seen.insert($0.id).inserted }.map { document in
            let own = facts.recommendations.filter {
                $0.document.id == document.id && $0.recommendation.kind != .pledge
            }
            return SentenceSource(
                .document, document.id.value,
                digest: FactDigest.of(own.map { "\($0.number) \($0.recommendation.position?.rawValue ?? "")" }),
                label: document.symbol?.printed ?? document.title ?? "")
        }
    }

    private static func paragraphs(of source: SentenceSource, _ facts: ReportFacts) -> [RecommendationFact] {
        facts.recommendations.filter { $0.document.id.value == source.id && $0.recommendation.kind != .pledge }
    }
}

/// What is late or was stopped, and what is not paid for.
enum Difficulties {
    /// `late`: those that are late or were stopped, too.
    static func paragraphs(_ items: ItemWriting, late: Bool = true) -> [DraftedParagraph] {
        let actions = items.facts.commitments.values.sorted { $0.commitment.id < $1.commitment.id }.flatMap(\.actions)
        return actions.compactMap { fact in
            let title = Argument.text(fact.action.title)
            var sentences: [ReportSentence] = []
            if late, fact.action.status == .delayed || fact.action.status == .stopped {
                sentences.append(
                    items.writer.sentence(
                        "difficulty/\(fact.action.id)", "report.say.action.\(fact.action.status.rawValue)",
                        ["title": title], [fact.source]))
            }
            if let gap = fact.action.money.gap, gap > 0, let currency = fact.action.money.currency {
                let amount = items.writer.amount(gap, currency)
                sentences.append(
                    items.writer.sentence(
                        "gap/\(fact.action.id)", "report.say.moneyGap",
                        ["title": title, "amount": .text(amount)], [fact.source]))
            }
            if sentences.isEmpty { return nil }
            return DraftedParagraph("difficulty/\(fact.action.id)", sentences, leave: 3)
        }
    }
}

/// What the plan puts first.
enum Priorities {
    static func paragraphs(_ items: ItemWriting) -> [DraftedParagraph] {
        let first = items.facts.commitments.values.filter { $0.commitment.priority == .high }
            .sorted { $0.commitment.id < $1.commitment.id }
        if first.isEmpty { return [] }
        let opening = items.writer.sentence("priorities", "report.say.priorities", [:], first.map(\.source))
        let lines = first.enumerated().map { place, fact in
            let title = Argument.text(fact.commitment.title)
            let said =
                fact.commitment.due.map { due in
                    items.writer.words(
                        "report.say.priorityDue", ["title": title, "day": .text(items.writer.date(due))])
                } ?? items.writer.words("report.say.priority", ["title": title])
            return items.writer.item(
                "priority/\(fact.commitment.id)", said, place + 1 == first.count ? .last : .more, [fact.source])
        }
        return [DraftedParagraph("priorities", [opening] + lines, leave: 2)]
    }
}

/// What help is asked for: needs that the workspace published with the State's consent.
enum Support {
    static func paragraphs(_ items: ItemWriting) -> [DraftedParagraph] {
        items.facts.needs.map { need in
            let key = "need/\(need.id)"
            return DraftedParagraph(
                key,
                [
                    items.writer.sentence(
                        key, "report.say.need", ["title": .text(ReportWriter.closed(need.title))], [need.source])
                ]
                    + items.consent(need), leave: 2)
        }
    }
}
