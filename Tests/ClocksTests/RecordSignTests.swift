import Clocks
import Domain
import People
import Store
import TestSupport
import Testing

@Suite("What institutions and documents start by themselves")
struct RecordSignTests {
    private func accreditation(_ world: ClocksWorld) async throws -> [String] {
        try await world.lines().filter { $0.hasPrefix("accreditation") }
    }

    @Test(
        "An accreditation starts the clock of its review; the next decision takes its place, and a day that is known goes first"
    )
    func accreditation() async throws {
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database)
            let institutions = Institutions(world.clocks.store)
            let commission = try await institutions.add(
                "Commission", kind: .humanRightsInstitution, by: world.keeper)
            try await institutions.accredit(
                commission.id, .a, decided: try #require(CalendarDate("2022-03-10")), reviewDue: nil, source: nil,
                by: world.keeper)
            _ = try await world.clocks.refresh(world.workspace)
            #expect(try await accreditation(world) == ["accreditation: 2027-03-10 computed"])
            #expect(try await world.clocks.events(world.keeper).map(\.title) == ["Commission"])
            #expect(try await world.clocks.refresh(world.workspace) == .init())

            try await institutions.accredit(
                commission.id, .b, decided: try #require(CalendarDate("2026-04-02")),
                reviewDue: CalendarDate("2027-10"), source: "Report of April 2026", by: world.keeper)
            _ = try await world.clocks.refresh(world.workspace)
            #expect(try await accreditation(world) == ["accreditation: 2027-10 printed"])
            #expect(try await world.clocks.events(world.keeper).count == 1)

            let latest = try #require(try await institutions.accreditations(of: commission.id, world.keeper).first)
            try await institutions.withdraw(latest.id, of: commission.id, by: world.keeper)
            try await institutions.accredit(
                commission.id, .none, decided: try #require(CalendarDate("2026-05-01")), reviewDue: nil, source: nil,
                by: world.keeper)
            _ = try await world.clocks.refresh(world.workspace)
            #expect(try await accreditation(world).isEmpty)
            #expect(try await world.clocks.refresh(world.workspace) == .init())
        }
    }

    @Test("A committee's request for urgent action and an early warning raise an alert each, by symbol or by title")
    func urgent() async throws {
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database)
            try await world.document(1, "DEMO/CED/C/UA/7", "ced", published: "2026-04-01")
            try await world.document(2, "DEMO/CERD/C/DEC/XAA/1", "cerd", published: "2026-04-02")
            try await world.document(3, "DEMO/CEDAW/C/XAA/CO/5", "cedaw", published: "2024-03-01")
            try await world.document(4, "DEMO/CERD/EWUAP/9", "cerd", published: nil)
            try await database.write { connection in
                try connection.execute(
                    "UPDATE document SET title = 'Decision 1 under its early warning and urgent action procedure' WHERE id = 2"
                )
            }
            _ = try await world.clocks.refreshAlerts(world.workspace)
            let found = try await world.clocks.alerts(AlertFilter(), world.keeper).alerts
            #expect(
                Set(found.map { "\($0.kind.rawValue) \($0.document ?? "")" }) == [
                    "urgent-action DEMO/CED/C/UA/7", "early-warning DEMO/CERD/C/DEC/XAA/1",
                ])
            #expect(try await world.clocks.refreshAlerts(world.workspace) == .init())
        }
    }

    @Test("A date that nobody outside asks for is the workspace's own")
    func own() async throws {
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database)
            let due = CalendarDate("2026-06-01")
            try await world.action(1, lead: world.justice.id, due: "2026-06-02")
            for draft in [
                DeadlineDraft(title: "Own", due: due), DeadlineDraft(title: "Owed", due: due, force: .binding),
                DeadlineDraft(title: "Asked", due: due, kind: .reply, mechanism: MechanismCode("cedaw")),
            ] { _ = try await world.clocks.add(draft, by: world.keeper) }
            let entries = try await world.clocks.entries(DeadlineFilter(), world.keeper).entries
            #expect(
                entries.map { DateWords.force($0) } == [
                    "clocks.force.own", "clocks.force.binding", "clocks.force.requested", "clocks.force.own",
                ])
        }
    }
}
