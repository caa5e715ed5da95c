/// Applications given to partners that can each take so many, one partner for an application: the whole worth most. Exact, by
/// minimum-cost flow: one application after another along the best path of what is left of the network (Busacker and Gowen, 1961).
package struct PartnerAssignment: Sendable, Hashable {
    /// A partner that an application may go to, and what that is worth.
    package struct Choice: Sendable, Hashable {
        package let application: Int
        package let partner: Int
        /// Not negative; what is worth nothing is not assigned.
        package let worth: Int64

        package init(application: Int, partner: Int, worth: Int64) {
            self.application = application
            self.partner = partner
            self.worth = worth
        }
    }

    /// For each application its partner; nil: none.
    package let partners: [Int?]
    package let worth: Int64

    /// Choices that name an application or a partner that is not there are passed over.
    package static func best(_ choices: [Choice], applications: Int, capacities: [Int]) -> PartnerAssignment {
        var flow = AssignmentFlow(choices, applications: max(0, applications), capacities: capacities)
        flow.run()
        let partners = flow.partners
        var worth: [[Int]: Int64] = [:]
        for choice in choices {
            let key = [choice.application, choice.partner]
            worth[key] = max(worth[key] ?? 0, choice.worth)
        }
        let sum = partners.enumerated().reduce(Int64(0)) { sum, entry in
            sum + (entry.element.flatMap { worth[[entry.offset, $0]] } ?? 0)
        }
        return PartnerAssignment(partners: partners, worth: sum)
    }

    private init(partners: [Int?], worth: Int64) {
        self.partners = partners
        self.worth = worth
    }
}

/// The network: applications, partners, and behind each partner as many places as it has.
private struct AssignmentFlow {
    private struct Edge {
        var partner: Int
        var worth: Int64
    }

    private let edges: [[Edge]]
    private var left: [Int]
    private(set) var partners: [Int?]
    private var members: [[Int]]

    init(_ choices: [PartnerAssignment.Choice], applications: Int, capacities: [Int]) {
        var edges = [[Edge]](repeating: [], count: applications)
        for choice in choices where choice.worth > 0 {
            guard edges.indices.contains(choice.application), capacities.indices.contains(choice.partner) else {
                continue
            }
            edges[choice.application].append(Edge(partner: choice.partner, worth: choice.worth))
        }
        self.edges = edges.map { $0.sorted { ($0.partner, $1.worth) < ($1.partner, $0.worth) } }
        left = capacities.map { max(0, $0) }
        partners = [Int?](repeating: nil, count: applications)
        members = [[Int]](repeating: [], count: capacities.count)
    }

    /// One application after another finds the way that adds most: to a free place, or in the place of somebody who moves on or
    /// goes without.
    mutating func run() {
        for application in edges.indices { place(application) }
    }

    /// Longest path by Bellman and Ford over partners: few of them, and no cycle gains, for what stands is best.
    private mutating func place(_ application: Int) {
        var gain = [Int64?](repeating: nil, count: left.count)
        var from = [(application: Int, partner: Int?)?](repeating: nil, count: left.count)
        for edge in edges[application] where edge.worth > gain[edge.partner] ?? 0 {
            gain[edge.partner] = edge.worth
            from[edge.partner] = (application, nil)
        }
        var isChanged = true
        while isChanged {
            isChanged = false
            for partner in left.indices {
                guard let own = gain[partner] else { continue }
                for member in members[partner] {
                    let held = worth(member, partner)
                    for edge in edges[member] where edge.partner != partner {
                        let through = own - held + edge.worth
                        guard through > gain[edge.partner] ?? .min else { continue }
                        gain[edge.partner] = through
                        from[edge.partner] = (member, partner)
                        isChanged = true
                    }
                }
            }
        }
        finish(gain, from)
    }

    /// Takes the best end of a way: a partner with a free place, or one whose least worthy member goes without.
    private mutating func finish(_ gain: [Int64?], _ from: [(application: Int, partner: Int?)?]) {
        var best: Int64 = 0
        var end: (partner: Int, out: Int?)?
        for partner in left.indices {
            guard let own = gain[partner] else { continue }
            if left[partner] > 0 {
                if own > best { (best, end) = (own, (partner, nil)) }
                continue
            }
            for member in members[partner] where own - worth(member, partner) > best {
                (best, end) = (own - worth(member, partner), (partner, member))
            }
        }
        guard let end else { return }
        if let out = end.out { release(out, end.partner) } else { left[end.partner] -= 1 }
        var target = end.partner
        while let step = from[target] {
            if let source = step.partner { release(step.application, source) }
            partners[step.application] = target
            members[target].append(step.application)
            guard let source = step.partner else { return }
            target = source
        }
    }

    private mutating func release(_ application: Int, _ partner: Int) {
        members[partner].removeAll { $0 == application }
        partners[application] = nil
    }

    private func worth(_ application: Int, _ partner: Int) -> Int64 {
        edges[application].first { $0.partner == partner }?.worth ?? 0
    }
}
