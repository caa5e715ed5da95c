import Foundation
import HTTPTypes
import Locales
import Testing

@testable import Frame
@testable import Web

@Suite("Answers")
struct AnswerTests {
    @Test(
        "Errors of the API have one shape and the right status",
        arguments: [
            ("/api/v1/nothing", HTTPRequest.Method.get, [:], 404), ("/api", .get, [:], 404),
            ("/api/v1/recommendations/0", .get, [:], 404), ("/api/v1/recommendations/x", .get, [:], 404),
            ("/api/v1/recommendations/999999999", .get, [:], 404), ("/api/v1/states/nowhere", .get, [:], 404),
            ("/api/v1/recommendations?limit=0", .get, [:], 400), ("/api/v1/recommendations?limit=abc", .get, [:], 400),
            ("/api/v1/recommendations?sort=best", .get, [:], 400), ("/api/v1/recommendations?after=!!", .get, [:], 400),
            ("/api/v1/recommendations?facets=colour", .get, [:], 400),
            ("/api/v1/recommendations?stat=XAA", .get, [:], 400),
            ("/api/v1/recommendations?limit=1&limit=2", .get, [:], 400), ("/api/v1/states?lang=xx", .get, [:], 400),
            ("/api/v1/recommendations", .post, [:], 405), ("/api/v1/states", .delete, [:], 405),
            ("/api/v1/states", .get, [HTTPField.Name.accept: "text/html"], 406),
            ("/api/v1/states", .get, [HTTPField.Name.accept: "application/json;q=0"], 406),
        ] as [(String, HTTPRequest.Method, [HTTPField.Name: String], Int)])
    func problems(path: String, method: HTTPRequest.Method, headers: [HTTPField.Name: String], status: Int) async throws
    {
        let site = try await TestSite.shared.value
        let reply = try await site.get(path, method: method, headers: headers)
        #expect(reply.status == status)
        try expectProblem(reply, status)
        if status == 405 { #expect(reply.headers[.allow] == "GET, HEAD") }
    }

    @Test(
        "Every error there is has the same shape",
        arguments: [
            WebError.notFound, .invalid([.init(name: "q", allowed: "x")]), .methodNotAllowed("GET"), .notAcceptable,
            .addressTooLong, .unavailable, .failed("secret"),
        ])
    func everyError(error: WebError) async throws {
        let site = try await TestSite.shared.value
        for words in site.responder.site.locales.all {
            let answer = Problem(error: error, words: words, path: "/api/v1/x").answer
            guard case .bytes(let bytes) = answer.body else {
                Issue.record("a problem is no stream")
                continue
            }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("⟦") && !text.contains("secret"))
            let reply = TestSite.Reply(
                status: answer.status, headers: [.contentType: answer.contentType], bytes: bytes)
            try expectProblem(reply, error.status)
        }
    }

    private func expectProblem(_ reply: TestSite.Reply, _ status: Int) throws {
        #expect(reply.headers[.contentType] == "application/problem+json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(reply.bytes)) as? [String: Any])
        #expect(object["status"] as? Int == status)
        for name in ["type", "title", "detail", "instance"] { #expect(object[name] is String, "\(name)") }
        #expect((object["errors"] != nil) == (status == 400))
        #expect(Set(object.keys).isSubset(of: ["type", "title", "status", "detail", "instance", "errors"]))
    }

    @Test("An address that is too long is refused before anything is read")
    func longAddress() async throws {
        let site = try await TestSite.shared.value
        let reply = try await site.get("/api/v1/recommendations?q=" + String(repeating: "a", count: 70_000))
        #expect(reply.status == 414)
    }

    @Test("A page that fails to be found is a page, in the reader's language")
    func pageNotFound() async throws {
        let site = try await TestSite.shared.value
        let reply = try await site.get("/nowhere", headers: [.acceptLanguage: "fr"])
        #expect(reply.status == 404)
        #expect(reply.text.contains("<html lang=\"fr\""))
    }

    @Test("An answer that is known is not sent again")
    func notModified() async throws {
        let site = try await TestSite.shared.value
        let first = try await site.get("/api/v1/states")
        let tag = try #require(first.headers[.eTag])
        let again = try await site.get("/api/v1/states", headers: [.ifNoneMatch: tag])
        #expect(again.status == 304)
        #expect(again.bytes.isEmpty)
        #expect(try await site.get("/api/v1/states", headers: [.ifNoneMatch: "\"other\""]).status == 200)
    }

    @Test("HEAD has the headers of GET and no body")
    func head() async throws {
        let site = try await TestSite.shared.value
        let get = try await site.get("/states?lang=en")
        let head = try await site.get("/states?lang=en", method: .head)
        #expect(head.status == 200)
        #expect(head.bytes.isEmpty)
        #expect(head.headers[.contentLength] == get.headers[.contentLength])
    }

    @Test("Large answers are compressed for those who take it")
    func compression() async throws {
        let site = try await TestSite.shared.value
        let plain = try await site.get("/states?lang=en")
        let small = try await site.get("/states?lang=en", headers: [.acceptEncoding: "br, gzip"])
        #expect(plain.headers[.contentEncoding] == nil)
        #expect(small.headers[.contentEncoding] == "gzip")
        #expect(small.bytes.prefix(2) == [0x1F, 0x8B])
        #expect(small.bytes.count < plain.bytes.count / 3)
    }

    @Test("Every answer protects its reader")
    func protection() async throws {
        let site = try await TestSite.shared.value
        for (_, address) in try await site.addresses() {
            let reply = try await site.get(address)
            #expect(reply.headers[.xContentTypeOptions] == "nosniff", "\(address)")
            #expect(reply.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true, "\(address)")
            #expect(reply.headers[.contentSecurityPolicy]?.contains("unsafe") == false, "\(address)")
        }
    }

    @Test("The style sheet may be kept for ever, because its name is its content's")
    func assets() async throws {
        let site = try await TestSite.shared.value
        let reply = try await site.get(site.responder.site.assets.styleSheet)
        #expect(reply.status == 200)
        #expect(reply.headers[.cacheControl]?.contains("immutable") == true)
        #expect(try await site.get("/assets/..%2Fsecret").status == 404)
    }

    @Test("Health, readiness and metrics answer")
    func service() async throws {
        let site = try await TestSite.shared.value
        #expect(try await site.get("/health").text == "ok\n")
        #expect(try await site.get("/ready").status == 200)
        let metrics = try await site.get("/metrics").text
        #expect(metrics.contains("rapporteur_http_requests_total{route=\"health\",status=\"200\"}"))
        #expect(metrics.contains("rapporteur_recommendations "))
    }
}
