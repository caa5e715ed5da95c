import Domain
import Foundation
import People
import Reference
import Store

@testable import Cooperation

/// Two mechanisms of invented States and two partners on one database.
struct CooperationFixture {
    static let clock = Clock { 1_770_000_000_000 }

    static let reference = Task {
        let resources =
            URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/Resources"
        return try ReferenceFacts.load(from: resources + "/reference", extra: resources + "/demo")
    }

    let store: WorkspaceStore
    let needs: Needs
    let offers: Offers
    let funds: Funds
    let applications: Applications
    let aldora: Member
    let belmar: Member
    let lanterns: Member
    let harbour: Member

    init(_ database: any Database) async throws {
        let reference = try await Self.reference.value
        store = WorkspaceStore(database: database, clock: Self.clock)
        needs = Needs(store, reference)
        offers = Offers(store, reference)
        funds = Funds(store, reference)
        applications = Applications(store, reference)
        let workspaces = Workspaces(store)
        func mechanism(_ slug: String, _ state: String) async throws -> Member {
            Member.keeper(
                "cli:tests",
                of: try await workspaces.add(
                    slug: slug, name: slug, state: StateCode(state), language: .english, timeZone: "UTC",
                    by: .commandLine("tests")))
        }
        func partner(_ slug: String) async throws -> Member {
            Member.keeper(
                "cli:tests",
                of: try await workspaces.addPartner(
                    slug: slug, name: slug, actor: .foundation, state: nil, region: nil, language: .english,
                    timeZone: "UTC", by: .commandLine("tests")))
        }
        aldora = try await mechanism("aldora", "XAA")
        belmar = try await mechanism("belmar", "XAB")
        lanterns = try await partner("lanterns")
        harbour = try await partner("harbour")
    }

    static func day(_ text: String) throws -> CalendarDate {
        guard let day = CalendarDate(text) else { throw WorkspaceError.invalid("day", text) }
        return day
    }

    static func draft() -> NeedDraft {
        var draft = NeedDraft()
        draft.title = "Train judges in the districts"
        draft.kinds = [.training]
        draft.asked = "Two courses a year"
        draft.missing = "Trainers"
        draft.refused = [.policyReform]
        draft.cost = CurrencyCode("USD").map { Money(minor: 12_000_000, currency: $0) }
        return draft
    }

    static func consent(
        _ authority: ConsentAuthority = .foreignMinister, _ level: PublicationLevel = .open
    ) throws -> ConsentDraft {
        ConsentDraft(
            authority: authority, office: "Ministry of Foreign Affairs", date: try day("2026-01-10"),
            instrument: "Note verbale 4/2026", level: level)
    }

    /// A need that is published as far as said.
    func published(_ publication: Publication, hidden: Set<Publication.Part> = []) async throws -> Need {
        let need = try await needs.add(Self.draft(), by: aldora)
        _ = try await needs.record(try Self.consent(), for: need.id, by: aldora)
        var publication = publication
        publication.hidden = hidden
        try await needs.publish(need.id, version: need.version, publication, by: aldora)
        return try await needs.find(need.id, aldora).need
    }

    func seen(_ reader: CooperationReader) async throws -> Set<NeedID> {
        Set(try await needs.published(reader).needs.map(\.id))
    }
}
