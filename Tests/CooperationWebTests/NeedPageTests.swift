import Cooperation
import Domain
import HTTPTypes
import Operations
import People
import SiteSupport
import Testing

@testable import CooperationWeb
@testable import Frame

@Suite("Pages of needs")
struct NeedPageTests {
    private static let need = [
        ("title", "Train registrars"), ("language", "en"), ("kinds", "training"), ("asked", "Two courses a year"),
        ("cost", "120000.50"), ("costCurrency", "USD"), ("refused", "policy-reform"),
    ]

    private func stated(_ site: WorkspaceSite, _ person: Person) async throws -> String {
        let reply = try await site.post("/workspaces/aldora/needs", Self.need, as: person)
        #expect(reply.status == 303)
        let place = reply.headers[.location] ?? ""
        return String(place.split(separator: "?")[0].split(separator: "/").last ?? "")
    }

    @Test("A need is stated, consented to, published, read by everybody, and gone after the consent is withdrawn")
    func walk() async throws {
        let site = try await WorkspaceSite()
        let person = try site.home.person(.coordinator)
        let id = try await stated(site, person)
        let own = "/workspaces/aldora/needs/\(id)"
        #expect(try await site.get("/needs/\(id)").status == 404)
        let page = try await site.get(own, as: person)
        #expect(page.text.contains("120,000.50"))
        let refused = try await site.post(
            own + "/consent",
            [
                ("authority", "line-ministry"), ("office", "Ministry of Justice"), ("date", "2026-01-10"),
                ("instrument", "Letter"), ("consentLevel", "public"),
            ], as: person)
        #expect(refused.status == 400)
        #expect(refused.text.contains("a line ministry cannot give the State’s consent"))
        let given = try await site.post(
            own + "/consent",
            [
                ("authority", "foreign-minister"), ("office", "Ministry of Foreign Affairs"), ("date", "2026-01-10"),
                ("instrument", "Note verbale 4"), ("consentLevel", "public"),
            ], as: person)
        #expect(given.status == 303)
        let published = try await site.post(
            own + "/publish", [("version", "1"), ("level", "public"), ("hidden", "cost")], as: person)
        #expect(published.status == 303)
        let open = try await site.get("/needs/\(id)")
        #expect(open.status == 200)
        #expect(open.text.contains("Note verbale 4"))
        #expect(open.text.contains("not shown by the State"))
        #expect(!open.text.contains("120,000.50"))
        let tag = try #require(open.headers[.eTag])
        let service = try await site.get("/api/v1/needs")
        #expect(service.text.contains("\"total\":1"))
        let withdrawn = try await site.post(own + "/withdraw", [("why", "Met otherwise")], as: person)
        #expect(withdrawn.status == 303)
        #expect(try await site.send("/needs/\(id)", headers: [.ifNoneMatch: tag]).status == 404)
        #expect(try await site.get("/api/v1/needs/\(id)").status == 404)
        let after = try await site.get("/api/v1/needs")
        #expect(after.text.contains("\"total\":0"))
        let list = try await site.get("/needs")
        #expect(!list.text.contains("Train registrars"))
    }

    @Test("Whoever is no member, and a member of another State, sees no draft")
    func drafts() async throws {
        let site = try await WorkspaceSite()
        let id = try await stated(site, try site.home.person(.administrator))
        let path = "/workspaces/aldora/needs/\(id)"
        #expect(try await site.get(path, as: site.stranger).status == 404)
        #expect(try await site.get(path, as: try site.foreign.person(.administrator)).status == 404)
        #expect(try await site.get(path, as: try site.home.person(.contributor)).status == 403)
        #expect(
            try await site.get("/workspaces/belmar/needs/\(id)", as: try site.foreign.person(.administrator)).status
                == 404)
    }

    @Test("The concept note says what the need says, in the reader's language")
    func note() async throws {
        let site = try await WorkspaceSite()
        let person = try site.home.person(.coordinator)
        let id = try await stated(site, person)
        let english = try await site.get("/workspaces/aldora/needs/\(id)/note", as: person)
        #expect(english.text.contains("Concept note: request for cooperation"))
        #expect(english.text.contains("Two courses a year"))
        let arabic = try await site.get("/workspaces/aldora/needs/\(id)/note?lang=ar", as: person)
        #expect(arabic.text.contains("dir=\"rtl\""))
        #expect(arabic.text.contains("مذكرة مفاهيمية"))
    }

    @Test("Recommendations that ask for help are shown with their rule, and a need begins with them")
    func proposals() async throws {
        let site = try await WorkspaceSite()
        let person = try site.home.person(.coordinator)
        let page = try await site.get("/workspaces/aldora/needs/proposals", as: person)
        #expect(page.status == 200)
        let value = try #require(page.text.firstMatch(of: #/value="(recommendation:[0-9]+)"/#)?.1)
        let form = try await site.get("/workspaces/aldora/needs/new?from=\(value)", as: person)
        #expect(form.status == 200)
        #expect(form.text.contains("name=\"from\" value=\"\(value)\""))
    }

    @Test("Offers and funds are kept, published and applied to")
    func funds() async throws {
        let site = try await WorkspaceSite()
        let home = try site.home.person(.coordinator)
        let foreign = try site.foreign.person(.coordinator)
        let offer = try await site.post(
            "/workspaces/belmar/offers",
            [("title", "Courses"), ("language", "en"), ("kinds", "training"), ("level", "public"), ("status", "open")],
            as: foreign)
        #expect(offer.status == 303)
        #expect(try await site.get("/offers").text.contains("Courses"))
        #expect(try await site.get("/api/v1/offers").text.contains("\"total\":1"))
        let fund = try await site.post(
            "/workspaces/belmar/funds", [("name", "Lantern Fund"), ("language", "en"), ("level", "public")],
            as: foreign)
        let path = String((fund.headers[.location] ?? "").split(separator: "?")[0])
        let call = try await site.post(
            path + "/calls",
            [
                ("title", "Registers"), ("ends", "2026-12-31"), ("label-0", "Why"), ("kind-0", "long-text"),
                ("required-0", "yes"), ("most-0", "3"),
            ], as: foreign)
        #expect(call.status == 303)
        let number = String((call.headers[.location] ?? "").split(separator: "?")[0].split(separator: "/").last ?? "")
        #expect(try await site.get("/funds").text.contains("Registers"))
        let begun = try await site.post("/workspaces/aldora/funds/calls/\(number)/apply", [], as: home)
        let application = String((begun.headers[.location] ?? "").split(separator: "?")[0])
        let saved = try await site.post(
            application + "/save",
            [("version", "1"), ("title", "Registers"), ("answer-q1", "one two three four"), ("do", "save")], as: home)
        #expect(saved.status == 303)
        let draft = try await site.get(application, as: home)
        #expect(draft.text.contains("Too long. Words: 4 of 3"))
        #expect(try await site.get("/workspaces/aldora/deadlines", as: home).text.contains("Registers"))
        let handed = try await site.post(
            application + "/save",
            [("version", "2"), ("title", "Registers"), ("answer-q1", "one two three"), ("do", "submit")], as: home)
        #expect(handed.status == 303)
        let received = try await site.get("/workspaces/belmar/funds/own-calls/\(number)", as: foreign)
        #expect(received.text.contains("/workspaces/belmar/funds/received/"))
    }
}
