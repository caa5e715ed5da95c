/// Betters a selection by taking one more, or one in the place of another, as long as that helps.
struct Exchange {
    private let problem: BinaryProblem
    private(set) var taken: [Bool]
    private var rest: [Int64]
    private static let roundsMax = 1_000

    init(_ problem: BinaryProblem, _ taken: [Bool]) {
        self.problem = problem
        self.taken = taken
        rest = problem.rest(taken) ?? problem.rows.map { _ in 0 }
    }

    mutating func run() {
        for _ in 0..<Self.roundsMax {
            problem.fill(GreedyOrder.byValue(problem), taken: &taken, rest: &rest)
            guard let (out, into) = bestSwap() else { return }
            put(out, -1)
            put(into, 1)
            taken[out] = false
            taken[into] = true
        }
    }

    private mutating func put(_ item: Int, _ sign: Int64) {
        for entry in problem.columns[item] { rest[entry.row] -= sign * entry.amount }
    }

    private mutating func bestSwap() -> (out: Int, into: Int)? {
        var gain: Int64 = 0
        var found: (out: Int, into: Int)?
        let outside = taken.indices.filter { !taken[$0] }
        for out in taken.indices where taken[out] {
            put(out, -1)
            for into in outside where problem.values[into] - problem.values[out] > gain {
                guard problem.columns[into].allSatisfy({ $0.amount <= rest[$0.row] }) else { continue }
                gain = problem.values[into] - problem.values[out]
                found = (out, into)
            }
            put(out, 1)
        }
        return found
    }
}

/// Orders in which people pick without looking ahead; of equal items the earlier one first.
enum GreedyOrder {
    static func byValue(_ problem: BinaryProblem) -> [Int] {
        problem.values.indices.sorted { (problem.values[$1], $0) < (problem.values[$0], $1) }
    }

    /// By value for each unit of `costs`; what costs nothing comes first.
    static func byValuePerCost(_ values: [Int64], _ costs: [Int64]) -> [Int] {
        values.indices.sorted { left, right in
            let (a, b) = (Int128(values[left]) * Int128(costs[right]), Int128(values[right]) * Int128(costs[left]))
            return a == b ? left < right : a > b
        }
    }
}
