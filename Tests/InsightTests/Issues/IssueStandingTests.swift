import Domain
import Testing

@testable import Insight

@Suite("Issues that stand") struct IssueStandingTests {
    private let records = IssueFixtures.records(IssueFixtures.review)

    private func standing(_ issues: [Int64: [Int64]]) -> IssueStanding {
        IssueStanding(
            issues: Dictionary(
                uniqueKeysWithValues: issues.map { (IssueID($0.key), $0.value.map { RecommendationID($0) }) }))
    }

    private func members(_ found: [FoundIssue], _ id: Int64) -> Set<Int64> {
        Set(found.first { $0.id == IssueID(id) }?.members.map(\.recommendation.value) ?? [])
    }

    @Test("Standing issues keep every member, however odd, and newcomers join where they fit")
    func kept() {
        let standing = standing([7: [1, 5], 9: [8], 11: [17, 18]])
        let found = IssueFinder.find(records, standing: standing).issues
        #expect(members(found, 7).isSuperset(of: [1, 5]))
        #expect(members(found, 9).isSuperset(of: [8, 9, 10]))
        #expect(members(found, 11).isSuperset(of: [17, 18]))
        #expect(found.flatMap(\.members).count == records.count)
    }

    @Test("Members keep together when records are added, whichever came first", arguments: 1...8)
    func additions(seed: UInt64) {
        var numbers = SeededNumbers(state: seed)
        let early = records.filter { _ in UInt64.random(in: 0..<10, using: &numbers) < 7 }
        let first = IssueFinder.find(early, standing: IssueStanding()).issues
        var standing = IssueStanding()
        for (number, issue) in first.enumerated() {
            standing.issues[IssueID(Int64(number + 1))] = issue.members.map(\.recommendation)
        }
        let then = IssueFinder.find(records, standing: standing).issues
        for (id, members) in standing.issues {
            let now = then.first { $0.id == id }?.members.map(\.recommendation) ?? []
            #expect(Set(now).isSuperset(of: members))
        }
        #expect(Set(then.flatMap { $0.members.map(\.recommendation) }) == Set(records.map(\.id)))
    }

    @Test("A newcomer does not join an issue that a person declined for it")
    func declinedNewcomer() {
        var standing = standing([1: [8, 9]])
        standing.declined = [IssueMove(RecommendationID(10), to: IssueID(1))]
        #expect(!members(IssueFinder.find(records, standing: standing).issues, 1).contains(10))
        standing.declined = []
        #expect(members(IssueFinder.find(records, standing: standing).issues, 1).contains(10))
    }

    @Test("A clear misplacement is proposed with words, not carried out")
    func proposal() throws {
        let standing = standing([1: [8, 9], 2: [11, 12, 10]])
        let (found, proposals) = IssueFinder.find(records, standing: standing)
        #expect(members(found, 2).contains(10))
        let proposal = try #require(proposals.first { $0.move.recommendation == RecommendationID(10) })
        #expect(proposal.from == IssueID(2))
        #expect(proposal.move.to == IssueID(1))
        #expect(proposal.words.contains { $0 == "shelters" || $0 == "violence" || $0 == "domestic" })
        #expect((0...1).contains(proposal.strength))
    }

    @Test("Nothing pinned, decided or declined is proposed")
    func decisions() {
        let base = standing([1: [8, 9], 2: [11, 12, 10]])
        let move = IssueMove(RecommendationID(10), to: IssueID(1))
        var (pinned, decided, declined) = (base, base, base)
        pinned.pinned = [RecommendationID(10)]
        decided.decided = [IssueID(2)]
        declined.declined = [move]
        for standing in [pinned, decided, declined] {
            #expect(!IssueFinder.find(records, standing: standing).proposals.contains { $0.move == move })
        }
        #expect(IssueFinder.find(records, standing: base).proposals.contains { $0.move == move })
    }

    @Test("Members that are no longer among the records stay, and issues without members are passed over")
    func gone() {
        let found = IssueFinder.find(records, standing: standing([1: [8, 900], 2: [901], 3: []])).issues
        #expect(members(found, 1).isSuperset(of: [8, 900]))
        #expect(members(found, 2) == [901])
        #expect(!found.contains { $0.id == IssueID(3) })
    }
}
