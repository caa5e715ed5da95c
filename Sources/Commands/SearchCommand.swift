import ArgumentParser
import Domain
import Markup
import Operations
import Reference

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Searches the record; the same answer as the page and the API.",
        discussion: """
            Words must all match; "phrases", OR, -not, pref*, parentheses and facet:value work as on the page:
              rapporteur search '"death penalty" OR execution -moratorium'
              rapporteur search education --filter state=PER --filter year=2020 --filter year=2021 --facets
            Values of one facet are alternatives; different facets must all hold.
            Facets: \(Facet.allCases.map(\.rawValue).joined(separator: " "))
            """)

    @Argument(help: "What to look for. Without it, everything.")
    var query: [String] = []

    @Option(help: "The language shown first: ar en es fr ru zh.")
    var language = "en"

    @Option(help: ArgumentHelp("Only records with this value; may be repeated.", valueName: "facet=value"))
    var filter: [String] = []

    @Option(help: "How many to show, 1 to \(SearchRequest.limitMax).")
    var limit = 10

    @Option(help: "relevance, date or document.")
    var sort = "relevance"

    @Option(help: "Where the page before ended.")
    var after: String?

    @Flag(help: "Also count the values of every facet.")
    var facets = false

    @Flag(help: "Only the words as typed, without other words for the same, themes and numbers.")
    var exact = false

    @Flag(help: "One JSON object a line: the hits, then the total with facets.")
    var json = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let request = try request()
        let record = try await global.open(try await global.settings())
        try await record.feed.catchUp()
        let page = try await record.library.search(request)
        if json { printJSON(page) } else { printTable(page, record.reference) }
    }

    /// Facets with nearly as many values as records.
    private static let uncounted: Set<Facet> = [.document, .symbol, .paragraph]

    private func request() throws -> SearchRequest {
        guard let sort = SortOrder(rawValue: sort) else {
            throw ValidationError("--sort takes \(SortOrder.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        guard (1...SearchRequest.limitMax).contains(limit) else {
            throw ValidationError("--limit takes 1 to \(SearchRequest.limitMax).")
        }
        var filters: [Facet: Set<String>] = [:]
        for text in filter {
            let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard halves.count == 2, let facet = Facet(rawValue: halves[0]) else {
                throw ValidationError("--filter takes facet=value, such as state=PER; \(text) is none.")
            }
            filters[facet, default: []].insert(halves[1])
        }
        let cursor = after.flatMap { SearchCursor($0) }
        guard after == nil || cursor != nil else { throw ValidationError("--after takes what an earlier answer gave.") }
        return SearchRequest(
            query: query.joined(separator: " "), filters: filters, sort: sort, limit: limit, after: cursor,
            facets: facets ? Facet.allCases.filter { !Self.uncounted.contains($0) } : [],
            language: LanguageTag(language), isExact: exact)
    }

    private func printJSON(_ page: SearchPage) {
        for item in page.items {
            Terminal.json { writer in
                writer.member("id", Int(item.id.value))
                writer.member("symbol", item.symbol?.printed)
                writer.member("paragraph", item.paragraph?.printed)
                writer.member("kind", item.kind.rawValue)
                writer.member("mechanism", item.mechanism.rawValue)
                writer.array("states", of: item.states.map(\.rawValue))
                writer.array("recommending", of: item.recommending.map(\.rawValue))
                writer.member("position", item.position?.rawValue)
                writer.member("cycle", item.cycle)
                writer.member("published", item.published?.description)
                writer.member("language", item.language.rawValue)
                writer.member("excerpt", item.excerpt.map(\.text).joined())
                writer.array("themes", of: item.themes)
                writer.array("sdgs", of: item.sdgs)
                writer.member("foundBy", item.foundBy?.rawValue)
            }
        }
        Terminal.json { writer in
            writer.member("total", page.total)
            writer.member("next", page.next?.text)
            SearchBeside(page: page).write(to: writer)
            writer.object("facets") {
                for counts in page.facets {
                    writer.object(counts.facet.rawValue) {
                        for value in counts.values { writer.member(value.value, value.count) }
                    }
                }
            }
        }
    }

    private func printTable(_ page: SearchPage, _ reference: ReferenceFacts) {
        let language = LanguageTag(language)
        for note in page.understood { Terminal.remark(note.sentence) }
        SearchBeside(page: page).say(language)
        Terminal.say(Terminal.bold("\(ProgressLine.grouped(page.total)) recommendations"))
        for item in page.items {
            let place = [item.symbol?.printed, item.paragraph.map { "para. " + $0.printed }].compactMap { $0 }
            let states = item.states.map { reference.name(of: $0, in: language) }.joined(separator: ", ")
            let mechanism = reference.name(of: item.mechanism, in: language)
            let facts = [
                states, mechanism, place.joined(separator: " "), item.published.map(\.description) ?? "",
                item.position?.rawValue ?? "",
            ]
            Terminal.say("")
            Terminal.say(
                Terminal.bold(facts.filter { !$0.isEmpty }.joined(separator: " · ")) + Terminal.dim("  #\(item.id)"))
            let text = item.excerpt.map { $0.isHit && !Terminal.isStyled ? "*\($0.text)*" : $0.text }.joined()
            Terminal.say(Terminal.wrap(text, width: min(Terminal.width, 100), indent: "  "))
            if !item.recommending.isEmpty {
                let names = item.recommending.map { reference.shortName(of: $0, in: language) }.joined(separator: ", ")
                Terminal.say(
                    Terminal.dim(Terminal.wrap("From: " + names, width: min(Terminal.width, 100), indent: "  ")))
            }
        }
        for counts in page.facets where !counts.values.isEmpty {
            Terminal.say("")
            Terminal.say(Terminal.bold(counts.facet.rawValue))
            for value in counts.values.prefix(10) {
                Terminal.say("  \(pad(ProgressLine.grouped(value.count)))  \(value.value)")
            }
        }
        if let next = page.next { Terminal.say("\n" + Terminal.dim("More: --after \(next.text)")) }
    }

    private func pad(_ text: String) -> String { String(repeating: " ", count: max(0, 8 - text.count)) + text }
}

extension QueryNote {
    /// What the parser wants a person on a terminal to know.
    fileprivate var sentence: String {
        switch self {
        case .unbalanced(let sign): "\(sign) has no partner and was ignored."
        case .dangling(let word): "\(word) has nothing to work on and was ignored."
        case .unknownFacet(let name): "\(name) is no facet; it was searched as a word. Facets: see --help."
        case .limited(let limit): "The question is longer than we read (\(limit)); its end was left out."
        case .onlyExclusions: "Only exclusions: this is everything without them."
        }
    }
}
