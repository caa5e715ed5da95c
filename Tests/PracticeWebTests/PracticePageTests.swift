import Domain
import HTTPTypes
import Operations
import People
import SiteSupport
import Testing

@testable import Frame
@testable import PracticeWeb

/// A site with a third and a fourth workspace: a foundation that reviews, and an organization of civil society.
struct PracticeSite {
    let site: WorkspaceSite
    let aldora: Person
    let belmar: Person
    let lanterns: Person
    let shore: Person

    static let shared = Task { try await PracticeSite() }

    init() async throws {
        site = try await WorkspaceSite()
        aldora = try site.home.person(.coordinator)
        belmar = try site.foreign.person(.coordinator)
        let made = site
        func partner(_ slug: String, _ name: String, _ actor: ActorKind) async throws -> Person {
            let workspace = try await made.workspaces.addPartner(
                slug: slug, name: name, actor: actor, state: nil, region: nil, language: .english, timeZone: "UTC",
                by: .commandLine("tests"))
            let person = try await Person(named: slug, made.record.accounts)
            try await made.workspaces.put(
                person.account.id, .administrator, nil, by: Member.keeper("cli:tests", of: workspace))
            return person
        }
        lanterns = try await partner("lanterns", "Lanterns", .foundation)
        shore = try await partner("shore", "Shoreline Watch", .civilSociety)
    }

    static func fields(_ title: String) -> [(String, String)] {
        [
            ("shelf", "cities"), ("language", "en"), ("title", title), ("summary", "Registrars learnt at night."),
            ("worked", "Teaching after work."), ("place", "Harbour quarter"), ("state", "XAA"),
            ("region", "demo-north"), ("kinds", "training"), ("themes", "right-to-health"), ("cost", "1200.50"),
            ("costCurrency", "EUR"), ("office", "Registry office"), ("email", "registry@aldora.example"),
            ("documents", "Evaluation | https://aldora.example/evaluation"),
        ]
    }

    /// The address of what a form made.
    static func place(_ reply: Reply) -> String { String((reply.headers[.location] ?? "").split(separator: "?")[0]) }

    static func number(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

    /// A practice that was written, handed in and reviewed in pages.
    func published(_ fields: [(String, String)], _ slug: String, _ author: Person) async throws -> String {
        let added = try await site.post("/workspaces/\(slug)/practices", fields, as: author)
        #expect(added.status == 303)
        let own = Self.place(added)
        let handed = try await site.post(own + "/hand-in", [("version", "1")], as: author)
        #expect(handed.status == 303)
        let reviewers = [("aldora", aldora), ("belmar", belmar), ("lanterns", lanterns)].filter { $0.0 != slug }
        for (reviewing, person) in reviewers.prefix(2) {
            let said = try await site.post(
                "/workspaces/\(reviewing)/practices/reviews/\(Self.number(own))/review",
                [("edition", "1"), ("verdict", "publish"), ("language", "en"), ("reasons", "Clear")], as: person)
            #expect(said.status == 303)
        }
        return Self.number(own)
    }
}

@Suite("Pages of practices")
struct PracticePageTests {
    @Test("A practice is written, handed in, reviewed by two and read by everybody; what failed is asked for")
    func walk() async throws {
        let fixture = try await PracticeSite.shared.value
        let site = fixture.site
        let form = try await site.get("/workspaces/aldora/practices/new", as: fixture.aldora)
        #expect(form.text.contains("What failed, or would be done differently"))
        #expect(!form.text.contains("name=\"anonymous\""))
        let added = try await site.post(
            "/workspaces/aldora/practices", PracticeSite.fields("Night schools"), as: fixture.aldora)
        let own = PracticeSite.place(added)
        let id = PracticeSite.number(own)
        #expect(try await site.get("/practices/\(id)").status == 404)
        let foreign = "/workspaces/belmar/practices/\(id)"
        #expect(try await site.get(foreign, as: fixture.belmar).status == 404)
        #expect(try await site.get(own, as: fixture.belmar).status == 404)
        #expect(try await site.post(own + "/hand-in", [("version", "1")], as: fixture.aldora).status == 303)
        let review = "/workspaces/aldora/practices/reviews/\(id)"
        #expect(try await site.get(review, as: fixture.aldora).status == 404)
        let ownReview = try await site.post(
            review + "/review",
            [("edition", "1"), ("verdict", "publish"), ("language", "en"), ("reasons", "Good")], as: fixture.aldora)
        #expect(ownReview.status == 400)
        #expect(ownReview.text.contains("no workspace reviews its own"))
        for (slug, person) in [("belmar", fixture.belmar), ("lanterns", fixture.lanterns)] {
            let path = "/workspaces/\(slug)/practices/reviews/\(id)"
            let queue = try await site.get("/workspaces/\(slug)/practices/reviews", as: person)
            #expect(queue.text.contains("Night schools"))
            #expect(try await site.get(path, as: person).text.contains("Teaching after work."))
            let silent = try await site.post(
                path + "/review", [("edition", "1"), ("verdict", "publish"), ("language", "en")], as: person)
            #expect(silent.status == 400)
            let said = try await site.post(
                path + "/review",
                [("edition", "1"), ("verdict", "publish"), ("language", "en"), ("reasons", "Clear")], as: person)
            #expect(said.status == 303)
        }
        let open = try await site.get("/practices/\(id)")
        #expect(open.status == 200)
        #expect(open.text.contains("Nothing was said. It was asked for."))
        #expect(open.text.contains("1,200.50"))
        #expect(open.text.contains("Registry office"))
        let shelf = try await site.get("/practices/shelves/cities")
        #expect(shelf.text.contains("Night schools"))
        #expect(try await site.get("/practices?q=registrar&state=XAA").text.contains("Night schools"))
        #expect(!(try await site.get("/practices?q=bicycles").text.contains("Night schools")))
        let history = try await site.get("/workspaces/aldora/history/practice/\(id)", as: fixture.aldora)
        #expect(history.text.contains("Night schools"))
    }

