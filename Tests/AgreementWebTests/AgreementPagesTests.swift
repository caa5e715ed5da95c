import Agreements
import Cooperation
import Domain
import HTTPTypes
import Operations
import People
import SiteSupport
import Testing

@testable import AgreementWeb
@testable import Frame

/// One site for the whole suite: each test begins with a need of its own.
@Suite("Pages of introductions and agreements")
struct AgreementPagesTests {
    private static let shared = Task { try await WorkspaceSite() }

    private func need(_ site: WorkspaceSite, _ title: String) async throws -> Need {
        var draft = NeedDraft()
        draft.title = title
        draft.kinds = [.training]
        draft.asked = "Two courses a year"
        let keeper = site.home.keeper
        let need = try await site.cooperation.needs.add(draft, by: keeper)
        let date = try #require(CalendarDate("2026-01-10"))
        _ = try await site.cooperation.needs.record(
            ConsentDraft(
                authority: .foreignMinister, office: "Ministry of Foreign Affairs", date: date,
                instrument: "Note verbale 4", level: .open), for: need.id, by: keeper)
        try await site.cooperation.needs.publish(
            need.id, version: need.version, Publication(level: .open), by: keeper)
        return need
    }

    private func number(_ reply: Reply) -> String {
        let place = reply.headers[.location] ?? ""
        return String(place.split(separator: "?")[0].split(separator: "/").last ?? "")
    }

    private func asked(_ site: WorkspaceSite, _ title: String) async throws -> String {
        let need = try await need(site, title)
        let person = try site.foreign.person(.coordinator)
        let form = try await site.get("/workspaces/belmar/introductions/new?need=\(need.id)", as: person)
        #expect(form.text.contains(title))
        let reply = try await site.post(
            "/workspaces/belmar/introductions/new", [("need", need.id.description), ("text", "We did the same.")],
            as: person)
        #expect(reply.status == 303)
        return number(reply)
    }

    @Test("A request is asked, seen on both sides with its age, answered, talked over, and hidden from others")
    func introduction() async throws {
        let site = try await Self.shared.value
        let (aldora, belmar) = (try site.home.person(.coordinator), try site.foreign.person(.coordinator))
        let id = try await asked(site, "Train registrars in mediation")
        let own = "/workspaces/aldora/introductions"
        let list = try await site.get(own, as: aldora)
        #expect(list.text.contains("Train registrars in mediation"))
        #expect(list.text.contains("Waits for an answer"))
        #expect(list.text.contains("0 days"))
        #expect(try await site.get("\(own)/\(id)", as: site.stranger).status == 404)
        #expect(try await site.get("\(own)/\(id)", as: try site.home.person(.contributor)).status == 403)
        let refused = try await site.post("\(own)/\(id)/decline", [("version", "1"), ("reason", " ")], as: aldora)
        #expect(refused.status == 400)
        let answered = try await site.post("\(own)/\(id)/accept", [("version", "1")], as: aldora)
        #expect(answered.status == 303)
        let late = try await site.post("\(own)/\(id)/accept", [("version", "1")], as: aldora)
        #expect(late.status == 409)
        let text = "<b>When</b> shall we talk?"
        let sent = try await site.post(
            "/workspaces/belmar/introductions/\(id)/messages", [("message", text)], as: belmar)
        #expect(sent.status == 303)
        let page = try await site.get("\(own)/\(id)", as: aldora)
        #expect(page.text.contains("&lt;b>When&lt;/b> shall we talk?") || page.text.contains("&lt;b&gt;When"))
        let service = try await site.get("/api/v1/workspaces/aldora/introductions/\(id)", as: aldora)
        #expect(service.text.contains("\"status\":\"accepted\""))
        #expect(service.text.contains("\"from\":\"Belmar\""))
        #expect(!service.text.contains("belmar coordinator"))
    }

    @Test("What cannot be asked here is said, and what is not there for the asker is refused")
    func obstacles() async throws {
        let site = try await Self.shared.value
        let person = try site.home.person(.coordinator)
        let path = "/workspaces/aldora/introductions/new"
        let peer = try await site.get(path + "?peer=XAC", as: person)
        #expect(peer.text.contains("The mechanism of this State has no workspace here."))
        #expect(!peer.text.contains("name=\"text\""))
        let nothing = try await site.get(path, as: person)
        #expect(nothing.text.contains("Say first what it is about"))
        #expect(try await site.get(path + "?need=999999", as: person).status == 400)
        #expect(try await site.get(path + "?need=abc", as: person).status == 400)
        #expect(try await site.get(path + "?peer=XAB", as: try site.home.person(.observer)).status == 403)
    }

