import CooperationRecords
import Domain
import Locales
import Plans
import Reference

/// A report to a treaty body, article by article as its committee wants them: laws that answer to an article, and what is done on earlier
/// observations that speak of it. Observations that name no article stand in a part of their own.
enum TreatyReport: ReportAssembler {
    static func draft(_ scope: ReportScope, _ items: ItemWriting) -> [String: [DraftedParagraph]] {
        guard let treaty = scope.treaty.flatMap({ items.writer.reference.treaty($0) }) else { return [:] }
        let bound = items.cooperation(.treaties, about: treaty.code)
        let reported = items.cooperation(.reports, .followUp, about: treaty.mechanism.rawValue)
        var texts = [
            "introduction": items.received + bound + reported + items.consultations, "statistics": items.statistics,
        ]
        var placed: Set<RecommendationID> = []
        for article in items.writer.outlines.articles(of: treaty.code) {
            let laws = items.facts.laws.filter { law in
                law.law.norms.contains { norm in
                    norm.instrument == treaty.acronym && TreatyArticles.number(norm.article).map(article.holds) ?? false
                }
            }
            let own = items.facts.recommendations.filter { TreatyArticles.names($0.recommendation, treaty, article) }
            placed.formUnion(own.map(\.recommendation.id))
            texts[article.key] =
                laws.map { law in
                    var sentence = items.law(law)
                    sentence.key = "\(article.key)/law/\(law.law.id)"
                    return DraftedParagraph("\(article.key)/law/\(law.law.id)", [sentence], leave: 1)
                } + own.flatMap { ItemReply.paragraphs($0, items).map { inArticle($0, article.key) } }
        }
        let rest = items.facts.recommendations.filter { !placed.contains($0.recommendation.id) }
            .flatMap { ItemReply.paragraphs($0, items) }
        texts["previous-observations"] = rest
        texts["general"] = items.cooperation(.institution) + rest
        return texts
    }

    /// A recommendation may speak of several articles: keys tell them apart, and its heading is one step lower.
    private static func inArticle(_ paragraph: DraftedParagraph, _ article: String) -> DraftedParagraph {
        var paragraph = paragraph
        paragraph.content.key = paragraph.content.key.map { "\(article)/\($0)" }
        if paragraph.content.headingLevel != nil { paragraph.content.headingLevel = 3 }
        for place in paragraph.content.sentences.indices {
            paragraph.content.sentences[place].key = paragraph.content.sentences[place].key.map { "\(article)/\($0)" }
        }
        return paragraph
    }
}

/// Articles that laws and tags of the record name.
enum TreatyArticles {
    /// `14` of `art. 14 (2)`; nil where no article is named.
    static func number(_ text: String) -> Int? {
        Int(text.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber })
    }

    /// Whether a tag of the recommendation names the article, or one of those that stand together: `CRC/28`, `crc:28`.
    static func names(_ recommendation: Recommendation, _ treaty: TreatyFacts, _ article: OutlineArticle) -> Bool {
        recommendation.effectiveTags.contains { tag in
            guard tag.kind == .norm else { return false }
            let parts = tag.code.split { $0 == "/" || $0 == ":" || $0 == " " }
            guard let first = parts.first, let last = parts.last, parts.count > 1 else { return false }
            return (first.lowercased() == treaty.code || first.uppercased() == treaty.acronym)
                && number(String(last)).map(article.holds) ?? false
        }
    }
}
