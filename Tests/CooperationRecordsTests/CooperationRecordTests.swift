import Domain
import People
import PlanSupport
import Plans
import Store
import TestSupport
import Testing

@testable import CooperationRecords

@Suite("What a cooperation record says")
struct CooperationRecordTests {
    private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test("How late something came is computed from two dates, no more exactly than they are")
    func delays() throws {
        let today = try Self.day("2026-01-31")
        func delay(_ due: String, _ came: String?, grace: Int = 0) throws -> FactDelay {
            .between(try Self.day(due), try came.map { try Self.day($0) }, grace: grace, today: today)
        }
        #expect(try delay("2024-05-01", "2024-05-01") == .inTime)
        #expect(try delay("2024-05-01", "2024-05-11") == .late(days: 10...10))
        #expect(try delay("2024-05", "2024-07-01") == .late(days: 31...61))
        #expect(try delay("2024", "2024-07-01") == .unclear(days: -183...182))
        #expect(try delay("2024-01-01", "2024-03-01", grace: 60) == .inTime)
        #expect(try delay("2024-01-01", "2024-03-02", grace: 60) == .late(days: 1...1))
        #expect(try delay("2026-01-01", nil) == .open(days: 30...30))
        #expect(try delay("2026-01-01", nil, grace: 60) == .notYet)
        #expect(FactDelay.between(nil, today, grace: 0, today: today) == .unknown)
    }

    @Test("Steps are joined by what they are about and their matter; an invitation to all accepts no visit")
    func matters() async throws {
        try await withEachDatabase { database in
            let fixture = try await FactFixture(database)
            try await fixture.publish(FactFixture.fact(.communicationSent, "2024-01-01", about: "Housing", matter: "1"))
            try await fixture.publish(
                FactFixture.fact(.communicationAnswered, "2024-02-20", about: "Housing", matter: "1"))
            try await fixture.publish(FactFixture.fact(.communicationSent, "2024-06-01", about: "Housing", matter: "2"))
            try await fixture.publish(FactFixture.fact(.communicationSent, "2024-07-01", about: "Water"))
            try await fixture.publish(FactFixture.fact(.communicationAnswered, "2024-07-20", about: "Water"))
            try await fixture.publish(FactFixture.fact(.standingInvitation, "2010-01-01"))
            try await fixture.publish(FactFixture.fact(.visitAsked, "2023-01-01", about: "Housing", matter: "2023"))
            let record = try await fixture.records.record(of: FactFixture.aldora)
            let today = try Self.day("2026-01-31")
            let delays = record.matters(.communicationSent, today: today).map(\.delay)
            #expect(delays.count == 4)
            #expect(delays[0] == .inTime)
            #expect(delays[1] == .open(days: 549...549))
            // Without a number nothing is joined.
            #expect(delays[3] == .unknown)
            #expect(record.visits.map { $0.step(.visitAccepted) } == [nil])
            let comparison = FactComparison([record], years: 2019...2026, today: today)
            #expect(comparison.cell(.communications, record) == .count(3))
            #expect(comparison.cell(.communicationsInTime, record) == .count(1))
            #expect(comparison.cell(.visitsAccepted, record) == .noData)
            #expect(comparison.cell(.standingInvitation, record) == .since(try Self.day("2010-01-01")))
            #expect(comparison.cell(.midTerm, record) == .noData)
            #expect(comparison.cell(.reviews, record) == .count(1))
        }
    }

    @Test("The record and the shipped facts speak too, and every one of them has a source")
    func derived() async throws {
        try await withEachDatabase { database in
            let fixture = try await FactFixture(database)
            let record = try await fixture.records.record(of: FactFixture.aldora)
            #expect(record.knowsTreaties)
            #expect(record.facts.allSatisfy { !$0.content.source.isEmpty })
            let review = try #require(record.facts(.reviewAttended).first)
            #expect(review.content.cycle == 3)
            #expect(review.content.source == "DEMO/HRC/43/15")
            let ratified = record.facts(.ratification).filter { !$0.content.isNone }
            #expect(ratified.contains { $0.content.about == "icerd" && $0.content.day == CalendarDate("1976") })
            await #expect(throws: WorkspaceError.notFound) { try await fixture.records.facts(of: StateCode("QQQ")) }
        }
    }

    @Test("A yardstick says what each step rests on, and that nothing can be computed where facts are missing")
    func yardsticks() async throws {
        try await withSQLite { database, _ in try await Self.yardsticks(FactFixture(database)) }
    }

    private static func yardsticks(_ fixture: FactFixture) async throws {
        let five = try #require(fixture.records.yardsticks.yardstick("upr-2013"))
        try await fixture.publish(FactFixture.fact(.nationalReport, "2019-10-01", cycle: 3))
        var none = FactFixture.fact(.midTermReport, "2025-01-01", cycle: 3)
        none.isNone = true
        try await fixture.publish(none)
        let record = try await fixture.records.record(of: FactFixture.aldora)
        let row = try #require(record.reading(five).rows.first { $0.cycle == 3 })
        #expect(row.steps.map(\.outcome) == [.taken, .unknown, .taken, .unknown, .missed])
        #expect(row.steps.map { $0.facts.count } == [1, 0, 1, 0, 1])
        let goal = try #require(fixture.records.yardsticks.yardstick("sdg-16-a-1"))
        #expect(record.reading(goal).rows.map { $0.steps.map(\.outcome) } == [[.unknown]])
        // What could not be compared with its source is said, in every language.
        #expect(goal.unverified?.count == 6)
        #expect(five.unverified == nil)
        var accredited = FactFixture.fact(.accreditation, "2018-03-01", about: "Ombudsman")
        accredited.grade = "A"
        try await fixture.publish(accredited)
        var lowered = FactFixture.fact(.accreditation, "2023-03", about: "Ombudsman")
        lowered.grade = "B"
        let first = try await fixture.records.record(of: FactFixture.aldora)
        #expect(first.reading(goal).rows.map { $0.steps.map(\.outcome) } == [[.taken]])
        try await fixture.publish(lowered)
        let second = try await fixture.records.record(of: FactFixture.aldora)
        #expect(second.reading(goal).rows.map { $0.steps.map(\.outcome) } == [[.missed]])
    }

    @Test("What the workspace knows is proposed to whoever keeps its record, until it stands there")
    func suggestions() async throws {
        try await withEachDatabase { database in
            let fixture = try await FactFixture(database)
            let institutions = Institutions(fixture.plan.plans.store)
            let ombudsman = try await institutions.add(
                "Ombudsman of Aldora", kind: .humanRightsInstitution, by: fixture.plan.keeper)
            try await institutions.accredit(
                ombudsman.id, .a, decided: try Self.day("2021-03-01"), reviewDue: nil, source: "Report of March",
                by: fixture.plan.keeper)
            let found = try await fixture.records.suggestions(fixture.plan.keeper)
            #expect(found.map(\.about) == ["Ombudsman of Aldora"])
            #expect(found.map(\.grade) == ["A"])
            try await fixture.publish(try #require(found.first))
            let after = try await fixture.records.suggestions(fixture.plan.keeper)
            #expect(after.isEmpty)
        }
    }
}
