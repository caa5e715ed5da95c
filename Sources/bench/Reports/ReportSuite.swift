import ArgumentParser
import Domain
import Drafting
import Foundation
import Ingest
import Locales
import Operations
import People
import Plans
import Reference
import SQLiteDatabase
import Store

/// Drafts every kind of report that needs no round and no treaty, from a plan on as many recommendations as asked for, and says how long
/// each takes from the order to the stored report, and its refresh.
struct ReportSuite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reports", abstract: "Reports drafted from 400 recommendations with their plan and progress.")

    @Option(help: "Recommendations.") var recommendations = 400
    @Option(help: "Actions.") var actions = 1_000
    @Option(help: "Progress reports.") var reports = 5_000
    @Option(help: "Times each kind is drafted.") var rounds = 3
    @Flag(help: "One JSON object a line.") var json = false

    private static let state = StateCode("XAA")

    func run() async throws {
        let folder = try Export.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (drafting, keeper) = try await filled(folder)
        for kind in Assemblers.kinds(keeper.workspace) where !kind.needsRound && !kind.needsTreaty {
            let order = ReportOrder(
                kind: kind, language: .english, scope: ReportScope(state: Self.state, mechanism: .demonstrationReview))
            var seconds: [Double] = []
            var last: (page: ReportPage, refresh: Double)?
            for _ in 0..<max(1, rounds) {
                let began = ContinuousClock.now
                let id = try await drafting.draft(order, by: keeper)
                seconds.append(began.duration(to: .now) / .seconds(1))
                let asked = ContinuousClock.now
                _ = try await drafting.refresh(id, keeper)
                last = (try await drafting.page(id, keeper), asked.duration(to: .now) / .seconds(1))
            }
            let sentences = last?.page.paragraphs.reduce(0) { $0 + $1.sentences.count } ?? 0
            Figure(
                suite: "reports", name: kind.rawValue, who: "rapporteur",
                values: [
                    ("seconds", Percentiles(seconds)[0.5]), ("slowest", seconds.max() ?? 0),
                    ("refresh", last?.refresh ?? 0), ("sentences", Double(sentences)),
                    ("words", Double(last?.page.words ?? 0)),
                ]
            ).printed(asJSON: json)
        }
    }

    /// A record with one State's review, all of it in a plan.
    private func filled(_ folder: String) async throws -> (Drafting, Member) {
        let resources = "Resources"
        let reference = try ReferenceFacts.load(from: resources + "/reference", extra: resources + "/demo")
        let record = try await OpenRecord.open(
            database: try SQLiteDriver(path: folder + "/rapporteur.sqlite"), folder: folder, reference: reference,
            clock: .system, randomHex: String(repeating: "0123456789abcdef", count: 2))
        let source = ReviewedDrafts(try drafts(resources))
        let order = Importing.Order(file: "demonstration", format: "demo", source: .demonstration, actor: "bench")
        _ = try await Importing(database: record.database, clock: .system).run(order, open: { source })
        _ = try await record.feed.catchUp()
        _ = try await record.issues.list(Self.state, patience: .seconds(600))
        let store = WorkspaceStore(database: record.database, clock: .system)
        let workspace = try await Workspaces(store).add(
            slug: "aldora", name: "Aldora", state: Self.state, language: .english, timeZone: "UTC",
            by: .commandLine("bench"))
        let keeper = Member.keeper("cli:bench", of: workspace)
        let filler = WorkFiller(
            keeper: keeper, store: store,
            plans: Plans(store: store, library: record.library, issues: record.issues, folder: folder),
            workspace: workspace)
        let made = try await filler.fill(institutions: 20, actions: actions, reports: reports)
        FileHandle.standardError.write(
            Data("\(made.recommendations) recommendations, \(made.commitments) lines, \(actions) actions\n".utf8))
        return (
            try Drafting(
                store: store, library: record.library, reference: reference,
                locales: try Locales.load(from: resources + "/locales"), resources: resources), keeper
        )
    }

    /// Recommendations of the demonstration's review, all of them made to one State in one document.
    private func drafts(_ resources: String) throws -> [RecommendationDraft] {
        var all: [RecommendationDraft] = []
        for batch in try Demonstration(resources: resources + "/demo").drafts() {
            all += batch.filter { $0.document.mechanism == .demonstrationReview && $0.kind == .recommendation }
        }
        guard let first = all.first else { return [] }
        return all.prefix(recommendations).enumerated().map { place, draft in
            var draft = draft
            draft.states = [Self.state]
            draft.document = first.document
            draft.document.state = Self.state
            draft.externalKey = "review-\(place)"
            draft.paragraph = ParagraphNumber("7.\(place + 1)")
            return draft
        }
    }
}

/// One batch of drafts as a source.
private struct ReviewedDrafts: DraftSource {
    private var batch: [RecommendationDraft]?
    private let count: Int

    init(_ drafts: [RecommendationDraft]) {
        batch = drafts
        count = drafts.count
    }

    mutating func nextBatch() throws(IngestError) -> DraftBatch? {
        guard let drafts = batch else { return nil }
        batch = nil
        return DraftBatch(drafts: drafts, rowsRead: count)
    }
}
