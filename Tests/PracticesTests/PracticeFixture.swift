import Domain
import Foundation
import People
import PlanSupport
import Reference
import Store

@testable import Practices

/// Two mechanisms of invented States, a foundation and an organisation of civil society on one database.
struct PracticeFixture {
    let store: WorkspaceStore
    let practices: Practices
    let aldora: Member
    let belmar: Member
    let lanterns: Member
    let harbour: Member
    let shore: Member

    init(_ database: any Database) async throws {
        store = WorkspaceStore(database: database, clock: PlanFixture.clock)
        practices = Practices(store: store, reference: try await PlanFixture.reference.value)
        let workspaces = Workspaces(store)
        func mechanism(_ slug: String, _ state: String) async throws -> Member {
            Member.keeper(
                "cli:tests",
                of: try await workspaces.add(
                    slug: slug, name: slug, state: StateCode(state), language: .english, timeZone: "UTC",
                    by: .commandLine("tests")))
        }
        func partner(_ slug: String, _ actor: ActorKind) async throws -> Member {
            Member.keeper(
                "cli:tests",
                of: try await workspaces.addPartner(
                    slug: slug, name: "\(slug) secretariat", actor: actor, state: nil, region: nil,
                    language: .english, timeZone: "UTC", by: .commandLine("tests")))
        }
        aldora = try await mechanism("aldora", "XAA")
        belmar = try await mechanism("belmar", "XAB")
        lanterns = try await partner("lanterns", .foundation)
        harbour = try await partner("harbour", .foundation)
        shore = try await partner("shore", .civilSociety)
    }

    static func day(_ text: String) throws -> CalendarDate {
        guard let day = CalendarDate(text) else { throw WorkspaceError.invalid("day", text) }
        return day
    }

    static func content(_ title: String = "Night schools for registrars") -> PracticeContent {
        var content = PracticeContent()
        content.shelf = .humanRightsEducation
        content.state = StateCode("XAA")
        content.themes = ["human-rights-education", "right-to-health"]
        content.kinds = [.training]
        content.cost = CurrencyCode("USD").map { Money(minor: 12_000_000, currency: $0) }
        content.contact = PracticeContact(office: "Registry office", email: "registry@aldora.example")
        content.documents = [PracticeDocument(title: "Evaluation", address: "https://aldora.example/evaluation")]
        var text = PracticeText(language: .english, isOriginal: true)
        text.title = title
        text.summary = "Registrars learnt at night what the law asks of them."
        text.worked = "Teaching after work, with colleagues from the villages."
        text.place = "Harbour district"
        text.failed = "The first course was held in the capital alone."
        content.texts = [text]
        return content
    }

    /// A practice of this member that two other workspaces reviewed.
    func published(_ content: PracticeContent = content(), by member: Member) async throws -> PracticeID {
        let practice = try await practices.add(content, by: member)
        try await publish(practice.id, version: 1, by: member)
        return practice.id
    }

    func publish(_ id: PracticeID, version: Int, by member: Member) async throws {
        try await practices.handIn(id, version: version, by: member)
        let reviewers = [belmar, lanterns, harbour].filter { $0.workspace.id != member.workspace.id }
        for reviewer in reviewers.prefix(2) { try await say(.publish, id, by: reviewer) }
    }

    func say(_ verdict: PracticeReview.Verdict, _ id: PracticeID, by member: Member) async throws {
        let number = try await practices.waiting(id, member).practice.number
        try await practices.review(
            id, edition: number, verdict, reasons: "Read and compared", language: .english, by: member)
    }

    func own(_ id: PracticeID, _ member: Member) async throws -> OwnPracticeReading {
        try await practices.find(id, language: .english, member)
    }

    func titles(_ filter: PracticeFilter = PracticeFilter()) async throws -> [String] {
        try await practices.published(filter).practices.compactMap { $0.content.original?.title }
    }
}