    @Test("An agreement is written from an introduction, proposed, accepted, in force, spoken of and reviewed")
    func agreement() async throws {
        let site = try await Self.shared.value
        let (aldora, belmar) = (try site.home.person(.coordinator), try site.foreign.person(.coordinator))
        let introduction = try await asked(site, "Figures by district")
        _ = try await site.post(
            "/workspaces/aldora/introductions/\(introduction)/accept", [("version", "1")], as: aldora)
        let new = try await site.get(
            "/workspaces/aldora/agreements/new?introduction=\(introduction)", as: aldora)
        #expect(new.text.contains("name=\"give-0-what\""))
        let form = [
            ("introduction", introduction), ("title", "Figures together"), ("purpose", "Count everybody"),
            ("language", "en"), ("noticeDays", "90"), ("give-0-what", "A statistician"),
            ("give-0-giver", site.foreign.workspace.id.description), ("give-0-kind", "data-statistics"),
            ("give-0-money", "1200.50"), ("give-0-moneyCurrency", "EUR"), ("give-0-due", "2026-01-20"),
            ("mark-0-what", "Figures for nine districts"), ("mark-0-kind", "result"), ("mark-0-due", "2026-01-25"),
            ("review-0", "2026-02-01"), ("condition-0-what", "A sign"), ("condition-0-kind", "visibility"),
        ]
        let added = try await site.post("/workspaces/aldora/agreements", form, as: aldora)
        #expect(added.status == 303)
        let id = number(added)
        let (own, theirs) = ("/workspaces/aldora/agreements/\(id)", "/workspaces/belmar/agreements/\(id)")
        #expect(try await site.get(theirs, as: belmar).status == 404)
        let proposed = try await site.post(
            own + "/versions/1/propose", [("version", "1"), ("public", "yes")], as: aldora)
        #expect(proposed.status == 303)
        let waiting = try await site.get("/workspaces/belmar/agreements", as: belmar)
        #expect(waiting.text.contains("waits for you"))
        #expect(try await site.get("/agreements/\(id)").status == 404)
        let accepted = try await site.post(
            theirs + "/versions/1/accept", [("version", "2"), ("public", "yes")], as: belmar)
        #expect(accepted.status == 303)
        let open = try await site.get("/agreements/\(id)")
        #expect(open.status == 200)
        #expect(open.text.contains("1,200.50 EUR"))
        let service = try await site.get("/api/v1/agreements/\(id)")
        #expect(service.text.contains("\"amount\":120050"))
        let page = try await site.get(own, as: aldora)
        #expect(page.text.contains("Its day is over, and nobody says that it was met"))
        #expect(page.text.contains("Your need stands as"))
        let stated = try await site.post(
            theirs + "/benchmarks/2", [("standing", "missed"), ("note", "The boats were late")], as: belmar)
        #expect(stated.status == 303)
        let words = try await site.get(own, as: aldora)
        #expect(words.text.contains("The boats were late"))
        let review = try await site.post(
            own + "/reviews/2026-02-01", [("alignment", "yes"), ("lasting", "no"), ("lasting-reason", "No money")],
            as: aldora)
        #expect(review.status == 303)
        let book = try await site.get(theirs + "/reviews", as: belmar)
        #expect(book.text.contains("No money"))
        #expect(book.text.contains("Response times, counted"))
        #expect(try await site.get(own + "/reviews", as: site.stranger).status == 404)
    }

    @Test("A form without parties asks for them first, and lists, tables and reviews are there when empty")
    func empty() async throws {
        let site = try await WorkspaceSite.shared.value
        let person = try site.home.person(.administrator)
        let new = try await site.get("/workspaces/aldora/agreements/new", as: person)
        #expect(new.text.contains("Choose the parties and keep the draft"))
        let bad = try await site.post(
            "/workspaces/aldora/agreements", [("title", "Alone"), ("language", "en"), ("noticeDays", "90")], as: person)
        #expect(bad.status == 400)
        for path in ["/agreements", "/introductions", "/agreements/reviews"] {
            let page = try await site.get("/workspaces/belmar" + path, as: try site.foreign.person(.administrator))
            #expect(page.status == 200)
            #expect(page.text.contains("aria-current=\"page\""))
        }
        let contributor = try await site.get(
            "/workspaces/aldora/agreements/reviews", as: try site.home.person(.contributor))
        #expect(contributor.status == 200)
        #expect(contributor.text.contains("No agreement to review"))
        let open = try await site.get("/agreements")
        #expect(open.text.contains("No agreements"))
    }
}
