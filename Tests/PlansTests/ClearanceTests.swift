import Domain
import Plans
import Testing

@Suite("Clearance")
struct ClearanceTests {
    private let justice = InstitutionID(1)
    private let health = InstitutionID(2)
    private let at = "2026-01-31T09:30:00.000Z"

    private func member(_ role: WorkspaceRole, _ institution: InstitutionID? = nil) -> Member {
        let workspace = Workspace(
            id: WorkspaceID(1), slug: "aldora", name: "Aldora", state: StateCode("XAA"), created: "")
        return Member(workspace: workspace, account: AccountID(1), name: "ana", role: role, institution: institution)
    }

    private func take(
        _ clearance: Clearance, _ step: ClearanceStep, _ member: Member, note: String? = nil
    ) throws(WorkspaceError) -> Clearance {
        try clearance.taking(
            step, member, institution: justice, writing: .reportProgress, at: at, note: note)
    }

    @Test("The whole way is institution, mechanism, minister, and each step says who took it and when")
    func way() throws {
        let focal = member(.focalPoint, justice)
        let coordinator = member(.coordinator)
        var clearance = Clearance()
        for (step, by) in [(ClearanceStep.submitted, focal), (.institution, focal), (.mechanism, coordinator)] {
            clearance = try take(clearance, step, by)
        }
        #expect(clearance == Clearance(step: .mechanism, by: "ana", at: at))
        #expect(try take(clearance, .minister, coordinator, note: "By letter").note == "By letter")
    }

    @Test("Nothing counts before it is cleared as far as is asked for")
    func counting() {
        let counting = ClearanceStep.allCases.filter { Clearance(step: $0).counts() }
        #expect(counting == [.mechanism, .minister])
        #expect(
            ClearanceStep.allCases.filter { Clearance(step: $0).counts(.none) } == [
                .institution, .mechanism, .minister,
            ])
    }

    @Test("A focal point of another institution takes no step, and its own focal point none of the mechanism's")
    func rights() {
        let submitted = Clearance(step: .submitted)
        let steps = { (member: Member) in
            submitted.steps(member, institution: justice, writing: .reportProgress)
        }
        #expect(steps(member(.focalPoint, health)).isEmpty)
        #expect(steps(member(.focalPoint, justice)) == [.institution, .returned])
        #expect(steps(member(.coordinator)) == [.institution, .mechanism, .returned])
        for role in [WorkspaceRole.contributor, .partner, .observer] {
            #expect(steps(member(role, justice)).isEmpty)
        }
        #expect(throws: WorkspaceError.forbidden) {
            try take(Clearance(step: .institution), .mechanism, member(.focalPoint, justice))
        }
        #expect(throws: WorkspaceError.forbidden) {
            try take(Clearance(step: .mechanism), .returned, member(.focalPoint, justice), note: "No")
        }
    }

    @Test("Nobody jumps over the mechanism, and what is returned says why")
    func order() {
        let coordinator = member(.coordinator)
        #expect(throws: WorkspaceError.invalid("clearance", "clearance.doesNotFollow")) {
            try take(Clearance(step: .institution), .minister, coordinator)
        }
        #expect(throws: WorkspaceError.invalid("note", "clearance.noteNeeded")) {
            try take(Clearance(step: .institution), .returned, coordinator, note: "  ")
        }
        #expect(throws: WorkspaceError.invalid("note", "clearance.noteLength")) {
            try take(
                Clearance(step: .institution), .returned, coordinator, note: String(repeating: "a", count: 2_001))
        }
    }
}
