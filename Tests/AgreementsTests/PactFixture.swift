import Clocks
import Cooperation
import Domain
import FollowUp
import Foundation
import Insight
import Operations
import People
import PlanSupport
import Plans
import Programmes
import Reference
import Store

@testable import Agreements

/// A State's mechanism with a plan, two partners and a third party, and terms between them.
struct PactFixture {
    let plan: PlanFixture
    let agreements: Agreements
    let time: MovableTime
    let aldora: Member
    let lanterns: Member
    let harbour: Member
    let stranger: Member

    init(_ database: any Database) async throws {
        plan = try await PlanFixture.make(database, sizes: [2, 1], loose: 0)
        let reference = try await AgreementFixture.reference.value
        time = MovableTime(AgreementFixture.start)
        let store = WorkspaceStore(database: database, clock: time.clock)
        let resources =
            URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/Resources"
        agreements = Agreements(
            store: store,
            cooperation: Cooperation(
                store: store, library: plan.plans.library, issues: plan.plans.issues, reference: reference),
            programmes: Programmes(
                store: store, library: plan.plans.library,
                codes: try AidCodes(directory: resources + "/reference", reference: reference)),
            plans: Plans(
                store: store, library: plan.plans.library, issues: plan.plans.issues, folder: plan.plans.folder),
            clocks: Clocks(store: store, reference: reference), reference: reference)
        let workspaces = Workspaces(store)
        func partner(_ slug: String) async throws -> Member {
            Member.keeper(
                "cli:\(slug)",
                of: try await workspaces.addPartner(
                    slug: slug, name: slug, actor: .foundation, state: nil, region: nil, language: .english,
                    timeZone: "UTC", by: .commandLine("tests")))
        }
        aldora = plan.keeper
        lanterns = try await partner("lanterns")
        harbour = try await partner("harbour")
        stranger = try await partner("stranger")
    }

    func day(_ offset: Int) throws -> CalendarDate {
        guard let today = CalendarDate(agreements.store.clock.instant) else { throw WorkspaceError.notFound }
        return CalendarDate(dayNumber: today.dayNumber + offset)
    }

    /// Courses and money from the first partner, rooms from the State; a benchmark in thirty days and a review in forty.
    func terms(_ others: [Member]? = nil) throws -> AgreementTerms {
        var terms = AgreementTerms()
        terms.title = "Courses for the districts"
        terms.parties = (others ?? [lanterns, harbour]).map(\.workspace.id)
        terms.contributions = [
            Contribution(
                giver: lanterns.workspace.id, kind: .training, what: "Two courses",
                money: CurrencyCode("USD").map { Money(minor: 5_000_000, currency: $0) }, due: try day(20)),
            Contribution(giver: aldora.workspace.id, kind: .equipment, what: "Rooms", due: try day(10)),
        ]
        terms.benchmarks = [Benchmark(kind: .result, what: "Forty registrars trained", due: try day(30))]
        terms.reviewDays = [try day(40)]
        terms.conditions = [
            AttachedCondition(condition: .visibility, what: "A sign at the door", decidedBy: "The court")
        ]
        terms.noticeDays = 60
        return terms
    }

    func version(_ id: AgreementID) async throws -> Int { try await agreements.find(id, aldora).agreement.version }

    /// Proposed by the State and accepted by all.
    func inForce(isPublic: Bool = false, _ others: [Member]? = nil) async throws -> AgreementID {
        let others = others ?? [lanterns, harbour]
        let id = try await agreements.begin(try terms(others), by: aldora)
        try await agreements.propose(id, number: 1, version: 1, isPublic: isPublic, by: aldora)
        for member in others {
            try await agreements.accept(
                id, number: 1, version: try await version(id), isPublic: isPublic, by: member)
        }
        return id
    }

    func alerts(_ member: Member) async throws -> [String] {
        try await agreements.clocks.refreshAlerts(member.workspace)
        return try await agreements.clocks.alerts(AlertFilter(kind: .benchmark), member).alerts.compactMap(\.title)
    }
}
