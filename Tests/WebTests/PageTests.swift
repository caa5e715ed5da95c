import Foundation
import HTTPTypes
import Locales
import Testing

@testable import Frame
@testable import Web

@Suite("Pages")
struct PageTests {
    @Test("Every page in every language is whole, small and well formed")
    func everyPage() async throws {
        let site = try await TestSite.shared.value
        for (route, address) in try await site.addresses() where route.kind == .page && route.contentType == "text/html"
        {
            for catalogue in site.responder.site.locales.all {
                let reply = try await site.get(address + "?lang=\(catalogue.tag)")
                #expect(reply.status == 200, "\(address)")
                let problems = PageCheck(html: reply.text).problems(
                    language: catalogue.tag, direction: catalogue.direction.rawValue)
                #expect(problems == [], "\(address) in \(catalogue.tag)")
            }
        }
    }

    @Test("Links within the site lead to pages, walked from the start page")
    func links() async throws {
        let site = try await TestSite.shared.value
        var waiting = ["/?lang=fr"]
        var seen: Set<String> = []
        var perRoute: [String: Int] = [:]
        while let address = waiting.popLast() {
            let path = address.split(separator: "#").first.map { String($0) } ?? address
            let name = site.responder.table.match(path.split(separator: "?").first ?? "")?.route.name
            guard seen.insert(path).inserted, perRoute[name ?? path, default: 0] < 8 else { continue }
            perRoute[name ?? path, default: 0] += 1
            let reply = try await site.get(path)
            // The desk asks who is there.
            #expect(reply.status == (name == "desk" ? 401 : 200), "\(path)")
            guard reply.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
            let links = PageCheck(html: reply.text).links
            #expect(links.allSatisfy { $0.contains("lang=") || $0.hasPrefix("/api/") }, "\(path) loses the language")
            waiting = links.reversed() + waiting
        }
        #expect(perRoute.count >= 15)
    }

    @Test("Searching, choosing and removing a filter, and the next page keep the rest of the question")
    func searching() async throws {
        let site = try await TestSite.shared.value
        let page = try await site.get("/search?q=children&position=supported&lang=en")
        let links = PageCheck(html: page.text).links.filter { $0.hasPrefix("/search") }
        #expect(page.text.contains("<mark>"))
        #expect(links.contains { $0.contains("q=children") && !$0.contains("position=") })
        #expect(
            links.contains { $0.contains("position=supported") && $0.contains("theme=") && $0.contains("q=children") })
        #expect(links.contains { $0.contains("after=") && $0.contains("position=supported") })
    }

    @Test("A search without results says what to do next")
    func nothingFound() async throws {
        let site = try await TestSite.shared.value
        let page = try await site.get("/search?q=xylophonist&state=XAA&lang=en")
        #expect(page.status == 200)
        #expect(page.text.contains("Nothing matches this search"))
        #expect(page.text.contains("Search again without the filters"))
    }

    @Test("What a person types stands escaped wherever it is shown")
    func escaping() async throws {
        let site = try await TestSite.shared.value
        let page = try await site.get("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&theme=%3Cb%3Ex")
        #expect(!page.text.contains("<script"))
        #expect(!page.text.contains("<b>x"))
    }

    @Test("Pages say that invented records are shown")
    func demonstration() async throws {
        let site = try await TestSite.shared.value
        for path in ["/", "/search", "/about", "/nowhere"] {
            #expect(try await site.get(path + "?lang=en").text.contains("are invented"), "\(path)")
        }
    }

    @Test("Texts carry their language and a direction of their own")
    func textLanguages() async throws {
        let site = try await TestSite.shared.value
        let page = try await site.get("/search?language=ar&lang=en")
        #expect(page.text.contains("lang=\"ar\" dir=\"auto\""))
    }
}
