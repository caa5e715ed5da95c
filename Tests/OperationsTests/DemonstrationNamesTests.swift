import Foundation
import Testing

/// What the demonstration's files say of States and codes, held against the reference facts where they are.
@Suite("Names in the demonstration")
struct DemonstrationNamesTests {
    private struct Table<Fact: Decodable>: Decodable {
        let facts: [Fact]
    }

    private struct Named: Decodable {
        let code: String
        let names: [String: String]
    }

    private struct Status: Decodable {
        let treaty: String
        let parties: [String: Int]
        let signatories: [String]
        let noAction: [String]
    }

    private let invented: [Named]
    private let real: [Named]

    init() throws {
        invented = try Self.facts("demo/states.json")
        real = try Self.facts("reference/states.json")
    }

    @Test(
        "No real State is named in any text",
        arguments: ["topics.json", "phrases.json", "mechanisms.json", "groups.json"])
    func texts(file: String) throws {
        let text = try String(contentsOf: DemonstrationTests.resources.appending(path: "demo/" + file), encoding: .utf8)
        for name in real.flatMap(\.names.values) {
            #expect(!Self.occurs(name, in: text), "\(name)")
        }
    }

    @Test("No invented State bears or holds the name or code of a real one")
    func states() {
        #expect(invented.count == 12)
        let realNames = Set(real.flatMap(\.names.values))
        for state in invented {
            #expect(state.code.hasPrefix("XA") && !real.contains { $0.code == state.code })
            #expect(Set(state.names.keys) == ["en", "fr", "es", "ru", "ar", "zh"])
            for name in state.names.values {
                #expect(!realNames.contains { name.contains($0) || $0.contains(name) }, "\(name)")
            }
        }
    }

    @Test("Ratification speaks of every treaty and every invented State")
    func ratification() throws {
        let treaties: [Named] = try Self.facts("reference/treaties.json")
        let statuses: [Status] = try Self.facts("demo/ratification.json")
        #expect(statuses.map(\.treaty).sorted() == treaties.map(\.code).sorted())
        for status in statuses {
            #expect(
                (status.parties.keys + status.signatories + status.noAction).sorted() == invented.map(\.code).sorted())
        }
    }

    @Test("Themes and persons are those of the reference facts", arguments: ["themes", "persons"])
    func codes(kind: String) throws {
        let known: [Named] = try Self.facts("reference/\(kind).json")
        let data = try Data(contentsOf: DemonstrationTests.resources.appending(path: "demo/topics.json"))
        let topics = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        let used = topics.flatMap { ($0[kind] as? [[String: String]] ?? []).compactMap { $0["code"] } }
        #expect(topics.count >= 60)
        #expect(Set(used).isSubset(of: Set(known.map(\.code))))
    }

    /// As a word of its own where the script has spaces, anywhere where it has none.
    private static func occurs(_ name: String, in text: String) -> Bool {
        guard text.range(of: name, options: .literal) != nil else { return false }
        return text.ranges(of: name).contains { range in
            let before = text[..<range.lowerBound].last
            let after = text[range.upperBound...].first
            let isHan = name.unicodeScalars.allSatisfy { $0.properties.isIdeographic }
            return isHan || !((before?.isLetter ?? false) || (after?.isLetter ?? false))
        }
    }

    private static func facts<Fact: Decodable>(_ file: String) throws -> [Fact] {
        let data = try Data(contentsOf: DemonstrationTests.resources.appending(path: file))
        return try JSONDecoder().decode(Table<Fact>.self, from: data).facts
    }
}
