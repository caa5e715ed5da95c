import Domain
import Testing

@testable import Insight

@Suite("Neighbours within a budget") struct NearestNeighboursTests {
    /// The fixture three times over, in other words: 54 recommendations.
    private let records = IssueFixtures.records(
        IssueFixtures.review + IssueFixtures.review.map { "Without delay, " + $0 }
            + IssueFixtures.review.map { $0 + " and report on it" })

    private func graph(_ neighboursMax: Int) -> IssueGraph {
        var weights = IssueWeights()
        weights.neighboursMax = neighboursMax
        let reading = IssueReading(records, weights: weights)
        return IssueGraph(reading, IssueGroups(reading.records))
    }

    @Test("A budget that holds every pair changes nothing, to the bit")
    func enough() {
        let all = graph(IssueWeights().neighboursMax)
        #expect(graph(records.count * records.count).neighbours == all.neighbours)
        #expect(all.neighbours.contains { $0.count > 6 })
    }

    @Test("Beyond it each keeps its most alike, both ways, of equal ones the lower numbers", arguments: [1, 3, 6])
    func nearest(most: Int) {
        let (all, kept) = (graph(IssueWeights().neighboursMax).neighbours, graph(records.count * most).neighbours)
        let own = all.map { Set($0.sorted { $0.comes(before: $1) }.prefix(most).map(\.other)) }
        for (place, list) in kept.enumerated() {
            let expected = all[place].filter { neighbour in
                own[place].contains(neighbour.other) || own[Int(neighbour.other)].contains(Int32(place))
            }
            #expect(list == expected, "\(place)")
        }
        #expect(kept.reduce(0) { $0 + $1.count } <= 2 * records.count * most)
    }

    @Test("Of equal likeness the lower numbers stay, in whichever order pairs come")
    func ties() {
        let pairs: [(Int32, Int32)] = (1..<6).flatMap { one in (0..<one).map { (Int32(one), Int32($0)) } }
        for order in [pairs, pairs.reversed()] {
            var nearest = NearestNeighbours(count: 6, budget: 12)
            for pair in order { nearest.add(pair.0, pair.1, 0.5) }
            #expect(nearest.both()[5].map(\.other) == [0, 1])
        }
    }

    @Test("Every recommendation still stands in exactly one issue, and the nearest stay together")
    func issues() {
        var weights = IssueWeights()
        weights.neighboursMax = records.count * 6
        let found = IssueFinder.find(records, standing: IssueStanding(), weights: weights).issues
        #expect(found.flatMap(\.members).count == records.count)
        #expect(found.contains { Set([1, 19, 37]).isSubset(of: $0.members.map(\.recommendation.value)) })
    }
}
