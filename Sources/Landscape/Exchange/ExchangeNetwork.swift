package import Domain

/// Who pays, who carries out, and for which State, as columns of places with lines between them.
package struct ExchangeNetwork: Hashable, Sendable {
    package enum Node: Hashable, Sendable, Comparable {
        case giver(NamedActor)
        case worker(NamedActor)
        case state(StateCode)

        package var column: Int {
            switch self {
            case .giver: 0
            case .worker: 1
            case .state: 2
            }
        }

        var key: String {
            switch self {
            case .giver(let organisation), .worker(let organisation): organisation.key
            case .state(let state): state.rawValue
            }
        }

        package static func < (one: Self, other: Self) -> Bool {
            (one.column, one.key) < (other.column, other.key)
        }
    }

    package struct Line: Hashable, Sendable {
        package var from: Node
        package var to: Node
        package var programmes: Int
    }

    /// From above to below in each of the three columns.
    package var columns: [[Node]]
    /// By their ends.
    package var lines: [Line]
    /// Places that are not shown, because there are too many for a picture.
    package var left: Int

    package static let nodesMax = 60
    package static let linesMax = 120
    /// How often the order of the columns is bettered: it is settled before.
    private static let rounds = 6
}

extension ExchangeNetwork {
    init(_ flows: [Flow]) {
        var weights: [Node: Int] = [:]
        var lines: [Node: [Node: Int]] = [:]
        func join(_ from: Node, _ to: Node) {
            lines[from, default: [:]][to, default: 0] += 1
        }
        // An organisation goes by the first name it was met with.
        var known: [String: NamedActor] = [:]
        func settled(_ organisation: NamedActor) -> NamedActor {
            let held = known[organisation.key] ?? organisation
            known[organisation.key] = held
            return held
        }
        for flow in flows {
            let givers = flow.givers.map { Node.giver(settled($0)) }
            let workers = flow.workers.map { Node.worker(settled($0)) }
            let states = flow.states.map { Node.state($0) }
            for node in givers + workers + states { weights[node, default: 0] += 1 }
            for giver in givers { for next in workers.isEmpty ? states : workers { join(giver, next) } }
            for worker in workers { for state in states { join(worker, state) } }
        }
        let shown = Set(weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.nodesMax).map(\.key))
        let all = lines.filter { shown.contains($0.key) }.flatMap { from, ends in
            ends.filter { shown.contains($0.key) }.map { Line(from: from, to: $0.key, programmes: $0.value) }
        }.sorted { ($1.programmes, $0.from, $0.to) < ($0.programmes, $1.from, $1.to) }
        let kept = all.prefix(Self.linesMax)
        let joined = Set(kept.flatMap { [$0.from, $0.to] })
        self.lines = kept.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        left = weights.count - joined.count
        columns = (0...2).map { column in joined.filter { $0.column == column }.sorted() }
        for _ in 0..<Self.rounds { order() }
    }

    /// Each column in the order of the middle of what its places are joined with: fewer lines cross. Ties stay as they are.
    private mutating func order() {
        for column in [1, 2, 0] {
            let heights = Dictionary(
                uniqueKeysWithValues: columns.flatMap { column in
                    column.enumerated().map { ($1, (Double($0) + 0.5) / Double(column.count)) }
                })
            var near: [Node: (sum: Double, count: Double)] = [:]
            for line in lines {
                for (one, other) in [(line.from, line.to), (line.to, line.from)] where one.column == column {
                    let held = near[one] ?? (0, 0)
                    let weight = Double(line.programmes)
                    near[one] = (held.sum + (heights[other] ?? 0) * weight, held.count + weight)
                }
            }
            func middle(_ node: Node) -> Double { near[node].map { $0.count > 0 ? $0.sum / $0.count : 0 } ?? 0 }
            columns[column] = columns[column].enumerated()
                .sorted { (middle($0.element), $0.offset) < (middle($1.element), $1.offset) }.map(\.element)
        }
    }
}
