import Domain
import PlanSupport
import Plans
import Store
import TestSupport
import Testing

@Suite("Work on many rows of the plan at once")
struct PlanBulkTests {
    @Test("215 recommendations go to 12 institutions: one message each, one step in history, one undo each")
    func assignment() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(
                database, sizes: Array(repeating: 5, count: 43), institutions: 12, loose: 0)
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            let rows = try await fixture.planned().map(\.planned.id.value)
            #expect(rows.count == 215)
            var last: PlanChangeResult?
            for (place, institution) in fixture.institutions.enumerated() {
                let own = rows.enumerated().filter { $0.offset % 12 == place }.map(\.element)
                let done = try await fixture.plans.assign(
                    PlanSelection(.recommendations, ids: own), lead: .set(institution.id), by: fixture.keeper)
                #expect(done.changed == own.count)
                #expect(done.told == 1)
                last = done
            }
            #expect(try await fixture.messages() == 12)
            let batch = try #require(last?.batch)
            let steps = try await fixture.plans.steps(fixture.keeper)
            #expect(steps.first?.batch == batch)
            #expect(steps.first?.objects == [.plannedRecommendation: 17])
            #expect(steps.first?.fields == ["lead"])
            let undone = try await fixture.plans.undo(batch: batch, by: fixture.keeper)
            #expect(undone.changed == 17)
            var filter = PlanFilter()
            filter.lead = .nobody
            #expect(try await fixture.planned(filter).count == 17)
            #expect(try await fixture.plans.steps(fixture.keeper)[1].isReversed)
        }
    }

    @Test("All rows of a filter are changed without naming them")
    func filter() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database, sizes: [4, 4])
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            var filter = PlanFilter()
            filter.mechanism = MechanismCode("crc")
            let selection = PlanSelection(.recommendations, all: filter)
            #expect(try await fixture.plans.count(selection, fixture.keeper) == 4)
            var changes = PlanChanges()
            changes.standing = .set(.underWay)
            changes.due = .set(CalendarDate("2026-09-30"))
            let done = try await fixture.plans.change(selection, changes, why: "Agreed in March", by: fixture.keeper)
            #expect(done.changed == 4)
            #expect(done.told == 0)
            filter = PlanFilter()
            filter.standing = .nothing
            #expect(try await fixture.planned(filter).count == 4)
            let again = try await fixture.plans.change(selection, changes, by: fixture.keeper)
            #expect(again.changed == 0)
            #expect(again.unchanged == 4)
        }
    }

    @Test("What was changed since stays as it is when the step before is taken back")
    func overtaken() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            let ids = try await fixture.plans.list(fixture.keeper).items.map(\.commitment.id.value)
            let high = try await fixture.plans.setPriority(
                PlanSelection(.commitments, ids: ids), .high, by: fixture.keeper)
            _ = try await fixture.plans.setPriority(
                PlanSelection(.commitments, ids: [ids[1]]), .low, by: fixture.keeper)
            let batch = try #require(high.batch)
            let preview = try await fixture.plans.undoPreview(batch, fixture.keeper)
            #expect(preview.open.count == 2)
            #expect(preview.overtaken.map(\.subject.id) == [ids[1]])
            _ = try await fixture.plans.undo(batch: batch, by: fixture.keeper)
            let now = try await fixture.plans.list(fixture.keeper).items.map(\.commitment.priority)
            #expect(now == [.none, .low, .none])
            await #expect(throws: (any Error).self) {
                try await fixture.plans.undo(batch: batch, by: fixture.keeper)
            }
        }
    }

    @Test("A step that took issues in is taken back, and that again, with the same rows")
    func takingBack() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            let taken = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            let before = try await fixture.planned().map(\.planned.id)
            let undone = try await fixture.plans.undo(batch: #require(taken.batch), by: fixture.keeper)
            #expect(try await fixture.plans.list(fixture.keeper).total == 0)
            #expect(try await fixture.planned().isEmpty)
            _ = try await fixture.plans.undo(batch: #require(undone.batch), by: fixture.keeper)
            #expect(try await fixture.plans.list(fixture.keeper).total == 3)
            #expect(try await fixture.planned().map(\.planned.id) == before)
        }
    }

    @Test("A closed institution, one of elsewhere, and a month instead of a day are refused, and nothing is changed")
    func refused() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            try await database.write {
                _ = try $0.execute("UPDATE institution SET closed = 1 WHERE name = 'Ministry 2'")
            }
            let all = PlanSelection(.commitments, all: PlanFilter())
            for lead in [fixture.institutions[1].id, InstitutionID(99)] {
                await #expect(throws: WorkspaceError.invalid("lead", "plan.allowed.institution")) {
                    try await fixture.plans.assign(all, lead: .set(lead), by: fixture.keeper)
                }
            }
            await #expect(throws: WorkspaceError.invalid("due", "plan.allowed.day")) {
                try await fixture.plans.setDue(all, CalendarDate("2027-05"), by: fixture.keeper)
            }
            let items = try await fixture.plans.list(fixture.keeper).items
            #expect(items.allSatisfy { $0.commitment.version == 1 })
        }
    }
}
