import Domain
import Testing

@testable import Insight

@Suite struct MatchIndexTests {
    /// Five times 2,000 needs, each among three pieces of help.
    @Test(
        "No hard condition is broken in 10,000 invented shortlists, and nothing that keeps them all is left out",
        arguments: 1...5)
    func conditions(seed: Int) {
        var fixtures = MatchFixtures(seed: UInt64(seed))
        var matches = 0
        for round in 0..<100 {
            var index = MatchIndex(weights: MatchFixtures.weights)
            for id in 1...3 { index.add(fixtures.help(Int64(id))) }
            let ids = index.ids
            for id in 1...20 {
                let need = fixtures.need(Int64(20 * round + id))
                let question = fixtures.question(limit: 10)
                let found = Set(index.matches(for: need, question).map(\.help))
                let refused = id == 1 ? Set(index.refusals(for: need, question).map(\.help)) : nil
                for id in ids {
                    guard let help = index[id], let pair = index.pair(need, id, question) else { continue }
                    let broken = PlainRules.broken(need, help, question, text: pair.score.parts[3].hundredths ?? 0)
                    matches += broken.isEmpty ? 1 : 0
                    #expect(found.contains(id) == broken.isEmpty)
                    #expect(Set(pair.obstacles.map(\.condition)) == broken)
                    guard let refused else { continue }
                    #expect(refused.contains(id) == (!broken.isEmpty && !broken.contains(.subject)))
                }
            }
        }
        #expect(matches > 50)
    }

    @Test("The shortlist is the head of all matches in order, whatever was added and removed before")
    func order() {
        var fixtures = MatchFixtures(seed: 7)
        var index = MatchIndex(weights: MatchFixtures.weights)
        for id in 1...300 { index.add(fixtures.help(Int64(id))) }
        for id in index.ids where fixtures.isHit(in: 3) { index.remove(id) }
        for id in 301...400 { index.add(fixtures.help(Int64(id))) }
        for id in 1...40 {
            let need = fixtures.need(Int64(id))
            let question = fixtures.question(limit: 5)
            let all = index.ids.compactMap { index.pair(need, $0, question) }.filter(\.obstacles.isEmpty).map(\.score)
            let head = all.sorted(by: MatchScore.isBetter).prefix(5)
            #expect(index.matches(for: need, question) == Array(head))
        }
    }

    @Test("What is removed is never found again, and what is changed is found as it is now")
    func removal() {
        var index = MatchIndex(weights: MatchFixtures.weights)
        var help = MatchConditionTests.help
        help.terms = ProfileTerms([.english: "Training of prison officers"])
        index.add(help)
        let (need, question) = (MatchConditionTests.need, MatchConditionTests.question)
        #expect(index.matches(for: need, question).map(\.help) == [help.id])
        help.themes = ["housing"]
        index.add(help)
        #expect(index.count == 1 && index.matches(for: need, question).isEmpty)
        help.themes = ["torture"]
        index.add(help)
        #expect(index.matches(for: need, question).count == 1)
        index.remove(help.id)
        #expect(index.count == 0 && index.matches(for: need, question).isEmpty && index[help.id] == nil)
    }

    @Test("The needs of an offer have the scores that the offer has among each need's help")
    func otherWay() {
        var fixtures = MatchFixtures(seed: 99)
        var index = MatchIndex(weights: MatchFixtures.weights)
        for id in 1...60 { index.add(fixtures.help(Int64(id))) }
        let needs = (1...60).map { fixtures.need(Int64($0)) }
        let question = MatchQuestion(view: .others, today: MatchFixtures.today, limit: 200)
        var seen = 0
        for id in index.ids {
            let found = index.needs(for: id, among: needs, question)
            #expect(found == found.sorted(by: MatchScore.isBetter))
            for score in found {
                seen += 1
                let need = needs.first { $0.id == score.need }
                #expect(need.map { index.matches(for: $0, question).contains(score) } == true)
            }
            let refused = index.needs(for: id, among: needs, question) { _ in true }
            #expect(refused.isEmpty)
        }
        #expect(seen > 50)
    }

    @Test("An index that holds nothing finds nothing")
    func empty() {
        let index = MatchIndex(weights: MatchFixtures.weights)
        #expect(index.matches(for: MatchConditionTests.need, MatchConditionTests.question).isEmpty)
        #expect(index.refusals(for: MatchConditionTests.need, MatchConditionTests.question).isEmpty)
        #expect(index.pair(MatchConditionTests.need, .programme(1), MatchConditionTests.question) == nil)
    }
}
