import Clocks
import Domain
import Foundation
import Frame
import Ingest
import Locales
import Operations
import People
import PeopleWeb
import PlanWeb
import Plans
import Reference
import Rounds
import SQLiteDatabase
import Store
import WorkspaceSearch
import WorkspaceSearchWeb

/// A program on a store of its own with one large workspace, and an administrator who is signed in.
struct WorkStore {
    let responder: Responder
    let routes: [Route]
    let cookie: String
    let recommendations: Int
    let commitments: Int
    /// An id for each kind of object, by the part of the address before it.
    let ids: [String: Int64]
    let workspace: Workspace
    let search: WorkspaceSearch

    static let slug = "aldora"
    private static let state = StateCode("XAA")

    static func make(folder: String, institutions: Int, actions: Int, reports: Int) async throws -> WorkStore {
        let resources = "Resources"
        let reference = try ReferenceFacts.load(from: resources + "/reference", extra: resources + "/demo")
        let record = try await OpenRecord.open(
            database: try SQLiteDriver(path: folder + "/rapporteur.sqlite"), folder: folder, reference: reference,
            clock: .system, randomHex: String(repeating: "0123456789abcdef", count: 2))
        try await fill(record, resources)
        let store = WorkspaceStore(database: record.database, clock: .system)
        let workspaces = Workspaces(store)
        let plans = Plans(store: store, library: record.library, issues: record.issues, folder: folder)
        let workspace = try await workspaces.add(
            slug: slug, name: "Aldora", state: state, language: .english, timeZone: "UTC",
            by: .commandLine("bench"))
        let filler = WorkFiller(
            keeper: Member.keeper("cli:bench", of: workspace), store: store, plans: plans, workspace: workspace)
        let filled = try await filler.fill(institutions: institutions, actions: actions, reports: reports)
        let account = try await record.accounts.add("bench", .none, by: .system)
        try await workspaces.put(account.account.id, .administrator, nil, by: filler.keeper)
        let session = try await record.accounts.signIn(key: account.key)
        let locales = try Locales.load(from: resources + "/locales")
        let clocks = Clocks(store: store, reference: reference)
        let search = WorkspaceSearch(store: store)
        let routes =
            PeopleRoutes.all(
                workspaces, try AuditTrail.open(database: record.database, folder: folder, clock: .system),
                Histories(store, owners: plans.historyOwners + Rounds.historyOwners)) + PlanRoutes.all(plans, clocks)
            + WorkspaceSearchRoutes.all(search)
        let responder = Responder(
            site: Site(
                library: record.library, accounts: record.accounts, desk: record.desk, issues: record.issues,
                locales: locales, names: Names(reference), assets: try Assets.load(from: resources + "/assets"),
                workspaces: workspaces, clock: .system),
            routes: routes, schemas: PeopleRoutes.schemas + PlanRoutes.schemas,
            signIn: { _, _ in Answer.text("sign in") })
        return WorkStore(
            responder: responder, routes: readable(routes), cookie: "rapporteur=" + session.token,
            recommendations: filled.recommendations, commitments: filled.commitments, ids: filled.ids,
            workspace: workspace, search: search)
    }

    /// Addresses of a workspace that are read, in order.
    private static func readable(_ routes: [Route]) -> [Route] {
        routes.filter { $0.method == .read && $0.right != nil }.sorted { $0.pattern < $1.pattern }
    }

    private static func fill(_ record: OpenRecord, _ resources: String) async throws {
        var own: [RecommendationDraft] = []
        for batch in try Demonstration(resources: resources + "/demo").drafts() {
            own += batch.filter { $0.states.contains(state) }
        }
        let source = ListedDrafts(batches: [own][...])
        let order = Importing.Order(file: "demonstration", format: "demo", source: .demonstration, actor: "bench")
        _ = try await Importing(database: record.database, clock: .system).run(order, open: { source })
        _ = try await record.feed.catchUp()
        _ = try await record.issues.list(state, patience: .seconds(600))
    }

    /// The address of a route with something that is there; nil where nothing is.
    func path(of route: Route) -> String? {
        var parts: [String] = []
        for segment in route.segments {
            switch segment {
            case .literal(let text): parts.append(text)
            case .value("workspace"): parts.append(Self.slug)
            case .value("kind"): parts.append(SubjectKind.action.rawValue)
            case .value("by"): parts.append("institution")
            case .value:
                guard let kind = parts.last, let id = ids[kind] else { return nil }
                parts.append(String(id))
            }
        }
        return "/" + parts.joined(separator: "/")
    }
}

/// Drafts held in memory as a source.
private struct ListedDrafts: DraftSource {
    var batches: ArraySlice<[RecommendationDraft]>
    var rows = 0

    init(batches: ArraySlice<[RecommendationDraft]>) { self.batches = batches }

    mutating func nextBatch() throws(IngestError) -> DraftBatch? {
        guard let drafts = batches.popFirst() else { return nil }
        rows += drafts.count
        return DraftBatch(drafts: drafts, rowsRead: rows)
    }
}
