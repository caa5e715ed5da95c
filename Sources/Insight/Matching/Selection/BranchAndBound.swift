/// Finds the best selection and proves it: depth first, bounded by the linear program in whole numbers.
struct BranchAndBound {
    struct Outcome: Sendable {
        var taken: [Bool]
        var value: Int64
        /// No selection is worth more; equal to `value` where it is proven.
        var bound: Int64
        var nodes: Int
    }

    private let problem: BinaryProblem
    private let nodesMax: Int
    private var best: [Bool]
    private var bestValue: Int64
    private var openBound: Int64 = .min
    private var nodes = 0

    /// `start`: a selection within the limits.
    private init(_ problem: BinaryProblem, start: [Bool], nodesMax: Int) {
        self.problem = problem
        self.nodesMax = nodesMax
        best = start
        bestValue = problem.value(start)
    }

    /// The best selection, or where `nodesMax` steps do not suffice the best one found with a bound.
    static func solve(_ whole: BinaryProblem, nodesMax: Int) -> Outcome {
        // Values that are all multiples of one number are counted in it: a bound below the next multiple proves more.
        let unit = max(1, whole.values.reduce(Int64(0), commonDivisor))
        let problem = BinaryProblem(values: whole.values.map { $0 / unit }, rows: whole.rows)
        var start = [Bool](repeating: false, count: problem.count)
        var rest = problem.rows.map(\.limit)
        problem.fill(GreedyOrder.byValue(problem), taken: &start, rest: &rest)
        var search = BranchAndBound(problem, start: start, nodesMax: nodesMax)
        search.run()
        return Outcome(
            taken: search.best, value: search.bestValue * unit, bound: max(search.bestValue, search.openBound) * unit,
            nodes: search.nodes)
    }

    private static func commonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
        var (left, right) = (left, right)
        while right != 0 { (left, right) = (right, left % right) }
        return left
    }

    /// Fixes what the bound of the whole decides, again and again, and searches among what is left.
    private mutating func run() {
        var states = [Bool?](repeating: nil, count: problem.count)
        var isFirst = true
        while true {
            let free = states.indices.filter { states[$0] == nil }
            guard let core = Core(problem, states: states, free: free) else { return }
            if free.isEmpty { return offer(core.whole([])) }
            var simplex = BoxSimplex(core.problem)
            simplex.solve()
            let open = [Bool?](repeating: nil, count: free.count)
            let bound = WholeBound(core.problem, multipliers: simplex.multipliers, states: open)
            offer(core, simplex.shares, open, core.problem.rows.map(\.limit), bound)
            if isFirst { exchange() }
            isFirst = false
            guard bound.bound + core.base > bestValue else { return }
            let forced = free.indices.map { bound.forced($0, best: bestValue - core.base) }
            for (place, item) in free.enumerated() { states[item] = forced[place] }
            let fixed = forced.count { $0 != nil }
            if fixed * 5 < free.count {
                let still = free.filter { states[$0] == nil }
                guard let last = Core(problem, states: states, free: still) else { return }
                return still.isEmpty ? offer(last.whole([])) : searchCore(last)
            }
        }
    }

    private mutating func searchCore(_ core: Core) {
        var simplex = BoxSimplex(core.problem)
        simplex.solve()
        branch(core, simplex, [Bool?](repeating: nil, count: core.problem.count), rest: core.problem.rows.map(\.limit))
    }

    /// One step: a bound, what follows from it, and two smaller problems.
    private mutating func branch(_ core: Core, _ solved: BoxSimplex, _ given: [Bool?], rest left: [Int64]) {
        var (simplex, states, rest) = (solved, given, left)
        nodes += 1
        // What does not fit beside what is taken is not taken.
        for item in states.indices
        where states[item] == nil && core.problem.columns[item].contains(where: { $0.amount > rest[$0.row] }) {
            states[item] = false
            simplex.hold(item, at: 0)
        }
        simplex.solveDual()
        let bound = WholeBound(core.problem, multipliers: simplex.multipliers, states: states)
        guard bound.bound + core.base > bestValue else { return }
        if nodes >= nodesMax {
            openBound = max(openBound, bound.bound + core.base)
            return
        }
        let shares = simplex.shares
        offer(core, shares, states, rest, bound)
        guard bound.bound + core.base > bestValue else { return }
        for item in states.indices where states[item] == nil {
            guard let forced = bound.forced(item, best: bestValue - core.base) else { continue }
            guard set(item, forced, core, &states, &rest, &simplex) else { return }
        }
        guard let item = choice(shares, states) else {
            return offer(core.whole(states.map { $0 ?? false }))
        }
        let isTakenFirst = shares[item] >= 0.5
        for isTaken in [isTakenFirst, !isTakenFirst] {
            var (child, childStates, childRest) = (simplex, states, rest)
            guard set(item, isTaken, core, &childStates, &childRest, &child) else { continue }
            branch(core, child, childStates, rest: childRest)
        }
    }

    /// False where there is no room.
    private func set(
        _ item: Int, _ isTaken: Bool, _ core: Core, _ states: inout [Bool?], _ rest: inout [Int64],
        _ simplex: inout BoxSimplex
    ) -> Bool {
        states[item] = isTaken
        simplex.hold(item, at: isTaken ? 1 : 0)
        guard isTaken else { return true }
        for entry in core.problem.columns[item] {
            rest[entry.row] -= entry.amount
            if rest[entry.row] < 0 { return false }
        }
        return true
    }

    /// The free item that is most divided; where none is, any free one.
    private func choice(_ shares: [Double], _ states: [Bool?]) -> Int? {
        var found: Int?
        var least = Double.infinity
        for item in states.indices where states[item] == nil {
            let distance = abs(shares[item] - 0.5)
            if distance < least - 1e-9 {
                least = distance
                found = item
            }
        }
        return found
    }

    /// Rounds the shares of a step down and fills up by worth.
    private mutating func offer(
        _ core: Core, _ shares: [Double], _ states: [Bool?], _ rest: [Int64], _ bound: WholeBound
    ) {
        var taken = states.map { $0 ?? false }
        var rest = rest
        let whole = states.indices.filter { states[$0] == nil && shares[$0] > 1 - 1e-6 }
        core.problem.fill(whole, taken: &taken, rest: &rest)
        core.problem.fill(bound.order.filter { states[$0] == nil }, taken: &taken, rest: &rest)
        offer(core.whole(taken))
    }

    private mutating func exchange() {
        var exchange = Exchange(problem, best)
        exchange.run()
        offer(exchange.taken)
    }

    /// Keeps a selection that is better and within every limit.
    private mutating func offer(_ taken: [Bool]) {
        let value = problem.value(taken)
        guard value > bestValue, problem.rest(taken) != nil else { return }
        best = taken
        bestValue = value
    }
}
