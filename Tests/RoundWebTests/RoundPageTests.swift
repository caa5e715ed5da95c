import Domain
import HTTPTypes
import SiteSupport
import Testing

@testable import Frame

@Suite("Pages of position rounds")
struct RoundPageTests {
    @Test("Government roles open the list of rounds; to all others it does not exist in pages or navigation")
    func secrecy() async throws {
        let site = try await WorkspaceSite.shared.value
        for role in WorkspaceRole.allCases {
            let person = try site.home.person(role)
            let list = try await site.get("/workspaces/aldora/round?lang=en", as: person)
            #expect(list.status == (role.isGovernment ? 200 : 403), "\(role)")
            let first = try await site.get("/workspaces/aldora?lang=en", as: person).text
            #expect(first.contains("/workspaces/aldora/round") == role.isGovernment, "\(role)")
        }
    }

    @Test("Only who manages rounds is offered to open one")
    func opening() async throws {
        let site = try await WorkspaceSite.shared.value
        let coordinator = try await site.get("/workspaces/aldora/round", as: site.home.person(.coordinator)).text
        let focal = try await site.get("/workspaces/aldora/round", as: site.home.person(.focalPoint)).text
        #expect(coordinator.contains("name=\"document\""))
        #expect(!focal.contains("name=\"document\""))
    }

    @Test("A round that is not there, and one of another workspace, answer alike")
    func missing() async throws {
        let site = try await WorkspaceSite.shared.value
        let person = try site.home.person(.coordinator)
        #expect(try await site.get("/workspaces/aldora/round/999999", as: person).status == 404)
        #expect(try await site.get("/workspaces/belmar/round/1", as: person).status == 404)
    }
}
