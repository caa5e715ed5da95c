import Domain
import Store
import TestSupport
import Testing

@testable import Operations

/// Random decisions, imports, imports taken back and runs, in any order.
@Suite struct IssuePropertyTests {
    @Test(
        "Whatever happens, each record stands in one issue at most, decisions hold, and nothing pinned is proposed",
        arguments: [UInt64(1), 2, 3])
    func holds(seed: UInt64) async throws {
        try await IssueFixture.each { fixture in
            var play = Play(fixture: fixture, random: SplitMix64(seed: seed))
            for step in 1...24 {
                try await play.step()
                try await play.check(step)
            }
            try await fixture.issues.refresh(IssueFixture.aldora)
            try await play.check(0)
            #expect(try await fixture.list().outside == 0)
            #expect(try await Verification(database: fixture.database)().faults == [])
        }
    }
}

/// What was done so far, and what must hold because of it.
private struct Play {
    let fixture: IssueFixture
    var random: SplitMix64
    var imports: [String] = []
    var cycle = 0
    /// Where each member stood after the last step: only a decision changes it.
    var places: [RecommendationID: IssueID] = [:]
    var pinned: Set<RecommendationID> = []
    var names: [IssueID: String] = [:]
    var known: Set<IssueID> = []

    init(fixture: IssueFixture, random: SplitMix64) {
        self.fixture = fixture
        self.random = random
    }

    mutating func step() async throws {
        if imports.isEmpty { return try await bring() }
        switch random.below(10) {
        case 0: try await bring()
        case 1 where imports.count > 1: try await takeBack()
        case 2, 3: try await fixture.issues.refresh(IssueFixture.aldora)
        default: try await decide()
        }
    }

    private mutating func bring() async throws {
        cycle += 1
        let texts = IssueFixture.subjects.map { $0[random.below($0.count)] }.filter { _ in random.chance(80) }
        let name = "import \(cycle)"
        guard !texts.isEmpty else { return }
        try await fixture.bring(IssueFixture.review(cycle: cycle, texts), name)
        imports.append(name)
        try await fixture.issues.refresh(IssueFixture.aldora)
    }

    private mutating func takeBack() async throws {
        let name = imports.remove(at: random.below(imports.count))
        try await fixture.takeBack(name)
    }

    private mutating func decide() async throws {
        let list = try await fixture.list()
        guard !list.items.isEmpty else { return }
        let item = random.pick(list.items)
        let id = item.issue.id
        let version = item.issue.version
        let page = try await fixture.issues.issue(id)
        let member = random.pick(page.members)
        let other = random.pick(list.items).issue.id
        let ada = IssueFixture.coordinator
        switch random.below(6) {
        case 0:
            let name = "Name \(cycle) \(random.below(1_000))"
            try await fixture.issues.rename(id, version: version, to: name, by: ada)
            names[id] = name
        case 1 where other != id:
            try await fixture.issues.move(member.record.id, from: id, version: version, to: .existing(other), by: ada)
            moved([member.record.id], to: other, pins: true)
        case 2 where other != id && list.items.count > 3:
            try await fixture.issues.merge(id, version: version, into: other, by: ada)
            moved(page.members.map(\.record.id), to: other, pins: false)
        case 3 where page.members.count > 1:
            let decision = try await fixture.issues.split(id, version: version, [member.record.id], name: nil, by: ada)
            if let new = decision.other { moved([member.record.id], to: new, pins: false) }
        case 4 where !member.isPinned:
            try await fixture.issues.pin(member.record.id, in: id, version: version, by: ada)
            pinned.insert(member.record.id)
        case 5 where member.isPinned:
            try await fixture.issues.unpin(member.record.id, in: id, version: version, by: ada)
            pinned.remove(member.record.id)
        default: return
        }
    }

    private mutating func moved(_ recommendations: [RecommendationID], to issue: IssueID, pins: Bool) {
        for recommendation in recommendations {
            places[recommendation] = issue
            if pins { pinned.insert(recommendation) }
        }
    }

    mutating func check(_ step: Int) async throws {
        let state = IssueFixture.aldora
        let (members, rows, live, proposals) = try await fixture.database.read { connection in
            (
                try IssueMemberRow.all(of: state, connection), try IssueRow.all(of: state, connection),
                Set(try IssueMemberRow.wanted(by: state, connection)),
                try IssueProposalRow.all(of: state, connection).filter { $0.status == .open }
            )
        }
        let standing = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
        #expect(Set(members.map(\.recommendation)).count == members.count, "step \(step)")
        #expect(members.allSatisfy { live.contains($0.recommendation) }, "step \(step): members of what is gone")
        #expect(members.allSatisfy { standing[$0.issue]?.mergedInto == nil && standing[$0.issue] != nil })
        #expect(known.isSubset(of: standing.keys), "step \(step): ids persist")
        let now = Dictionary(uniqueKeysWithValues: members.map { ($0.recommendation, $0.issue) })
        for (recommendation, issue) in places where live.contains(recommendation) {
            #expect(now[recommendation] == issue, "step \(step): \(recommendation) moved by itself")
        }
        for member in members where live.contains(member.recommendation) {
            #expect(member.isPinned == pinned.contains(member.recommendation), "step \(step)")
        }
        for (issue, name) in names { #expect(standing[issue]?.givenName == name, "step \(step)") }
        for move in proposals {
            #expect(!pinned.contains(move.recommendation) && now[move.recommendation] == move.from, "step \(step)")
            #expect(standing[move.from]?.isDecided == false && standing[move.to]?.mergedInto == nil, "step \(step)")
        }
        places = now
        known = Set(standing.keys)
    }
}
