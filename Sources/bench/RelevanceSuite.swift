import ArgumentParser
import Corpus

/// The same run as `rapporteur relevance`, for measuring the ranking without the rest of the program.
struct RelevanceSuite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relevance", abstract: "Writes a TREC run of the ranking over any collection.")

    @Argument(help: "JSON lines with `id` and `contents`.") var corpus: String
    @Argument(help: "Lines of `id<TAB>question`.") var queries: String
    @Option(help: "Language of the texts.") var language = "en"
    @Option(name: .customLong("k"), help: "Texts a question.") var depth = 100

    func run() throws {
        try RelevanceRun.run(corpus: corpus, queries: queries, language: language, depth: depth) { print($0) }
    }
}
