import Domain
import Foundation
import HTTPTypes
import Locales
import Operations
import Testing

@testable import Frame
@testable import Web

@Suite("Suggested tags on pages", .serialized)
struct TagPagesTests {
    private func record(_ number: Int) async throws -> RecommendationID {
        let site = try await TestSite.shared.value
        let page = try await site.record.library.search(
            SearchRequest(query: "\"\(TestModel.drafts[number - 1].texts[.english] ?? "")\"", limit: 1))
        return try #require(page.items.first?.id)
    }

    private func field(_ name: String, _ html: String) -> String {
        html.components(separatedBy: "name=\"\(name)\" value=\"").dropFirst().first.map {
            String($0.prefix { $0 != "\"" })
        } ?? ""
    }

    @Test("A reader sees what is suggested, why, and that it is a machine's opinion, but no buttons")
    func reader() async throws {
        let site = try await TestSite.shared.value
        let page = try await site.get("/recommendations/\(try await record(1))?lang=en").text
        #expect(page.contains("Suggested by the program") && page.contains("which nobody has confirmed"))
        #expect(
            page.contains("test 2026-01-01") && page.contains("Words that spoke for it") && page.contains("clinics"))
        #expect(!page.contains("value=\"confirm\"") && !page.contains("csrf"))
    }

    @Test("A coordinator confirms, rejects, disputes and takes back; each page holds what she did, in every language")
    func decides() async throws {
        let person = try await TestPerson.coordinator.value
        let id = try await record(2)
        let path = "/recommendations/\(id)"
        let form = [("kind", "theme"), ("code", TestModel.health)]
        let done = try await person.post(path + "/tags?lang=en", form + [("do", "confirm")])
        #expect(done.status == 303)
        var page = try await person.get(path + "?lang=en").text
        #expect(page.contains("confirmed by Test coordinator") && page.contains("the program then thought"))
        let reader = try await person.site.get(path + "?lang=en").text
        #expect(reader.contains("confirmed by a coordinator") && !reader.contains("csrf"))
        #expect(!reader.contains("Test coordinator"))
        // An old form is refused.
        #expect(try await person.post(path + "/tags?lang=en", form + [("do", "reject")]).status == 409)
        let seen = field("seen", page)
        #expect(
            try await person.post(path + "/tags?lang=en", form + [("seen", seen), ("do", "withdraw")]).status == 303)
        page = try await person.get(path + "?lang=en").text
        #expect(!page.contains("confirmed by Test coordinator") && page.contains("value=\"confirm\""))
        let rejected = try await person.post(
            path + "/tags?lang=en", form + [("seen", field("seen", page)), ("do", "reject")])
        #expect(rejected.status == 303)
        page = try await person.get(path + "?lang=en").text
        #expect(!page.contains("name=\"code\" value=\"\(TestModel.health)\""))
        let added = try await person.post(
            path + "/tags?lang=en", [("kind", "sdg"), ("name", "16.3"), ("do", "added")])
        #expect(added.status == 303)
        #expect(
            try await person.post(path + "/tags?lang=en", [("kind", "theme"), ("name", "nonsense"), ("do", "added")])
                .status == 422)
        for catalogue in person.site.responder.site.locales.all {
            let reply = try await person.get(path + "?lang=\(catalogue.tag)")
            let problems = PageCheck(html: reply.text).problems(
                language: catalogue.tag, direction: catalogue.direction.rawValue)
            #expect(problems == [], "\(catalogue.tag)")
        }
    }

    @Test("Others may not decide: readers are asked to sign in, focal points and foreign forms are refused")
    func rights() async throws {
        let coordinator = try await TestPerson.coordinator.value
        let other = try await TestPerson.focalPoint.value
        let path = "/recommendations/\(try await record(3))/tags"
        let form = [("kind", "theme"), ("code", TestModel.schools), ("do", "confirm")]
        #expect(try await other.post(path, form).status == 403)
        #expect(try await coordinator.post(path, form, token: "wrong").status == 403)
        let reply = try await coordinator.site.send(
            path, method: .post, headers: [.contentType: "application/x-www-form-urlencoded"], body: [])
        #expect(reply.status == 401)
        #expect(try await coordinator.site.get("/suggestions").status == 401)
        #expect(try await other.get("/suggestions?lang=en").status == 200)
    }

    @Test("The bulk page confirms what is ticked and everything above a probability, and takes back a step")
    func bulk() async throws {
        let person = try await TestPerson.coordinator.value
        let document = try await person.site.record.library.recommendation(try await record(4)).document.id
        let path = "/suggestions?document=\(document)&least=50&tag=theme&lang=en"
        for catalogue in person.site.responder.site.locales.all {
            let reply = try await person.get("/suggestions?document=\(document)&least=50&lang=\(catalogue.tag)")
            let problems = PageCheck(html: reply.text).problems(
                language: catalogue.tag, direction: catalogue.direction.rawValue)
            #expect(problems == [], "\(catalogue.tag)")
        }
        var page = try await person.get(path).text
        let first = field("pick", page)
        #expect(!first.isEmpty && page.contains("50% likely or more"))
        let ticked = try await person.post(path, [("pick", first), ("do", "reject")])
        #expect(ticked.status == 303 && (ticked.headers[.location] ?? "").contains("said=rejected&n=1"))
        page = try await person.get(path).text
        #expect(!page.contains("value=\"\(first)\""))
        let all = [("model", field("model", page)), ("count", field("count", page)), ("do", "all")]
        #expect(try await person.post(path, [("model", "another"), ("count", "1"), ("do", "all")]).status == 409)
        #expect(try await person.post(path, [("do", "confirm")]).status == 422)
        let confirmed = try await person.post(path, all)
        #expect((confirmed.headers[.location] ?? "").contains("said=confirmed"))
        page = try await person.get(path).text
        #expect(page.contains("Nothing is suggested here") && page.contains("Test coordinator"))
        let undone = try await person.post(path, [("batch", field("batch", page)), ("do", "undo")])
        #expect((undone.headers[.location] ?? "").contains("said=undone"))
        #expect(try await person.get(path).text.contains("name=\"pick\""))
    }

    @Test("On the desk a finding has suggestions before it is accepted; what is ticked is confirmed of the record")
    func desk() async throws {
        let person = try await TestPerson.coordinator.value
        let id = try await person.put([TestPerson.finding("7.1", "Build clinics and train nurses in the far valley")])
        let item = try #require(try await person.items(id).first)
        let path = "/desk/\(id)/items/\(item.id)?lang=en"
        let page = try await person.get(path).text
        #expect(page.contains("Suggested by the program") && page.contains("theme:\(TestModel.health)"))
        #expect(!page.contains("value=\"theme:\(TestModel.health)\" checked"))
        let done = try await person.post(
            path, [("version", String(item.version)), ("do", "accept"), ("tag", "theme:\(TestModel.health)")])
        #expect(done.status == 303)
        let record = try #require(try await person.items(id).first?.recommendation)
        let tags = try await person.site.record.library.recommendation(record).recommendation.tags
        #expect(tags.contains { $0.code == TestModel.health && $0.decision?.by == "Test coordinator" })
    }

    @Test("The API gives suggestions apart from tags, and each tag's origin")
    func api() async throws {
        let person = try await TestPerson.coordinator.value
        let id = try await record(5)
        func json(_ path: String) async throws -> [String: Any] {
            let reply = try await person.site.get(path)
            return try #require(try JSONSerialization.jsonObject(with: Data(reply.bytes)) as? [String: Any])
        }
        let items = try #require(
            try await json("/api/v1/recommendations/\(id)/suggestions")["items"] as? [[String: Any]])
        #expect(items.first?["code"] as? String == TestModel.health)
        #expect((items.first?["words"] as? [String])?.isEmpty == false)
        let page = try await person.get("/recommendations/\(id)?lang=en").text
        let form = [
            ("kind", "theme"), ("code", TestModel.health), ("seen", field("seen", page)), ("do", "confirm"),
        ]
        _ = try await person.post("/recommendations/\(id)/tags", form)
        let tags = try #require(try await json("/api/v1/recommendations/\(id)")["tags"] as? [[String: Any]])
        let tag = try #require(tags.first { $0["source"] as? String == "person" })
        #expect(tag["verdict"] as? String == "confirmed" && tag["by"] == nil && tag["at"] is String)
        #expect(tag["disputed"] as? Bool == false)
    }
}
