import Domain
import HTTPTypes
import Logging
import People
import SiteSupport
import Testing

@testable import Frame

@Suite("Pages of changes that met")
struct ConflictPageTests {
    private static let subject = Subject(.action, 424_242)

    /// A form and an address of the API that always come too late.
    private static let routes: [Route] = [
        .workspaceForm("late-form", "/late/{id}/edit", [.id], right: .seePlan) { _, _ throws(WebError) in
            throw WebError(WorkspaceError.stale(subject, version: 3))
        },
        .workspaceAPI("late-api", "/late/{id}", [.id], method: .put, right: .seePlan, "Comes too late.", nil) {
            _ throws(WebError) in throw WebError(WorkspaceError.stale(subject, version: 3))
        },
    ]

    private static func site() async throws -> (site: WorkspaceSite, late: Responder) {
        let site = try await WorkspaceSite(records: 0)
        let (ministry, agency) = (site.home.ministry.id.description, site.home.agency.id.description)
        try await site.workspaces.store.change(site.home.keeper) { change in
            change.field(subject, "lead", from: nil, to: agency)
            change.field(subject, "due", from: "2026-02-01", to: "2026-03-01")
            change.did("action.edit", subject)
        }
        try await site.workspaces.store.change(site.home.keeper) { change in
            change.field(subject, "lead", from: agency, to: ministry)
            change.did("action.edit", subject)
        }
        return (site, Responder(site: site.responder.site, routes: routes, schemas: [], signIn: { _, _ in .text("") }))
    }

    @Test(
        "Both values stand side by side, with who and when; the same form can be sent again from the version that stands"
    )
    func page() async throws {
        let (site, late) = try await Self.site()
        let person = try site.home.person(.coordinator)
        let reply = try await site.post(
            "/workspaces/aldora/late/7/edit?lang=en", [("lead", ""), ("due", "2026-04-01"), ("version", "1")],
            as: person,
            through: late)
        #expect(reply.status == 409)
        #expect(reply.text.contains("Somebody changed this meanwhile"))
        #expect(reply.text.contains("Ministry of Justice"))
        #expect(reply.text.contains("1 February 2026"))
        #expect(reply.text.contains("1 March 2026"))
        #expect(reply.text.contains("1 April 2026"))
        #expect(reply.text.contains("cli:tests"))
        #expect(reply.text.contains("name=\"version\" value=\"3\""))
        #expect(reply.text.contains("name=\"due\" value=\"2026-04-01\""))
        #expect(reply.text.contains("href=\"/workspaces/aldora/late/7?lang=en\""))
        #expect(!reply.text.contains("⟦"))
    }

    @Test("Only what was changed since the version that was seen is shown")
    func steps() async throws {
        let (site, late) = try await Self.site()
        let reply = try await site.post(
            "/workspaces/aldora/late/7/edit?lang=en", [("lead", "1"), ("version", "2")],
            as: site.home.person(.coordinator), through: late)
        #expect(reply.text.contains("Harbour Agency"))
        #expect(!reply.text.contains("March 2026"))
    }

    @Test("The API says the version that stands and what was changed")
    func api() async throws {
        let (site, late) = try await Self.site()
        let token = site.tokens.issue(try site.home.person(.coordinator))
        let reply = try await site.send(
            "/api/v1/workspaces/aldora/late/7", method: .put, headers: [.authorization: "Bearer \(token)"],
            through: late)
        #expect(reply.status == 409)
        #expect(reply.text.contains("\"version\":3"))
        #expect(reply.text.contains("\"subject\":\"action/424242\""))
        #expect(reply.text.contains("\"field\":\"lead\""))
    }

    @Test("A form without the session's token, or from another site, is not taken")
    func foreign() async throws {
        let (site, late) = try await Self.site()
        let person = try site.home.person(.coordinator)
        let path = "/workspaces/aldora/late/7/edit"
        #expect(try await site.post(path, [], as: person, token: "wrong", through: late).status == 403)
        let other = try site.home.person(.observer)
        #expect(try await site.post(path, [], as: person, token: other.csrf, through: late).status == 403)
        let sent = try await site.send(
            path, method: .post, as: person,
            headers: [.contentType: "application/x-www-form-urlencoded", .origin: "https://elsewhere.example"],
            body: Array("csrf=\(person.csrf)".utf8), through: late)
        #expect(sent.status == 403)
    }
}
