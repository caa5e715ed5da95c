import Corpus
import Domain
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Ingest
import Insight
import Locales
import Logging
import NIOCore
import Operations
import People
import Reference
import SQLiteDatabase
import Synchronization

@testable import Frame
@testable import Web

/// The program on a throw-away store with the first thousands of the demonstration's records; made once for all tests.
struct TestSite: Sendable {
    static let root: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/")
    }()

    static let shared = Task { try await TestSite() }

    let responder: Responder
    let record: OpenRecord
    var languages: [String] { responder.site.locales.all.map(\.tag) }

    private init() async throws {
        let resources = Self.root + "/Resources"
        let folder = FileManager.default.temporaryDirectory.path + "/web-tests-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let reference = try ReferenceFacts.load(from: resources + "/reference", extra: resources + "/demo")
        record = try await OpenRecord.open(
            database: try SQLiteDriver(path: folder + "/rapporteur.sqlite"), folder: folder, reference: reference,
            clock: .system, randomHex: "0123456789abcdef0123456789abcdef")
        let demonstration = try Demonstration(resources: resources + "/demo")
        // Every tenth batch: reviews come first, treaty bodies later, and all kinds are wanted.
        let batches = Array(demonstration.drafts()).enumerated().filter { $0.offset % 8 == 0 }.map(\.element)
        let order = Importing.Order(file: "demonstration", format: "demo", source: .demonstration, actor: "tests")
        _ = try await Importing(database: record.database, clock: .system).run(
            order, open: { Batches(batches: batches[...]) })
        let untagged = Importing.Order(file: "untagged", format: "demo", source: .demonstration, actor: "tests")
        _ = try await Importing(database: record.database, clock: .system).run(
            untagged, open: { Batches(batches: [TestModel.drafts][...]) })
        _ = try await record.feed.catchUp()
        try Data(TestModel.bytes()).write(to: URL(fileURLWithPath: TagModelFiles.own(in: folder)))
        let locales = try Locales.load(from: resources + "/locales")
        responder = Responder(
            site: Site(
                library: record.library, accounts: record.accounts, desk: record.desk, issues: record.issues,
                locales: locales,
                names: Names(reference),
                assets: try Assets.load(from: resources + "/assets"),
                workspaces: Workspaces(WorkspaceStore(database: record.database, clock: .system)),
                clock: Clock { 1_767_225_600_000 },
                tags: Tags(library: record.library, advice: TagAdvice(data: folder, resources: nil))),
            routes: SiteRoutes.all(languages: locales.all.map(\.tag)), schemas: SiteRoutes.schemas,
            signIn: SiteRoutes.signIn)
    }

    /// What came back.
    struct Reply: Sendable {
        var status: Int
        var headers: HTTPFields
        var bytes: [UInt8]
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    func get(_ path: String, method: HTTPRequest.Method = .get, headers: [HTTPField.Name: String] = [:]) async throws
        -> Reply
    {
        try await send(path, method: method, headers: headers, body: [])
    }

    func send(
        _ path: String, method: HTTPRequest.Method, headers: [HTTPField.Name: String], body: [UInt8]
    ) async throws -> Reply {
        var fields = HTTPFields()
        for (name, value) in headers { fields[name] = value }
        let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: fields)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let response = await responder.respond(to: request, logger: Logger(label: "tests"))
        let kept = Kept()
        try await response.body.write(KeepingWriter(kept: kept))
        return Reply(status: response.status.code, headers: response.headers, bytes: kept.bytes.withLock { $0 })
    }

    /// The first issue of a State with many recommendations.
    func largestIssue() async throws -> IssueSummary {
        let overview = try await responder.site.overview()
        let state = StateCode(overview.states.values.first?.value ?? "")
        _ = try await record.issues.refresh(state)
        guard let largest = try await record.issues.list(state).items.first else { throw WebError.notFound }
        return largest
    }

    /// The routes with an address of each that exists in the test record.
    func addresses() async throws -> [(route: Route, address: String)] {
        let overview = try await responder.site.overview()
        let search = try await record.library.search(SearchRequest(query: "", limit: 1))
        let item = search.items.first
        let issue = try await largestIssue().issue.id.description
        // Links that were sent to one person, and the way back from a provider, are pages for whoever has them.
        let ofLinks = ["join", "new-password", "sign-in-outside-return"]
        return responder.table.routes.filter {
            $0.kind != .desk && $0.method == .read && !ofLinks.contains($0.name)
        }.map { route in
            var address = route.pattern
            let code: String? =
                switch route.name {
                case "state", "getState", "state-issues": overview.states.values.first?.value
                case "mechanism", "getMechanism": overview.mechanisms.values.first?.value
                case "theme", "getTheme": overview.themes.values.first?.value
                case "goal", "getGoal": overview.goals.values.first?.value
                case "person": responder.site.names.codes(.person).first
                case "target": "16.3"
                case "region": overview.regions.values.first?.value
                case "group": responder.site.names.codes(.group).first
                default: nil
                }
            let id =
                switch route.name {
                case "document", "getDocument": item?.document.description
                case "issue", "getIssue": issue
                default: item?.id.description
                }
            address = address.replacing("{code}", with: PercentCoding.encode(code ?? ""))
            address = address.replacing("{id}", with: id ?? "1")
            address = address.replacing("/assets/{name}", with: responder.site.assets.styleSheet)
            if route.name == "listIssues" {
                address += "?state=" + PercentCoding.encode(overview.states.values.first?.value ?? "")
            }
            return (route, address)
        }
    }
}

/// Drafts held in memory as a source.
private struct Batches: DraftSource {
    var batches: ArraySlice<[RecommendationDraft]>
    var rows = 0

    init(batches: ArraySlice<[RecommendationDraft]>) { self.batches = batches }

    mutating func nextBatch() throws(IngestError) -> DraftBatch? {
        guard let drafts = batches.popFirst() else { return nil }
        rows += drafts.count
        return DraftBatch(drafts: drafts, rowsRead: rows)
    }
}

private final class Kept: Sendable {
    let bytes = Mutex<[UInt8]>([])
}

private struct KeepingWriter: ResponseBodyWriter {
    let kept: Kept

    mutating func write(_ buffer: ByteBuffer) async throws {
        kept.bytes.withLock { $0 += buffer.readableBytesView }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
