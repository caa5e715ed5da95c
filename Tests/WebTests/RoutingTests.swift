import Domain
import Foundation
import Locales
import Testing

@testable import Frame
@testable import Web

@Suite("Addresses")
struct RoutingTests {
    @Test("A literal segment wins over a value")
    func matching() async throws {
        let table = try await TestSite.shared.value.responder.table
        #expect(table.match("/api/v1/openapi.json")?.route.name == "getOpenAPI")
        #expect(table.match("/states/XAA")?.values["code"] == "XAA")
        #expect(table.match("/states/~Hong%20Kong%2C%20China")?.values["code"] == "~Hong Kong, China")
        #expect(table.match("/states/XAA/more") == nil)
        #expect(table.match("/")?.route.name == "start")
    }

    @Test("Every route has a name of its own")
    func names() async throws {
        let routes = try await TestSite.shared.value.responder.table.routes
        #expect(Set(routes.map(\.name)).count == routes.count)
        #expect(Set(routes.map { $0.method.rawValue + $0.pattern }).count == routes.count)
    }
}

@Suite("Words in pages")
struct KeyTests {
    @Test("Every kind, doubt, failure, status and field that the desk shows has its words")
    func deskWords() async throws {
        let words = try await TestSite.shared.value.responder.site.locales.english
        var keys = Doubt.Code.allCases.map { "doubt.\($0.rawValue)" }
        keys += DocumentKind.allCases.map { "documentKind.\($0.rawValue)" }
        keys += Finding.Kind.allCases.map { "findingKind.\($0.rawValue)" }
        keys += Finding.Claim.Status.allCases.map { "claim.\($0.rawValue)" }
        keys += ReadingFailure.Code.allCases.map { "failureReason.\($0.rawValue)" }
        keys += Reading.Status.allCases.map { "readingStatus.\($0.rawValue)" }
        keys += Role.allCases.map { "role.\($0.rawValue)" }
        keys += Assessment.AssessorKind.allCases.map { "assessor.\($0.rawValue)" }
        keys += Disagreement.Field.allCases.map { "disagreement.\($0.rawValue)" }
        #expect(keys.filter { !words.has($0) } == [])
    }

    @Test("Every message that a page names is in the catalogue, and every message is named")
    func keys() throws {
        let sources = TestSite.root + "/Sources"
        let files = try FileManager.default.subpathsOfDirectory(atPath: sources).filter { path in
            let room = path.prefix { $0 != "/" }
            return (room == "Frame" || room.hasSuffix("Web")) && path.hasSuffix(".swift")
        }
        let source = try files.map { try String(contentsOfFile: sources + "/" + $0, encoding: .utf8) }.joined()
        // Rooms below say by key what a field may hold.
        let everything = try FileManager.default.subpathsOfDirectory(atPath: sources).filter { $0.hasSuffix(".swift") }
            .map { try String(contentsOfFile: sources + "/" + $0, encoding: .utf8) }.joined()
        let keys = try Self.keysInFiles()
        let expression = try NSRegularExpression(pattern: #"(?:say|write|text)\("([a-zA-Z]+\.[a-zA-Z.]+)""#)
        let named = expression.matches(in: source, range: NSRange(source.startIndex..., in: source)).compactMap {
            Range($0.range(at: 1), in: source).map { String(source[$0]) }
        }
        #expect(Set(named).subtracting(keys) == [])
        let unnamed = keys.filter { key in
            guard !everything.contains("\"\(key)\"") else { return false }
            // Built from a prefix and a value: `position.\(...)`, `about.\(...).title`.
            let stem = key.split(separator: ".").dropLast().joined(separator: ".")
            guard !everything.contains("\"\(stem).\\(") else { return false }
            let group = key.split(separator: ".").first.map { String($0) } ?? key
            return !everything.contains("\"\(group).\\(") && !source.contains("knownWord(\"\(group)\"")
                && !key.hasPrefix("understood.limited.") && !key.hasPrefix("record.")
        }
        let elsewhere = ["format.", "mail.", "field.", "value.", "plan.allowed."]
        #expect(unnamed.filter { key in !elsewhere.contains { key.hasPrefix($0) } } == [])
    }

    /// Of the English catalogue and its parts.
    private static func keysInFiles() throws -> Set<String> {
        let folder = TestSite.root + "/Resources/locales"
        var keys: Set<String> = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where path.hasSuffix("en.json") {
            let data = try Data(contentsOf: URL(filePath: folder + "/" + path))
            let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            keys.formUnion((object["messages"] as? [String: Any] ?? object).keys)
        }
        return keys
    }
}
