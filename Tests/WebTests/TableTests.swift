import Foundation
import Locales
import Testing

@testable import Frame
@testable import Web

@Suite("Tables and trends")
struct TablePageTests {
    @Test("Tables of every kind are whole pages in every language, small and well formed")
    func pages() async throws {
        let site = try await TestSite.shared.value
        let questions = [
            "rows=recommending-region&columns=position&measure=row-share",
            "rows=recommending&columns=state&measure=count",
            "rows=theme&columns=year&measure=column-share&q=water",
            "rows=state&columns=year&measure=all-share&q=children",
            "rows=recommending-group&columns=cycle&measure=supported", "rows=theme&columns=theme&measure=count",
            "rows=target&columns=recommending&measure=row-share&state=XAA", "rows=theme&columns=year&q=xylophonist",
        ]
        for question in questions {
            for catalogue in site.responder.site.locales.all {
                let reply = try await site.get("/tables?\(question)&lang=\(catalogue.tag)")
                #expect(reply.status == 200, "\(question)")
                let problems = PageCheck(html: reply.text).problems(
                    language: catalogue.tag, direction: catalogue.direction.rawValue)
                #expect(problems == [], "\(question) in \(catalogue.tag)")
            }
        }
    }

    @Test("A very long question keeps the page small")
    func longQuestion() async throws {
        let site = try await TestSite.shared.value
        let query = Array(repeating: "دراسة", count: 60).joined(separator: " OR ") + " OR water"
        let page = try await site.get("/tables?q=\(PercentCoding.encode(query))&rows=theme&columns=year&lang=ar")
        #expect(page.status == 200)
        #expect(page.bytes.count < 100_000)
    }

    @Test("A number leads to exactly the records it counts")
    func links() async throws {
        let site = try await TestSite.shared.value
        for question in [
            "q=children%20OR%20water&theme=right-to-health&theme=right-to-education&rows=theme&columns=position",
            "rows=recommending-region&columns=position&measure=supported&position=noted",
            "rows=recommending-region&columns=cycle&measure=supported", "rows=person&columns=person&q=women",
        ] {
            let page = try await site.get("/tables?\(question)&lang=en")
            guard page.status == 200 else { continue }
            let body = page.text.components(separatedBy: "<tbody>").dropFirst().first ?? ""
            let cells = body.components(separatedBy: "<td class=\"n\"><a href=\"").dropFirst().prefix(12)
            for cell in cells {
                let address = cell.prefix { $0 != "\"" }.replacingOccurrences(of: "&amp;", with: "&")
                let shown = cell.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
                let found = try await site.get(
                    address.replacingOccurrences(of: "/search?", with: "/api/v1/recommendations?"))
                let json = try #require(try JSONSerialization.jsonObject(with: Data(found.bytes)) as? [String: Any])
                let total = try #require(json["total"] as? Int)
                if shown.hasSuffix("%") || shown.hasSuffix("*") {
                    let base = cell.components(separatedBy: "<small>of ").dropFirst().first?.prefix { $0 != "<" } ?? ""
                    let whole = Int(base.filter(\.isNumber)) ?? 0
                    let english = try #require(site.responder.site.locales.all.first { $0.tag == "en" })
                    #expect(english.percent(total, of: whole) == shown.filter { $0 != "*" }, "\(address)")
                } else {
                    #expect(shown.filter(\.isNumber) == String(total), "\(address)")
                }
            }
        }
    }

    @Test("The search page leads to its table with the same question")
    func linked() async throws {
        let site = try await TestSite.shared.value
        let page = try await site.get("/search?q=children&position=supported&lang=fr")
        #expect(
            PageCheck(html: page.text).links.contains {
                $0.hasPrefix("/tables") && $0.contains("q=children") && $0.contains("position=supported")
            })
    }

    @Test("An unknown facet, or one twice, is refused with what there is")
    func refuses() async throws {
        let site = try await TestSite.shared.value
        for path in ["/tables?rows=colour&lang=en", "/api/v1/tables?rows=colour"] {
            let reply = try await site.get(path)
            #expect(reply.status == 400)
            #expect(reply.text.contains("recommending-region"), "\(path)")
        }
        #expect(try await site.get("/api/v1/tables?rows=year&columns=year").status == 400)
        #expect(try await site.get("/api/v1/tables?rows=theme&columns=position&measure=supported").status == 400)
        #expect(try await site.get("/api/v1/tables?colour=red").status == 400)
    }

    @Test(
        "What the form lets choose and no table can say is answered by the form and what to choose otherwise",
        arguments: [
            ("rows=theme&columns=position&measure=supported", "itself about positions"),
            ("rows=year&columns=year", "the same property"),
        ])
    func cannot(query: String, text: String) async throws {
        let reply = try await TestSite.shared.value.get("/tables?lang=en&" + query)
        #expect(reply.status == 200)
        #expect(reply.text.contains(text))
        #expect(reply.text.contains("name=\"measure\""))
    }

    @Test("Files hold every cell; what is not known is empty there")
    func files() async throws {
        let site = try await TestSite.shared.value
        let text = try await site.get("/export/table.csv?rows=state&columns=year&measure=all-share&q=water").text
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines[0].hasSuffix("row,row_name,column,column_name,count,base,share,note"))
        let unknown = lines.filter { $0.hasSuffix(",no data") }
        #expect(unknown.allSatisfy { $0.contains(",,") } && lines.contains { $0.hasPrefix("*,") })
        let workbook = try await site.get("/export/table.xlsx?rows=theme&columns=position")
        #expect(workbook.bytes.prefix(2) == Array("PK".utf8)[...])
    }
}
