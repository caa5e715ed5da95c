import Corpus
import Domain
import Foundation

/// This program under measurement: an index over the texts, and the texts themselves in a file.
///
/// In the product the ten texts shown come from the store. Here they lie one after another in a file, from which each question
/// really reads its ten with `pread`, as Tantivy reads its document store.
struct SearchSubject: Sendable {
    let corpus: Corpus
    let indexSeconds: Double
    private let texts: FileHandle
    /// For each id where its text begins and how long it is.
    private let places: [Int64: (offset: Int, bytes: Int)]

    private static let facets: [Facet] = [.state, .theme, .position, .action]

    init(corpusPath: String, textsPath: String) throws {
        corpus = Corpus()
        let builder = CorpusBuilder(corpus)
        let start = ContinuousClock.now
        var places: [Int64: (offset: Int, bytes: Int)] = [:]
        var offset = 0
        var changes: [CorpusChange] = []
        try Data().write(to: URL(filePath: textsPath))
        let output = try FileHandle(forWritingTo: URL(filePath: textsPath))
        var pending = Data()
        try LineReader.forEachLine(of: corpusPath) { line in
            let record = try TextLine.read(line)
            places[record.id] = (offset, record.text.utf8.count)
            offset += record.text.utf8.count
            pending.append(contentsOf: record.text.utf8)
            changes.append(.put(Self.indexed(record)))
            if changes.count == 1_000 {
                builder.add(changes, position: record.id)
                changes = []
                try output.write(contentsOf: pending)
                pending.removeAll(keepingCapacity: true)
            }
        }
        builder.add(changes, position: 0)
        try output.write(contentsOf: pending)
        builder.finish()
        corpus.waitForMerges()
        let elapsed = ContinuousClock.now - start
        indexSeconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        self.places = places
        texts = try FileHandle(forReadingFrom: URL(filePath: textsPath))
    }

    private static func indexed(_ record: TextLine) -> CorpusRecord {
        var facets: [(facet: Facet, value: String)] = (record.issues ?? []).map { (.theme, $0) }
        if let state = record.state { facets.append((.state, state)) }
        if let response = record.response { facets.append((.position, response)) }
        if let action = record.action { facets.append((.action, String(action))) }
        return CorpusRecord(id: record.id, texts: [("en", record.text)], facets: facets)
    }

    /// Asks every question twice; the second, warm, pass counts.
    func measure(_ questions: [SearchQuestion], case name: String, facets: Bool, byType: Bool) -> SearchFigures {
        var milliseconds: [Double] = []
        var hits = 0
        for _ in 0..<2 {
            milliseconds = []
            hits = 0
            for question in questions {
                let start = DispatchTime.now().uptimeNanoseconds
                hits += ask(question, facets: facets)
                milliseconds.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
            }
        }
        var figures = SearchFigures(
            case: name, who: "rapporteur", milliseconds: milliseconds, hits: hits, indexSeconds: indexSeconds)
        if byType {
            let groups = Dictionary(grouping: zip(questions, milliseconds)) { $0.0.type }
            figures.types = groups.mapValues { $0.map(\.1).sorted()[$0.count / 2] }
        }
        return figures
    }

    /// From a question's string to ten stored texts. Returns how many texts match.
    @discardableResult func ask(_ question: SearchQuestion, facets: Bool) -> Int {
        let words = question.q.split(separator: " ")
        let text =
            switch question.type {
            case "phrase": "\"" + question.q + "\""
            case "or4": words.joined(separator: " OR ")
            default: question.q
            }
        var request = SearchRequest(query: text, limit: 10, facets: facets ? Self.facets : [])
        if let state = question.state { request.filters = [.state: [state]] }
        let answer = corpus.snapshot.search(QueryParser.parse(text), request)
        let found = answer.hits.map { read($0.id) }
        precondition(found.count == min(10, answer.total))
        return answer.total
    }

    /// A stored text; empty for records that came later.
    func read(_ id: Int64) -> String {
        guard let place = places[id] else { return "" }
        return String(unsafeUninitializedCapacity: place.bytes) { buffer in
            max(0, pread(texts.fileDescriptor, buffer.baseAddress, place.bytes, off_t(place.offset)))
        }
    }
}
