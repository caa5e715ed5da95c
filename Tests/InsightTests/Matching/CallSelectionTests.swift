import Domain
import Testing

@testable import Insight

@Suite struct CallSelectionTests {
    @Test("The best selection is the best of all that are allowed, each of them tried")
    func exhaustive() {
        var fixtures = CallFixtures(seed: 1)
        for _ in 0..<120 {
            let (applications, rules) = fixtures.call(7)
            let best = CallSelection.best(applications, rules)
            #expect(best.isProven && best.points == CallFixtures.mostPoints(applications, rules))
        }
    }

    @Test("No selection breaks a limit, exact or greedy, and none of the greedy ones is better than the exact one")
    func limits() {
        var fixtures = CallFixtures(seed: 2)
        for round in 0..<400 {
            let (applications, rules) = fixtures.call(4 + round % 12)
            let best = CallSelection.best(applications, rules)
            let greedy = [
                CallSelection.greedy(applications, rules), CallSelection.greedyByMoney(applications, rules),
            ]
            for selection in [best] + greedy {
                let chosen = CallFixtures.applications(selection, applications)
                #expect(CallFixtures.isAllowed(chosen, rules))
                #expect(selection.points == chosen.reduce(0) { $0 + rules.points($1) })
                #expect(selection.money == chosen.reduce(0) { $0 + $1.amount })
                #expect(selection.points <= best.points)
                #expect(selection.uses.allSatisfy { $0.used <= $0.max })
            }
            #expect(best.isProven)
        }
    }

    @Test("The order in which applications come in changes nothing")
    func order() {
        var fixtures = CallFixtures(seed: 3)
        for _ in 0..<50 {
            var (applications, rules) = fixtures.call(14)
            let best = CallSelection.best(applications, rules)
            fixtures.chance.chance.shuffle(&applications)
            #expect(CallSelection.best(applications, rules) == best)
        }
    }

    @Test("Chosen applications stand by points, and what has no points is never chosen")
    func ranks() {
        func application(_ id: Int64, _ mark: Int) -> CallApplication {
            CallApplication(id: ApplicationID(id), state: StateCode("XAA"), amount: 1, marks: ["relevance": mark])
        }
        let rules = CallRules(criteria: CallFixtures.criteria)
        let best = CallSelection.best(
            [application(1, 0), application(4, 70), application(2, 70), application(3, 90)], rules)
        #expect(best.chosen.map(\.value) == [3, 2, 4])
        let none = CallSelection.best([], rules)
        #expect(none.chosen.isEmpty && none.isProven && none.points == 0)
    }

    @Test("A search that is stopped says how far the best can be, and is never short of the greedy one")
    func stopped() {
        var fixtures = CallFixtures(seed: 4)
        var stopped = 0
        for _ in 0..<60 {
            var (applications, rules) = fixtures.call(18)
            rules.ceiling = applications.reduce(0) { $0 + $1.amount } / 3
            for place in applications.indices {
                applications[place].amount = applications[place].amount * 7 + Int64(place)
            }
            rules.ceiling = (rules.ceiling ?? 0) * 7
            let best = CallSelection.best(applications, rules)
            let first = CallSelection.best(applications, rules, nodesMax: 1)
            #expect(first.points <= best.points && best.points <= first.bound)
            #expect(first.points >= CallSelection.greedy(applications, rules).points)
            if !first.isProven { stopped += 1 }
        }
        #expect(stopped > 5)
    }

    @Test("Amounts as large as money gets are summed without a fault")
    func largeAmounts() {
        let applications = (1...6).map { id in
            CallApplication(
                id: ApplicationID(Int64(id)), state: StateCode("XAA"), amount: 1_000_000_000_000_000,
                marks: ["relevance": 10 * id])
        }
        let rules = CallRules(criteria: CallFixtures.criteria, ceiling: 2_500_000_000_000_000)
        let best = CallSelection.best(applications, rules)
        #expect(best.chosen.map(\.value) == [6, 5] && best.isProven)
    }

    @Test("The effect of a criterion is the selection without it; of a limit, the selection with one more")
    func effects() throws {
        func application(_ id: Int64, _ state: String, _ relevance: Int, _ feasibility: Int) -> CallApplication {
            CallApplication(
                id: ApplicationID(id), state: StateCode(state), kinds: [.training], amount: 100,
                marks: ["relevance": relevance, "feasibility": feasibility])
        }
        let applications = [
            application(1, "XAA", 90, 10), application(2, "XAA", 80, 20), application(3, "XAB", 20, 90),
            application(4, "XAC", 30, 60),
        ]
        let rules = CallRules(
            criteria: CallFixtures.criteria, ceiling: 299, perStateMax: 1, perKind: [.training: 3])
        let best = CallSelection.best(applications, rules)
        #expect(best.chosen.map(\.value) == [1, 3])
        let effects = CallEffect.all(applications, rules, from: best)
        #expect(effects.count == 6 && effects.allSatisfy(\.isProven))
        let without = try #require(effects.first { $0.change == .without(criterion: "feasibility") })
        #expect(without.enters.map(\.value) == [4] && without.leaves.map(\.value) == [3] && without.points < 0)
        let money = try #require(effects.first { $0.change == .moreMoney(by: 3) })
        #expect(money.enters.map(\.value) == [4] && money.leaves.isEmpty && money.points == 3_300)
        let state = try #require(effects.first { $0.change == .oneMoreForEachState })
        #expect(state.enters.map(\.value) == [2] && state.leaves.map(\.value) == [3])
        let kind = try #require(effects.first { $0.change == .oneMoreOfKind(.training) })
        #expect(kind.enters.isEmpty && kind.leaves.isEmpty && kind.points == 0)
    }
}
