import Foundation
import Testing

@testable import Frame

@Suite("Routes of several rooms")
struct RouteTests {
    private static let routes: [Route] = [
        .page("letters", "/letters") { _ throws(WebError) in .text("letters") },
        .page("letter", "/letters/{id}", [.id]) { _ throws(WebError) in .text("letter") },
        .page("new", "/letters/new") { _ throws(WebError) in .text("new") },
        .desk("box", "/letters/{id}/box", [.id]) { _ throws(WebError) in .text("box") },
        .form("send", "/letters/{id}", [.id]) { _, _ throws(WebError) in .seeOther("/letters") },
        .api("listLetters", "/letters", [], "Letters.", "Letters") { _ throws(WebError) in .json([]) },
    ]

    @Test("A literal segment wins over a value, and each method has its own route")
    func matching() {
        let table = RouteTable(Self.routes)
        #expect(table.match("/letters/new")?.route.name == "new")
        #expect(table.match("/letters/7")?.values == ["id": "7"])
        #expect(table.match("/letters/7", .post)?.route.name == "send")
        #expect(table.match("/letters", .post) == nil)
        #expect(table.methods("/letters/7") == "GET, HEAD, POST")
    }

    @Test("The description holds the routes of the API with their schemas, and no pages")
    func description() throws {
        let schema = Schema.object([("items", .array(.string))])
        let bytes = OpenAPI(routes: Self.routes, schemas: [("Letters", schema)], server: "").write()
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let paths = try #require(object["paths"] as? [String: Any])
        #expect(Set(paths.keys) == ["/api/v1/letters"])
        let components = try #require(object["components"] as? [String: Any])
        let schemas = try #require(components["schemas"] as? [String: Any])
        #expect(Set(schemas.keys) == ["Letters", "Problem"])
    }
}
