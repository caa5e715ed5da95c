import Cooperation
import CooperationWeb
import Domain
import Foundation
import HTTPTypes
import Locales
import Operations
import People
import Plans
import PostgresDatabase
import Programmes
import Reference
import SiteSupport
import Store
import TestSupport
import Testing

@testable import Frame

/// One of several programs on one database, with the public pages of cooperation.
private struct Node {
    let responder: Responder
    let cooperation: Cooperation

    init(_ address: String) async throws {
        let resources = WorkspaceSite.root + "/Resources"
        let folder = FileManager.default.temporaryDirectory.path + "/node-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let reference = try ReferenceFacts.load(from: resources + "/reference", extra: resources + "/demo")
        let clock = Clock { 1_770_000_000_000 }
        let record = try await OpenRecord.open(
            database: PostgresDriver(address: address), folder: folder, reference: reference, clock: clock,
            randomHex: "0123456789abcdef0123456789abcdef")
        let workspaces = Workspaces(WorkspaceStore(database: record.database, clock: clock))
        let plans = Plans(
            store: workspaces.store, library: record.library, issues: record.issues, folder: folder)
        cooperation = Cooperation(
            store: workspaces.store, library: record.library, issues: record.issues, reference: reference)
        let programmes = Programmes(
            store: workspaces.store, library: record.library,
            codes: try AidCodes(directory: resources + "/reference", reference: reference))
        responder = Responder(
            site: Site(
                library: record.library, accounts: record.accounts, desk: record.desk, issues: record.issues,
                locales: try Locales.load(from: resources + "/locales"), names: Names(reference),
                assets: try Assets.load(from: resources + "/assets"), workspaces: workspaces, clock: clock,
                authenticating: { _ in nil }),
            routes: CooperationRoutes.all(cooperation, plans, programmes), schemas: CooperationRoutes.schemas,
            signIn: { _, _ in .text("") })
    }
}

@Suite("Needs on two nodes")
struct TwoNodesTests {
    @Test("A consent that is withdrawn at one node hides the need on another with the next question")
    func withdrawal() async throws {
        let site = try await WorkspaceSite.shared.value
        try await withPostgres { database, address in
            let (one, other) = (try await Node(address), try await Node(address))
            let workspace = try await Workspaces(one.cooperation.store).add(
                slug: "aldora", name: "Aldora", state: StateCode("XAA"), language: .english, timeZone: "UTC",
                by: .commandLine("tests"))
            let keeper = Member.keeper("cli:tests", of: workspace)
            var draft = NeedDraft()
            draft.title = "Train registrars"
            draft.kinds = [.training]
            draft.asked = "Two courses a year"
            let need = try await one.cooperation.needs.add(draft, by: keeper)
            _ = try await one.cooperation.needs.record(
                ConsentDraft(
                    authority: .foreignMinister, office: "Ministry of Foreign Affairs",
                    date: try #require(CalendarDate("2026-01-10")), instrument: "Note verbale 4", level: .open),
                for: need.id, by: keeper)
            try await one.cooperation.needs.publish(
                need.id, version: 1, Publication(level: .open), by: keeper)
            var tags: [String: String] = [:]
            let lists = ["/needs", "/api/v1/needs", "/needs.csv", "/needs.atom"]
            for path in ["/needs/\(need.id)", "/api/v1/needs/\(need.id)"] + lists {
                for node in [one, other] {
                    let reply = try await site.send(path, through: node.responder)
                    #expect(reply.status == 200 && reply.text.contains("Train registrars"), "\(path)")
                    tags[path] = reply.headers[.eTag]
                }
            }
            try await one.cooperation.needs.withdrawConsent(need.id, why: "Met otherwise", by: keeper)
            for node in [other, one] {
                for (path, tag) in tags {
                    let reply = try await site.send(path, headers: [.ifNoneMatch: tag], through: node.responder)
                    #expect(reply.status == (lists.contains(path) ? 200 : 404), "\(path)")
                    #expect(!reply.text.contains("Train registrars"), "\(path)")
                }
            }
        }
    }
}
