import Domain
import Locales
import Plans
import Reference

/// Recommendations in OHCHR's layout: words, position, themes, and who assesses them how.
enum RecommendationMatrix: ReportAssembler {
    static func draft(_ scope: ReportScope, _ facts: ReportFacts, _ writer: ReportWriter) -> [DraftedSection] {
        let items = ItemWriting(facts: facts, writer: writer)
        return [
            writer.outlined(
                "matrix", facts.recommendations.map { row($0, items) },
                columns: ["recommendation", "position", "themes", "assessment"])
        ]
    }

    private static func row(_ fact: RecommendationFact, _ items: ItemWriting) -> DraftedParagraph {
        let writer = items.writer
        let key = "row/\(fact.recommendation.id)"
        let found = writer.text(fact.recommendation.texts)
        var words = items.cell("\(fact.number) \(found?.text ?? "")", 0, key, [fact.source])
        words.isQuote = true
        if let language = found?.language, language != writer.language { words.language = language }
        var cells = [words]
        if let position = fact.recommendation.position {
            cells.append(items.cell(writer.words("position.\(position.rawValue)"), 1, key, [fact.source]))
        }
        let themes = fact.recommendation.effectiveTags.filter { $0.kind == .theme }.map { tag in
            writer.reference.name(ofTheme: tag.code, in: writer.language) ?? tag.label
        }
        if !themes.isEmpty { cells.append(items.cell(themes.joined(separator: "; "), 2, key, [fact.source])) }
        for (place, sentence) in items.assessed(fact).enumerated() {
            var sentence = sentence
            sentence.column = 3
            sentence.key = "\(key)/3/\(place)"
            cells.append(sentence)
        }
        return DraftedParagraph(key, cells)
    }
}

/// The common core document (HRI/GEN/2/Rev.6, chapter I): figures and laws the workspace holds, each under its heading.
enum CommonCoreDocument: ReportAssembler {
    static func draft(_ scope: ReportScope, _ facts: ReportFacts, _ writer: ReportWriter) -> [DraftedSection] {
        let items = ItemWriting(facts: facts, writer: writer)
        let normative = facts.laws.filter { !$0.law.norms.isEmpty }.map(\.law.id)
        let laws = items.lawParagraphs
        return [
            writer.outlined("general-state"),
            writer.outlined("demography", items.indicatorParagraphs, level: 2),
            writer.outlined("constitution", level: 2),
            writer.outlined("general-framework"),
            writer.outlined(
                "norms", laws.filter { paragraph in normative.contains { paragraph.content.key == "law/\($0)" } },
                level: 2),
            writer.outlined(
                "legal-framework",
                laws.filter { paragraph in !normative.contains { paragraph.content.key == "law/\($0)" } }, level: 2),
            writer.outlined("promotion-framework", Priorities.paragraphs(items), level: 2),
            writer.outlined("reporting", [ReportOpening.received(facts, writer)], level: 2),
            writer.outlined("equality"),
        ]
    }
}

/// A reply to a communication. Nothing of persons is drafted: who is concerned, and what happened to them, is written by whoever may know.
/// Laws stand under their heading.
enum CommunicationReply: ReportAssembler {
    static func draft(_ scope: ReportScope, _ facts: ReportFacts, _ writer: ReportWriter) -> [DraftedSection] {
        let items = ItemWriting(facts: facts, writer: writer)
        return [
            writer.outlined("receipt"), writer.outlined("facts"),
            writer.outlined("legal-basis", items.lawParagraphs), writer.outlined("investigation"),
            writer.outlined("prevention"),
        ]
    }
}

/// What civil society or a national institution submits: the public record, and assessments with their assessors.
enum StakeholderSubmission: ReportAssembler {
    static func draft(_ scope: ReportScope, _ facts: ReportFacts, _ writer: ReportWriter) -> [DraftedSection] {
        let items = ItemWriting(facts: facts, writer: writer)
        let assessed = facts.recommendations.filter { !$0.assessments.isEmpty }
        var known = facts
        known.recommendations = assessed
        return [
            writer.outlined("about"), writer.outlined("summary", [ReportOpening.received(facts, writer)]),
            writer.outlined("cooperation"),
            writer.outlined("implementation", ItemWriting(facts: known, writer: writer).assessedParagraphs()),
            writer.outlined("new-issues"), writer.outlined("proposals"),
            writer.outlined(
                "annex-recommendations", facts.recommendations.map { row($0, items) }, isAnnex: true,
                columns: ["paragraph", "recommendation", "assessment"]),
        ]
    }

    private static func row(_ fact: RecommendationFact, _ items: ItemWriting) -> DraftedParagraph {
        let key = "row/\(fact.recommendation.id)"
        var cells = [items.cell(fact.number, 0, key, [fact.source])]
        if let found = items.writer.text(fact.recommendation.texts) {
            var words = items.cell(found.text, 1, key, [fact.source])
            words.isQuote = true
            if found.language != items.writer.language { words.language = found.language }
            cells.append(words)
        }
        for (place, sentence) in items.assessed(fact).enumerated() {
            var sentence = sentence
            sentence.column = 2
            sentence.key = "\(key)/2/\(place)"
            cells.append(sentence)
        }
        return DraftedParagraph(key, cells)
    }
}

/// What a United Nations country team contributes: the public record of the State, assessments with their assessors.
enum CountryTeamContribution: ReportAssembler {
    static func draft(_ scope: ReportScope, _ facts: ReportFacts, _ writer: ReportWriter) -> [DraftedSection] {
        var known = facts
        known.recommendations = facts.recommendations.filter { !$0.assessments.isEmpty }
        let items = ItemWriting(facts: known, writer: writer)
        return [
            writer.outlined("summary", [ReportOpening.received(facts, writer)]), writer.outlined("norms"),
            writer.outlined("framework", items.lawParagraphs),
            writer.outlined("implementation", items.assessedParagraphs()),
            writer.outlined("assistance"), writer.outlined("goals"), writer.outlined("proposals"),
        ]
    }
}
