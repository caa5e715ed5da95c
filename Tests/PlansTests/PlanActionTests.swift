import Domain
import PlanSupport
import Plans
import TestSupport
import Testing

@Suite("Actions and milestones")
struct PlanActionTests {
    private func draft(_ fixture: PlanFixture, _ commitment: CommitmentID) -> Action {
        var action = Action(
            id: ActionID(0), workspace: fixture.workspace.id, commitment: commitment, title: "  Train judges ",
            lead: fixture.institutions[0].id, supporting: [fixture.institutions[1].id, fixture.institutions[0].id])
        action.starts = CalendarDate("2026-01-01")
        action.due = CalendarDate("2026-01-31")
        action.money = ActionMoney(cost: 1_200_050, currency: CurrencyCode("eur"), source: "Budget", gap: 0)
        return action
    }

    @Test("An action is kept as written, the lead not among those who support")
    func adding() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            let commitment = try await fixture.plans.list(fixture.keeper).items[0].commitment.id
            let made = try await fixture.plans.addAction(draft(fixture, commitment), by: fixture.keeper)
            let found = try #require(try await fixture.plans.actions(fixture.keeper).items.first)
            #expect(found.action == made)
            #expect(found.action.title == "Train judges")
            #expect(found.action.supporting == [fixture.institutions[1].id])
            // The fixture's clock stands on 2 February 2026.
            #expect(found.isLate)
            #expect(try await fixture.messages() == 2)
            let tally = try await fixture.plans.list(fixture.keeper).items[0].actions
            #expect(tally.late == 1)
            let euro = try #require(CurrencyCode("EUR"))
            #expect(tally.money.lines[euro]?.cost == 1_200_050)
            #expect(tally.money.withoutGap == 0)
        }
    }

    @Test("An amount that is not known is counted as not known, and never as zero")
    func money() {
        var tally = MoneyTally()
        tally.add(ActionMoney(cost: 100, currency: CurrencyCode("USD")))
        tally.add(ActionMoney(cost: 50, currency: CurrencyCode("USD"), gap: 20))
        tally.add(ActionMoney())
        let line = CurrencyCode("USD").flatMap { tally.lines[$0] }
        #expect(line?.cost == 150)
        #expect(line?.gap == 20)
        #expect(line?.gaps == 1)
        #expect(tally.withoutGap == 2)
        #expect(tally.withoutCost == 1)
    }

    @Test("A change from a version that no longer stands is stale and changes nothing")
    func stale() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            let commitment = try await fixture.plans.list(fixture.keeper).items[0].commitment.id
            let action = try await fixture.plans.addAction(draft(fixture, commitment), by: fixture.keeper)
            var changes = ActionChanges()
            changes.common.status = .set(.started)
            _ = try await fixture.plans.updateAction(action.id, changes, version: 1, by: fixture.keeper)
            changes.common.status = .set(.done)
            await #expect(throws: WorkspaceError.stale(action.subject, version: 2)) {
                try await fixture.plans.updateAction(action.id, changes, version: 1, by: fixture.keeper)
            }
            #expect(try await fixture.plans.actions(fixture.keeper).items.first?.action.status == .started)
        }
    }

    @Test("Dates in the wrong order, a gap above the cost and an amount without currency are refused")
    func refused() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            let commitment = try await fixture.plans.list(fixture.keeper).items[0].commitment.id
            var early = draft(fixture, commitment)
            early.due = CalendarDate("2025-12-31")
            var gap = draft(fixture, commitment)
            gap.money.gap = 1_200_051
            var bare = draft(fixture, commitment)
            bare.money.currency = nil
            for (action, field) in [(early, "due"), (gap, "gap"), (bare, "currency")] {
                do {
                    _ = try await fixture.plans.addAction(action, by: fixture.keeper)
                    Issue.record("\(field) was taken")
                } catch WorkspaceError.invalid(let troubles) {
                    #expect(troubles.map(\.field) == [field])
                }
            }
        }
    }

    @Test("A milestone is reached, and that is taken back from its history")
    func milestones() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            let commitment = try await fixture.plans.list(fixture.keeper).items[0].commitment.id
            let action = try await fixture.plans.addAction(draft(fixture, commitment), by: fixture.keeper)
            let step = try await fixture.plans.addMilestone(
                action.id, title: "Curriculum", due: CalendarDate("2026-01-15"), by: fixture.keeper)
            var changes = MilestoneChanges()
            changes.done = .set(CalendarDate("2026-01-14"))
            let done = try await fixture.plans.updateMilestone(step.id, changes, version: 1, by: fixture.keeper)
            _ = try await fixture.plans.undo(batch: #require(done.batch), by: fixture.keeper)
            let page = try await fixture.plans.action(action.id, fixture.keeper)
            #expect(page.milestones.map(\.done) == [nil])
            #expect(page.milestones.map(\.version) == [3])
        }
    }
}
