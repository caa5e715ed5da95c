package import Domain
import Foundation

/// Measures ranking on any collection: texts in, questions in, a TREC run out.
public enum RelevanceRun {
    public enum Failure: Error, Sendable, Hashable {
        case unreadable(path: String)
        /// A line that is no JSON object with `id` and `contents`, or no `id<TAB>question`.
        case malformed(path: String, line: Int)
    }

    private static let batch = 1_000

    /// Indexes `corpus` (JSON lines: `id`, `contents`) in memory and hands `write` a line `qid Q0 docid rank score tag` for each of
    /// the `depth` best texts of each question of `queries` (`id<TAB>question`). Words as they are: none required, no syntax;
    /// ties by id, as text.
    public static func run(
        corpus corpusPath: String, queries queriesPath: String, language: String, depth: Int = 100,
        tag: String = "rapporteur",
        write: (String) -> Void
    ) throws(Failure) {
        let (corpus, ids) = try index(corpusPath, language: language)
        let snapshot = corpus.snapshot
        for (number, line) in try lines(queriesPath).enumerated() where !line.isEmpty {
            guard let tab = line.firstIndex(of: "\t") else { throw .malformed(path: queriesPath, line: number + 1) }
            let hits = snapshot.best(String(line[line.index(after: tab)...]), limit: depth)
            let question = line[..<tab]
            for (rank, hit) in hits.enumerated() {
                write("\(question) Q0 \(ids[Int(hit.id) - 1]) \(rank + 1) \(hit.score) \(tag)")
            }
        }
    }

    /// Ids of the Corpus are ranks among the collection's ids in the order of text, so that ties fall by id.
    private static func index(_ path: String, language: String) throws(Failure) -> (Corpus, [String]) {
        struct Entry: Decodable {
            var id: String
            var contents: String
        }
        var entries: [Entry] = []
        let decoder = JSONDecoder()
        for (number, line) in try lines(path).enumerated() where !line.isEmpty {
            guard let entry = try? decoder.decode(Entry.self, from: Data(line.utf8)) else {
                throw .malformed(path: path, line: number + 1)
            }
            entries.append(entry)
        }
        entries.sort { $0.id < $1.id }
        let corpus = Corpus()
        let builder = CorpusBuilder(corpus)
        var changes: [CorpusChange] = []
        for (rank, entry) in entries.enumerated() {
            changes.append(.put(CorpusRecord(id: Int64(rank + 1), texts: [(language, entry.contents)])))
            if changes.count == batch {
                builder.add(changes, position: Int64(rank + 1))
                changes = []
            }
        }
        builder.add(changes, position: Int64(entries.count))
        builder.finish()
        return (corpus, entries.map(\.id))
    }

    private static func lines(_ path: String) throws(Failure) -> [Substring] {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path: path) }
        return String(decoding: data, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
    }
}

extension CorpusSnapshot {
    /// The best texts for a plain text, `limit` at most (not bound to a page's size).
    func best(_ text: String, limit: Int) -> [SearchHit] { best(.plain(text), limit: limit) }

    /// The best records for a question, `limit` at most (not bound to a page's size).
    package func best(_ query: ParsedQuery, limit: Int) -> [SearchHit] {
        var hits: [SearchHit] = []
        var after: SearchCursor?
        repeat {
            let request = SearchRequest(limit: min(limit - hits.count, SearchRequest.limitMax), after: after)
            let answer = search(query, request)
            hits += answer.hits
            after = answer.next
        } while after != nil && hits.count < limit
        return hits
    }
}
