import ArgumentParser
import Domain
import Foundation
import Insight

/// `bench many-issues`: one State with very many recommendations, to see what finding their issues takes.
struct ManyIssuesSuite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "many-issues", abstract: "Issues among very many generated recommendations of one State.")

    @Option(help: "How many recommendations.") var records = 36_000
    @Flag(help: "One JSON object a line.") var json = false

    private struct Line: Decodable { var id: Int64, text: String, issues: [String] }

    func run() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bench-many-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "texts.jsonl").path
        try SyntheticTexts(count: records).write(to: path)
        let decoder = JSONDecoder()
        let records = try String(contentsOf: URL(filePath: path), encoding: .utf8).split(separator: "\n").map { line in
            let line = try decoder.decode(Line.self, from: Data(line.utf8))
            return IssueRecord(
                id: RecommendationID(line.id), texts: [.english: line.text], themes: line.issues, mechanism: .upr,
                document: DocumentID(1 + line.id / 200))
        }
        let before = ProcessMemory.mebibytes("VmRSS")
        let start = ContinuousClock.now
        let found = IssueFinder.find(records, standing: IssueStanding()).issues
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let figure = Figure(
            suite: "many-issues", name: "one-state", who: "rapporteur",
            values: [
                ("records", Double(records.count)), ("seconds", seconds), ("issues", Double(found.count)),
                ("largest", Double(found.map(\.members.count).max() ?? 0)), ("mib_before", before),
                ("peak_mib", ProcessMemory.mebibytes("VmHWM")),
            ])
        figure.printed(asJSON: json)
    }
}
