package import Domain
import Operations
package import Store

/// What recommendations are called on pages that speak of many things.
package enum RecommendationWords {
    /// Paragraph and words, in this language where there are any; what the record has no more is left out.
    package static func of(
        _ ids: [RecommendationID], _ language: LanguageTag, _ connection: any ReadConnection
    ) throws -> [RecommendationID: String] {
        let records = try RecordLoader(connection).load(ids)
        return Dictionary(
            records.map { record in
                let found = record.recommendation
                let text =
                    found.texts[language] ?? found.texts[.english] ?? found.texts.min { $0.key < $1.key }?.value
                return (found.id, [found.paragraph?.printed, text].compactMap { $0 }.joined(separator: " "))
            }, uniquingKeysWith: { first, _ in first })
    }
}
