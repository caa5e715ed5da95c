import ArgumentParser
import Domain
import Foundation
import Ingest
import Operations
import People
import Plans
import PostgresDatabase
import Reference
import SQLiteDatabase
import Store

/// What `Tests/EndToEnd/kill.py` starts and kills: processes that write, and that send, through the program's own operations.
struct Durability: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "durability", abstract: "Writes or sends until it is killed.", shouldDisplay: false,
        subcommands: [Preparing.self, Writing.self, Sending.self])

    static let slug = "aldora"

    struct Place: ParsableArguments {
        @Option(help: "Data folder.")
        var data: String

        @Option(help: "postgres://... instead of SQLite.")
        var database: String?

        @Option(help: "Folder of the resources.")
        var resources = "Resources"

        func open() async throws -> OpenRecord {
            try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
            let database: any Database =
                if let database { PostgresDriver(address: database) } else {
                    try SQLiteDriver(path: data + "/rapporteur.sqlite")
                }
            return try await OpenRecord.open(
                database: database, folder: data,
                reference: try ReferenceFacts.load(from: resources + "/reference", extra: resources + "/demo"),
                clock: .system, randomHex: "0123456789abcdef0123456789abcdef")
        }

        func plans(_ record: OpenRecord) -> Plans {
            Plans(
                store: WorkspaceStore(database: record.database, clock: .system), library: record.library,
                issues: record.issues, folder: data)
        }
    }

    /// Says a line that has left this process when it returns.
    static func say(_ line: String) throws {
        try FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
    }
}

/// A workspace of an invented State whose plan has one commitment and one institution that gets a message for each action.
struct Preparing: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "prepare", abstract: "Makes the workspace.")

    @OptionGroup var place: Durability.Place

    func run() async throws {
        let record = try await place.open()
        var drafts: [RecommendationDraft] = []
        for batch in try Demonstration(resources: place.resources + "/demo").drafts() where drafts.count < 60 {
            drafts += batch.filter { $0.states.first?.rawValue == "XAA" }
        }
        let source = OneBatch(drafts: Array(drafts.prefix(60)))
        let order = Importing.Order(file: "demonstration", format: "demo", source: .demonstration, actor: "bench")
        _ = try await Importing(database: record.database, clock: .system).run(order, open: { source })
        let plans = place.plans(record)
        let workspace = try await Workspaces(plans.store).add(
            slug: Durability.slug, name: "Aldora", state: StateCode("XAA"), language: .english, timeZone: "UTC",
            by: .commandLine("bench"))
        let keeper = Member.keeper("cli:bench", of: workspace)
        _ = try await Institutions(plans.store).add(
            "Ministry of Justice", kind: .ministry, abbreviation: "MoJ", email: "moj@example.org", by: keeper)
        let ids = try await record.database.read {
            try $0.all("SELECT id FROM recommendation ORDER BY id") { RecommendationID(try $0.int(0)) }
        }
        _ = try await plans.commit(recommendations: ids, by: keeper)
        await record.database.close()
    }

    private struct OneBatch: DraftSource {
        var drafts: [RecommendationDraft]

        mutating func nextBatch() throws(IngestError) -> DraftBatch? {
            defer { drafts = [] }
            return drafts.isEmpty ? nil : DraftBatch(drafts: drafts, rowsRead: drafts.count)
        }
    }
}

/// Adds actions one after the other, each with its audit entry, change-log entry, history and message in one transaction, and says
/// each when the store has it.
struct Writing: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "write", abstract: "Writes until it is killed.")

    @Option(help: "Stands before the titles of this process.")
    var run: String

    @OptionGroup var place: Durability.Place

    func run() async throws {
        let record = try await place.open()
        let plans = place.plans(record)
        let workspace = try await Workspaces(plans.store).find(Durability.slug)
        let keeper = Member.keeper("cli:bench", of: workspace)
        let lead = try await Institutions(plans.store).all(keeper).first?.id
        let commitments = try await plans.store.read {
            try $0.all("SELECT id FROM commitment WHERE workspace_id = $1 ORDER BY id", [.int(workspace.id.value)]) {
                CommitmentID(try $0.int(0))
            }
        }
        try Durability.say("ready")
        for number in 0... {
            let draft = Action(
                id: ActionID(0), workspace: workspace.id, commitment: commitments[number % commitments.count],
                title: "\(self.run) \(number)", lead: lead)
            let action = try await plans.addAction(draft, by: keeper)
            try Durability.say("ack \(action.id) \(action.title)")
        }
    }
}
