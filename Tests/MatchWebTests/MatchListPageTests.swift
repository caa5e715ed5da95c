import Cooperation
import Domain
import Foundation
import HTTPTypes
import Insight
import Matches
import People
import Reference
import SiteSupport
import Testing

@testable import Frame
@testable import MatchWeb

@Suite("Pages of what fits")
struct MatchListPageTests {
    private func list(
        _ arranged: MatchSite, _ need: Need, _ query: String = "", as person: Person
    ) async throws -> Reply {
        try await arranged.site.get("/workspaces/aldora/matches/needs/\(need.id)\(query)", as: person)
    }

    @Test("Points times part, as the page shows them, add up to the score it shows, in two languages")
    func recomputed() async throws {
        let arranged = try await MatchSite.shared.value
        let person = try arranged.site.home.person(.coordinator)
        let published = arranged.site.matches.weights.map(\.weight)
        for (language, pattern) in [
            ("en", #/<strong>([0-9.,]+) of ([0-9]+) points</strong>/#),
            ("fr", #/<strong>([0-9.,]+) points sur ([0-9]+)</strong>/#),
        ] {
            for need in arranged.needs {
                let page = try await list(arranged, need, "?lang=\(language)", as: person)
                #expect(page.status == 200)
                let shown = ShownMatch.all(page.text, score: pattern)
                #expect(shown.count >= 3)
                for match in shown {
                    #expect(match.parts.map(\.weight) == published)
                    #expect(match.total == published.reduce(0, +))
                    for part in match.parts { #expect(part.points == part.weight * (part.part ?? 0)) }
                    #expect(match.parts.reduce(0) { $0 + $1.points } == match.score)
                }
                #expect(shown.map(\.score) == shown.map(\.score).sorted(by: >))
            }
        }
    }

    @Test("Offers, calls and peers are in one list and can be asked for alone; what is not kept is told as no data")
    func kinds() async throws {
        let arranged = try await MatchSite.shared.value
        let person = try arranged.site.home.person(.coordinator)
        let page = try await list(arranged, arranged.needs[2], as: person)
        for text in ["Courses for midwives", "Midwives everywhere", "Peer State"] { #expect(page.text.contains(text)) }
        #expect(page.text.contains("No running programme is kept here"))
        let query = "need=\(arranged.needs[2].id)&amp;"
        #expect(page.text.contains("/introductions/new?\(query)offer=\(arranged.courses.id)\""))
        #expect(page.text.contains("/introductions/new?\(query)call=\(arranged.call.id)\""))
        #expect(page.text.contains("/introductions/new?\(query)peer=XAB\""))
        let peers = try await list(arranged, arranged.needs[2], "?source=peer", as: person)
        #expect(peers.text.contains("Peer State") && !peers.text.contains("Midwives everywhere"))
        #expect(try await list(arranged, arranged.needs[2], "?source=nowhere", as: person).status == 400)
    }

    @Test("What fails a hard condition is under why not, with the reason in words, and not in the list")
    func conditions() async throws {
        let arranged = try await MatchSite.shared.value
        let page = try await list(
            arranged, arranged.needs[0], as: try arranged.site.home.person(.coordinator))
        let parts = page.text.components(separatedBy: "id=\"why-not\"")
        #expect(parts.count == 2)
        for title in ["Courses with strings", "Midwives of last year"] {
            #expect(!parts[0].contains(title) && parts.last?.contains(title) == true)
        }
        #expect(parts.last?.contains("It comes with what the State refuses: Cuts in public spending.") == true)
        #expect(parts.last?.contains("It closed on") == true)
    }

    @Test("Other workspaces and people without the right see nothing of a list, and decide on nothing")
    func strangers() async throws {
        let arranged = try await MatchSite.shared.value
        let (site, need) = (arranged.site, arranged.needs[0])
        let own = "/workspaces/aldora/matches/needs/\(need.id)"
        let foreign = try site.foreign.person(.administrator)
        #expect(try await site.get(own).status == 401)
        #expect(try await site.get(own, as: site.stranger).status == 404)
        #expect(try await site.get(own, as: foreign).status == 404)
        #expect(try await site.get("/workspaces/belmar/matches/needs/\(need.id)", as: foreign).status == 404)
        #expect(try await site.get(own, as: try site.home.person(.contributor)).status == 403)
        #expect(try await site.get(own, as: try site.home.person(.observer)).status == 200)
        let fields = [("help", "offer-\(arranged.courses.id)"), ("reason", "x")]
        #expect(try await site.post(own + "/reject", fields, as: try site.home.person(.observer)).status == 403)
        #expect(
            try await site.post("/workspaces/belmar/matches/needs/\(need.id)/reject", fields, as: foreign).status
                == 404)
        // The observer has no form to decide with.
        let page = try await site.get(own, as: try site.home.person(.observer))
        #expect(!page.text.contains("name=\"reason\"") && !page.text.contains("/introductions/new"))
    }

    @Test("The API gives the page's list to a token, with parts that add up, and the published points to everybody")
    func service() async throws {
        let arranged = try await MatchSite.shared.value
        let (site, need) = (arranged.site, arranged.needs[0])
        let token = site.tokens.issue(try site.home.person(.coordinator))
        let path = "/api/v1/workspaces/aldora/needs/\(need.id)/matches"
        let reply = try await site.send(path + "?limit=2", headers: [.authorization: "Bearer \(token)"])
        #expect(reply.status == 200)
        let list = try await site.matches.shortlist(for: need.id, site.home.keeper)
        let first = try #require(list.matches.first)
        #expect(reply.text.contains("\"help\":\"\(first.card.id)\""))
        #expect(reply.text.contains("\"score\":\(first.score.hundredths)"))
        #expect(reply.text.matches(of: #/"score":/#).count == 2)
        let foreign = site.tokens.issue(try site.foreign.person(.coordinator))
        #expect(try await site.send(path, headers: [.authorization: "Bearer \(foreign)"]).status == 404)
        let weights = try await site.get("/api/v1/cooperation/weights")
        #expect(weights.text.contains("\"criterion\":\"themes\",\"weight\":24"))
        let page = try await site.get("/cooperation/weights")
        #expect(page.status == 200 && page.text.contains("Help for another subject is no help"))
    }
}
