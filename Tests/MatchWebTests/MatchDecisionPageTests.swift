import Cooperation
import Domain
import Foundation
import HTTPTypes
import Insight
import Matches
import People
import SiteSupport
import Testing

@testable import Frame
@testable import MatchWeb

@Suite("Decisions on matches and needs that vanish")
struct MatchDecisionPageTests {
    @Test("A decision needs a reason, is shown with who made it, keeps the pair away from both, and can be taken back")
    func decide() async throws {
        let arranged = try await MatchSite()
        let (site, need) = (arranged.site, arranged.needs[0])
        let (home, foreign) = (try site.home.person(.coordinator), try site.foreign.person(.coordinator))
        let own = "/workspaces/aldora/matches/needs/\(need.id)"
        let help = ("help", "offer-\(arranged.courses.id)")
        let theirs = "/workspaces/belmar/matches/offers/\(arranged.courses.id)"
        #expect(try await site.get(theirs, as: foreign).text.contains("Train midwives"))
        #expect(try await site.post(own + "/reject", [help, ("reason", " ")], as: home).status == 400)
        let kept = try await site.post(own + "/reject", [help, ("reason", "Tried in 2023")], as: home)
        #expect(kept.status == 303)
        let page = try await site.get(own, as: home)
        let parts = page.text.components(separatedBy: "id=\"decisions\"")
        #expect(parts.count == 2 && !parts[0].contains("Courses for midwives"))
        #expect(parts.last?.contains("Tried in 2023") == true && parts.last?.contains("aldora coordinator") == true)
        let other = try await site.get(theirs, as: foreign)
        #expect(!other.text.contains("Train midwives") && !other.text.contains("Tried in 2023"))
        #expect(other.text.contains("the other side decided against the pair: 1"))
        let number = try #require(page.text.firstMatch(of: #/name="decision" value="([0-9]+)"/#)?.1)
        let history = try await site.get("/workspaces/aldora/history/match/\(number)", as: home)
        #expect(history.status == 200 && history.text.contains("Tried in 2023"))
        #expect(
            try await site.post(theirs + "/take-back", [("decision", String(number))], as: foreign).status == 404)
        let back = try await site.post(own + "/take-back", [("decision", String(number))], as: home)
        #expect(back.status == 303)
        #expect(try await site.get(theirs, as: foreign).text.contains("Train midwives"))
        #expect(try await site.get(own, as: home).text.contains("Taken back by"))
    }

    @Test("A need whose consent is withdrawn is gone from a partner's pages at once, and named nowhere")
    func withdrawal() async throws {
        let arranged = try await MatchSite()
        let site = arranged.site
        let foreign = try site.foreign.person(.coordinator)
        let theirs = "/workspaces/belmar/matches/offers/\(arranged.courses.id)"
        for need in arranged.needs.dropFirst() {
            let kept = try await site.post(
                theirs + "/reject", [("need", need.id.description), ("reason", "Too far")], as: foreign)
            #expect(kept.status == 303)
        }
        for path in [theirs, "/workspaces/belmar/matches"] {
            #expect(try await site.get(path, as: foreign).text.contains("Train midwives"))
        }
        for need in arranged.needs {
            try await site.cooperation.needs.withdrawConsent(need.id, why: "Met", by: site.home.keeper)
        }
        for path in [theirs, "/workspaces/belmar/matches"] {
            let page = try await site.get(path, as: foreign)
            #expect(page.status == 200)
            for need in arranged.needs { #expect(!page.text.contains(need.title)) }
        }
        #expect(try await site.get(theirs, as: foreign).text.contains("A need that is no longer shown"))
        let own = try await site.get(
            "/workspaces/aldora/matches/needs/\(arranged.needs[0].id)", as: try site.home.person(.coordinator))
        #expect(own.text.contains("Nobody outside reads this need"))
    }

    @Test(
        "Pages say what they are about in right-to-left languages and stay small; a workspace without anything is told so"
    )
    func words() async throws {
        let arranged = try await MatchSite.shared.value
        let site = arranged.site
        let person = try site.home.person(.coordinator)
        for path in ["/matches", "/matches/needs/\(arranged.needs[0].id)"] {
            let page = try await site.get("/workspaces/aldora\(path)?lang=ar", as: person)
            #expect(page.text.contains("dir=\"rtl\"") && !page.text.contains("⟦"))
            #expect(page.text.utf8.count < 100_000)
        }
        let empty = try await WorkspaceSite.shared.value
        let page = try await empty.get("/workspaces/aldora/matches", as: try empty.home.person(.coordinator))
        #expect(page.text.contains("Nothing to match yet"))
    }
}
