import Domain
import Locales
import Plans

/// The voluntary mid-term report: by issue, what was promised, done with evidence, assessed by whom; what was noted, what changed, and
/// what is missing.
enum MidTermReport: ReportAssembler {
    static func draft(_ scope: ReportScope, _ items: ItemWriting) -> [String: [DraftedParagraph]] {
        var open = items.facts
        open.recommendations.removeAll { $0.recommendation.position == .noted }
        let noted = items.facts.recommendations.filter { $0.recommendation.position == .noted }
        return [
            "introduction": items.received,
            "methodology": items.consultations,
            "progress": RecommendationCluster.all(open, items.writer).flatMap { paragraphs($0, items) },
            "noted": noted.map { fact in
                DraftedParagraph(
                    "item/\(fact.recommendation.id)",
                    [items.quotation(fact)] + items.position(fact) + items.assessed(fact))
            },
            "changed": items.facts.recommendations.compactMap { changed($0, items.writer) },
            "challenges": Difficulties.paragraphs(items),
            "gaps": gaps(items),
            "expectations": Support.paragraphs(items),
            "annex-recommendations": items.rows,
        ]
    }

    private static func paragraphs(_ cluster: RecommendationCluster, _ items: ItemWriting) -> [DraftedParagraph] {
        var paragraphs = [DraftedParagraph.heading("heading/\(cluster.key)", cluster.title, level: 2)]
        for fact in cluster.members {
            let unplanned = fact.planned == nil ? items.promised(fact) : []
            paragraphs.append(
                DraftedParagraph(
                    "item/\(fact.recommendation.id)",
                    [items.quotation(fact)] + items.position(fact) + unplanned
                        + items.laws { $0.kind == .recommendation && $0.id == fact.recommendation.id.value }
                        + items.assessed(fact, reasons: true)))
        }
        // A law on the whole issue is named once.
        let lines = Set(cluster.members.compactMap { $0.planned?.commitment.value })
        let laws = items.laws {
            $0.kind == .issue && $0.id == cluster.issue?.value || $0.kind == .commitment && lines.contains($0.id)
        }
        if !laws.isEmpty { paragraphs.append(DraftedParagraph("laws/\(cluster.key)", laws)) }
        if let issue = cluster.issue {
            let whole = items.assessed(issue, reasons: true)
            if !whole.isEmpty { paragraphs.append(DraftedParagraph("issue/\(cluster.key)", whole)) }
        }
        for commitment in cluster.commitments(items.facts) {
            guard let first = cluster.members.first(where: { $0.planned?.commitment == commitment.commitment.id })
            else { continue }
            paragraphs.append(
                DraftedParagraph(
                    "commitment/\(commitment.commitment.id)",
                    items.promised(first) + items.done(commitment) + items.indicators(of: commitment.commitment.id)))
        }
        return paragraphs
    }

    /// A recommendation that was supported and is noted now, or the other way. An answer that was pending is no change.
    private static func changed(_ fact: RecommendationFact, _ writer: ReportWriter) -> DraftedParagraph? {
        let said = fact.recommendation.positions.filter { $0.part == nil && $0.position != .pending && $0.date != nil }
            .sorted { ($0.date?.number ?? 0) < ($1.date?.number ?? 0) }
        guard let first = said.first, let last = said.last, first.position != last.position,
            let before = first.date, let since = last.date
        else { return nil }
        let key = "changed/\(fact.recommendation.id)"
        return DraftedParagraph(
            key,
            [
                writer.sentence(
                    key, "report.say.changed",
                    [
                        "number": .text(fact.number),
                        "before": .text(writer.words("position.\(first.position.rawValue)")),
                        "day": .text(writer.date(before)),
                        "now": .text(writer.words("position.\(last.position.rawValue)")),
                        "since": .text(writer.date(since)),
                    ], [fact.source])
            ])
    }

    /// What the report cannot say: one paragraph an item, so that whoever it concerns sees it and nobody else.
    private static func gaps(_ items: ItemWriting) -> [DraftedParagraph] {
        let kinds: [ReportGap.Kind] = [.notPlanned, .noAction, .noProgress, .noEvidence, .overdue, .noAssessment]
        let gaps = Dictionary(grouping: items.facts.gaps, by: \.kind)
        return kinds.flatMap { kind -> [DraftedParagraph] in
            guard let own = gaps[kind] else { return [] }
            if kind == .notPlanned || kind == .noAssessment {
                // Recommendations are public: their numbers stand together.
                let numbers = Argument.text(items.writer.list(own.map(\.source.label)))
                let sentence = items.writer.sentence(
                    "gap/\(kind.rawValue)", "report.say.gap.\(kind.rawValue)",
                    ["count": .number(own.count), "numbers": numbers], own.map(\.source))
                return [DraftedParagraph("gap/\(kind.rawValue)", [sentence])]
            }
            return own.map { gap in
                let key = "gap/\(kind.rawValue)/\(gap.source.kind.rawValue)/\(gap.source.id)"
                let day = gap.due.map { items.writer.date($0) } ?? ""
                return DraftedParagraph(
                    key,
                    [
                        items.writer.sentence(
                            key, "report.say.gap.\(kind.rawValue)",
                            ["title": .text(gap.source.label), "day": .text(day)], [gap.source])
                    ])
            }
        }
    }
}
