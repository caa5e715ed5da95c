import Domain
import HTTPTypes
import SiteSupport
import Testing

@testable import Frame

@Suite("Pages of deadlines")
struct DeadlinePageTests {
    @Test("A deadline of the workspace's own is added by the form, listed, and opens; its title is shown as text")
    func own() async throws {
        let site = try await WorkspaceSite()
        let person = try site.home.person(.coordinator)
        let reply = try await site.post(
            "/workspaces/aldora/deadlines/new",
            [("title", "Answer <to> the bar"), ("due", "2026-12-04"), ("force", "binding"), ("kind", "own")], as: person
        )
        #expect(reply.status == 303)
        let place = try #require(reply.headers[.location])
        let page = try await site.get(place, as: person).text
        #expect(page.contains("Answer &lt;to&gt; the bar"))
        let list = try await site.get("/workspaces/aldora/deadlines?lang=en", as: person).text
        #expect(list.contains("Answer &lt;to&gt; the bar"))
        #expect(
            !(try await site.get("/workspaces/belmar/deadlines", as: site.foreign.person(.coordinator)).text)
                .contains("Answer"))
    }

    @Test("A form without a date is refused with its place, and keeps what was typed")
    func refused() async throws {
        let site = try await WorkspaceSite.shared.value
        let reply = try await site.post(
            "/workspaces/aldora/deadlines/new?lang=en", [("title", "Count the cells"), ("due", "2026-02-31")],
            as: site.home.person(.coordinator))
        #expect(reply.status == 400)
        #expect(reply.text.contains("Count the cells"))
        #expect(reply.text.contains("2026-02-31"))
    }

    @Test("An observer reads dates and has no way to add one")
    func observer() async throws {
        let site = try await WorkspaceSite.shared.value
        let person = try site.home.person(.observer)
        let list = try await site.get("/workspaces/aldora/deadlines", as: person)
        #expect(list.status == 200)
        #expect(!list.text.contains("/deadlines/new"))
        let reply = try await site.post("/workspaces/aldora/deadlines/new", [("title", "x")], as: person)
        #expect(reply.status == 403)
    }
}
