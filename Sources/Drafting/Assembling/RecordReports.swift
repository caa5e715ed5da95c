import CooperationRecords
import Domain
import Locales
import Plans
import Reference

/// Recommendations in OHCHR's layout: words, position, themes, and who assesses them how.
enum RecommendationMatrix: ReportAssembler {
    static func draft(_ scope: ReportScope, _ items: ItemWriting) -> [String: [DraftedParagraph]] {
        ["matrix": items.facts.recommendations.map { row($0, items) }]
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
        if !themes.isEmpty {
            cells.append(
                items.cell(themes.joined(separator: writer.words("report.say.semicolon")), 2, key, [fact.source]))
        }
        return DraftedParagraph(key, cells + items.placed(items.assessed(fact), 3, key))
    }
}

/// The common core document (HRI/GEN/2/Rev.6, chapter I): figures, laws and facts of cooperation, each under its heading.
enum CommonCoreDocument: ReportAssembler {
    static func draft(_ scope: ReportScope, _ items: ItemWriting) -> [String: [DraftedParagraph]] {
        let normative = items.facts.laws.filter { !$0.law.norms.isEmpty }.map { "law/\($0.law.id)" }
        let laws = items.lawParagraphs
        func isNormative(_ paragraph: DraftedParagraph) -> Bool {
            paragraph.content.key.map { normative.contains($0) } ?? false
        }
        return [
            "demography": items.indicatorParagraphs,
            "norms": items.cooperation(.treaties) + laws.filter { isNormative($0) },
            "legal-framework": laws.filter { !isNormative($0) },
            "promotion-framework": items.cooperation(.institution) + Priorities.paragraphs(items),
            "reporting": items.received + items.cooperation(.reports, .review) + items.consultations,
        ]
    }
}

/// A reply to a communication. Nothing of persons is drafted: who is concerned, and what happened to them, is written by whoever may know.
/// Laws stand under their heading.
enum CommunicationReply: ReportAssembler {
    static func draft(_ scope: ReportScope, _ items: ItemWriting) -> [String: [DraftedParagraph]] {
        ["legal-basis": items.lawParagraphs]
    }
}

/// What civil society or a national institution submits: the public record, assessments with their assessors and reasons, and what was
/// said in consultations.
enum StakeholderSubmission: ReportAssembler {
    static func draft(_ scope: ReportScope, _ items: ItemWriting) -> [String: [DraftedParagraph]] {
        [
            "summary": items.received,
            "cooperation": items.cooperation(.treaties, .reports, .review, .visits, .communications, .followUp),
            "implementation": items.assessedByIssue, "new-issues": items.consultations,
            "annex-recommendations": items.assessedRows,
        ]
    }
}

/// What a United Nations country team contributes: treaties, laws and institutions, assessments with their assessors, help given and
/// asked for, targets of the 2030 Agenda.
enum CountryTeamContribution: ReportAssembler {
    static func draft(_ scope: ReportScope, _ items: ItemWriting) -> [String: [DraftedParagraph]] {
        [
            "summary": items.received, "norms": items.cooperation(.treaties, .reports, .visits, .followUp),
            "framework": items.cooperation(.institution) + items.lawParagraphs,
            "implementation": items.assessedByIssue,
            "assistance": Support.paragraphs(items) + items.cooperation(.funds) + items.practices,
            "goals": items.goals,
        ]
    }
}