    @Test("An author without a name is in no page, answer, file or search, and neither is a place that is held back")
    func anonymous() async throws {
        let fixture = try await PracticeSite.shared.value
        let site = fixture.site
        let fields =
            PracticeSite.fields("Shelter by the coast").filter { $0.0 != "documents" }
            + [("anonymous", "yes"), ("placeWithheld", "yes"), ("themes", "right-to-housing-unknown")]
        let refused = try await site.post("/workspaces/shore/practices", fields, as: fixture.shore)
        #expect(refused.status == 400)
        let id = try await fixture.published(fields.dropLast() + [("goals", "11")], "shore", fixture.shore)
        for path in [
            "/practices/\(id)", "/practices", "/practices?q=shelter", "/practices/shelves/cities",
            "/practices.csv?q=shelter",
            "/api/v1/practices/\(id)", "/api/v1/practices?q=shelter", "/practices/\(id)?lang=ar",
        ] {
            let text = try await site.get(path).text
            #expect(text.contains("Shelter by the coast"), "\(path)")
            for secret in ["Shoreline", "/workspaces/shore"] { #expect(!text.contains(secret), "\(path) \(secret)") }
            if path.contains(id) || path.contains("shelter") {
                for secret in ["Harbour quarter", "XAA", "Aldora", "registry@aldora.example"] {
                    #expect(!text.contains(secret), "\(path) \(secret)")
                }
            }
        }
        let page = try await site.get("/practices/\(id)").text
        #expect(page.contains("A civil society organization that does not give its name"))
        for word in ["shoreline", "harbour quarter"] {
            let found = try await site.get("/api/v1/practices?q=\(word.replacing(" ", with: "+"))")
            #expect(found.text.contains("\"total\":0") || !found.text.contains("Shelter"))
        }
    }

    @Test("A practice is found from the issue of another State and from the plan, says why, and is adopted from there")
    func found() async throws {
        let fixture = try await PracticeSite.shared.value
        let site = fixture.site
        _ = try await site.record.issues.refresh(StateCode("XAA"))
        let issues = try await site.record.issues.list(StateCode("XAA"))
        let issue = try #require(issues.items.first { !$0.issue.reason.themes.isEmpty }).issue
        let theme = try #require(issue.reason.themes.first)
        let fields =
            PracticeSite.fields("Found elsewhere").filter { !["themes", "state", "region"].contains($0.0) }
            + [("themes", theme), ("state", "XAB")]
        let id = try await fixture.published(fields, "belmar", fixture.belmar)
        let page = try await site.get("/issues/\(issue.id)")
        #expect(page.text.contains("/practices/\(id)"))
        #expect(page.text.contains("Proposed by the program"))
        let library = "/workspaces/aldora/practices/library/\(id)"
        let taken = try await site.post(
            "/workspaces/aldora/plan/take", [("id", "\(issue.id)")], as: fixture.aldora)
        #expect(taken.status == 303)
        let plan = try await site.get("/workspaces/aldora/plan", as: fixture.aldora).text
        let commitment = try #require(plan.firstMatch(of: #/plan/commitments/([0-9]+)/#)?.1)
        let planned = try await site.get("/workspaces/aldora/plan/commitments/\(commitment)", as: fixture.aldora).text
        #expect(planned.contains(library + "?for=issue:\(issue.id)"))
        let adopting = try await site.get(library + "?for=issue:\(issue.id)", as: fixture.aldora)
        #expect(adopting.text.contains("value=\"issue:\(issue.id)\""))
        let adopted = try await site.post(
            library + "/adopt",
            [
                ("language", "en"), ("note", "For our islands"), ("adapted", ""), ("day", "2026-01-15"),
                ("for", "issue:\(issue.id)"), ("shown", "counted"),
            ], as: fixture.aldora)
        #expect(adopted.status == 303)
        var open = try await site.get("/practices/\(id)").text
        #expect(open.contains("Adopted by workspaces: 1"))
        #expect(!open.contains("For our islands"))
        let list = try await site.get("/workspaces/aldora/practices", as: fixture.aldora).text
        let number = try #require(list.firstMatch(of: #/practices/adoptions/([0-9]+)/result/#)?.1)
        let shown = try await site.post(
            "/workspaces/aldora/practices/adoptions/\(number)/show", [("version", "1"), ("shown", "named")],
            as: fixture.aldora)
        #expect(shown.status == 303)
        open = try await site.get("/practices/\(id)").text
        #expect(open.contains("For our islands"))
        let foreign = try await site.post(
            "/workspaces/lanterns/practices/adoptions/\(number)/take-back", [("version", "2"), ("why", "No")],
            as: fixture.lanterns)
        #expect(foreign.status == 404)
    }

    @Test("A stale form meets the version that stands, and a language version is read in its language")
    func versions() async throws {
        let fixture = try await PracticeSite.shared.value
        let site = fixture.site
        let added = try await site.post(
            "/workspaces/aldora/practices", PracticeSite.fields("Two languages"), as: fixture.aldora)
        let own = PracticeSite.place(added)
        let french = [
            ("version", "1"), ("language", "fr"), ("title", "Deux langues"), ("worked", "Enseigner le soir."),
        ]
        #expect(try await site.post(own + "/version", french, as: fixture.aldora).status == 303)
        #expect(try await site.post(own + "/version", french, as: fixture.aldora).status == 409)
        let page = try await site.get(own + "?version=fr", as: fixture.aldora)
        #expect(page.text.contains("Deux langues"))
        let bad = try await site.post(
            own + "/link", [("version", "2"), ("issue", "987654321")], as: fixture.aldora)
        #expect(bad.status == 400)
        #expect(bad.text.contains("not in the record"))
    }

    @Test("An emerging issue is brought up, reviewed and read, with its steps by day")
    func emerging() async throws {
        let fixture = try await PracticeSite.shared.value
        let site = fixture.site
        let added = try await site.post(
            "/workspaces/shore/emerging-issues",
            [
                ("language", "en"), ("title", "Lives on ships"), ("text", "Families live on ships."),
                ("gap", "Nobody registers them."), ("themes", "right-to-health"), ("anonymous", "yes"),
            ], as: fixture.shore)
        #expect(added.status == 303)
        let own = PracticeSite.place(added)
        let id = PracticeSite.number(own)
        let named = try await site.post(
            own + "/proponent", [("kind", "concerned"), ("name", "Amara Quill")], as: fixture.shore)
        #expect(named.status == 400)
        let step = try await site.post(
            own + "/step",
            [
                ("stepDay", "2025-06-01"), ("stage", "before-body"), ("body", "human-rights-council"),
                ("stepLanguage", "en"),
            ], as: fixture.shore)
        #expect(step.status == 303)
        #expect(try await site.post(own + "/hand-in", [("version", "1")], as: fixture.shore).status == 303)
        #expect(try await site.get("/emerging-issues/\(id)").status == 404)
        for (slug, person) in [("belmar", fixture.belmar), ("lanterns", fixture.lanterns)] {
            let said = try await site.post(
                "/workspaces/\(slug)/practices/reviews/emerging/\(id)/review",
                [("edition", "1"), ("verdict", "publish"), ("language", "en"), ("reasons", "Clear")], as: person)
            #expect(said.status == 303)
        }
        for path in ["/emerging-issues/\(id)", "/emerging-issues?stage=before-body", "/api/v1/emerging-issues/\(id)"] {
            let text = try await site.get(path).text
            #expect(text.contains("Lives on ships"), "\(path)")
            #expect(!text.contains("Shoreline"), "\(path)")
        }
        let list = try await site.get("/emerging-issues?stage=raised")
        #expect(!list.text.contains("Lives on ships"))
    }
}
