import Corpus
package import Domain
import Store

extension Library {
    /// A question as the Corpus is asked it: what is read into it, in steps.
    struct Understanding {
        let query: ParsedQuery
        let steps: [QueryReader.Step]

        var queries: [ParsedQuery] { steps.map(\.query) }

        /// All steps as one question, for marking what was found.
        var marked: ParsedQuery {
            let roots = steps.compactMap(\.query.root)
            return ParsedQuery(root: roots.count > 1 ? .any(roots) : roots.first)
        }

        /// What was searched beside the words typed, and how much it found; without what found nothing to look up.
        func expansions(_ found: [Int]) -> [SearchExpansion] {
            zip(steps, found).compactMap { step, added in
                guard let kind = step.kind, kind != .lookup || added > 0 else { return nil }
                return SearchExpansion(kind: kind, terms: step.terms, added: added)
            }
        }
    }

    func understand(_ request: SearchRequest) -> Understanding {
        let query = QueryParser.parse(String(request.query.prefix(SearchRequest.queryCharactersMax)))
        guard query.root != nil, !request.isExact else {
            return Understanding(query: query, steps: [.init(query: query)])
        }
        var reader = QueryReader(vocabulary.value, reader: request.language)
        return Understanding(query: query, steps: reader.steps(query, isExact: false))
    }

    /// The question in the steps the search page asks it in, for numbers beside that page.
    package func questions(of request: SearchRequest) -> [ParsedQuery] { understand(request).queries }

    /// What the person may have meant. Only words of the public record are offered: the Corpus holds no others.
    func suggestions(
        _ understanding: Understanding, _ request: SearchRequest, total: Int
    ) async throws(OperationError) -> [SearchSuggestion] {
        guard request.after == nil, let root = understanding.query.root else { return [] }
        let snapshot = corpus.snapshot
        let suggesting = Suggesting(snapshot: snapshot, reader: request.language)
        var doubtful: [(word: String, offers: [String])] = []
        for (word, offers) in suggesting.doubtful(root, total: total) {
            var written: [String] = []
            for offer in offers {
                let form = try await self.written(offer, snapshot)
                if !written.contains(form) { written.append(form) }
            }
            doubtful.append((word, written))
        }
        return Suggesting.choices(doubtful).compactMap { words in
            let query = ParsedQuery(root: Suggesting.replacing(words, in: root)).canonical
            var other = request
            other.query = query
            let count = snapshot.count(understand(other).queries, filters: request.filters)
            return count > total ? SearchSuggestion(query: query, count: count, words: words) : nil
        }
    }

    /// A word as the texts write it: the Corpus keeps it without accents and capital letters.
    private func written(
        _ suggestion: WordSuggestion, _ snapshot: CorpusSnapshot
    ) async throws(OperationError) -> String {
        let query = ParsedQuery(root: .within(suggestion.language, .word(suggestion.word)))
        let ids = snapshot.search(query, SearchRequest(limit: 5)).hits.map { RecommendationID($0.id) }
        let records = try await read { connection in try RecordLoader(connection).load(ids) }
        let language = LanguageTag(suggestion.language)
        // At the beginning of a sentence a word has a capital that is not its own.
        var first: String?
        for record in records {
            let texts = [record.recommendation.texts[language]] + record.recommendation.parts.map { $0.texts[language] }
            for text in texts.compactMap(\.self) {
                guard let word = Suggesting.written(suggestion.word, in: text) else { continue }
                if word.first?.isUppercase == false { return word }
                first = first ?? word
            }
        }
        return first ?? suggestion.word
    }
}
