package import Domain

/// What one criterion or one limit does to a selection: the selection again without it, or with a little more room.
package struct CallEffect: Sendable, Hashable {
    package enum Change: Sendable, Hashable {
        /// The criterion counts nothing.
        case without(criterion: String)
        /// A hundredth more money, rounded up.
        case moreMoney(by: Int64)
        case oneMoreInAll
        case oneMoreForEachState
        case oneMoreOfKind(HelpKind)
        case oneMoreOfGroup(String)
    }

    package let change: Change
    /// What the changed rules select and the rules as they are do not, by id.
    package let enters: [ApplicationID]
    package let leaves: [ApplicationID]
    /// Points of the changed selection by the criteria as they are, less those of the selection as it is, in hundredths.
    package let points: Int64
    /// Both selections are proven to be best; otherwise a difference may come from the search.
    package let isProven: Bool

    /// Each criterion left out, then each limit widened by one, in the order of the rules.
    package static func all(
        _ applications: [CallApplication], _ rules: CallRules, from selection: CallSelection,
        nodesMax: Int = CallSelection.nodesMax / 10
    ) -> [CallEffect] {
        let byID = Dictionary(applications.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return changes(rules).map { change, changed in
            let other = CallSelection.best(applications, changed, nodesMax: nodesMax)
            let points = other.chosen.reduce(Int64(0)) { $0 + (byID[$1].map(rules.points) ?? 0) }
            return CallEffect(
                change: change, enters: Set(other.chosen).subtracting(selection.chosen).sorted(),
                leaves: Set(selection.chosen).subtracting(other.chosen).sorted(), points: points - selection.points,
                isProven: other.isProven && selection.isProven)
        }
    }

    private static func changes(_ rules: CallRules) -> [(Change, CallRules)] {
        func changed(_ change: (inout CallRules) -> Void) -> CallRules {
            var rules = rules
            change(&rules)
            return rules
        }
        var result: [(Change, CallRules)] = rules.criteria.filter { $0.weight > 0 }.map { criterion in
            let others = rules.criteria.map { $0.code == criterion.code ? CallCriterion(code: $0.code, weight: 0) : $0 }
            return (.without(criterion: criterion.code), changed { $0.criteria = others })
        }
        if let ceiling = rules.ceiling {
            let more = max(1, ceiling / 100 + (ceiling % 100 == 0 ? 0 : 1))
            result.append((.moreMoney(by: more), changed { $0.ceiling = ceiling + more }))
        }
        if let most = rules.countMax { result.append((.oneMoreInAll, changed { $0.countMax = most + 1 })) }
        if let most = rules.perStateMax {
            result.append((.oneMoreForEachState, changed { $0.perStateMax = most + 1 }))
        }
        for (kind, most) in rules.perKind.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            result.append((.oneMoreOfKind(kind), changed { $0.perKind[kind] = most + 1 }))
        }
        for (group, most) in rules.perGroup.sorted(by: { $0.key < $1.key }) {
            result.append((.oneMoreOfGroup(group), changed { $0.perGroup[group] = most + 1 }))
        }
        return result
    }
}
