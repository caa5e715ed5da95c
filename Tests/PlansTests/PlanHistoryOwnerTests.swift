import Domain
import Operations
import People
import PlanSupport
import Plans
import Store
import TestSupport
import Testing

@Suite("History of what stands in the plan")
struct PlanHistoryOwnerTests {
    private func action(_ fixture: PlanFixture) async throws -> Action {
        _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
        let commitment = try await fixture.database.read {
            try $0.first("SELECT MIN(id) FROM commitment") { CommitmentID(try $0.int(0)) }
        }
        return try await fixture.plans.addAction(
            Action(
                id: ActionID(0), workspace: fixture.workspace.id, commitment: try #require(commitment),
                title: "Train judges", lead: fixture.institutions[0].id), by: fixture.keeper)
    }

    private func rename(_ fixture: PlanFixture, _ action: Action, _ title: String, _ version: Int) async throws {
        var changes = ActionChanges()
        changes.title = .set(title)
        _ = try await fixture.plans.updateAction(
            action.id, changes, version: version, why: "asked for", by: fixture.keeper)
    }

    @Test("Every change is told with who, when, old, new and why, newest first; taking one back is a change of its own")
    func undo() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            let action = try await action(fixture)
            try await rename(fixture, action, "Train all judges", 1)
            let histories = Histories(fixture.plans.store, owners: fixture.plans.historyOwners)
            let before = try await histories.of(action.subject, fixture.keeper)
            let change = try #require(before.lines.first)
            #expect(before.title == "Train all judges")
            #expect(change.old == "Train judges" && change.new == "Train all judges")
            #expect(change.change.why == "asked for" && change.change.by == "cli:tests" && change.isRestorable)
            try await histories.undo(change.change.id, of: action.subject, why: "too much", by: fixture.keeper)
            let after = try await histories.of(action.subject, fixture.keeper)
            #expect(after.title == "Train judges")
            #expect(after.lines.first?.change.reverses == change.change.id)
            #expect(after.lines.first?.change.why == "too much")
            let taken = after.lines.first { $0.change.id == change.change.id }
            #expect(taken?.reversedBy == after.lines.first?.change.id && taken?.isRestorable == false)
            await #expect(throws: WorkspaceError.invalid("change", "history.alreadyUndone")) {
                try await histories.undo(change.change.id, of: action.subject, why: nil, by: fixture.keeper)
            }
        }
    }

    @Test("A recommendation of the plan is called by its paragraph and words")
    func words() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            let planned = try #require(try await fixture.planned().first)
            let histories = Histories(fixture.plans.store, owners: fixture.plans.historyOwners)
            let history = try await histories.of(planned.planned.subject, fixture.keeper)
            let record = try #require(planned.record)
            #expect(history.title.hasPrefix(record.paragraph?.printed ?? "–"))
            #expect(history.title.hasSuffix(record.excerpt.map(\.text).joined()))
        }
    }

    @Test("A field that changed again since is not put back")
    func stale() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            let action = try await action(fixture)
            try await rename(fixture, action, "Two", 1)
            try await rename(fixture, action, "Three", 2)
            let histories = Histories(fixture.plans.store, owners: fixture.plans.historyOwners)
            let lines = try await histories.of(action.subject, fixture.keeper).lines
            let first = try #require(lines.first { $0.new == "Two" })
            await #expect(throws: WorkspaceError.stale(action.subject, version: 3)) {
                try await histories.undo(first.change.id, of: action.subject, why: nil, by: fixture.keeper)
            }
        }
    }

    @Test("A focal point sees the history of what is its institution's, and takes nothing back")
    func reach() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            let action = try await action(fixture)
            try await rename(fixture, action, "Two", 1)
            let histories = Histories(fixture.plans.store, owners: fixture.plans.historyOwners)
            let own = fixture.member(.focalPoint, fixture.institutions[0].id)
            let other = fixture.member(.focalPoint, fixture.institutions[1].id)
            let seen = try await histories.of(action.subject, own)
            #expect(!seen.lines.isEmpty && seen.lines.allSatisfy { !$0.isRestorable })
            let change = try #require(seen.lines.first).change.id
            await #expect(throws: WorkspaceError.forbidden) {
                try await histories.undo(change, of: action.subject, why: nil, by: own)
            }
            await #expect(throws: WorkspaceError.notFound) { try await histories.of(action.subject, other) }
            await #expect(throws: WorkspaceError.notFound) {
                try await histories.undo(change, of: action.subject, why: nil, by: other)
            }
            await #expect(throws: WorkspaceError.forbidden) {
                try await histories.of(action.subject, fixture.member(.observer))
            }
            await #expect(throws: WorkspaceError.notFound) {
                try await histories.undo(change, of: Subject(.action, 99), why: nil, by: fixture.keeper)
            }
        }
    }
}
