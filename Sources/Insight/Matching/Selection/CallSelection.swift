package import Domain

/// A selection of applications to one call. A proposal: people decide.
package struct CallSelection: Sendable, Hashable {
    /// How far a limit is used.
    package struct Use: Sendable, Hashable {
        package let limit: CallLimit
        package let used: Int64
        package let max: Int64
    }

    /// In order: most points first, of equal ones the smaller id.
    package let chosen: [ApplicationID]
    /// Hundredths of a point: the sum of marks times weights of what is chosen.
    package let points: Int64
    package let money: Int64
    /// No selection within the limits has more points. Equal to `points` where the best is proven.
    package let bound: Int64
    /// Steps of the search.
    package let nodes: Int
    package let uses: [Use]

    package var isProven: Bool { points == bound }

    /// Steps for one selection before it is given up with a bound.
    package static let nodesMax = 200_000
    /// More are not read.
    package static let applicationsMax = 2_000

    /// The best selection within every limit: exact where `isProven`.
    package static func best(
        _ applications: [CallApplication], _ rules: CallRules, nodesMax: Int = nodesMax
    ) -> CallSelection {
        let call = CallProblem(applications, rules)
        let outcome = BranchAndBound.solve(call.problem, nodesMax: nodesMax)
        return call.selection(outcome.taken, bound: outcome.bound, nodes: outcome.nodes)
    }

    /// How a list is read from the top: the most points first, as long as there is room.
    package static func greedy(_ applications: [CallApplication], _ rules: CallRules) -> CallSelection {
        let call = CallProblem(applications, rules)
        return call.filled(GreedyOrder.byValue(call.problem))
    }

    /// Most points for each unit of money first.
    package static func greedyByMoney(_ applications: [CallApplication], _ rules: CallRules) -> CallSelection {
        let call = CallProblem(applications, rules)
        return call.filled(GreedyOrder.byValuePerCost(call.problem.values, call.applications.map(\.amount)))
    }
}

/// A call as a problem in whole numbers. Independent of the order in which applications come.
struct CallProblem {
    /// Those with any points, by id.
    let applications: [CallApplication]
    let problem: BinaryProblem
    private let limits: [(limit: CallLimit, row: BinaryProblem.Row)]

    init(_ given: [CallApplication], _ rules: CallRules) {
        let applications = Array(
            given.sorted { $0.id < $1.id }.filter { rules.points($0) > 0 }.prefix(CallSelection.applicationsMax))
        self.applications = applications
        func row(_ limit: Int64, where isCounted: (CallApplication) -> Bool) -> BinaryProblem.Row {
            let items = applications.indices.filter { isCounted(applications[$0]) }
            return BinaryProblem.Row(items: items, amounts: items.map { _ in 1 }, limit: limit)
        }
        var limits: [(limit: CallLimit, row: BinaryProblem.Row)] = []
        if let ceiling = rules.ceiling {
            let all = BinaryProblem.Row(
                items: Array(applications.indices), amounts: applications.map(\.amount), limit: ceiling)
            limits.append((.ceiling, all))
        }
        if let most = rules.countMax { limits.append((.count, row(Int64(most)) { _ in true })) }
        for (kind, most) in rules.perKind.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            limits.append((.kind(kind), row(Int64(most)) { $0.kinds.contains(kind) }))
        }
        for (group, most) in rules.perGroup.sorted(by: { $0.key < $1.key }) {
            limits.append((.group(group), row(Int64(most)) { $0.groups.contains(group) }))
        }
        if let most = rules.perStateMax {
            for state in Set(applications.map(\.state)).sorted() {
                limits.append((.state(state), row(Int64(most)) { $0.state == state }))
            }
        }
        self.limits = limits
        problem = BinaryProblem(values: applications.map(rules.points), rows: limits.map(\.row))
    }

    func filled(_ order: [Int]) -> CallSelection {
        var taken = [Bool](repeating: false, count: problem.count)
        var rest = problem.rows.map(\.limit)
        problem.fill(order, taken: &taken, rest: &rest)
        return selection(taken, bound: .max, nodes: 0)
    }

    func selection(_ taken: [Bool], bound: Int64, nodes: Int) -> CallSelection {
        let order = GreedyOrder.byValue(problem).filter { taken[$0] }
        return CallSelection(
            chosen: order.map { applications[$0].id }, points: problem.value(taken),
            money: order.reduce(0) { $0 + applications[$1].amount }, bound: bound, nodes: nodes,
            uses: limits.map { limit, row in
                let used = zip(row.items, row.amounts).reduce(Int64(0)) { $0 + (taken[$1.0] ? $1.1 : 0) }
                return CallSelection.Use(limit: limit, used: used, max: max(0, row.limit))
            })
    }
}
