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
        let source = try Self.literals(files.map { sources + "/" + $0 })
        // Rooms below say by key what a field may hold.
        let everything = try Self.literals(
            FileManager.default.subpathsOfDirectory(atPath: sources).filter { $0.hasSuffix(".swift") }
                .map { sources + "/" + $0 })
        let keys = try Self.keysInFiles()
        #expect(source.said.subtracting(keys) == [])
        let unnamed = keys.filter { key in
            guard !everything.whole.contains(key) else { return false }
            // Built from a prefix and a value: `position.\(...)`, `about.\(...).title`.
            let stem = key.split(separator: ".").dropLast().joined(separator: ".")
            guard !everything.prefixes.contains(stem) else { return false }
            let group = key.split(separator: ".").first.map { String($0) } ?? key
            return !everything.prefixes.contains(group) && !source.known.contains(group)
                && !key.hasPrefix("understood.limited.") && !key.hasPrefix("record.")
        }
        let elsewhere = ["format.", "mail.", "field.", "value.", "plan.allowed.", "outline.", "paper."]
        #expect(unnamed.filter { key in !elsewhere.contains { key.hasPrefix($0) } } == [])
    }

    /// What stands in quotes in sources, each file read once.
    private struct Literals {
        /// Whole literals.
        var whole: Set<String> = []
        /// `group` of a literal that begins "group.\(".
        var prefixes: Set<String> = []
        /// Keys given to the functions that say them.
        var said: Set<String> = []
        /// Groups given to `knownWord`.
        var known: Set<String> = []
    }

    private static func literals(_ paths: [String]) throws -> Literals {
        let quoted = try NSRegularExpression(
            pattern: #"(say|write|text|knownWord)?(\()?"([a-zA-Z][a-zA-Z0-9._-]*)("|\.\\\()"#)
        var found = Literals()
        for path in paths {
            let text = try String(contentsOfFile: path, encoding: .utf8) as NSString
            for match in quoted.matches(in: text as String, range: NSRange(location: 0, length: text.length)) {
                let part = { (group: Int) in
                    match.range(at: group).length == 0 ? "" : text.substring(with: match.range(at: group))
                }
                let literal = part(3)
                guard part(4) == "\"" else {
                    found.prefixes.insert(literal)
                    continue
                }
                found.whole.insert(literal)
                guard part(2) == "(" else { continue }
                if part(1) == "knownWord" {
                    found.known.insert(literal)
                } else if !part(1).isEmpty, literal.contains(".") {
                    found.said.insert(literal)
                }
            }
        }
        return found
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
