import Foundation
import Testing

@testable import Frame
@testable import Web

@Suite("Search: related words, numbers, did you mean")
struct FindingPageTests {
    private func page(_ address: String) async throws -> String {
        try await TestSite.shared.value.get(address).text
    }

    private func json(_ address: String) async throws -> [String: Any] {
        let reply = try await TestSite.shared.value.get(address)
        #expect(reply.status == 200, "\(address)")
        return try #require(try JSONSerialization.jsonObject(with: Data(reply.bytes)) as? [String: Any])
    }

    /// A record of the demonstration with symbol and paragraph.
    private func placed() async throws -> (symbol: String, paragraph: String) {
        let items = try await json("/api/v1/recommendations?limit=50&mechanism=demo-upr")["items"] as? [[String: Any]]
        let item = try #require(items?.first { $0["symbol"] is String && $0["paragraph"] is String })
        return (try #require(item["symbol"] as? String), try #require(item["paragraph"] as? String))
    }

    @Test("A misspelt word shows links with counts in every language, and the page stays one without results")
    func didYouMean() async throws {
        for language in try await TestSite.shared.value.languages {
            let text = try await page("/search?q=childern&lang=\(language)")
            let check = PageCheck(html: text)
            #expect(text.contains("class=\"suggest\""), "\(language)")
            #expect(check.links.contains { $0.contains("q=children") && $0.contains("lang=\(language)") })
            #expect(check.problems(language: language, direction: language == "ar" ? "rtl" : "ltr") == [])
        }
        let answer = try await json("/api/v1/recommendations?q=childern")
        #expect(answer["total"] as? Int == 0)
        let first = try #require((answer["suggestions"] as? [[String: Any]])?.first)
        #expect(first["query"] as? String == "children" && (first["count"] as? Int ?? 0) > 0)
    }

    @Test("Related words are told with a link that searches exactly as typed, and back; the total changes with them")
    func relatedWords() async throws {
        let widened = try await json("/api/v1/recommendations?q=disabled%20persons&limit=200")
        let exact = try await json("/api/v1/recommendations?q=disabled%20persons&limit=200&exact=yes")
        let all = try #require(widened["total"] as? Int)
        let typed = try #require(exact["total"] as? Int)
        #expect(all > typed)
        let expansions = try #require(widened["expansions"] as? [[String: Any]])
        let added = expansions.reduce(0) { $0 + ($1["added"] as? Int ?? 0) }
        #expect(all == typed + added && (exact["expansions"] as? [Any])?.isEmpty == true)
        let items = try #require(widened["items"] as? [[String: Any]])
        #expect(items.dropFirst(typed).allSatisfy { $0["foundBy"] is String })
        let text = try await page("/search?q=disabled%20persons&lang=en")
        #expect(text.contains("class=\"also\"") && text.contains("persons with disabilities"))
        #expect(PageCheck(html: text).links.contains { $0.contains("exact=yes") })
        let narrow = try await page("/search?q=disabled%20persons&exact=yes&lang=en")
        #expect(!narrow.contains("class=\"found\""))
        #expect(
            PageCheck(html: narrow).links.contains {
                $0.hasPrefix("/search?") && $0.contains("q=disabled") && !$0.contains("exact=")
            })
    }

    @Test("A document's symbol and a paragraph's number lead to the record first, with facets that agree")
    func numbers() async throws {
        let (symbol, paragraph) = try await placed()
        let query = PercentCoding.encode("\(symbol) \(paragraph)")
        let answer = try await json("/api/v1/recommendations?q=\(query)&facets=symbol&facets=paragraph")
        let first = try #require((answer["items"] as? [[String: Any]])?.first)
        #expect(first["symbol"] as? String == symbol && first["paragraph"] as? String == paragraph)
        #expect(first["foundBy"] as? String == "lookup")
        let facets = try #require(answer["facets"] as? [String: [[String: Any]]])
        let counted = facets["symbol"]?.reduce(0) { $0 + ($1["count"] as? Int ?? 0) }
        #expect(counted == answer["total"] as? Int)
        let text = try await page("/search?q=\(query)&lang=fr")
        #expect(text.contains("class=\"also\""))
        let filtered = try await json(
            "/api/v1/recommendations?symbol=\(PercentCoding.encode(symbol))&paragraph=\(PercentCoding.encode(paragraph))"
        )
        #expect(filtered["total"] as? Int == 1)
    }

    @Test("Pages with notes are whole in every language, and so is an export of what they count")
    func notes() async throws {
        for language in try await TestSite.shared.value.languages {
            let address = "/search?q=disabled%20persons&lang=\(language)"
            let check = PageCheck(html: try await page(address))
            #expect(
                check.problems(language: language, direction: language == "ar" ? "rtl" : "ltr") == [], "\(language)")
        }
        let total = try #require(try await json("/api/v1/recommendations?q=disabled%20persons")["total"] as? Int)
        let list = try await TestSite.shared.value.get("/export/recommendations.json?q=disabled%20persons")
        let records = try JSONSerialization.jsonObject(with: Data(list.bytes)) as? [Any]
        #expect(records?.count == total)
    }
}
