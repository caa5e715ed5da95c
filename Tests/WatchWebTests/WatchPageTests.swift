import Domain
import Frame
import HTTPTypes
import SiteSupport
import Testing
import Watches

@testable import WatchWeb

@Suite("Feeds, watches and pictures of a question")
struct WatchPageTests {
    @Test("The search page names its feed and its watch, with the question; the feed names itself with it")
    func feeds() async throws {
        let site = try await WorkspaceSite.shared.value
        let search = try await site.get("/search?state=XAA")
        #expect(search.text.contains("href=\"/recommendations.atom?state=XAA\""))
        #expect(search.text.contains("href=\"/watch?state=XAA\"") && search.text.contains("href=\"/embed?state=XAA\""))
        let feed = try await site.get("/recommendations.atom?state=XAA")
        #expect(feed.status == 200 && feed.text.contains("recommendations.atom?state=XAA"))
        #expect(feed.text.contains("<entry"))
        #expect(try await site.get("/recommendations.atom?state=ZZZ").text.contains("<entry") == false)
        let needs = try await site.get("/needs.atom?theme=right-to-health")
        #expect(needs.text.contains("/needs.atom?theme=right-to-health\""))
    }

    @Test("Whoever asks to follow is answered alike for every address, and forms of other sites are refused")
    func asks() async throws {
        let site = try await WorkspaceSite.shared.value
        #expect(try await site.get("/watch").status == 200)
        let page = try await site.get("/watch?q=courts&state=XAA")
        #expect(page.text.contains("name=\"state\"") && page.text.contains("name=\"email\""))
        for (asked, words) in [
            ("of=assessments&state=XAA&scheme=committee", "Published assessments · Aldora"),
            ("of=cooperation-facts&state=XAA&kind=visit-made", "Facts of cooperation · Aldora · Visit made"),
            ("of=consultations", "Consultations and seminars"),
        ] {
            let page = try await site.get("/watch?" + asked)
            #expect(page.text.contains(words) && page.text.contains("name=\"of\""), "\(asked)")
        }
        for unfit in ["of=cooperation-facts", "of=assessments&recommendation=x"] {
            #expect(try await site.get("/watch?" + unfit).text.contains("name=\"email\"") == false, "\(unfit)")
        }
        #expect(try await site.get("/watch?of=everything").status == 400)
        #expect(try await site.get("/watch/confirm?token=x").status == 404)
        #expect(try await site.get("/watch/end?token=x").status == 404)
    }

    @Test("A member follows a question in her account and stops")
    func own() async throws {
        let site = try await WorkspaceSite.shared.value
        let person = try site.home.person(.observer)
        #expect(try await site.get("/account/watches?q=courts", as: person).text.contains("courts"))
        let facts = [("of", "cooperation-facts"), ("state", "XAA"), ("pace", "daily")]
        #expect(try await site.post("/account/watches", facts, as: person).status == 303)
        #expect(try await site.get("/account/watches", as: person).text.contains("/states/XAA/cooperation"))
        let first = try #require(try await site.watches.own(person.account.id).first)
        #expect(try await site.post("/account/watches/\(first.id)/stop", [], as: person).status == 303)
        #expect(try await site.post("/account/watches", [("pace", "daily")], as: person).status == 400)
        let added = try await site.post("/account/watches", [("q", "courts"), ("pace", "weekly")], as: person)
        #expect(added.status == 303)
        let own = try await site.watches.own(person.account.id)
        #expect(own.count == 1 && own[0].pace == .weekly)
        let stopped = try await site.post("/account/watches/\(own[0].id)/stop", [], as: person)
        #expect(stopped.status == 303)
        #expect(try await site.watches.own(person.account.id).isEmpty)
    }

    @Test("Pictures may be framed by anybody and nothing else may; they carry their numbers and no scripts")
    func embeds() async throws {
        let site = try await WorkspaceSite.shared.value
        for name in ["positions", "themes", "years"] {
            let page = try await site.get("/embed/\(name)?state=XAA")
            let policy = try #require(HTTPField.Name("Content-Security-Policy"))
            #expect(page.headers[policy]?.contains("frame-ancestors *") == true)
            #expect(page.text.contains("<table") && !page.text.contains("<script") && !page.text.contains("<form"))
            let picture = try await site.get("/embed/\(name).svg?state=XAA")
            #expect(picture.headers[.contentType]?.hasPrefix("image/svg+xml") == true)
            #expect(picture.text.contains("xmlns=\"http://www.w3.org/2000/svg\""))
        }
        #expect(try await site.get("/embed?state=XAA").text.contains("&lt;iframe"))
        let policy = try #require(HTTPField.Name("Content-Security-Policy"))
        #expect(try await site.get("/search").headers[policy]?.contains("frame-ancestors 'none'") == true)
    }

    @Test("A recommendation is cited in three forms with the state that was read")
    func cites() async throws {
        let site = try await WorkspaceSite.shared.value
        for (form, part) in [("bib", "@misc{"), ("ris", "TY  - ELEC"), ("json", "\"type\":\"webpage\"")] {
            let file = try await site.get("/recommendations/1/citation.\(form)")
            #expect(file.status == 200 && file.text.contains(part) && file.text.contains("/recommendations/1"))
        }
        #expect(try await site.get("/recommendations/999999/citation.bib").status == 404)
    }
}
