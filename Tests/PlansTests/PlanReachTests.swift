import Domain
import People
import PlanSupport
import Plans
import TestSupport
import Testing

@Suite("Whose part of the plan is whose")
struct PlanReachTests {
    @Test("A focal point reads what her institution leads, supports or is asked for, and edits nothing")
    func focalPoint() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            let all = try await fixture.plans.list(fixture.keeper, sort: .title).items.map(\.commitment.id)
            let own = fixture.institutions[0].id
            let focal = fixture.member(.focalPoint, own)
            #expect(try await fixture.plans.list(focal).total == 0)
            // One to lead, one action to support, one recommendation to lead.
            _ = try await fixture.plans.assign(
                PlanSelection(.commitments, ids: [all[0].value]), lead: .set(own), by: fixture.keeper)
            let action = Action(
                id: ActionID(0), workspace: fixture.workspace.id, commitment: all[1], title: "Survey",
                lead: fixture.institutions[1].id, supporting: [own])
            let mine = try await fixture.plans.addAction(action, by: fixture.keeper)
            var other = action
            other.supporting = []
            let theirs = try await fixture.plans.addAction(other, by: fixture.keeper)
            #expect(try await fixture.plans.list(focal, sort: .title).items.map(\.commitment.id) == [all[0], all[1]])
            #expect(try await fixture.plans.actions(focal).items.map(\.action.id) == [mine.id])
            await #expect(throws: WorkspaceError.notFound) { try await fixture.plans.action(theirs.id, focal) }
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.plans.commitment(all[2], .english, focal)
            }
            await #expect(throws: WorkspaceError.forbidden) {
                try await fixture.plans.setPriority(
                    PlanSelection(.commitments, ids: [all[0].value]), .high, by: focal)
            }
            let planned = try await fixture.plans.recommendations(focal, limit: 500, language: .english)
            #expect(planned.items.allSatisfy { $0.planned.commitment == all[0] })
            #expect(planned.total == 3)
        }
    }

    @Test("Another workspace's rows are not there")
    func foreign() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            let commitment = try await fixture.plans.list(fixture.keeper).items[0].commitment
            let belmar = try await fixture.workspaces.add(
                slug: "belmar", name: "Belmar", state: StateCode("XAB"), language: .english, timeZone: "UTC",
                by: .commandLine("tests"))
            let foreign = Member.keeper("cli:tests", of: belmar)
            #expect(try await fixture.plans.list(foreign).total == 0)
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.plans.commitment(commitment.id, .english, foreign)
            }
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.plans.updateCommitment(
                    commitment.id, CommitmentChanges(), version: 1, by: foreign)
            }
            let done = try await fixture.plans.setPriority(
                PlanSelection(.commitments, ids: [commitment.id.value]), .high, by: foreign)
            #expect(done.changed == 0)
        }
    }
}
