import Corpus
package import Domain
import Language
package import Store

extension Library {
    /// The page a question asks for.
    package func search(_ request: SearchRequest) async throws(OperationError) -> SearchPage {
        guard (1...SearchRequest.limitMax).contains(request.limit) else {
            throw .invalid(field: "limit", allowed: "1...\(SearchRequest.limitMax)")
        }
        let clock = ContinuousClock()
        let begin = clock.now
        let understanding = understand(request)
        let query = understanding.query
        let answer = corpus.snapshot.search(understanding.queries, request)
        let hits = answer.hits
        let records = try await read { connection in
            try RecordLoader(connection).load(hits.map { RecommendationID($0.id) })
        }
        let found = Dictionary(hits.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var marking = Marking(query: understanding.marked)
        let items = records.map { record in
            let hit = found[record.recommendation.id.value]
            var item = Self.summary(
                record, &marking, reader: request.language,
                matched: query.root == nil ? nil : hit.map { LanguageTag($0.language) })
            item.foundBy = hit.flatMap { understanding.steps[$0.step].kind }
            return item
        }
        let suggestions = try await suggestions(understanding, request, total: answer.total)
        let elapsed = (clock.now - begin).components
        return SearchPage(
            total: answer.total, items: items, facets: answer.facets, next: answer.next, understood: answer.understood,
            expansions: understanding.expansions(answer.found), suggestions: suggestions,
            elapsedMilliseconds: Double(elapsed.seconds) * 1_000 + Double(elapsed.attoseconds) / 1e15)
    }

    /// A record as lists show it where nothing was asked.
    package static func summary(_ record: StoredRecord, reader: LanguageTag) -> RecommendationSummary {
        var marking = Marking(query: ParsedQuery(root: nil))
        return summary(record, &marking, reader: reader, matched: nil)
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
