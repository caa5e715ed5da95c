import Corpus
import Domain
import Foundation
import Operations
import PlanSupport
import SiteSupport
import Store
import Testing

@testable import Frame
@testable import WorkspaceSearchWeb

/// A site on which both workspaces have a text of every kind, each with a word of its own.
enum PlantedSite {
    static let word = "kestrelbrook"
    static let foreignWord = "curlewbrook"

    static let shared = Task {
        let site = try await WorkspaceSite()
        let (home, foreign) = (site.home, site.foreign)
        let ids = try await site.record.database.read { connection in
            try connection.all("SELECT id FROM recommendation ORDER BY id LIMIT 2") { try $0.int(0) }
        }
        try await site.record.database.write { connection in
            try PlantedTexts(
                workspace: home.workspace.id.value, institution: home.ministry.id.value, base: 7_000, word: word,
                recommendation: ids[0]
            ).write(connection)
            try PlantedTexts(
                workspace: foreign.workspace.id.value, institution: foreign.ministry.id.value, base: 8_000,
                word: foreignWord, recommendation: ids[1]
            ).write(connection)
        }
        return site
    }
}

@Suite("Pages of a workspace's search")
struct WorkspaceSearchPageTests {
    @Test("The page shows what was found with marks, kinds to narrow by, and leads to each text's own page")
    func page() async throws {
        let site = try await PlantedSite.shared.value
        let person = try site.home.person(.coordinator)
        let reply = try await site.get("/workspaces/aldora/search?q=\(PlantedSite.word)", as: person)
        #expect(reply.status == 200)
        #expect(reply.text.contains("<mark>\(PlantedSite.word)</mark>"))
        #expect(reply.text.contains("/workspaces/aldora/plan/actions/7000"))
        #expect(reply.text.contains("kind=sent-letter"))
        #expect(reply.text.contains("institution=\(site.home.ministry.id)"))
        #expect(!reply.text.contains(PlantedSite.foreignWord))
        let next = try await site.get(
            "/workspaces/aldora/search?q=\(PlantedSite.word)&kind=law&kind=comment", as: person)
        #expect(next.text.contains("2 texts found"))
    }

    @Test("Before a question it says what can be found; without a hit it says what to try; the bar has the box")
    func empty() async throws {
        let site = try await PlantedSite.shared.value
        let person = try site.home.person(.observer)
        let start = try await site.get("/workspaces/aldora/search", as: person)
        #expect(start.text.contains("What are you looking for?"))
        #expect(!start.text.contains("Settled position"))
        let none = try await site.get("/workspaces/aldora/search?q=xyzzyx&kind=law", as: person)
        #expect(none.text.contains("Nothing matches this search"))
        let bar = try await site.get("/workspaces/aldora", as: person)
        #expect(bar.text.contains("action=\"/workspaces/aldora/search\""))
    }

    @Test("A reader sees no text and no number of what is not hers to see, and nobody finds another workspace's texts")
    func rights() async throws {
        let site = try await PlantedSite.shared.value
        for role in WorkspaceRole.allCases {
            let person = try site.home.person(role)
            let foreign = try await site.get("/workspaces/aldora/search?q=\(PlantedSite.foreignWord)", as: person)
            #expect(foreign.text.contains("Nothing matches this search"), "\(role)")
            let hidden = try await site.get("/workspaces/aldora/search?q=settled+\(PlantedSite.word)", as: person)
            let sees = role == .administrator || role == .coordinator
            #expect(hidden.text.contains("<mark>settled</mark>") == sees, "\(role)")
            #expect(hidden.text.contains("1 text found") == sees, "\(role)")
        }
        let outside = try await site.get("/workspaces/aldora/search?q=a", as: try site.foreign.person(.administrator))
        #expect(outside.status == 404)
        let stranger = try await site.get("/workspaces/aldora/search?q=a", as: site.stranger)
        #expect(stranger.status == 404)
        let nobody = try await site.get("/workspaces/aldora/search?q=a")
        #expect(nobody.status == 401)
    }

    @Test("The API answers the same, page after page")
    func api() async throws {
        let site = try await PlantedSite.shared.value
        let person = try site.home.person(.coordinator)
        struct Page: Decodable {
            struct Text: Decodable { var kind: String, id: Int, page: String }
            var total: Int, isMore: Bool, isCut: Bool, next: String?, texts: [Text]
        }
        var (found, next): ([String], String?) = ([], "")
        while let after = next, found.count < 100 {
            let rest = after.isEmpty ? "" : "&after=\(after)"
            let reply = try await site.get(
                "/api/v1/workspaces/aldora/search?q=\(PlantedSite.word)&limit=10\(rest)", as: person)
            #expect(reply.status == 200)
            let page = try JSONDecoder().decode(Page.self, from: Data(reply.bytes))
            #expect(!page.isMore && !page.isCut)
            // The recommendation of the record has no such word.
            #expect(page.total == 23)
            found += page.texts.map(\.kind)
            next = page.next
        }
        #expect(found.count == 23 && Set(found).count == 23)
        let bad = try await site.get("/api/v1/workspaces/aldora/search?q=a&kind=nothing", as: person)
        #expect(bad.status == 400)
    }

    @Test("Nothing of any workspace is in the record's index, its vocabulary, its suggestions or what it holds alike")
    func privacy() async throws {
        let site = try await PlantedSite.shared.value
        let before = site.record.corpus.snapshot
        let person = try site.home.person(.coordinator)
        _ = try await site.get("/workspaces/aldora/search?q=\(PlantedSite.word)", as: person)
        try await site.record.feed.catchUp()
        #expect(site.record.corpus.snapshot.count == before.count)
        #expect(site.record.corpus.snapshot.bytes == before.bytes)
        let word = PlantedSite.word
        for query in [word, "kestrelbro*", "kestrel*"] {
            let found = try await site.record.library.search(SearchRequest(query: query))
            #expect(found.total == 0, "\(query)")
        }
        // One letter away: what "did you mean" is made of.
        for path in [
            "/search?q=kestrelbrok", "/search?q=kestrelbroko", "/search", "/tables?q=kestrelbrok",
            "/api/v1/recommendations?q=kestrelbrok",
        ] {
            for reader in [nil, person] {
                let reply = try await site.get(path, as: reader)
                #expect(!reply.text.lowercased().contains(word), "\(path)")
            }
        }
        let ids = try await site.record.database.read { connection in
            try connection.all("SELECT id FROM recommendation ORDER BY id LIMIT 3") { try $0.int(0) }
        }
        for id in ids {
            for path in ["/recommendations/\(id)", "/api/v1/recommendations/\(id)/similar"] {
                let reply = try await site.get(path)
                #expect(reply.status == 200, "\(path)")
                #expect(!reply.text.lowercased().contains(word), "\(path)")
            }
        }
    }
}
