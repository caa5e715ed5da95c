import Domain
import Locales
import Plans
import Reference

/// A report to a treaty body, article by article: laws that answer to an article, and what is done on earlier observations that speak
/// of it. Observations that name no article stand in a part of their own.
enum TreatyReport: ReportAssembler {
    static func draft(_ scope: ReportScope, _ facts: ReportFacts, _ writer: ReportWriter) -> [DraftedSection] {
        let items = ItemWriting(facts: facts, writer: writer)
        guard let treaty = scope.treaty.flatMap({ writer.reference.treaty($0) }) else { return [] }
        var sections = [
            DraftedSection(writer.section("introduction"), [ReportOpening.received(facts, writer)].compactMap { $0 })
        ]
        var placed: Set<RecommendationID> = []
        for article in 1...max(1, TreatyArticles.last(of: treaty)) {
            let laws = facts.laws.filter { law in
                law.law.norms.contains {
                    $0.instrument == treaty.acronym && TreatyArticles.number($0.article) == article
                }
            }
            let own = facts.recommendations.filter { TreatyArticles.names($0.recommendation, treaty, article) }
            placed.formUnion(own.map(\.recommendation.id))
            let section = ReportSection(
                key: "article-\(article)",
                title: writer.words("report.section.article", ["number": .number(article)]), level: 2)
            sections.append(
                DraftedSection(
                    section,
                    laws.map { law in
                        var sentence = items.law(law)
                        sentence.key = "article-\(article)/law/\(law.law.id)"
                        return DraftedParagraph("article-\(article)/law/\(law.law.id)", [sentence], leave: 1)
                    } + own.flatMap { ItemReply.paragraphs($0, items).map { inArticle($0, article) } }))
        }
        let rest = facts.recommendations.filter { !placed.contains($0.recommendation.id) }
        sections.append(
            DraftedSection(writer.section("observations"), rest.flatMap { ItemReply.paragraphs($0, items) }))
        return sections
    }

    /// A recommendation may speak of several articles: keys tell them apart, and its heading is one step lower.
    private static func inArticle(_ paragraph: DraftedParagraph, _ article: Int) -> DraftedParagraph {
        var paragraph = paragraph
        paragraph.content.key = paragraph.content.key.map { "article-\(article)/\($0)" }
        if paragraph.content.headingLevel != nil { paragraph.content.headingLevel = 3 }
        for place in paragraph.content.sentences.indices {
            paragraph.content.sentences[place].key = paragraph.content.sentences[place].key.map {
                "article-\(article)/\($0)"
            }
        }
        return paragraph
    }
}

/// The articles of a treaty that States report on: its substantive part, by the treaties' own texts.
enum TreatyArticles {
    private static let substantive = [
        "icerd": 7, "icescr": 15, "iccpr": 27, "cedaw": 16, "cat": 16, "crc": 41, "icrmw": 71, "crpd": 33, "ced": 25,
        "op-crc-ac": 7, "op-crc-sc": 10,
    ]

    static func last(of treaty: TreatyFacts) -> Int { substantive[treaty.code] ?? treaty.articles ?? 1 }

    /// `14` of `art. 14 (2)`; nil where no article is named.
    static func number(_ text: String) -> Int? {
        Int(text.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber })
    }

    /// Whether a tag of the recommendation names the article: `CRC/28`, `crc:28`.
    static func names(_ recommendation: Recommendation, _ treaty: TreatyFacts, _ article: Int) -> Bool {
        recommendation.effectiveTags.contains { tag in
            guard tag.kind == .norm else { return false }
            let parts = tag.code.split { $0 == "/" || $0 == ":" || $0 == " " }
            guard let first = parts.first, let last = parts.last, parts.count > 1 else { return false }
            return (first.lowercased() == treaty.code || first.uppercased() == treaty.acronym)
                && number(String(last)) == article
        }
    }
}
