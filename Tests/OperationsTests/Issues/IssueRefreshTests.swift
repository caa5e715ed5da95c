import Domain
import Logging
import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct IssueRefreshTests {
    private let subjects = IssueFixture.subjects

    @Test("Every recommendation of a State stands in one issue, and texts on one thing stand together")
    func finds() async throws {
        try await IssueFixture.each { fixture in
            try await fixture.bring(
                IssueFixture.review(cycle: 1, subjects.map { $0[0] })
                    + IssueFixture.review(cycle: 2, subjects.map { $0[1] }),
                "one")
            let done = try await fixture.issues.refresh(IssueFixture.aldora)
            #expect(done.records == 12 && done.removed == 0 && done.joined == 0)
            let places = try await fixture.places()
            #expect(places.count == 12)
            #expect(done.made == Set(places.values).count)
            let torture = try await fixture.id(ofText: subjects[0][0])
            let again = try await fixture.id(ofText: subjects[0][1])
            #expect(places[torture] == places[again])
            #expect(places[torture] != places[try await fixture.id(ofText: subjects[1][0])])
        }
    }

    @Test("A second run changes nothing; newcomers join what stands, and ids stay")
    func stays() async throws {
        try await IssueFixture.each { fixture in
            try await fixture.bring(IssueFixture.review(cycle: 1, subjects.map { $0[0] }), "one")
            try await fixture.issues.refresh(IssueFixture.aldora)
            let before = try await fixture.places()
            let second = try await fixture.issues.refresh(IssueFixture.aldora)
            #expect(second.made == 0 && second.joined == 0 && second.removed == 0)
            #expect(try await fixture.places() == before)
            try await fixture.bring(IssueFixture.review(cycle: 2, subjects.map { $0[1] }), "two")
            let third = try await fixture.issues.refresh(IssueFixture.aldora)
            #expect(third.joined + third.made > 0)
            let after = try await fixture.places()
            #expect(after.count == 12)
            for (recommendation, issue) in before { #expect(after[recommendation] == issue) }
        }
    }

    @Test("Pledges and observations make no issues")
    func kinds() async throws {
        try await IssueFixture.each { fixture in
            var drafts = IssueFixture.review(cycle: 1, subjects.map { $0[0] })
            drafts[0].kind = .pledge
            drafts[1].kind = .observation
            try await fixture.bring(drafts, "one")
            try await fixture.issues.refresh(IssueFixture.aldora)
            #expect(try await fixture.places().count == 4)
            #expect(try await fixture.list().outside == 0)
        }
    }

    @Test("Two runs at once put nothing into two issues, and make none twice")
    func twoRuns() async throws {
        try await IssueFixture.each { fixture in
            try await fixture.bring(
                IssueFixture.review(cycle: 1, subjects.map { $0[0] })
                    + IssueFixture.review(cycle: 2, subjects.map { $0[1] }),
                "one")
            // As another process would: it knows nothing of the first one's work.
            let other = Issues(
                database: fixture.database, library: fixture.record.library, reference: fixture.record.reference,
                clock: Fixture.clock)
            async let first = fixture.issues.refresh(IssueFixture.aldora)
            async let second = other.refresh(IssueFixture.aldora)
            let made = try await first.made + second.made
            let places = try await fixture.places()
            #expect(places.count == 12 && Set(places.values).count == made)
            let rows = try await fixture.database.read { try IssueRow.all(of: IssueFixture.aldora, $0).count }
            #expect(rows == made)
        }
    }

    @Test("An import taken back takes its records out; what others brought stays where it is")
    func undone() async throws {
        try await IssueFixture.each { fixture in
            try await fixture.bring(IssueFixture.review(cycle: 1, subjects.map { $0[0] }), "one")
            try await fixture.bring(IssueFixture.review(cycle: 2, subjects.map { $0[1] }), "two")
            try await fixture.issues.refresh(IssueFixture.aldora)
            let before = try await fixture.places()
            let kept = try await fixture.id(ofText: subjects[3][1])
            try await fixture.takeBack("one")
            #expect(try await fixture.places().count == 6)
            try await fixture.issues.refresh(IssueFixture.aldora)
            let after = try await fixture.places()
            #expect(after.count == 6 && after[kept] == before[kept])
            #expect(try await Verification(database: fixture.database)().faults.isEmpty)
        }
    }

    @Test("A record that becomes part of another leaves its place to it where a person pinned it")
    func absorbed() async throws {
        try await IssueFixture.each { fixture in
            try await fixture.bring(
                IssueFixture.review(cycle: 1, [subjects[0][0], subjects[1][0], subjects[2][0]]), "one")
            try await fixture.issues.refresh(IssueFixture.aldora)
            let (from, to) = (
                try await fixture.id(ofText: subjects[0][0]), try await fixture.id(ofText: subjects[1][0])
            )
            let issue = try #require(try await fixture.places()[from])
            try await fixture.issues.pin(
                from, in: issue, version: try await fixture.version(issue), by: IssueFixture.coordinator)
            try await fixture.database.write { connection in
                try IssueMemberRow.absorb(from, into: to, connection)
                try connection.execute(
                    "UPDATE recommendation SET merged_into = $2 WHERE id = $1", [.int(from.value), .int(to.value)])
            }
            let places = try await fixture.places()
            #expect(places[from] == nil && places[to] == issue && places.count == 2)
            let page = try await fixture.issues.issue(issue)
            #expect(page.members.map(\.record.id) == [to] && page.members[0].isPinned)
        }
    }

    @Test("A first look computes; the list says how many are in no issue yet")
    func firstLook() async throws {
        try await IssueFixture.each { fixture in
            try await fixture.bring(IssueFixture.review(cycle: 1, subjects.map { $0[0] }), "one")
            let list = try await fixture.list()
            #expect(list.outside == 0 && list.records == 6 && list.computed != nil && !list.isComputing)
            try await fixture.bring(IssueFixture.review(cycle: 2, subjects.map { $0[1] }), "two")
            let later = try await fixture.list()
            #expect(later.outside == 6 && later.records == 6)
            let unknown = try await fixture.list(StateCode("XZZ"))
            #expect(unknown.items.isEmpty && unknown.computed == nil)
        }
    }

    @Test("The service puts newcomers of every State into issues, and does not begin anew what is done")
    func service() async throws {
        try await IssueFixture.each { fixture in
            let other = StateCode("XAC")
            try await fixture.bring(IssueFixture.review(cycle: 1, subjects.map { $0[0] }), "one")
            try await fixture.bring(IssueFixture.review(cycle: 1, subjects.map { $0[1] }, state: other), "two")
            let service = IssueService(issues: fixture.issues, logger: Logger(label: "test"))
            let position = try await fixture.database.read { try ChangeLog.position($0) }
            #expect(try await service.pass(at: position))
            #expect(try await fixture.places().count == 6)
            #expect(try await fixture.places(other).count == 6)
            #expect(try await fixture.issues.waiting().isEmpty)
            #expect(fixture.issues.progress.statesWaiting == 0 && fixture.issues.progress.statesDone == 2)
            // Another process has the State: this one leaves it alone.
            try await fixture.bring(IssueFixture.review(cycle: 2, subjects.map { $0[1] }), "three")
            _ = try await fixture.database.write { connection in
                try IssueStateRow.take(
                    IssueFixture.aldora, "other", at: Clock.system.instant, quietSince: testInstant, connection)
            }
            let now = try await fixture.database.read { try ChangeLog.position($0) }
            #expect(try await service.pass(at: now) == false)
            #expect(try await fixture.places().count == 6)
        }
    }
}
