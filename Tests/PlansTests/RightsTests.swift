import Domain
import Testing

@Suite("Rights in a workspace")
struct RightsTests {
    private func member(_ role: WorkspaceRole, _ institution: InstitutionID?) -> Member {
        let workspace = Workspace(
            id: WorkspaceID(1), slug: "aldora", name: "Aldora", state: StateCode("XAA"), created: "")
        return Member(
            workspace: workspace, account: AccountID(1), name: "ana", role: role, institution: institution)
    }

    @Test("Whoever is not of the government never sees proposed positions")
    func rounds() {
        for role in WorkspaceRole.allCases where !role.isGovernment {
            for right in [Right.seeRound, .proposePosition, .manageRound, .seeInternal] {
                #expect(!member(role, InstitutionID(1)).may(right), "\(role) \(right)")
            }
        }
    }

    @Test("A focal point reaches her own institution, and without one nothing")
    func own() throws {
        #expect(try member(.focalPoint, InstitutionID(3)).limit(.reportProgress) == InstitutionID(3))
        #expect(throws: WorkspaceError.forbidden) { try member(.focalPoint, nil).limit(.reportProgress) }
        #expect(try member(.coordinator, nil).limit(.reportProgress) == nil)
    }
}
