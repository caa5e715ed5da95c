import Cooperation
import Domain
import Insight
import People
import PlanSupport
import Plans
import Reference
import Store

@testable import Matches

/// Two mechanisms of invented States and two partners on one database; the record has a recommendation on the right to health.
struct MatchFixture {
    static let theme = "right-to-health"

    let database: any Database
    let store: WorkspaceStore
    let reference: ReferenceFacts
    let cooperation: Cooperation
    let matches: Matches
    let aldora: Member
    let belmar: Member
    let lanterns: Member
    let harbour: Member

    init(_ database: any Database) async throws {
        let plan = try await PlanFixture.make(database, sizes: [2], institutions: 1, loose: 0)
        let facts = try await PlanFixture.reference.value
        self.database = database
        store = plan.plans.store
        reference = facts
        cooperation = Cooperation(
            store: store, library: plan.plans.library, issues: plan.plans.issues, reference: facts)
        matches = Matches(store: store, cooperation: cooperation, reference: facts)
        let workspaces = plan.workspaces
        func partner(_ slug: String) async throws -> Member {
            Member.keeper(
                "cli:tests",
                of: try await workspaces.addPartner(
                    slug: slug, name: slug, actor: .foundation, state: nil, region: nil, language: .english,
                    timeZone: "UTC", by: .commandLine("tests")))
        }
        aldora = plan.keeper
        belmar = Member.keeper(
            "cli:tests",
            of: try await workspaces.add(
                slug: "belmar", name: "Belmar", state: StateCode("XAB"), language: .english, timeZone: "UTC",
                by: .commandLine("tests")))
        lanterns = try await partner("lanterns")
        harbour = try await partner("harbour")
    }

    static func usd(_ amount: Int64) -> Money? {
        CurrencyCode("USD").map { Money(minor: amount * 100, currency: $0) }
    }

    static func day(_ text: String) throws -> CalendarDate {
        guard let day = CalendarDate(text) else { throw WorkspaceError.invalid("day", text) }
        return day
    }

    /// A need for training on the right to health.
    static func need() -> NeedDraft {
        var draft = NeedDraft()
        draft.title = "Train midwives in the districts"
        draft.kinds = [.training]
        draft.asked = "Courses for midwives, twice a year"
        draft.missing = "Trainers with practice in rural clinics"
        draft.themes = [theme]
        draft.languages = [.english]
        draft.cost = usd(120_000)
        draft.refused = [.policyReform]
        return draft
    }

    static func offer(_ title: String = "Courses for midwives") -> OfferDraft {
        var draft = OfferDraft()
        draft.title = title
        draft.kinds = [.training]
        draft.themes = [theme]
        draft.languages = [.english]
        draft.capacityPerYear = 3
        draft.level = .open
        return draft
    }

    /// A need of Aldora's that others read.
    func published(
        _ draft: NeedDraft = Self.need(), level: PublicationLevel = .open, hidden: Set<Publication.Part> = [],
        by member: Member? = nil
    ) async throws -> Need {
        let member = member ?? aldora
        let need = try await cooperation.needs.add(draft, by: member)
        _ = try await cooperation.needs.record(
            ConsentDraft(
                authority: .foreignMinister, office: "Ministry of Foreign Affairs", date: try Self.day("2026-01-10"),
                instrument: "Note verbale 4/2026", level: .open), for: need.id, by: member)
        try await cooperation.needs.publish(
            need.id, version: need.version, Publication(level: level, hidden: hidden), by: member)
        return try await cooperation.needs.find(need.id, member).need
    }

    func help(for need: NeedID) async throws -> [HelpID] {
        try await matches.shortlist(for: need, aldora).matches.map(\.card.id)
    }

    func needs(for help: HelpID, _ member: Member) async throws -> [NeedID] {
        try await matches.needs(for: help, member).matches.map(\.need.id)
    }

    /// An application to a call, handed in.
    func handedIn(
        _ title: String, _ amount: Money?, to call: FundCallID, by member: Member, for need: NeedID? = nil
    ) async throws -> Application {
        let application = try await cooperation.applications.add(to: call, for: need, by: member)
        var draft = ApplicationDraft(application)
        draft.title = title
        draft.amount = amount
        try await cooperation.applications.submit(application.id, version: 1, draft, by: member)
        return try await cooperation.applications.find(application.id, member).application
    }

    /// Somebody's word on how far recommendation 1, of Aldora, is carried out.
    func assess(_ assessor: Assessment.AssessorKind, _ name: String, _ value: String) async throws {
        let number = try await IDAllocator(database).take("assessment", 1).lowerBound
        try await database.change(at: store.clock.instant) { connection, log in
            try AssessmentRow.insert(
                number + 9_000,
                Assessment(
                    assessor: assessor, assessorName: name, scheme: "claim", value: value, source: SourceCode("test")),
                of: RecommendationID(1), source: 900, importID: 900, connection)
            log.changed(.recommendation, 1)
        }
    }
}
