import ArgumentParser
import Corpus

struct RelevanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relevance", abstract: "Indexes any texts in memory, asks questions, writes a TREC run.",
        discussion: """
            CORPUS.jsonl has `id` and `contents`, QUERIES.tsv an id and a question a line. Questions are plain words, none
            required. The run (qid Q0 docid rank score tag) goes to standard output.
            """)

    @Argument(help: "Texts, one JSON object a line.", completion: .file())
    var corpus: String

    @Argument(help: "Questions, tab-separated.", completion: .file())
    var queries: String

    @Option(help: "The language of both.")
    var language: String

    @Option(name: .customLong("k"), help: "Ranks written for each question, 1 to 1000.")
    var ranks = 100

    func validate() throws {
        guard (1...1_000).contains(ranks) else { throw ValidationError("--k takes 1 to 1000.") }
    }

    func run() async throws {
        do throws(RelevanceRun.Failure) {
            try RelevanceRun.run(corpus: corpus, queries: queries, language: language, depth: ranks) {
                Terminal.say($0)
            }
        } catch {
            switch error {
            case .unreadable(let path): throw CommandFailure("\(path) cannot be read.")
            case .malformed(let path, let line):
                throw CommandFailure("\(path), line \(line): not what is expected; see --help.")
            }
        }
    }
}
