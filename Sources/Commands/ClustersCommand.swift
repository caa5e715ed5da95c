import ArgumentParser
import Domain
import Markup
import Operations
import Reference

struct ClustersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clusters",
        abstract: "What recommendations come to: issues, near-duplicates, repeats over cycles.",
        discussion: """
            Newcomers are put into issues first; what a person decided stays. Without --state every State is computed that has
            newcomers, and each is shown in one line.
              rapporteur clusters --state XAA
              rapporteur clusters --state XAA --cycle 3 --json
            Issues are the program's opinion until somebody decides on them in the browser.
            """)

    @Option(help: ArgumentHelp("A State's code.", valueName: "ISO3"))
    var state: String?

    @Option(help: "Only issues with a recommendation of this cycle of the review.")
    var cycle: Int?

    @Option(help: "The language of names: ar en es fr ru zh.")
    var language = "en"

    @Flag(help: "One JSON object a line for each issue.")
    var json = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let cycle, cycle < 1 { throw ValidationError("--cycle takes a number from 1.") }
    }

    func run() async throws {
        let record = try await global.open(try await global.settings())
        if let state {
            let code = StateCode(state)
            try await refresh(code, record)
            let list = try await record.issues.list(code, cycle: cycle)
            guard list.issues > 0 else {
                throw CommandFailure("The record has no recommendations to \(state). States have three letters: XAA.")
            }
            if json { try await printJSON(list, record) } else { try await printTable(list, record) }
        } else {
            try await all(record)
        }
    }

    private func refresh(_ state: StateCode, _ record: OpenRecord) async throws {
        do throws(IssueError) { try await record.issues.refresh(state) } catch {
            throw CommandFailure(error.sentence)
        }
    }

    private func all(_ record: OpenRecord) async throws {
        let line = ProgressLine()
        let waiting = try await record.issues.waiting()
        for (place, next) in waiting.enumerated() {
            line.say("\(next.state.rawValue), \(place + 1) of \(waiting.count)")
            try await refresh(next.state, record)
        }
        line.clear()
        let states = try await record.issues.states()
        if !json {
            Terminal.say(Terminal.bold("State  recommendations  issues  first time  repeated  after being noted"))
        }
        for state in states {
            let list = try await record.issues.list(state, cycle: cycle)
            guard !list.items.isEmpty else { continue }
            if json { try await printJSON(list, record) } else { printLine(list, record.reference) }
        }
    }

    private func printLine(_ list: IssueList, _ reference: ReferenceFacts) {
        func column(_ number: Int, _ width: Int) -> String {
            let text = ProgressLine.grouped(number)
            return String(repeating: " ", count: max(0, width - text.count)) + text
        }
        Terminal.say(
            "\(list.state.rawValue)    " + column(list.records, 15) + column(list.issues, 8)
                + column(list.classes[.firstTime] ?? 0, 12) + column(list.classes[.repeated] ?? 0, 10)
                + column(list.classes[.repeatedAfterNoted] ?? 0, 19)
                + Terminal.dim("  " + reference.shortName(of: list.state, in: LanguageTag(language))))
    }

    private func printTable(_ list: IssueList, _ record: OpenRecord) async throws {
        let name = record.reference.shortName(of: list.state, in: LanguageTag(language))
        Terminal.say(
            Terminal.bold(
                "\(name): \(ProgressLine.grouped(list.records)) recommendations, \(list.issues) issues"
                    + (cycle.map { ", \(list.items.count) of them in cycle \($0)" } ?? "")))
        Terminal.say(
            Terminal.dim(
                "\(list.classes[.firstTime] ?? 0) first time, \(list.classes[.repeated] ?? 0) repeated, "
                    + "\(list.classes[.repeatedAfterNoted] ?? 0) repeated after being noted; "
                    + "\(list.proposals) proposals wait for a person."))
        Terminal.say("\n" + Terminal.bold("  no.  cycles     asked                 issue"))
        for item in list.items {
            Terminal.say(row(item))
            for group in try await groups(item.issue.id, record) {
                let ids = group.map { "#\($0.id)" }.joined(separator: " ")
                Terminal.say(
                    Terminal.dim(
                        Terminal.wrap("nearly the same: " + ids, width: Terminal.width, indent: Self.indent)))
            }
        }
    }

    private static let indent = String(repeating: " ", count: 40)

    private func row(_ item: IssueSummary) -> String {
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.count))
        }
        let count = String(item.matching)
        let cycles = item.cycles.map { String($0.cycle) }.joined(separator: " ")
        let years = [item.firstYear, item.lastYear].compactMap { $0.map(String.init) }
        let when = cycles.isEmpty ? Set(years).sorted().joined(separator: "-") : cycles
        let name = item.issue.name(in: LanguageTag(language)).text
        let head =
            String(repeating: " ", count: max(0, 5 - count.count)) + count + "  " + padded(when, 11)
            + padded(item.repeatClass.words, 22)
        let lines = Terminal.wrap(
            name + (item.issue.isDecided ? " (decided)" : ""), width: max(70, Terminal.width), indent: Self.indent)
        return head + lines.dropFirst(head.count)
    }

    private struct Member {
        var id: RecommendationID
        var group: Int
    }

    /// Groups of two or more, the largest first.
    private func groups(_ issue: IssueID, _ record: OpenRecord) async throws -> [[Member]] {
        let members = try await members(of: issue, record).map { Member(id: $0.record.id, group: $0.group) }
        return Dictionary(grouping: members, by: \.group).values.filter { $0.count > 1 }
            .map { $0.sorted { $0.id < $1.id } }
            .sorted { ($1.count, $0[0].id) < ($0.count, $1[0].id) }
    }

    private func members(of issue: IssueID, _ record: OpenRecord) async throws -> [IssueMember] {
        var members: [IssueMember] = []
        var place: Int? = 0
        while let first = place {
            let page = try await record.issues.issue(issue, language: LanguageTag(language), members: first)
            members += page.members
            place = page.next
        }
        return members
    }

    private func printJSON(_ list: IssueList, _ record: OpenRecord) async throws {
        for item in list.items {
            let members = try await members(of: item.issue.id, record)
            Terminal.json { write(item, members, $0) }
        }
    }

    private func write(_ item: IssueSummary, _ members: [IssueMember], _ writer: JSONWriter) {
        let issue = item.issue
        writer.member("id", Int(issue.id.value))
        writer.member("state", issue.state.rawValue)
        writer.member("name", issue.name(in: LanguageTag(language)).text)
        writer.member("count", item.count)
        writer.member("matching", item.matching)
        writer.member("class", item.repeatClass.rawValue)
        writer.member("first_year", item.firstYear)
        writer.member("last_year", item.lastYear)
        writer.object("cycles") { for entry in item.cycles { writer.member(String(entry.cycle), entry.count) } }
        writer.object("mechanisms") {
            for entry in item.mechanisms { writer.member(entry.mechanism.rawValue, entry.count) }
        }
        writer.object("positions") {
            writer.member("supported", item.positions.supported)
            writer.member("noted", item.positions.noted)
            writer.member("pending", item.positions.pending)
            writer.member("none", item.positions.none)
        }
        writer.array("words", of: issue.reason.words)
        writer.array("themes", of: issue.reason.themes)
        writer.array("persons", of: issue.reason.persons)
        writer.member("demand", issue.reason.demand?.rawValue)
        writer.member("instrument", issue.reason.instrument)
        writer.member("large_because", issue.reason.largeBecause)
        writer.member("decided", issue.isDecided)
        writer.member("proposals", item.proposals)
        writer.array("members") {
            for member in members {
                writer.object {
                    writer.member("id", Int(member.record.id.value))
                    writer.member("group", member.group)
                    writer.member("pinned", member.isPinned)
                    writer.member("mechanism", member.record.mechanism.rawValue)
                    writer.member("symbol", member.record.symbol?.printed)
                    writer.member("paragraph", member.record.paragraph?.printed)
                    writer.member("cycle", member.record.cycle)
                    writer.member("position", member.record.position?.rawValue)
                    writer.member("text", member.text)
                }
            }
        }
    }
}

extension RepeatClass {
    /// For the command line.
    fileprivate var words: String {
        switch self {
        case .firstTime: "first time"
        case .repeated: "repeated"
        case .repeatedAfterNoted: "after being noted"
        }
    }
}

extension IssueError {
    /// For the command line.
    var sentence: String {
        switch self {
        case .notFound: "There is no such issue."
        case .forbidden: "Only coordinators decide on issues."
        case .stale(let version): "Somebody changed the issue meanwhile (version \(version)). Look again."
        case .merged(let id): "The issue became part of issue \(id)."
        case .invalid(let field, let allowed): "\(field) takes \(allowed)."
        case .settled: "The proposal was decided already."
        case .overtaken: "A later decision touched the same things. Take that one back first."
        case .busy: "The issues of this State change faster than they can be computed. Try again."
        case .store(let reason): reason
        }
    }
}
