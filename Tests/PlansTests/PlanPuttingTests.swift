import Domain
import PlanSupport
import Plans
import TestSupport
import Testing

@Suite("Fields by their text forms")
struct PlanPuttingTests {
    @Test("All fields are put or none, each in the form that history has")
    func putting() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            _ = try await fixture.plans.commit(fixture.issues, by: fixture.keeper)
            let commitment = try await fixture.plans.list(fixture.keeper).items[0].commitment
            let lead = fixture.institutions[1].id
            let done = try await fixture.plans.put(
                commitment.subject,
                [
                    PlanField("lead", lead.description), PlanField("due", "2027-03-31"),
                    PlanField("links", "sdg-target\t16.3\t"), PlanField("status", "partly"),
                ], version: 1, by: fixture.keeper)
            #expect(done.changed == 1)
            let now = try await fixture.plans.list(fixture.keeper).items[0].commitment
            #expect(now.lead == lead)
            #expect(now.links == [PlanLink(kind: .sdgTarget, code: "16.3")])
            for field in [
                PlanField("due", "2027"), PlanField("links", "sdg-target\t99.9\t"), PlanField("lead", "77"),
                PlanField("priority", nil), PlanField("colour", "red"),
            ] {
                await #expect(throws: WorkspaceError.self) {
                    try await fixture.plans.put(
                        commitment.subject, [PlanField("title", "Other"), field], version: 2, by: fixture.keeper)
                }
            }
            let same = try await fixture.plans.list(fixture.keeper).items[0].commitment
            #expect(same == now)
        }
    }

    @Test("Every field of every object comes back from its text form")
    func forms() throws {
        let euro = try #require(CurrencyCode("EUR"))
        var action = Action(
            id: ActionID(1), workspace: WorkspaceID(1), commitment: CommitmentID(2), title: "Train",
            description: "Judges\nand clerks", lead: InstitutionID(4),
            supporting: [InstitutionID(5), InstitutionID(6)],
            status: .delayed, starts: CalendarDate("2026-01-01"), due: CalendarDate("2026-02-01"))
        action.money = ActionMoney(cost: 5, currency: euro, source: "Budget", gap: 2)
        var other = Action(id: ActionID(1), workspace: WorkspaceID(1), commitment: CommitmentID(2), title: "-")
        for field in action.fields {
            let isPut = other.put(field.name, field.text)
            #expect(isPut, "\(field.name)")
        }
        #expect(other == action)
        let commitment = Commitment(
            id: CommitmentID(1), workspace: WorkspaceID(1), issue: IssueID(3), title: "Courts", priority: .high,
            lead: InstitutionID(4), supporting: [InstitutionID(5)],
            links: [
                PlanLink(kind: .nationalPlan, code: "3.2", title: "Justice"), PlanLink(kind: .sdgTarget, code: "16.3"),
            ],
            due: CalendarDate("2026-02-01"), status: .partly)
        var copy = Commitment(id: CommitmentID(1), workspace: WorkspaceID(1), issue: IssueID(3), title: "-")
        for field in commitment.fields {
            let isPut = copy.put(field.name, field.text)
            #expect(isPut, "\(field.name)")
        }
        #expect(copy == commitment)
    }
}
