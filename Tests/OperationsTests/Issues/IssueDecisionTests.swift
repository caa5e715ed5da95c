import Domain
import Insight
import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct IssueDecisionTests {
    private let subjects = IssueFixture.subjects
    private let ada = IssueFixture.coordinator

    /// Two cycles on six things to do, in issues.
    private func each(_ body: (IssueFixture) async throws -> Void) async throws {
        try await IssueFixture.each { fixture in
            try await fixture.bring(
                IssueFixture.review(cycle: 1, subjects.map { $0[0] })
                    + IssueFixture.review(cycle: 2, subjects.map { $0[1] }),
                "one")
            try await fixture.issues.refresh(IssueFixture.aldora)
            try await body(fixture)
        }
    }

    private func issue(_ fixture: IssueFixture, of text: String) async throws -> IssueID {
        let id = try await fixture.id(ofText: text)
        return try #require(try await fixture.places()[id])
    }

    /// What an error of a decision was; nil where there was none.
    private func failure(_ body: () async throws -> IssueDecision) async -> IssueError? {
        do {
            _ = try await body()
            return nil
        } catch { return error as? IssueError }
    }

    @Test("A name holds over later runs, can be taken back, and is refused on an old version")
    func rename() async throws {
        try await each { fixture in
            let id = try await issue(fixture, of: subjects[0][0])
            let version = try await fixture.version(id)
            let decision = try await fixture.issues.rename(
                id, version: version, to: "  Torture:  the protocol ", by: ada)
            let stale = await failure { try await fixture.issues.rename(id, version: version, to: "Other", by: ada) }
            #expect(stale == .stale(version: version + 1))
            try await fixture.bring(IssueFixture.review(cycle: 3, [subjects[0][2]]), "two")
            try await fixture.issues.refresh(IssueFixture.aldora)
            let page = try await fixture.issues.issue(id)
            #expect(page.issue.givenName == "Torture: the protocol" && page.issue.isDecided)
            #expect(page.issue.name(in: .english).text == "Torture: the protocol")
            try await fixture.issues.reverse(decision.id, by: ada)
            let back = try await fixture.issues.issue(id)
            #expect(back.issue.givenName == nil && back.decisions.map(\.action) == [.reverse, .rename])
            #expect(back.decisions[1].reversedBy == back.decisions[0].id)
            let twice = await failure { try await fixture.issues.reverse(decision.id, by: ada) }
            #expect(twice == .overtaken)
        }
    }

    @Test("A State's own coordinator decides on that State's issues, and on no other's")
    func ownState() async throws {
        try await each { fixture in
            let id = try await issue(fixture, of: subjects[0][0])
            let version = try await fixture.version(id)
            func caller(_ state: StateCode, _ role: WorkspaceRole) -> Caller {
                let workspace = Workspace(
                    id: WorkspaceID(1), slug: "room", name: "Room", state: state, created: testInstant)
                let account = Account(id: AccountID(9), name: "Eva", role: .none, created: testInstant)
                return Caller(
                    account,
                    [
                        Member(
                            workspace: workspace, account: account.id, name: account.name, role: role,
                            institution: nil)
                    ])
            }
            for other in [caller(StateCode("XAB"), .coordinator), caller(IssueFixture.aldora, .observer)] {
                let refused = await failure {
                    try await fixture.issues.rename(id, version: version, to: "Name", by: other)
                }
                #expect(refused == .forbidden)
            }
            let own = caller(IssueFixture.aldora, .coordinator)
            let decision = try await fixture.issues.rename(id, version: version, to: "Name", by: own)
            #expect(decision.caller == "Eva")
        }
    }

    @Test("Only coordinators decide, and every decision is in the audit log under the caller's name")
    func rights() async throws {
        try await each { fixture in
            let id = try await issue(fixture, of: subjects[0][0])
            let version = try await fixture.version(id)
            let refused = await failure {
                try await fixture.issues.rename(id, version: version, to: "Name", by: IssueFixture.focalPoint)
            }
            #expect(refused == .forbidden)
            #expect(try await fixture.version(id) == version)
            try await fixture.issues.rename(id, version: version, to: "Name", by: ada)
            let last = try await fixture.database.read { try AuditLog.page(after: 0, $0).last }
            #expect(last?.entry.action == "issue.rename" && last?.entry.actor == "Ada")
            #expect(last?.entry.subject == "issue/\(id)" && last?.entry.detail.contains("Name") == false)
        }
    }

    @Test("A moved recommendation is pinned where it goes, and no later run touches it")
    func move() async throws {
        try await each { fixture in
            let recommendation = try await fixture.id(ofText: subjects[0][0])
            let (from, to) = (
                try await issue(fixture, of: subjects[0][0]), try await issue(fixture, of: subjects[3][0])
            )
            let decision = try await fixture.issues.move(
                recommendation, from: from, version: try await fixture.version(from), to: .existing(to), by: ada)
            #expect(decision.other == to)
            try await fixture.issues.refresh(IssueFixture.aldora)
            let page = try await fixture.issues.issue(to)
            let member = try #require(page.members.first { $0.record.id == recommendation })
            #expect(member.isPinned && member.isPlaced && page.leaving.isEmpty)
            try await fixture.issues.reverse(decision.id, by: ada)
            #expect(try await fixture.places()[recommendation] == from)
            let home = try await fixture.issues.issue(from)
            #expect(home.members.first { $0.record.id == recommendation }?.isPinned == false)
        }
    }

    @Test("A split makes a new issue with reasons of its own; taking it back brings all together again")
    func split() async throws {
        try await each { fixture in
            let id = try await issue(fixture, of: subjects[0][0])
            let members = try await fixture.issues.issue(id).members.map(\.record.id)
            try #require(members.count > 1)
            let all = await failure {
                try await fixture.issues.split(id, version: try await fixture.version(id), members, name: nil, by: ada)
            }
            guard case .invalid("recommendations", _) = all else {
                Testing.Issue.record("all members were split off: \(String(describing: all))")
                return
            }
            let decision = try await fixture.issues.split(
                id, version: try await fixture.version(id), [members[0]], name: "Apart", by: ada)
            let new = try #require(decision.other)
            try await fixture.issues.refresh(IssueFixture.aldora)
            #expect(try await fixture.places()[members[0]] == new)
            let page = try await fixture.issues.issue(new)
            #expect(page.issue.givenName == "Apart" && page.issue.isDecided && page.issue.representative == members[0])
            #expect(page.leaving.isEmpty && page.arriving.isEmpty)
            try await fixture.issues.reverse(decision.id, by: ada)
            #expect(try await fixture.places()[members[0]] == id)
            #expect(try await fixture.list().items.contains { $0.issue.id == new } == false)
        }
    }

    @Test("A merged issue leads to where it went; a decision on it says so; taking it back restores it")
    func merge() async throws {
        try await each { fixture in
            let (one, two) = (
                try await issue(fixture, of: subjects[0][0]), try await issue(fixture, of: subjects[1][0])
            )
            let count = try await fixture.issues.issue(one).summary.count
            let decision = try await fixture.issues.merge(
                one, version: try await fixture.version(one), into: two, by: ada)
            let page = try await fixture.issues.issue(one)
            #expect(page.wentTo == two && page.members.isEmpty)
            let refused = await failure { try await fixture.issues.rename(one, version: 9, to: "x", by: ada) }
            #expect(refused == .merged(into: two))
            try await fixture.issues.refresh(IssueFixture.aldora)
            #expect(try await issue(fixture, of: subjects[0][0]) == two)
            try await fixture.issues.reverse(decision.id, by: ada)
            #expect(try await fixture.issues.issue(one).summary.count == count)
            #expect(try await fixture.issues.issue(one).wentTo == nil)
        }
    }

    @Test("What several decisions joined stays decided until the last of them is taken back", arguments: [true, false])
    func joined(isFirstTakenBackFirst: Bool) async throws {
        try await each { fixture in
            let (one, two, target) = (
                try await issue(fixture, of: subjects[0][0]), try await issue(fixture, of: subjects[1][0]),
                try await issue(fixture, of: subjects[3][0])
            )
            #expect(try await fixture.issues.issue(target).issue.isDecided == false)
            let first = try await fixture.issues.merge(
                one, version: try await fixture.version(one), into: target, by: ada)
            let second = try await fixture.issues.merge(
                two, version: try await fixture.version(two), into: target, by: ada)
            try await fixture.issues.reverse(isFirstTakenBackFirst ? first.id : second.id, by: ada)
            #expect(try await fixture.issues.issue(target).issue.isDecided)
            try await fixture.issues.reverse(isFirstTakenBackFirst ? second.id : first.id, by: ada)
            #expect(try await fixture.issues.issue(target).issue.isDecided == false)
        }
    }

    @Test("A decision that a later one overtook is not taken back before that one")
    func overtaken() async throws {
        try await each { fixture in
            let recommendation = try await fixture.id(ofText: subjects[0][0])
            let (from, to) = (
                try await issue(fixture, of: subjects[0][0]), try await issue(fixture, of: subjects[3][0])
            )
            let first = try await fixture.issues.move(
                recommendation, from: from, version: try await fixture.version(from), to: .existing(to), by: ada)
            let second = try await fixture.issues.move(
                recommendation, from: to, version: try await fixture.version(to), to: .new(name: nil), by: ada)
            let refused = await failure { try await fixture.issues.reverse(first.id, by: ada) }
            #expect(refused == .overtaken)
            try await fixture.issues.reverse(second.id, by: ada)
            try await fixture.issues.reverse(first.id, by: ada)
            #expect(try await fixture.places()[recommendation] == from)
        }
    }

    @Test("A declined move is not proposed again, an accepted one is made and pinned, and both can be taken back")
    func proposals() async throws {
        try await each { fixture in
            let recommendation = try await fixture.id(ofText: subjects[0][0])
            let (from, to) = (
                try await issue(fixture, of: subjects[0][0]), try await issue(fixture, of: subjects[3][0])
            )
            let id = ProposedMoveID(9_000)
            let move = ProposedMove(
                id: id, recommendation: recommendation, from: from, to: to, strength: 0.5, words: ["prison"])
            func propose() async throws {
                try await fixture.database.write {
                    try IssueProposalRow.replace(of: IssueFixture.aldora, with: [move], $0)
                }
            }
            try await propose()
            let page = try await fixture.issues.issue(from)
            #expect(page.leaving.map(\.move) == [move] && page.summary.proposals == 1)
            let declined = try await fixture.issues.decline(id, by: ada)
            let again = await failure { try await fixture.issues.accept(id, by: ada) }
            #expect(again == .settled)
            try await propose()
            #expect(try await fixture.issues.issue(from).leaving.isEmpty)
            let standing = try await fixture.database.read { connection in
                try StandingIssues.read(IssueFixture.aldora, fixture.issues, connection).standing
            }
            #expect(standing.declined == [.init(recommendation, to: to)])
            try await fixture.issues.reverse(declined.id, by: ada)
            let accepted = try await fixture.issues.accept(id, by: ada)
            #expect(try await fixture.places()[recommendation] == to)
            #expect(accepted.recommendations == [recommendation])
            try await fixture.issues.reverse(accepted.id, by: ada)
            #expect(try await fixture.places()[recommendation] == from)
        }
    }

    @Test("A decision made while a run computes is kept, and the run counts with it")
    func meanwhile() async throws {
        try await each { fixture in
            let recommendation = try await fixture.id(ofText: subjects[0][0])
            let (from, to) = (
                try await issue(fixture, of: subjects[0][0]), try await issue(fixture, of: subjects[3][0])
            )
            // What a run has read before somebody decides.
            let before = try await fixture.database.read { connection in
                try StandingIssues.read(IssueFixture.aldora, fixture.issues, connection)
            }
            try await fixture.issues.move(
                recommendation, from: from, version: try await fixture.version(from), to: .existing(to), by: ada)
            let now = try await fixture.database.read { try IssueStateRow.version(IssueFixture.aldora, $0) }
            #expect(now != before.version)
            try await fixture.bring(IssueFixture.review(cycle: 3, subjects.map { $0[2] }), "two")
            async let run = fixture.issues.refresh(IssueFixture.aldora)
            let other = try await fixture.id(ofText: subjects[4][0])
            let home = try await issue(fixture, of: subjects[4][0])
            var pinned: IssueDecision?
            while pinned == nil {
                let version = try await fixture.version(home)
                pinned = try? await fixture.issues.pin(other, in: home, version: version, by: ada)
            }
            _ = try await run
            let places = try await fixture.places()
            #expect(places[recommendation] == to && places[other] == home && places.count == 18)
            let page = try await fixture.issues.issue(home)
            #expect(page.members.first { $0.record.id == other }?.isPinned == true)
        }
    }
}
