import ArgumentParser
import Corpus
import Domain
import Foundation

/// `bench search`: texts and questions from files or made here, answered by this program and by its peers.
struct SearchSuite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "From a question to ten stored texts and four facets, over a quarter of a million texts.")

    @Option(help: "JSON lines: id, text, state, issues, response, action. Made where missing.") var corpus: String?
    @Option(help: "An array of {type, q, state}; type: one and2 or4 phrase and2+state. Made where missing.")
    var queries: String?
    @Option(help: "Peers to run beside, by comma: tantivy, sqlite.") var peers = ""
    @Option(help: "How many texts to make where no corpus is given.") var texts = 250_000
    @Option(help: "Where made texts and questions are kept; a folder that goes away where missing.") var keep: String?
    @Option(
        help: """
            Further cases, by comma: size (bytes a text), updates (readers while one writes), growth (ten times the texts). \
            Where nothing is said, size and updates for made texts, none for texts from outside.
            """)
    var cases: String?
    @Flag(help: "One JSON object a line.") var json = false
    @Flag(help: "Also the median of each type of question.") var types = false

    private var further: [Substring] {
        (cases ?? (corpus == nil && queries == nil ? "size,updates" : "")).split(separator: ",")
    }

    func validate() throws {
        let unknown = further.filter { !["size", "updates", "growth"].contains($0) }
        guard unknown.isEmpty else { throw ValidationError("There is no case \(unknown.joined(separator: ", ")).") }
        guard corpus == nil || !further.contains("growth") else {
            throw ValidationError("The case growth makes its own texts.")
        }
    }

    func run() throws {
        let process = ProcessInfo.processInfo.processIdentifier
        let folder =
            keep.map { URL(filePath: $0) }
            ?? FileManager.default.temporaryDirectory.appending(path: "bench-search-\(process)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { if keep == nil { try? FileManager.default.removeItem(at: folder) } }
        let corpusPath = corpus ?? folder.appending(path: "texts.jsonl").path
        let queriesPath = queries ?? folder.appending(path: "questions.json").path
        if corpus == nil { try SyntheticTexts(count: texts).write(to: corpusPath) }
        if queries == nil { try SyntheticQuestions.write(for: corpusPath, to: queriesPath) }

        let questions = try JSONDecoder().decode(
            [SearchQuestion].self, from: Data(contentsOf: URL(filePath: queriesPath)))
        let subject = try SearchSubject(corpusPath: corpusPath, textsPath: folder.appending(path: "texts.bin").path)
        let plain = subject.measure(questions, case: "top10", facets: false, byType: types)
        report(plain)
        let faceted = subject.measure(questions, case: "top10+facets", facets: true, byType: types)
        report(faceted)
        for peer in peers.split(separator: ",") {
            for line in try SearchPeer(name: String(peer)).run(corpus: corpusPath, queries: queriesPath) {
                report(line)
            }
        }
        if further.contains("size") { subject.size().printed(asJSON: json) }
        if further.contains("growth") {
            try GrowthCase(texts: texts, folder: folder).run(questions, from: subject, plain, faceted).printed(
                asJSON: json)
        }
        // Last: it changes the index.
        if further.contains("updates") {
            UpdateCase(subject: subject, questions: questions).run().printed(asJSON: json)
        }
    }

    private func report(_ line: SearchFigures) {
        if json {
            print(line.json)
        } else {
            print(line.table)
        }
        // A line is worth reading before a slow peer has ended.
        fflush(nil)
    }
}

/// A question of the suite.
struct SearchQuestion: Codable, Sendable {
    var type: String
    var q: String
    var state: String?
}
