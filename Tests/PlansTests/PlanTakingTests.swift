import Domain
import PlanSupport
import Plans
import Store
import TestSupport
import Testing

@Suite("Taking issues and recommendations into the plan")
struct PlanTakingTests {
    @Test("An issue comes with its recommendations, each once, and a second time nothing changes")
    func issues() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            let first = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            #expect(first.commitments == 3)
            #expect(first.recommendations == 6)
            #expect(first.already == 0)
            let again = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            #expect(again.commitments == 0)
            #expect(again.recommendations == 0)
            #expect(again.already == 3)
            #expect(again.batch == nil)
            let page = try await fixture.plans.list(fixture.keeper, sort: .title)
            #expect(page.total == 3)
            #expect(page.items.map(\.commitment.title).first == "Issue 1 about courts")
            #expect(page.items.map(\.recommendations) == [3, 2, 1])
            #expect(page.items[0].positions.noted == 1)
        }
    }

    @Test("A noted recommendation is planned by itself; one that stands in the plan is not taken twice")
    func single() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database, sizes: [3], loose: 6)
            // 9 is noted and in no issue.
            let taken = try await fixture.plans.commit(
                recommendations: [RecommendationID(9)], by: fixture.keeper)
            #expect(taken.commitments == 1)
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            let twice = try await fixture.plans.commit(
                recommendations: [RecommendationID(1), RecommendationID(9)], by: fixture.keeper)
            #expect(twice.already == 2)
            #expect(twice.commitments == 0)
            var filter = PlanFilter()
            filter.position = .noted
            let noted = try await fixture.planned(filter)
            #expect(noted.map(\.planned.recommendation) == [RecommendationID(9), RecommendationID(3)])
        }
    }

    @Test(
        "What only the draft of an edited report holds is not taken, and is no newcomer; without the edited one it is")
    func drafts() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            try await database.write {
                _ = try $0.execute(
                    """
                    INSERT INTO document (id, key, symbol, mechanism, state, cycle, session)
                    VALUES (3, 'draft', 'DEMO/HRC/WG.6/34/L.1', 'upr', 'XAA', 3, 34),
                        (4, 'later', 'DEMO/HRC/WG.6/47/L.1', 'upr', 'XAA', 4, 47)
                    """)
                _ = try $0.execute("UPDATE recommendation SET document_id = 3 WHERE id = 2")
                _ = try $0.execute("UPDATE recommendation SET document_id = 4 WHERE id = 3")
            }
            let taken = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            #expect(taken.recommendations == 5)
            let planned = try await fixture.planned().map(\.planned.recommendation)
            #expect(planned.contains(RecommendationID(3)) && !planned.contains(RecommendationID(2)))
            #expect(try await fixture.plans.plannedIssues(fixture.keeper).values.allSatisfy { $0 == 0 })
            let first = try #require(try await fixture.plans.list(fixture.keeper).items.first).commitment.id
            #expect(try await fixture.plans.commitment(first, .english, fixture.keeper).newcomers == 0)
        }
    }

    @Test("Nothing of another State, and nothing that is not there, comes into the plan")
    func foreign() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            try await database.write {
                _ = try $0.execute("UPDATE recommendation_state SET state = 'XAB' WHERE recommendation_id = 8")
                _ = try $0.execute("UPDATE issue SET state = 'XAB' WHERE id = 3")
            }
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.plans.commit(recommendations: [RecommendationID(8)], by: fixture.keeper)
            }
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.plans.commit([IssueID(1), IssueID(3)], by: fixture.keeper)
            }
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.plans.commit([IssueID(99)], by: fixture.keeper)
            }
            #expect(try await fixture.planned().isEmpty)
        }
    }

    @Test("What is taken out of the plan takes its recommendations and actions with it, and comes back with the issue")
    func withdrawn() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            let commitment = try await fixture.plans.list(fixture.keeper, sort: .title).items[0].commitment
            _ = try await fixture.plans.addAction(
                Action(id: ActionID(0), workspace: fixture.workspace.id, commitment: commitment.id, title: "Build"),
                by: fixture.keeper)
            var changes = PlanChanges()
            changes.isWithdrawn = .set(true)
            let out = try await fixture.plans.change(
                PlanSelection(.commitments, ids: [commitment.id.value]), changes, by: fixture.keeper)
            #expect(out.changed == 1)
            #expect(try await fixture.planned().count == 3)
            #expect(try await fixture.plans.actions(fixture.keeper).total == 0)
            let back = try await fixture.plans.commit([IssueID(1)], by: fixture.keeper)
            #expect(back.commitments == 1)
            #expect(try await fixture.planned().count == 6)
        }
    }
}
