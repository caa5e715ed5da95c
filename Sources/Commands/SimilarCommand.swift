import ArgumentParser
import Domain
import Markup
import Operations
import Reference

struct SimilarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "similar",
        abstract: "What is close to a recommendation: in its document, to its State elsewhere, to other States.",
        discussion: """
            ID is the number of a recommendation, as `search` prints it. What is similar is the program's opinion; each line says
            why it thinks so.
            """)

    @Argument(help: "The recommendation's number.")
    var id: String

    @Option(help: "How many of each kind to show, 1 to \(Library.similarLimitMax).")
    var limit = Library.similarLimit

    @Option(help: "The language shown first: ar en es fr ru zh.")
    var language = "en"

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        guard let id = RecommendationID(id.hasPrefix("#") ? String(id.dropFirst()) : id) else {
            throw ValidationError("ID is a recommendation's number, such as 214.")
        }
        guard (1...Library.similarLimitMax).contains(limit) else {
            throw ValidationError("--limit takes 1 to \(Library.similarLimitMax).")
        }
        let record = try await global.open(try await global.settings())
        try await record.feed.catchUp()
        let page: SimilarPage
        do throws(OperationError) {
            page = try await record.library.similar(id, limit: limit, language: LanguageTag(language))
        } catch .notFound {
            throw CommandFailure("The record has no recommendation #\(id). `rapporteur search` prints their numbers.")
        }
        if json { printJSON(page) } else { printTable(page, record.reference) }
    }

    private func printJSON(_ page: SimilarPage) {
        for group in page.groups {
            for item in group.items {
                Terminal.json { writer in
                    writer.member("scope", group.scope.rawValue)
                    writer.member("id", Int(item.summary.id.value))
                    writer.member("similarity", item.rounded)
                    writer.member("reason", item.reason.kind.rawValue)
                    writer.array("instruments", of: item.reason.instruments)
                    writer.array("words", of: item.reason.words)
                    writer.array("themes", of: item.reason.themes)
                    writer.array("persons", of: item.reason.persons)
                    writer.member("symbol", item.summary.symbol?.printed)
                    writer.member("paragraph", item.summary.paragraph?.printed)
                    writer.member("mechanism", item.summary.mechanism.rawValue)
                    writer.array("states", of: item.summary.states.map(\.rawValue))
                    writer.member("position", item.summary.position?.rawValue)
                    writer.member("cycle", item.summary.cycle)
                    writer.member("published", item.summary.published?.description)
                    writer.member("language", item.summary.language.rawValue)
                    writer.member("excerpt", item.summary.excerpt.map(\.text).joined())
                }
            }
        }
    }

    private func printTable(_ page: SimilarPage, _ reference: ReferenceFacts) {
        if page.isEmpty { Terminal.say("Nothing in the record is close to #\(page.id).") }
        for group in page.groups where !group.items.isEmpty {
            Terminal.say(Terminal.bold(title(group.scope)))
            for item in group.items { print(item, reference) }
            Terminal.say("")
        }
    }

    private func title(_ scope: SimilarScope) -> String {
        switch scope {
        case .document: "In the same document"
        case .state: "To the same State, elsewhere"
        case .others: "To other States"
        }
    }

    private func print(_ item: SimilarRecommendation, _ reference: ReferenceFacts) {
        let language = LanguageTag(language)
        let place = [item.summary.symbol?.printed, item.summary.paragraph.map { "para. " + $0.printed }].compactMap {
            $0
        }
        let facts = [
            item.summary.states.map { reference.name(of: $0, in: language) }.joined(separator: ", "),
            reference.name(of: item.summary.mechanism, in: language), place.joined(separator: " "),
            item.summary.published.map(\.description) ?? "",
        ]
        Terminal.say(
            "  " + facts.filter { !$0.isEmpty }.joined(separator: " · ") + Terminal.dim("  #\(item.summary.id)"))
        let text = item.summary.excerpt.map(\.text).joined()
        Terminal.say(Terminal.wrap(text, width: min(Terminal.width, 100), indent: "    "))
        Terminal.say(Terminal.dim("    " + item.reason.sentence))
    }
}

extension SimilarReason {
    /// Why, for a person on a terminal.
    fileprivate var sentence: String {
        switch kind {
        case .same: "the same words"
        case .reworded: "the same, reworded"
        case .instrument: "about " + instruments.joined(separator: ", ")
        case .words: "words in common: " + words.joined(separator: ", ")
        case .themes: "tags in common: " + (themes + persons).joined(separator: ", ")
        }
    }
}
