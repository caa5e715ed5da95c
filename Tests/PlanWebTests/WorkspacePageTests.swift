import Domain
import HTTPTypes
import SiteSupport
import Testing

@testable import Frame

@Suite("Pages of a workspace")
struct WorkspacePageTests {
    @Test(
        "A member of each role sees the first page, whoever is nobody there learns nothing, a stranger signs in first")
    func firstPage() async throws {
        let site = try await WorkspaceSite.shared.value
        for role in WorkspaceRole.allCases {
            let person = try site.home.person(role)
            let reply = try await site.get("/workspaces/aldora?lang=en", as: person)
            #expect(reply.status == 200)
            #expect(reply.headers[.cacheControl] == "no-store")
            let foreign = try await site.get("/workspaces/belmar?lang=en", as: person)
            let missing = try await site.get("/workspaces/nowhere?lang=en", as: person)
            #expect(foreign.status == 404)
            #expect(missing.status == 404)
        }
        #expect(try await site.get("/workspaces/aldora", as: site.stranger).status == 404)
        #expect(try await site.get("/workspaces/aldora").status == 401)
    }

    @Test("The list of workspaces holds those of the reader alone")
    func mine() async throws {
        let site = try await WorkspaceSite.shared.value
        let text = try await site.get("/workspaces?lang=en", as: site.home.person(.focalPoint)).text
        #expect(text.contains("/workspaces/aldora"))
        #expect(text.contains("Ministry of Justice"))
        #expect(!text.contains("/workspaces/belmar"))
        let none = try await site.get("/workspaces?lang=en", as: site.stranger).text
        #expect(none.contains("You are in no workspace"))
    }
}
