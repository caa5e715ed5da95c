import ArgumentParser
import Domain
import FoundationEssentials
import Operations
import People

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Fills a folder with invented States and texts, then serves it.",
        discussion: """
            Everything in it is invented: States, mechanisms, documents (DEMO/...) and texts; every page says so.
            Without --data the folder is a throw-away one, removed when the program ends.
            """)

    @Flag(name: .customLong("no-serve"), help: "Fill the folder and end.")
    var noServe = false

    @Option(help: "Port to listen on (default 8080; 0 takes a free one).")
    var port: Int?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        var settings = try await global.settings()
        if let port { settings.port = port }
        if settings.operatorKind == nil {
            settings.operatorKind = Operator.Kind.civilSociety.rawValue
            settings.operatorName = "Harbour Watch (invented)"
        }
        let isThrowAway = global.data == nil
        if isThrowAway {
            settings.data =
                FileManager.default.temporaryDirectory.path
                + "/rapporteur-demo-\(ProcessInfo.processInfo.processIdentifier)"
        }
        defer { if isThrowAway { try? FileManager.default.removeItem(atPath: settings.data) } }
        let record = try await global.open(settings, making: true)
        let resources = try ResourceFolder.find(settings.resources)
        try await fill(record, resources)
        if !noServe {
            try await ServeCommand.serve(
                record, settings, global, key: try await coordinator(record, resources, settings))
        }
    }

    /// A coordinator to try the desk with; its key is good for this folder alone.
    private func coordinator(
        _ record: OpenRecord, _ resources: String, _ settings: Settings
    ) async throws -> String {
        let accounts = record.accounts
        do throws(AccountError) {
            let count = try await accounts.list().count
            let name = count == 0 ? "demonstration" : "demonstration \(count + 1)"
            let made = try await accounts.add(name, .coordinator, by: UserCommand.caller)
            try await DemonstrationWorkspaces(record: record, resources: resources, settings: settings)
                .make(for: made.account.id)
            return made.key
        } catch { throw CommandFailure(error.sentence) }
    }

    /// So that the first look shows them; the server would find them one State after the other.
    private func findIssues(_ record: OpenRecord) async throws {
        let line = ProgressLine()
        let waiting = try await record.issues.waiting()
        for (place, next) in waiting.enumerated() {
            line.say("Issues: State \(place + 1) of \(waiting.count)")
            do throws(IssueError) { try await record.issues.refresh(next.state) } catch {
                throw CommandFailure(error.sentence)
            }
        }
        line.clear()
    }

    private func fill(_ record: OpenRecord, _ resources: String) async throws {
        let following = Task { try await record.feed.follow() }
        defer { following.cancel() }
        let line = ProgressLine()
        let importing = Importing(database: record.database, clock: .system)
        do {
            let reports = try await DemonstrationImport(importing: importing, resources: resources + "/demo")(
                actor: ImportCommand.actor
            ) {
                line.show(rows: $0.rows, bytesRead: 0, bytesTotal: nil, seconds: $0.seconds)
            }
            line.clear()
            let created = reports.reduce(0) { $0 + $1.created }
            Terminal.say(
                "Demonstration: \(ProgressLine.grouped(created)) invented recommendations. Nothing in it is real.")
        } catch {
            throw CommandFailure(error.sentence)
        }
        following.cancel()
        _ = await following.result
        try await record.feed.catchUp()
        try record.saveCorpus()
        try await findIssues(record)
    }
}
