import Domain
import People
import Plans
import Store
import TestSupport
import Testing

@testable import FollowUp

@Suite("Progress reports")
struct ProgressTests {
    private let quarter = ReportingPeriod("2026-Q1")
    private let content = ProgressReport.Content(said: "Trained 40 judges", status: .done, percent: 60)

    @Test("A report counts once it is cleared; others see it then and not before")
    func clearing() async throws {
        let period = try #require(quarter)
        try await withEachDatabase { database in
            let fixture = try await ProgressFixture(database)
            let progress = fixture.progress
            let made = try await progress.add(content, on: fixture.action, period, submits: true, by: fixture.focal)
            #expect(made.institution == fixture.justice)
            for (member, isSeen) in [
                (fixture.coordinator, true), (fixture.focal, true), (fixture.otherFocal, false),
                (fixture.contributor, false), (fixture.observer, false), (fixture.stranger, false),
            ] {
                let failure = try await ProgressFixture.failure { _ = try await progress.report(made.id, member) }
                #expect(failure == (isSeen ? nil : .notFound))
            }
            try await progress.clear([(made.id, 1)], .institution, note: nil, by: fixture.focal)
            try await progress.clear([(made.id, 2)], .mechanism, note: nil, by: fixture.coordinator)
            for member in [fixture.otherFocal, fixture.contributor, fixture.observer] {
                let seen = try await progress.report(made.id, member)
                #expect(seen.clearance.step == .mechanism)
            }
            let failure = try await ProgressFixture.failure { _ = try await progress.report(made.id, fixture.stranger) }
            #expect(failure == .notFound)
        }
    }

    @Test("An action done makes no recommendation implemented; the State's own word does, with reason and date")
    func separate() async throws {
        let period = try #require(quarter)
        try await withEachDatabase { database in
            let fixture = try await ProgressFixture(database)
            let progress = fixture.progress
            let made = try await progress.add(content, on: fixture.action, period, submits: true, by: fixture.focal)
            try await progress.clear([(made.id, 1)], .mechanism, note: nil, setsAction: true, by: fixture.coordinator)
            let standing = { () async throws -> [String?] in
                try await database.read { connection in
                    try connection.all(
                        """
                        SELECT status FROM action WHERE id = 1 UNION ALL SELECT status FROM commitment WHERE id = 1
                        UNION ALL SELECT status FROM commitment_recommendation WHERE id = 2
                        """
                    ) { try $0.textOrNil(0) }
                }
            }
            var now = try await standing()
            #expect(now == ["done", nil, nil])
            let day = try #require(CalendarDate("2026-01-30"))
            _ = try await progress.state(
                .partly, reason: "The law is in force, the courts are not", on: day, fixture.commitment,
                PlannedRecommendationID(2), version: 1, by: fixture.coordinator)
            now = try await standing()
            #expect(now == ["done", nil, "partly"])
            let said = try await progress.statements(fixture.commitment, fixture.observer)
            #expect(said.map(\.stated) == [day])
            let stale = try await ProgressFixture.failure {
                _ = try await progress.state(
                    .fully, reason: "Done", on: day, fixture.commitment, PlannedRecommendationID(2), version: 1,
                    by: fixture.coordinator)
            }
            #expect(stale == .stale(Subject(.plannedRecommendation, 2), version: 2))
            let forbidden = try await ProgressFixture.failure {
                _ = try await progress.state(
                    .fully, reason: "Done", on: day, fixture.commitment, nil, version: 1, by: fixture.focal)
            }
            #expect(forbidden == .forbidden)
            let future = try await ProgressFixture.failure {
                _ = try await progress.state(
                    .fully, reason: "Done", on: try #require(CalendarDate("2026-02-01")), fixture.commitment, nil,
                    version: 1, by: fixture.coordinator)
            }
            #expect(future == .invalid("stated", "progress.statedDay"))
        }
    }

