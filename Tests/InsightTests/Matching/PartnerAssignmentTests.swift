import Domain
import Testing

@testable import Insight

@Suite struct PartnerAssignmentTests {
    /// Tries every partner, and none, for each application in turn.
    private func mostWorth(_ worths: [[Int64?]], _ left: [Int], from application: Int = 0) -> Int64 {
        guard application < worths.count else { return 0 }
        var best = mostWorth(worths, left, from: application + 1)
        for (partner, worth) in worths[application].enumerated() where left[partner] > 0 {
            guard let worth else { continue }
            var rest = left
            rest[partner] -= 1
            best = max(best, worth + mostWorth(worths, rest, from: application + 1))
        }
        return best
    }

    @Test("The assignment is worth as much as the best of all, each of them tried, and keeps every capacity")
    func exhaustive() {
        var chance = MatchFixtures(seed: 11)
        for _ in 0..<300 {
            let (applications, partners) = (chance.number(1...6), chance.number(1...3))
            let capacities = (0..<partners).map { _ in chance.number(0...2) }
            let worths = (0..<applications).map { _ in
                (0..<partners).map { _ in chance.isHit(in: 3) ? nil : Int64(chance.number(0...30)) }
            }
            let choices = worths.enumerated().flatMap { application, row in
                row.enumerated().compactMap { partner, worth in
                    worth.map { PartnerAssignment.Choice(application: application, partner: partner, worth: $0) }
                }
            }
            let found = PartnerAssignment.best(choices, applications: applications, capacities: capacities)
            #expect(found.worth == mostWorth(worths, capacities))
            for partner in 0..<partners {
                #expect(found.partners.count { $0 == partner } <= capacities[partner])
            }
            let sum = found.partners.enumerated().reduce(Int64(0)) { sum, entry in
                sum + (entry.element.flatMap { worths[entry.offset][$0] } ?? 0)
            }
            #expect(sum == found.worth)
        }
    }

    @Test("Choices that name nobody are passed over")
    func strangers() {
        let choices = [
            PartnerAssignment.Choice(application: 5, partner: 0, worth: 3), .init(application: 0, partner: 9, worth: 3),
            .init(application: -1, partner: 0, worth: 3), .init(application: 0, partner: 0, worth: -3),
        ]
        let found = PartnerAssignment.best(choices, applications: 1, capacities: [-4])
        #expect(found.partners == [nil] && found.worth == 0)
        #expect(PartnerAssignment.best([], applications: 0, capacities: []).partners.isEmpty)
    }
}
