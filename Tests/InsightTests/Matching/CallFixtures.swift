import Domain

@testable import Insight

/// Small calls by chance, and what people would find by trying every selection.
struct CallFixtures {
    var chance: MatchFixtures

    init(seed: UInt64) { chance = MatchFixtures(seed: seed) }

    static let criteria = [
        CallCriterion(code: "relevance", weight: 50), CallCriterion(code: "feasibility", weight: 30),
        CallCriterion(code: "participation", weight: 20),
    ]

    mutating func call(_ count: Int) -> (applications: [CallApplication], rules: CallRules) {
        let applications = (1...count).map { id in
            CallApplication(
                id: ApplicationID(Int64(id)), state: MatchFixtures.states[chance.number(0...3)],
                groups: chance.some(MatchFixtures.groups, most: 2), kinds: chance.some(HelpKind.allCases, most: 2),
                amount: Int64(chance.number(0...20)) * 1_000,
                marks: [
                    "relevance": chance.number(0...100), "feasibility": chance.number(0...100),
                    "participation": chance.number(0...100),
                ])
        }
        var rules = CallRules(criteria: Self.criteria)
        if !chance.isHit(in: 5) { rules.ceiling = Int64(chance.number(0...count * 8)) * 1_000 }
        if chance.isHit(in: 2) { rules.countMax = chance.number(0...count) }
        if chance.isHit(in: 2) { rules.perStateMax = chance.number(0...2) }
        for kind in chance.some(HelpKind.allCases, most: 3) { rules.perKind[kind] = chance.number(0...2) }
        for group in chance.some(MatchFixtures.groups, most: 3) { rules.perGroup[group] = chance.number(0...3) }
        return (applications, rules)
    }

    /// Whether every rule of the call holds, counted one application after another.
    static func isAllowed(_ chosen: [CallApplication], _ rules: CallRules) -> Bool {
        var money: Int64 = 0
        var (states, kinds, groups): ([String: Int], [HelpKind: Int], [String: Int]) = ([:], [:], [:])
        for application in chosen {
            money += application.amount
            states[application.state.rawValue, default: 0] += 1
            for kind in application.kinds { kinds[kind, default: 0] += 1 }
            for group in application.groups { groups[group, default: 0] += 1 }
        }
        return money <= rules.ceiling ?? .max && chosen.count <= rules.countMax ?? .max
            && states.values.allSatisfy { $0 <= rules.perStateMax ?? .max }
            && rules.perKind.allSatisfy { kinds[$0.key, default: 0] <= $0.value }
            && rules.perGroup.allSatisfy { groups[$0.key, default: 0] <= $0.value }
    }

    static func mostPoints(_ applications: [CallApplication], _ rules: CallRules) -> Int64 {
        (0..<1 << applications.count).reduce(0) { best, mask in
            let chosen = applications.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element)
            let points = chosen.reduce(0) { $0 + rules.points($1) }
            return points > best && isAllowed(chosen, rules) ? points : best
        }
    }

    /// What a selection stands for.
    static func applications(_ selection: CallSelection, _ applications: [CallApplication]) -> [CallApplication] {
        selection.chosen.compactMap { id in applications.first { $0.id == id } }
    }
}
