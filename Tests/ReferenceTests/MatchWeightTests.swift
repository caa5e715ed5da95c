import Domain
import FoundationEssentials
import Reference
import Testing

@Suite struct MatchWeightTests {
    @Test("Every criterion has points and a reason in the six languages, and all together make a hundred")
    func shipped() {
        let weights = Fixtures.facts.matchWeights
        #expect(weights.map(\.criterion) == MatchCriterion.allCases)
        #expect(weights.reduce(0) { $0 + $1.weight } == 100)
        #expect(weights.allSatisfy { $0.reason.languages.count == 6 })
    }

    private func folder(_ weights: [(String, String)]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "weights-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let facts = weights.map { "{\"code\": \"\($0.0)\", \"weight\": \($0.1), \"reason\": {\"en\": \"Ours.\"}}" }
        let text = "{\"source\": \"We\", \"date\": \"2030\", \"facts\": [\(facts.joined(separator: ","))]}"
        try Data(text.utf8).write(to: folder.appending(path: "matching-weights.json"))
        return folder.path
    }

    @Test("An installation's own points replace those shipped")
    func own() throws {
        let folder = try folder(MatchCriterion.allCases.map { ($0.rawValue, $0 == .themes ? "7" : "1") })
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let facts = try Fixtures.facts.replacingMatchWeights(from: folder)
        #expect(facts.matchWeights.map(\.weight) == [7, 1, 1, 1, 1, 1, 1, 1, 1])
        #expect(facts.matchWeights[0].reason[.french] == "Ours.")
        let none = try Fixtures.facts.replacingMatchWeights(from: "/nowhere")
        #expect(none.matchWeights.map(\.weight) == Fixtures.facts.matchWeights.map(\.weight))
    }

    @Test("Points that are missing, twice there, out of range or of no criterion are refused, not guessed")
    func refused() throws {
        let all = MatchCriterion.allCases.map { ($0.rawValue, "1") }
        let cases: [([(String, String)], ReferenceError)] = [
            (Array(all.dropLast()), .malformed(file: "matching-weights.json", field: "language")),
            (all + [("time", "1")], .duplicate(file: "matching-weights.json", field: "code", value: "time")),
            ([("themes", "-1")] + all.dropFirst(), .malformed(file: "matching-weights.json", field: "facts[0].weight")),
            ([("luck", "1")] + all, .malformed(file: "matching-weights.json", field: "facts[0].code")),
            (all.map { ($0.0, "0") }, .malformed(file: "matching-weights.json", field: "weight")),
        ]
        for (weights, error) in cases {
            let folder = try folder(weights)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            #expect(throws: error) { try Fixtures.facts.replacingMatchWeights(from: folder) }
        }
    }
}
