import Clocks
import Domain
import Foundation
import People
import Reference
import Store
import TestSupport
import Testing

@testable import Screening

@Suite("Risks of a screening")
struct RiskTests {
    @Test("A risk has an owner and a day, is carried over as it stood, and closes with a reason")
    func overTime() async throws {
        try await withEachDatabase { database in
            let world = try await ScreeningFixture(database)
            let (id, start) = try await world.shared()
            let ministry = try await Institutions(world.store).add(
                "Ministry of Land", kind: .ministry, abbreviation: nil, by: world.aldora)
            let risk = try await world.screenings.raise(
                RiskDraft(
                    title: "Families may lose land", question: "core-minimum", owner: world.aldora.workspace.id,
                    due: CalendarDate("2026-03-01")), at: start, by: world.lanterns)
            let foreign = try await ScreeningFixture.failure {
                _ = try await world.screenings.risk(risk, world.harbour)
            }
            #expect(foreign == .notFound)
            try await world.screenings.edit(
                risk, version: 1,
                RiskDraft(
                    title: "Families may lose land", institution: ministry.id, due: CalendarDate("2026-03-01")),
                by: world.aldora)
            #expect(try await world.screenings.risk(risk, world.aldora).risk.institutionName == "Ministry of Land")
            #expect(try await world.screenings.risk(risk, world.lanterns).risk.institutionName == nil)
            world.time.wait(days: 60)
            let open = try await ScreeningFixture.failure {
                try await world.screenings.set(.closed, of: risk, version: 2, because: " ", by: world.aldora)
            }
            #expect(open == .invalid("reason", "screening.invalid.empty"))
            try await world.screenings.set(
                .closed, of: risk, version: 2, because: "Land titles were given out.", by: world.aldora)
            let later = try await world.screenings.add(
                .midTerm, on: CalendarDate("2026-05-01"), note: "", to: id, by: world.lanterns)
            let whole = try await world.screenings.find(id, world.lanterns)
            let states = whole.moments.map { whole.risks(at: $0).map { $0.state?.status } }
            #expect(whole.moments.map(\.id) == [start, later])
            #expect(states == [[.open], [.closed]])
            let stale = try await ScreeningFixture.failure {
                try await world.screenings.set(.open, of: risk, version: 2, because: "", by: world.lanterns)
            }
            #expect(stale == .stale(Subject(.screeningRisk, risk.value), version: 3))
        }
    }

    @Test("A focal point says how her institution's risk stands, and sees no other")
    func focalPoint() async throws {
        try await withEachDatabase { database in
            let world = try await ScreeningFixture(database)
            let (_, start) = try await world.shared()
            let institutions = Institutions(world.store)
            let land = try await institutions.add("Land", kind: .ministry, abbreviation: nil, by: world.aldora)
            let health = try await institutions.add("Health", kind: .ministry, abbreviation: nil, by: world.aldora)
            let risk = try await world.screenings.raise(
                RiskDraft(title: "Fees", institution: land.id), at: start, by: world.aldora)
            func focal(_ institution: Institution) -> Member {
                Member(
                    workspace: world.aldora.workspace, account: AccountID(8), name: "Ivo", role: .focalPoint,
                    institution: institution.id)
            }
            #expect(try await world.screenings.list(focal(land)).risks.map(\.id) == [risk])
            #expect(try await world.screenings.list(focal(health)).risks.isEmpty)
            let other = try await ScreeningFixture.failure {
                try await world.screenings.set(.inHand, of: risk, version: 1, because: "", by: focal(health))
            }
            #expect(other == .notFound)
            try await world.screenings.set(
                .inHand, of: risk, version: 1, because: "A fund is asked.", by: focal(land))
            #expect(try await world.screenings.risk(risk, world.aldora).risk.status == .inHand)
        }
    }

    @Test(
        "An overdue risk and an unanswered moment raise one alert each with those they concern, and end with their cause"
    )
    func alerts() async throws {
        try await withEachDatabase { database in
            let world = try await ScreeningFixture(database)
            let (_, start) = try await world.shared()
            let risk = try await world.screenings.raise(
                RiskDraft(
                    title: "Fees", owner: world.aldora.workspace.id, due: CalendarDate("2026-03-01")), at: start,
                by: world.lanterns)
            let clocks = Clocks(store: world.store, reference: try await Self.reference.value)
            let dates = try await clocks.entries(DeadlineFilter(), world.aldora).entries
            #expect(
                dates.map(\.subject) == [Subject(.screeningMoment, start.value), Subject(.screeningRisk, risk.value)])
            #expect(try await clocks.refreshAlerts(world.aldora.workspace).raised == 0)
            world.time.wait(days: 60)
            #expect(try await clocks.refreshAlerts(world.aldora.workspace).raised == 2)
            #expect(try await clocks.refreshAlerts(world.aldora.workspace) == .init(), "once")
            let theirs = try await clocks.refreshAlerts(world.lanterns.workspace)
            #expect(theirs.raised == 1, "the risk is not theirs, the moment is")
            #expect(try await clocks.refreshAlerts(world.harbour.workspace).raised == 0)
            try await world.screenings.set(.closed, of: risk, version: 1, because: "Paid.", by: world.aldora)
            try await world.say(.yes, at: start, by: world.aldora)
            #expect(try await clocks.refreshAlerts(world.aldora.workspace).ended == 2)
            #expect(try await clocks.entries(DeadlineFilter(), world.aldora).entries.isEmpty)
        }
    }

    private static let reference = Task {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        return try ReferenceFacts.load(from: root + "/Resources/reference", extra: root + "/Resources/demo")
    }
}