    @Test("What is submitted is not changed, what is returned is, and one institution has one report of a period")
    func writing() async throws {
        let period = try #require(quarter)
        try await withEachDatabase { database in
            let fixture = try await ProgressFixture(database)
            let progress = fixture.progress
            let made = try await progress.add(content, on: fixture.action, period, submits: true, by: fixture.focal)
            let twice = try await ProgressFixture.failure {
                _ = try await progress.add(content, on: fixture.action, period, submits: false, by: fixture.focal)
            }
            #expect(twice == .stale(made.subject, version: 1))
            let other = try await progress.add(
                content, on: fixture.action, period, submits: false, by: fixture.otherFocal)
            #expect(other.institution == fixture.health)
            let closed = try await ProgressFixture.failure {
                _ = try await progress.edit(made.id, content, version: 1, submits: false, by: fixture.focal)
            }
            #expect(closed == .invalid("clearance", "clearance.closed"))
            try await progress.clear([(made.id, 1)], .returned, note: "Which courts?", by: fixture.coordinator)
            let stale = try await ProgressFixture.failure {
                _ = try await progress.edit(made.id, content, version: 1, submits: true, by: fixture.focal)
            }
            #expect(stale == .stale(made.subject, version: 2))
            let again = try await progress.edit(made.id, content, version: 2, submits: true, by: fixture.focal)
            #expect(again.clearance.step == .submitted)
            let history = try await database.read {
                try FieldChangeRow.of(made.subject, fixture.workspace.id, $0).filter { $0.field == "clearance" }
            }
            #expect(history.map(\.new) == ["submitted", "returned", "submitted"])
            #expect(history.map(\.why) == [nil, "Which courts?", nil])
        }
    }

    @Test("A focal point reports on what her institution leads or supports, and on nothing else")
    func reach() async throws {
        let period = try #require(quarter)
        try await withEachDatabase { database in
            let fixture = try await ProgressFixture(database)
            for (action, member) in [(fixture.foreign, fixture.focal), (fixture.second, fixture.otherFocal)] {
                let failure = try await ProgressFixture.failure {
                    _ = try await fixture.progress.add(content, on: action, period, submits: false, by: member)
                }
                #expect(failure == .notFound)
            }
            for member in [fixture.contributor, fixture.observer] {
                let failure = try await ProgressFixture.failure {
                    _ = try await fixture.progress.add(content, on: fixture.action, period, submits: false, by: member)
                }
                #expect(failure == .forbidden)
            }
        }
    }

    @Test("Who has not reported is told by institution: a draft is no report, what has ended needs none")
    func missing() async throws {
        let period = try #require(quarter)
        try await withEachDatabase { database in
            let fixture = try await ProgressFixture(database)
            let progress = fixture.progress
            _ = try await progress.add(content, on: fixture.action, period, submits: true, by: fixture.focal)
            _ = try await progress.add(content, on: fixture.second, period, submits: false, by: fixture.focal)
            let counts = try await progress.counts(period, fixture.coordinator).sorted {
                $0.institution < $1.institution
            }
            #expect(
                counts == [
                    ReportingCount(institution: fixture.justice, due: 2, reported: 1, drafts: 1, returned: 0),
                    ReportingCount(institution: fixture.health, due: 1, reported: 0, drafts: 0, returned: 0),
                ])
            let missing = try await progress.missing(period, fixture.justice, fixture.coordinator)
            #expect(missing.map(\.action) == [fixture.second])
            #expect(missing.map(\.step) == [ClearanceStep.none])
            let own = try await progress.counts(period, fixture.focal)
            #expect(own.map(\.institution) == [fixture.justice])
            let foreign = try await ProgressFixture.failure {
                _ = try await progress.missing(period, fixture.health, fixture.focal)
            }
            #expect(foreign == .notFound)
            let before = try #require(ReportingPeriod("2025-Q1"))
            let none = try await progress.counts(before, fixture.coordinator)
            #expect(none.isEmpty)
        }
    }

    @Test("Lists go on where they ended, and a focal point's list is her institution's")
    func pages() async throws {
        let period = try #require(quarter)
        try await withEachDatabase { database in
            let fixture = try await ProgressFixture(database)
            let progress = fixture.progress
            for action in [fixture.action, fixture.second] {
                _ = try await progress.add(content, on: action, period, submits: true, by: fixture.focal)
            }
            _ = try await progress.add(content, on: fixture.foreign, period, submits: true, by: fixture.otherFocal)
            let first = try await progress.reports(ProgressFilter(period: period), limit: 2, fixture.coordinator)
            #expect(first.map(\.action) == [fixture.foreign, fixture.second])
            let rest = try await progress.reports(
                ProgressFilter(period: period), after: first.last?.id, limit: 2, fixture.coordinator)
            #expect(rest.map(\.action) == [fixture.action])
            let own = try await progress.reports(ProgressFilter(step: .submitted), fixture.focal)
            #expect(own.map(\.action) == [fixture.second, fixture.action])
            let published = try await progress.reports(ProgressFilter(), fixture.observer)
            #expect(published.isEmpty)
        }
    }
}
