import Domain
import Foundation
import Insight

/// This program's answers to invented calls, which are written to a file for its peers.
struct CallRuns {
    struct Run {
        var name: String
        var value: Int64
        var isProven: Bool
        var milliseconds: Double
        /// Values of picking by points and by points for money, where there is such a thing.
        var greedy: [Int64] = []
    }

    static let names = ["call-40", "call-400", "assignment-400"]
    private(set) var runs: [Run] = []

    init(instances: Int, writing path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        var lines = Data()
        var filler = CallFiller(seed: 2_013)
        for count in [40, 400] {
            for _ in 0..<instances {
                let (applications, rules) = filler.call(count)
                let name = "call-\(count)"
                lines += try encoder.encode(CallFiller.call(name, applications, rules)) + Data("\n".utf8)
                runs.append(Self.run(name, applications, rules))
            }
        }
        for _ in 0..<instances {
            let (choices, capacities) = filler.assignment(400)
            let given = CallFiller.Assignment(
                case: "assignment-400", capacities: capacities,
                choices: choices.map { [Int64($0.application), Int64($0.partner), $0.worth] })
            lines += try encoder.encode(given) + Data("\n".utf8)
            let start = ContinuousClock.now
            let best = PartnerAssignment.best(choices, applications: 400, capacities: capacities)
            let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
            runs.append(
                Run(name: "assignment-400", value: best.worth, isProven: true, milliseconds: milliseconds))
        }
        try lines.write(to: URL(filePath: path))
    }

    private static func run(_ name: String, _ applications: [CallApplication], _ rules: CallRules) -> Run {
        let start = ContinuousClock.now
        let best = CallSelection.best(applications, rules)
        let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
        let greedy = [CallSelection.greedy(applications, rules), CallSelection.greedyByMoney(applications, rules)]
        return Run(
            name: name, value: best.points, isProven: best.isProven, milliseconds: milliseconds,
            greedy: greedy.map(\.points))
    }

    func figures(_ name: String) -> Figure {
        let runs = runs.filter { $0.name == name }
        let times = Percentiles(runs.map(\.milliseconds))
        var values = Self.times(times) + [("proven", Double(runs.count { $0.isProven }))]
        for (place, way) in ["greedy_share", "greedy_by_money_share"].enumerated() {
            let shares = runs.filter { $0.greedy.indices.contains(place) && $0.value > 0 }.map {
                Double($0.greedy[place]) / Double($0.value)
            }
            if !shares.isEmpty { values.append((way, shares.reduce(0, +) / Double(shares.count))) }
        }
        return Figure(suite: "matching", name: name, who: "rapporteur", values: values)
    }

    /// The peer's times, and of how many it finds the same optimum and proves it.
    func compared(_ name: String, with found: [MatchingPeer.Found], of peer: String) -> Figure {
        let own = runs.filter { $0.name == name }
        let theirs = found.filter { $0.case == name }
        let equal = zip(own, theirs).count { $0.value == $1.value && $0.isProven && $1.proven }
        let times = Percentiles(theirs.map { $0.seconds * 1_000 })
        return Figure(
            suite: "matching", name: name, who: peer,
            values: Self.times(times) + [
                ("proven", Double(theirs.count { $0.proven })), ("equal_optimum", Double(equal)),
            ])
    }

    private static func times(_ times: Percentiles) -> [(name: String, value: Double)] {
        [
            ("p50_ms", times[0.5]), ("p95_ms", times[0.95]), ("p99_ms", times[0.99]), ("max_ms", times.highest),
            ("instances", Double(times.count)),
        ]
    }
}
