import ArgumentParser
import Domain
import Foundation
import Insight

/// `bench issues`: one review's recommendations grouped into issues, against groupings made by hand.
struct IssuesSuite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issues",
        abstract: "Issues of one review against groupings by hand, and how they stand when records are added.")

    @Option(help: "Lines of `paragraph<TAB>text`, English.") var corpus: String
    @Option(help: "Groupings by comma, each lines of `paragraph<TAB>group`.") var gold: String
    @Option(help: "JSON lines with `para`, `themes`, `persons`: the same with tags, too.") var tags: String?
    @Option(help: "Peers to run beside, by comma: sklearn.") var peers = ""
    @Option(help: "How often a tenth is held back and added later, for stability.") var rounds = 20
    @Flag(help: "One JSON object a line.") var json = false

    func run() throws {
        let texts = try Self.rows(corpus)
        let golds = try gold.split(separator: ",").map { path in
            let groups = Dictionary(try Self.rows(String(path)).map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
            return (
                name: URL(filePath: String(path)).deletingPathExtension().lastPathComponent,
                groups: texts.map { groups[$0.key] ?? "none-" + $0.key }
            )
        }
        let records = Self.records(texts)
        if golds.count == 2 {
            report(GroupingFigures(who: "people", case: "agreement", golds[1].groups, against: golds[0]))
        }
        try measure(records, case: "text", golds)
        if let tags { try measure(Self.tagged(records, texts.map(\.key), tags), case: "text+tags", golds) }
        for peer in peers.split(separator: ",") {
            try IssuesPeer(name: String(peer)).run(corpus: corpus, golds: gold).forEach(report)
        }
        IssuesStability(records: records, rounds: rounds).lines.forEach(report)
    }

    private func measure(
        _ records: [IssueRecord], case name: String, _ golds: [(name: String, groups: [String])]
    ) throws {
        let start = ContinuousClock.now
        let found = IssueFinder.find(records, standing: IssueStanding()).issues
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let labels = IssueLabels(found).ofRecords(records)
        for gold in golds {
            var figures = GroupingFigures(who: "rapporteur", case: name, labels, against: gold)
            figures.seconds = seconds
            figures.largest = found.map(\.members.count).max()
            figures.largeWithReason = found.count { $0.reason.largeBecause != nil }
            report(figures)
        }
    }

    private func report(_ figures: GroupingFigures) {
        print(json ? figures.json : figures.table)
        fflush(nil)
    }

    private static func rows(_ path: String) throws -> [(key: String, value: String)] {
        try String(contentsOf: URL(filePath: path), encoding: .utf8).split(separator: "\n").compactMap { line in
            guard !line.hasPrefix("#") else { return nil }
            let fields = line.split(separator: "\t", maxSplits: 1)
            return fields.count == 2 ? (String(fields[0]), String(fields[1])) : nil
        }
    }

    private static func records(_ texts: [(key: String, value: String)]) -> [IssueRecord] {
        texts.enumerated().map { place, text in
            IssueRecord(
                id: RecommendationID(Int64(place + 1)), texts: [.english: text.value], mechanism: .upr,
                document: DocumentID(1))
        }
    }

    private static func tagged(_ records: [IssueRecord], _ keys: [String], _ path: String) throws -> [IssueRecord] {
        struct Row: Decodable { var para: String, themes: [String], persons: [String] }
        var rows: [String: Row] = [:]
        for line in try String(contentsOf: URL(filePath: path), encoding: .utf8).split(separator: "\n") {
            let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
            rows[row.para] = row
        }
        return zip(records, keys).map { record, key in
            var record = record
            record.themes = rows[key]?.themes ?? []
            record.persons = rows[key]?.persons ?? []
            return record
        }
    }
}

/// The issue each recommendation stands in.
struct IssueLabels {
    private var label: [RecommendationID: String] = [:]

    init(_ issues: [FoundIssue]) {
        for (number, issue) in issues.enumerated() {
            for member in issue.members { label[member.recommendation] = String(number) }
        }
    }

    func ofRecords(_ records: [IssueRecord]) -> [String] { records.map { label[$0.id] ?? "" } }
}
