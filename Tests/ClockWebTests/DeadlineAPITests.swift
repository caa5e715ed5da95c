import Domain
import Foundation
import HTTPTypes
import SiteSupport
import Testing

@testable import ClockWeb

@Suite("Deadlines written by programs")
struct DeadlineAPITests {
    private struct Written: Decodable {
        var id: Int
        var title: String
        var due: String
        var status: String
        var version: Int
    }

    @Test("A deadline is added, changed at its version and withdrawn with a token, and with nothing less")
    func written() async throws {
        let site = try await WorkspaceSite(records: 0)
        let coordinator = try site.home.person(.coordinator)
        let token = site.tokens.issue(coordinator, in: site.home.workspace.id)
        let path = "/api/v1/workspaces/aldora/deadlines"
        func send(
            _ path: String, _ method: HTTPRequest.Method, _ body: String, version: Int? = nil, token: String
        ) async throws -> Reply {
            var headers: [HTTPField.Name: String] = [
                .authorization: "Bearer \(token)", .contentType: "application/json",
            ]
            if let version, let name = HTTPField.Name("If-Match") { headers[name] = "\"\(version)\"" }
            return try await site.send(path, method: method, headers: headers, body: Array(body.utf8))
        }
        func read(_ reply: Reply) throws -> Written {
            try JSONDecoder().decode(Written.self, from: Data(reply.bytes))
        }
        let added = try await send(path, .post, "{\"title\":\"Figures\",\"due\":\"2026-06-30\"}", token: token)
        #expect(added.status == 200)
        let made = try read(added)
        #expect(made.title == "Figures" && made.status == "open" && made.version == 1)
        let one = "\(path)/\(made.id)"
        let moved = try read(
            try await send(one, .put, "{\"due\":\"2026-07-31\",\"title\":null}", version: 1, token: token))
        #expect(moved.due == "2026-07-31" && moved.title == "Figures" && moved.version == 2)
        #expect(try await send(one, .put, "{\"due\":\"2026-08-31\"}", version: 1, token: token).status == 409)
        for (body, version) in [
            ("{\"due\":\"soon\"}", 2), ("{\"status\":\"forgotten\"}", 2), ("{\"due\":\"2026-08-31\"}", nil),
        ] as [(String, Int?)] {
            #expect(try await send(one, .put, body, version: version, token: token).status == 400, "\(body)")
        }
        let reader = site.tokens.issue(coordinator, [.seeWorkspace], in: site.home.workspace.id)
        #expect(try await send(one, .delete, "", version: 2, token: reader).status == 403)
        #expect(try await send(one, .delete, "", version: 2, token: "unknown").status == 401)
        let gone = try read(try await send(one, .delete, "", version: 2, token: token))
        #expect(gone.status == "withdrawn" && gone.version == 3)
    }
}
