import Domain
import SQLiteDatabase
import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct MatchingTests {
    private let defenders = "Adopt without delay a law on the protection of human rights defenders"
    private let torture = "Ratify the protocol against torture and other cruel treatment"
    private let children = "Ratify the protocol on the rights of the child"

    private func count(_ table: String, _ database: any Database) async throws -> Int {
        try await database.read { try $0.count("SELECT COUNT(*) FROM \(table)") }
    }

    @Test("A paragraph that absorbs another's target drops no row, and a second import changes nothing")
    func dropsNothing() async throws {
        try await withEachDatabase { database in
            try await Fixture.run(
                [
                    Fixture.row(1, defenders, from: "XAB"), Fixture.row(2, torture, from: "XAC"),
                    Fixture.row(3, torture, from: "XAD"),
                ], into: database)
            let paragraphs = [
                Fixture.paragraph(
                    1, "100.1", "\(defenders); \(torture)", from: ["XAB", "XAC"],
                    variants: [Fixture.variant("1", defenders, ["XAB"]), Fixture.variant("2", torture, ["XAC"])]),
                Fixture.paragraph(2, "100.2", torture, from: ["XAD"]),
            ]
            let matrix = SourceCode("table-m")
            try await Fixture.run(paragraphs, into: database, source: matrix)
            #expect(
                Set(try await Fixture.all(database).compactMap { $0.recommendation.paragraph?.printed }) == [
                    "100.1", "100.2",
                ])
            let again = try await Fixture.run(paragraphs, into: database, source: matrix)
            #expect(again.created == 0 && again.updated == 0)
            #expect(try await Verification(database: database)().faults.isEmpty)
        }
    }

    @Test("Addresses lead on through several joinings")
    func leadsOnThroughChains() async throws {
        try await withEachDatabase { database in
            try await Fixture.run(
                [Fixture.row(1, children, from: "XAE")], into: database, source: SourceCode("table-a"))
            try await Fixture.run(
                [Fixture.row(1, defenders, from: "XAB"), Fixture.row(2, torture, from: "XAC")], into: database)
            let two = Fixture.paragraph(
                1, "9.1", "\(defenders); \(torture)", from: ["XAB", "XAC"],
                variants: [Fixture.variant("1", defenders, ["XAB"]), Fixture.variant("2", torture, ["XAC"])])
            try await Fixture.run([two], into: database, source: SourceCode("table-b"))
            let three = Fixture.paragraph(
                1, "9.2", "\(children); \(defenders); \(torture)", from: ["XAE", "XAB", "XAC"],
                variants: [
                    Fixture.variant("1", children, ["XAE"]), Fixture.variant("2", defenders, ["XAB"]),
                    Fixture.variant("3", torture, ["XAC"]),
                ])
            try await Fixture.run([three], into: database, source: SourceCode("table-c"))
            #expect(try await Verification(database: database)().faults.isEmpty)
        }
    }

    @Test("What an earlier run took for a State is not taken again: a resumed import joins as one run would")
    func remembersClaims() async throws {
        try await withEachDatabase { database in
            try await Fixture.run([Fixture.row(1, torture, from: "XAC")], into: database)
            let first = Fixture.row(1, torture, from: "XAC")
            let second = Fixture.row(
                2, "Ratify the protocol against the sale of children and other treatment", from: "XAC")
            let source = SourceCode("table-s")
            try await Fixture.run([first], into: database, source: source)
            let report = try await Fixture.run([first, second], into: database, source: source)
            #expect(report.created == 1)
            #expect(try await Fixture.all(database).count == 2)
        }
    }

    @Test("Rows of one source tell one position once")
    func tellsPositionsOnce() async throws {
        try await withEachDatabase { database in
            try await Fixture.run(
                [Fixture.paragraph(1, "7.1", torture, from: ["XAB", "XAC", "XAD"])], into: database, source: .uhri)
            let rows = ["XAB", "XAC", "XAD"].enumerated().map { Fixture.row($0.offset + 1, torture, from: $0.element) }
            try await Fixture.run(rows, into: database)
            #expect(try await count("position_event", database) == 2)
            #expect(try await Fixture.all(database).count == 1)
        }
    }

    @Test("Rows of one numbered paragraph, one for each State, are one recommendation")
    func joinsNumberedRows() async throws {
        try await withEachDatabase { database in
            let rows = ["XAB", "XAC"].enumerated().map { place, state in
                var draft = Fixture.paragraph(place + 1, "100.1", torture, from: [state])
                draft.externalKey = "row \(place)"
                return draft
            }
            try await Fixture.run(rows, into: database, source: SourceCode("table-t"))
            #expect(try await Fixture.all(database).map(\.recommendation.recommending.count) == [2])
        }
    }

    @Test("A corrected document moves the recommendation and leaves a trace")
    func movesDocuments() async throws {
        try await withEachDatabase { database in
            var draft = Fixture.paragraph(1, "7.1", torture, from: ["XAB"])
            draft.externalKey = "one"
            try await Fixture.run([draft], into: database, source: .uhri)
            draft.document.symbol = DocumentSymbol("DEMO/T/43/16")
            try await Fixture.run([draft], into: database, source: .uhri)
            let record = try #require(try await Fixture.all(database).first)
            #expect(record.document.symbol?.printed == "DEMO/T/43/16")
            let id = record.recommendation.id
            #expect(try await database.read { try HistoryEntry.all(of: id, $0) }.map(\.field) == ["document"])
        }
    }

    @Test("A label as long as a text is rejected, and the rest goes in")
    func rejectsLongNames() async throws {
        try await withEachDatabase { database in
            var long = Fixture.row(1, defenders, from: "XAB")
            long.tags = [TagDraft(kind: .theme, code: "x", label: String(repeating: "x", count: 9_000))]
            let report = try await Fixture.run([long, Fixture.row(2, torture, from: "XAB")], into: database)
            #expect(report.created == 1 && report.rejections.map(\.field) == ["theme"])
        }
    }
}
