import Corpus
package import Domain
import Language
import Store

extension Library {
    /// The page a question asks for.
    package func search(_ request: SearchRequest) async throws(OperationError) -> SearchPage {
        guard (1...SearchRequest.limitMax).contains(request.limit) else {
            throw .invalid(field: "limit", allowed: "1...\(SearchRequest.limitMax)")
        }
        let clock = ContinuousClock()
        let begin = clock.now
        let query = QueryParser.parse(String(request.query.prefix(SearchRequest.queryCharactersMax)))
        let answer = corpus.snapshot.search(query, request)
        let hits = answer.hits
        let records = try await read { connection in
            try RecordLoader(connection).load(hits.map { RecommendationID($0.id) })
        }
        let languages = Dictionary(hits.map { ($0.id, $0.language) }, uniquingKeysWith: { first, _ in first })
        var marking = Marking(query: query)
        let items = records.map { record in
            let matched = languages[record.recommendation.id.value].map { LanguageTag($0) }
            return Self.summary(record, &marking, reader: request.language, matched: query.root == nil ? nil : matched)
        }
        let elapsed = (clock.now - begin).components
        return SearchPage(
            total: answer.total, items: items, facets: answer.facets, next: answer.next, understood: query.notes,
            elapsedMilliseconds: Double(elapsed.seconds) * 1_000 + Double(elapsed.attoseconds) / 1e15)
    }

    /// What a list shows of a record that no question found.
    func summary(_ record: StoredRecord, _ reader: LanguageTag) -> RecommendationSummary {
        var marking = Marking(query: ParsedQuery(root: nil))
        return Self.summary(record, &marking, reader: reader, matched: nil)
    }

    /// The reader's language where the record has it and the question is found there; else the one that matched.
    private static func summary(
        _ record: StoredRecord, _ marking: inout Marking, reader: LanguageTag, matched: LanguageTag?
    ) -> RecommendationSummary {
        let recommendation = record.recommendation
        let texts = recommendation.texts.isEmpty ? recommendation.parts.first?.texts ?? [:] : recommendation.texts
        let known = [reader, matched, .english].compactMap { $0 } + LanguageTag.official + texts.keys.sorted()
        var language = known.first { texts[$0] != nil } ?? reader
        var excerpt = marking.excerpt(of: texts[language] ?? "", language)
        if let matched, matched != language, let text = texts[matched], !excerpt.contains(where: \.isHit) {
            language = matched
            excerpt = marking.excerpt(of: text, matched)
        }
        return RecommendationSummary(
            id: recommendation.id, kind: recommendation.kind, document: recommendation.document,
            symbol: record.document.symbol, mechanism: record.document.mechanism, paragraph: recommendation.paragraph,
            states: recommendation.states, recommending: recommendation.recommending, position: recommendation.position,
            action: recommendation.effectiveAction, cycle: recommendation.cycle ?? record.document.cycle,
            session: recommendation.session ?? record.document.session,
            published: recommendation.published ?? record.document.published, language: language,
            excerpt: excerpt.map { TextPiece(text: $0.text, isHit: $0.isHit) },
            themes: codes(recommendation.effectiveTags, .theme), sdgs: codes(recommendation.effectiveTags, .sdg))
    }

    private static func codes(_ tags: [Tag], _ kind: TagKind) -> [String] {
        var seen: Set<String> = []
        return tags.compactMap { $0.kind == kind && seen.insert($0.code).inserted ? $0.code : nil }
    }
}

/// Marks what a question found, with one highlighter for each language of a page.
private struct Marking {
    let query: ParsedQuery
    private var highlighters: [LanguageTag: Highlighter] = [:]

    init(query: ParsedQuery) { self.query = query }

    mutating func excerpt(of text: String, _ language: LanguageTag) -> [MarkedPiece] {
        let highlighter = highlighters[language] ?? Highlighter(query, language: language.rawValue)
        highlighters[language] = highlighter
        return highlighter.excerpt(of: text)
    }
}
