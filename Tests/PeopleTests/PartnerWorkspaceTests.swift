import Domain
import People
import TestSupport
import Testing

@Suite("Workspaces of partners")
struct PartnerWorkspaceTests {
    @Test("A partner needs no State; the agency of a State does")
    func kinds() async throws {
        try await withEachDatabase { database in
            let workspaces = Workspaces(WorkspaceStore(database: database, clock: Clock { 1_770_000_000_000 }))
            func add(_ slug: String, _ actor: ActorKind, _ state: String?) async throws(WorkspaceError) -> Workspace {
                try await workspaces.addPartner(
                    slug: slug, name: "Lanterns", actor: actor, state: state.map { StateCode($0) },
                    region: "demo-north", language: .english, timeZone: "UTC", by: .commandLine("test"))
            }
            _ = try await add("lanterns", .foundation, nil)
            let found = try await workspaces.find("lanterns")
            #expect(found.kind == .partner)
            #expect(found.actor == .foundation)
            #expect(found.state == nil)
            #expect(found.region == "demo-north")
            await #expect(throws: WorkspaceError.invalid("state", "workspace.agencyState")) {
                try await add("agency", .stateAgency, nil)
            }
            let agency = try await add("agency", .stateAgency, "XAB")
            #expect(agency.state == StateCode("XAB"))
            #expect(agency.mechanismState == nil)
        }
    }

    @Test("Nobody in a partner's workspace asks for help in a State's name, or sees a round of positions")
    func rights() {
        let partner = Workspace(
            id: WorkspaceID(1), slug: "lanterns", name: "Lanterns", kind: .partner, state: nil, actor: .foundation,
            created: "")
        let keeper = Member.keeper("cli:test", of: partner)
        for right in Right.allCases where ![.answerSubmissions, .confirmColleagues].contains(right) {
            #expect(keeper.may(right) != right.isOfMechanisms, "\(right)")
        }
        for right in [Right.stateNeed, .publishNeed, .seeRound] { #expect(!keeper.may(right)) }
        for right in [Right.manageOffers, .manageFunds, .seePlan] { #expect(keeper.may(right)) }
    }
}
