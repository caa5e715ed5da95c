import Domain
import SQLiteDatabase
import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct DisagreementTests {
    private typealias Desk = DeskFixture

    /// Every order of report, addendum and list.
    private static let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    private static let documents = [
        (Desk.report, Desk.paragraphs), (Desk.addendum, Desk.answers), (Desk.list, Desk.listed),
    ]

    @Test("A list's wrong positions are listed and not copied, in whatever order the documents come", arguments: orders)
    func listsWrongPositions(order: [Int]) async throws {
        try await DeskFixture.each { fixture in
            for place in order { try await fixture.take(Self.documents[place].0, Self.documents[place].1) }
            #expect(try await fixture.all().count == 3)
            let told = try await fixture.disagreements()
            let first = try #require(try await fixture.record("121.1"))
            let last = try #require(try await fixture.record("122.2"))
            #expect(
                Set(told) == [
                    Disagreement(
                        recommendation: first.recommendation.id, field: .positionDocument, recorded: "A/HRC/99/15",
                        recordedSource: .unReport, other: "A/HRC/99/15/Add.1", otherSource: .ohchrList),
                    Disagreement(
                        recommendation: last.recommendation.id, field: .position, recorded: "noted",
                        recordedSource: .addendum, other: "supported", otherSource: .ohchrList),
                ])
            #expect(last.recommendation.position == .noted)
            for record in [first, last] {
                #expect(record.recommendation.positions.allSatisfy { $0.source != .ohchrList })
                #expect(record.recommendation.tags.count == 1)
            }
            #expect(first.sources.count == 2 && last.sources.count == 3)
            #expect(try await fixture.faults().isEmpty)
        }
    }

    @Test("A list speaks alone where no document does, and again after the addendum was taken back")
    func copiesWhereNothingElseSpeaks() async throws {
        try await DeskFixture.each { fixture in
            try await fixture.take(Desk.list, Desk.listed)
            #expect(try await fixture.record("122.2")?.recommendation.position == .supported)
            try await fixture.take(Desk.report, Desk.paragraphs)
            #expect(try await fixture.record("122.2")?.recommendation.position == .supported)
            let report = try await fixture.take(Desk.addendum, Desk.answers)
            #expect(try await fixture.record("122.2")?.recommendation.position == .noted)
            try await fixture.undo(report)
            #expect(try await fixture.record("122.2")?.recommendation.position == .supported)
            #expect(try await fixture.disagreements().map(\.field) == [.positionDocument])
            #expect(try await fixture.faults().isEmpty)
        }
    }

    @Test(
        "The report's States are the record's; what another source names more or less is listed",
        arguments: [true, false])
    func keepsTheReportsStates(reportFirst: Bool) async throws {
        try await DeskFixture.each { fixture in
            var row = Fixture.paragraph(1, "122.1", "Ratify the optional protocol on prisons", from: ["XAB", "XAC"])
            row.document.symbol = DocumentSymbol("A/HRC/99/15")
            row.positionDocument = nil
            if reportFirst { try await fixture.take(Desk.report, Desk.paragraphs) }
            let other = try await Fixture.run([row], into: fixture.database, source: .uhri)
            let report = reportFirst ? nil : try await fixture.take(Desk.report, Desk.paragraphs)
            let record = try #require(try await fixture.record("122.1"))
            #expect(record.recommendation.recommending == [StateCode("XAB"), StateCode("XAD")])
            let told = try await fixture.disagreements()
            #expect(told.map(\.field) == [.stateExtra, .stateMissing])
            #expect(told.map(\.other) == ["XAC", nil] && told.map(\.recorded) == [nil, "XAD"])
            try await Fixture.run([row], into: fixture.database, source: .uhri)
            #expect(try await fixture.disagreements() == told)
            #expect(try await fixture.faults().isEmpty)
            if reportFirst {
                try await fixture.undo(other)
                #expect(try await fixture.record("122.1")?.recommendation.recommending.count == 2)
            } else {
                try await fixture.undo(report)
                let rest = try #require(try await fixture.all().first)
                #expect(rest.recommendation.recommending == [StateCode("XAB"), StateCode("XAC")])
            }
            #expect(try await fixture.disagreements().isEmpty)
            #expect(try await fixture.faults().isEmpty)
        }
    }

    @Test("An answer given later is no disagreement with an earlier one")
    func laterAnswersExplain() async throws {
        try await DeskFixture.each { fixture in
            try await fixture.take(Desk.report, Desk.paragraphs)
            var row = Fixture.paragraph(
                1, "121.1", "Build health clinics in every rural district", from: ["XAB"], position: .noted)
            row.document.symbol = DocumentSymbol("A/HRC/99/15")
            row.positionDate = CalendarDate(year: 2023, month: 5)
            row.positionDocument = "mid-term"
            try await Fixture.run([row], into: fixture.database, source: SourceCode("table-t"))
            #expect(try await fixture.record("121.1")?.recommendation.position == .noted)
            #expect(try await fixture.disagreements().isEmpty)
        }
    }
}
