import ArgumentParser
import Foundation
import Insight

/// `bench pairs`: precision and recall of near-duplicates against pairs that were labelled by hand.
struct PairsSuite: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pairs", abstract: "Near-duplicates against labelled pairs of real recommendations.")

    @Argument(help: "UPR Info's recommendations as JSON lines with `text`; rows count from 0.") var texts: String
    @Option(help: "The labelled pairs.") var pairs = "docs/benchmarks/near-duplicate-pairs.tsv"
    @Option(help: "A peer to run beside: datasketch.") var peers = ""
    @Flag(help: "One JSON object a line.") var json = false

    func run() throws {
        struct Record: Decodable { var text: String }
        let decoder = JSONDecoder()
        var all: [InsightText] = []
        try LineReader.forEachLine(of: texts) { line in
            let text = try decoder.decode(Record.self, from: Data(line)).text
            all.append(InsightText(id: Int64(all.count), language: "en", text: text))
        }
        let labelled = try LabelledPair.read(pairs)
        let comparer = TextComparer()
        let similar = labelled.filter {
            comparer.similarity(all[$0.rowA], all[$0.rowB]) >= NearDuplicates.threshold
        }
        report("rapporteur", "two by two", Set(similar.map(\.number)), labelled)
        var group = [Int](repeating: -1, count: all.count)
        for (number, members) in NearDuplicates.groups(all).enumerated() {
            for member in members { group[member] = number }
        }
        let together = labelled.filter { group[$0.rowA] >= 0 && group[$0.rowA] == group[$0.rowB] }
        report("rapporteur", "groups of \(all.count) texts", Set(together.map(\.number)), labelled)
        if peers == "datasketch" {
            let found = try PairsPeer.run(texts: texts, pairs: pairs)
            report("datasketch", found.setting, Set(found.found), labelled)
        }
    }

    private func report(_ who: String, _ setting: String, _ found: Set<Int>, _ pairs: [LabelledPair]) {
        for half in ["odd", "even"] {
            let part = pairs.filter { ($0.number % 2 == 1) == (half == "odd") }
            for labels in ["agreed", "first", "second"] {
                var figures = PairFigures(case: "\(setting), \(half) pairs, labels \(labels)", who: who)
                figures.judge(found, part, labels)
                print(json ? figures.json : figures.table)
            }
        }
    }
}

/// Two recommendations and whether each of two readers found them the same.
struct LabelledPair {
    var number: Int
    var stratum: String
    /// How many such pairs the texts have.
    var stratumPairs: Double
    var rowA: Int
    var rowB: Int
    var first: Bool
    var second: Bool

    static func read(_ path: String) throws -> [LabelledPair] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().compactMap { line in
            let parts = line.split(separator: "\t").map(String.init)
            guard parts.count == 8, let number = Int(parts[0]), let size = Double(parts[3]), let a = Int(parts[4]),
                let b = Int(parts[5])
            else { return nil }
            return LabelledPair(
                number: number, stratum: parts[1] + parts[2], stratumPairs: size, rowA: a, rowB: b,
                first: parts[6] == "1", second: parts[7] == "1")
        }
    }

    /// Nil where the readers did not agree and agreement is asked for.
    func label(_ labels: String) -> Bool? {
        switch labels {
        case "first": first
        case "second": second
        default: first == second ? first : nil
        }
    }
}

/// One line of the suite's answer.
struct PairFigures: Encodable {
    var suite = "pairs"
    var `case`: String
    var who: String
    var precision = 0.0
    var recall = 0.0
    /// Each pair counted for as many as its stratum has.
    var weightedPrecision = 0.0
    var weightedRecall = 0.0

    enum CodingKeys: String, CodingKey {
        case suite, `case`, who, precision, recall
        case weightedPrecision = "weighted_precision"
        case weightedRecall = "weighted_recall"
    }

    mutating func judge(_ found: Set<Int>, _ pairs: [LabelledPair], _ labels: String) {
        let sampled = Dictionary(grouping: pairs, by: \.stratum).mapValues { Double($0.count) }
        var plain = Counts()
        var weighted = Counts()
        for pair in pairs {
            guard let label = pair.label(labels) else { continue }
            plain.add(found.contains(pair.number), label, 1)
            weighted.add(found.contains(pair.number), label, pair.stratumPairs / (sampled[pair.stratum] ?? 1))
        }
        (precision, recall) = (plain.precision, plain.recall)
        (weightedPrecision, weightedRecall) = (weighted.precision, weighted.recall)
    }

    private struct Counts {
        var right = 0.0
        var wrong = 0.0
        var missed = 0.0

        mutating func add(_ isFound: Bool, _ isSame: Bool, _ weight: Double) {
            if isFound, isSame {
                right += weight
            } else if isFound {
                wrong += weight
            } else if isSame {
                missed += weight
            }
        }

        var precision: Double { right + wrong > 0 ? right / (right + wrong) : 0 }
        var recall: Double { right + missed > 0 ? right / (right + missed) : 0 }
    }

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }

    var table: String {
        let f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
        return who.padding(toLength: 12, withPad: " ", startingAt: 0)
            + String(format: "precision %.3f recall %.3f F1 %.3f; ", precision, recall, f1)
            + String(format: "weighted %.3f %.3f  ", weightedPrecision, weightedRecall) + `case`
    }
}

/// datasketch on the same pairs, as a Python script.
struct PairsPeer: Decodable {
    var setting: String
    var found: [Int]

    static func run(texts: String, pairs: String) throws -> PairsPeer {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let python = ProcessInfo.processInfo.environment["RAPPORTEUR_BENCH_PYTHON"] ?? "python3"
        process.arguments = [python, "bin/peers/pairs_peer.py", texts, pairs]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw ClusterFigures.Failure(who: "datasketch", status: process.terminationStatus)
        }
        return try JSONDecoder().decode(PairsPeer.self, from: data)
    }
}
