import Domain
import SQLiteDatabase
import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct AnswersTests {
    private typealias Desk = DeskFixture

    private func check(_ fixture: DeskFixture) async throws {
        let one = try #require(try await fixture.record("122.1"))
        #expect(one.recommendation.position == .supported)
        #expect(one.recommendation.positions.map(\.position) == [.pending, .supported])
        #expect(one.recommendation.positions.map(\.date) == [Desk.reportDate, Desk.addendumDate])
        #expect(one.recommendation.positions.last?.document == "A/HRC/99/15/Add.1")
        #expect(one.recommendation.positions.last?.reason == "The law is in force.")
        #expect(Set(one.sources) == [.unReport, .addendum])
        #expect(try await fixture.record("122.2")?.recommendation.position == .noted)
        let assessments = try await fixture.assessments(one.recommendation.id)
        #expect(assessments.map(\.value) == ["implemented"])
        #expect(assessments.first?.assessor == .state && assessments.first?.assessorName == "XAA")
        #expect(assessments.first?.date == Desk.addendumDate)
        #expect(try await fixture.faults().isEmpty)
    }

    @Test(
        "An addendum dates the State's answers and keeps its claims, before the report or after",
        arguments: [true, false])
    func appliesAnswers(addendumFirst: Bool) async throws {
        try await DeskFixture.each { fixture in
            if addendumFirst {
                let report = try await fixture.take(Desk.addendum, Desk.answers)
                #expect(report?.waiting == 2)
                #expect(try await fixture.all().isEmpty)
            }
            try await fixture.take(Desk.report, Desk.paragraphs)
            if !addendumFirst { try await fixture.take(Desk.addendum, Desk.answers) }
            try await check(fixture)
        }
    }

    @Test("An addendum that is read again changes nothing; another answer is added beside the first")
    func isIdempotent() async throws {
        try await DeskFixture.each { fixture in
            try await fixture.take(Desk.report, Desk.paragraphs)
            let id = try await fixture.put(Desk.addendum, Desk.answers)
            _ = try await fixture.desk.accept(id, .allOpen, by: Desk.coordinator)
            let twin = try await fixture.put(Desk.addendum, Desk.answers, content: "%PDF-again")
            let again = try await fixture.desk.accept(twin, .allOpen, by: Desk.coordinator).report
            #expect(again?.unchanged == 2 && again?.updated == 0)
            try await check(fixture)
            let item = try #require(try await fixture.desk.reading(id, for: Desk.coordinator).items.last)
            var answer = item.current
            answer.position = .supported
            _ = try await fixture.desk.edit(item.id, version: item.version, to: answer, by: Desk.coordinator)
            _ = try await fixture.desk.accept(id, .allOpen, by: Desk.coordinator)
            let record = try #require(try await fixture.record("122.2"))
            #expect(record.recommendation.position == .supported)
            #expect(record.recommendation.positions.map(\.position) == [.pending, .noted, .supported])
            #expect(try await fixture.faults().isEmpty)
        }
    }

    @Test("An answer to one State's wording stands at that wording")
    func answersWordings() async throws {
        try await DeskFixture.each { fixture in
            var paragraph = Desk.finding("122.1", "Do this; Do that", ["XAB", "XAC"], .pending)
            paragraph.wordings = [
                .init(text: "Do this", states: [StateCode("XAB")]), .init(text: "Do that", states: [StateCode("XAC")]),
            ]
            try await fixture.take(Desk.report, [paragraph])
            try await fixture.take(
                Desk.addendum,
                [Desk.answer("122.1", .supported, states: ["XAB"]), Desk.answer("122.1", .noted, states: ["XAC"])])
            let record = try #require(try await fixture.record("122.1"))
            let parts = record.recommendation.parts
            let told = record.recommendation.positions.filter { $0.part != nil }
            #expect(told.map(\.position) == [.supported, .noted])
            #expect(told.map(\.part) == parts.map(\.id))
        }
    }

    @Test("Taking the addendum back leaves the report as it was; its findings are open again")
    func undoesAnswers() async throws {
        try await DeskFixture.each { fixture in
            try await fixture.take(Desk.report, Desk.paragraphs)
            let id = try await fixture.put(Desk.addendum, Desk.answers)
            let report = try await fixture.desk.accept(id, .allOpen, by: Desk.coordinator).report
            try await fixture.undo(report)
            let record = try #require(try await fixture.record("122.1"))
            #expect(record.recommendation.position == .pending && record.sources == [.unReport])
            #expect(try await fixture.assessments(record.recommendation.id).isEmpty)
            let reading = try await fixture.desk.reading(id, for: Desk.coordinator)
            #expect(reading.reading.status == .open && reading.items.allSatisfy { $0.status == .open })
            #expect(try await fixture.faults().isEmpty)
            _ = try await fixture.desk.accept(id, .allOpen, by: Desk.coordinator)
            try await check(fixture)
        }
    }

    @Test("Taking the report back lets the answers wait until it comes again", arguments: [true, false])
    func answersWaitAgain(addendumFirst: Bool) async throws {
        try await DeskFixture.each { fixture in
            if addendumFirst { try await fixture.take(Desk.addendum, Desk.answers) }
            let id = try await fixture.put(Desk.report, Desk.paragraphs)
            let report = try await fixture.desk.accept(id, .allOpen, by: Desk.coordinator).report
            if !addendumFirst { try await fixture.take(Desk.addendum, Desk.answers) }
            try await fixture.undo(report)
            #expect(try await fixture.all().isEmpty)
            #expect(try await fixture.faults().isEmpty)
            _ = try await fixture.desk.accept(id, .allOpen, by: Desk.coordinator)
            try await check(fixture)
        }
    }
}
