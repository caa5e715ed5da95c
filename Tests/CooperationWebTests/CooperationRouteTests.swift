import Domain
import Operations
import People
import SiteSupport
import Testing

@testable import Frame

@Suite("Pages of cooperation")
struct CooperationRouteTests {
    @Test("A partner's workspace shows no round and no laws, a mechanism's both")
    func sections() async throws {
        let site = try await WorkspaceSite()
        let partner = try await site.workspaces.addPartner(
            slug: "lanterns", name: "Lanterns", actor: .foundation, state: nil, region: nil, language: .english,
            timeZone: "UTC", by: .commandLine("tests"))
        let person = try await Person(named: "lanterns", site.record.accounts)
        try await site.workspaces.put(
            person.account.id, .administrator, nil, by: Member.keeper("cli:tests", of: partner))
        let theirs = try await site.get("/workspaces/lanterns", as: person)
        #expect(theirs.status == 200)
        #expect(theirs.text.contains("/workspaces/lanterns/plan"))
        #expect(!theirs.text.contains("/workspaces/lanterns/round"))
        #expect(!theirs.text.contains("/workspaces/lanterns/laws"))
        #expect(theirs.text.contains("Foundation"))
        #expect(try await site.get("/workspaces/lanterns/round", as: person).status == 403)
        let ours = try await site.get("/workspaces/aldora", as: try site.home.person(.administrator))
        #expect(ours.text.contains("/workspaces/aldora/round"))
        #expect(ours.text.contains("/workspaces/aldora/laws"))
    }
}
