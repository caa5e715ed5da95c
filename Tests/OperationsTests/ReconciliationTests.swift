import Domain
import SQLiteDatabase
import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct ReconciliationTests {
    private let typed = [
        Fixture.row(1, "Build health clinics in every rural district", from: "XAB"),
        Fixture.row(2, "Ensure that rural districts have clinics", from: "XAC"),
        Fixture.row(3, "Ratify the optional protocol on prisons", from: "XAB"),
        Fixture.row(4, "Ratify the optional protocol on prisons", from: "XAD"),
        Fixture.row(5, "Open the state archives to researchers", from: "XAE"),
    ]
    private let official = [
        Fixture.paragraph(
            1, "121.1",
            "Build health clinics in every rural district (Belmar); Ensure that rural districts have clinics (Corvia)",
            from: ["XAB", "XAC"],
            variants: [
                Fixture.variant("1", "Build health clinics in every rural district", ["XAB"]),
                Fixture.variant("2", "Ensure that rural districts have clinics", ["XAC"]),
            ]),
        Fixture.paragraph(2, "121.2", "Ratify the Optional Protocol on prisons", from: ["XAB", "XAD"]),
        Fixture.paragraph(3, "121.3", "Abolish the tax on books", from: ["XAE"]),
    ]
    private let matrix = SourceCode("table-matrix")

    @Test("Rows typed from a report join the paragraphs of the report, whichever came first", arguments: [true, false])
    func joins(officialFirst: Bool) async throws {
        try await withEachDatabase { database in
            if officialFirst {
                try await Fixture.run(official, into: database, source: matrix)
                try await Fixture.run(typed, into: database)
            } else {
                try await Fixture.run(typed, into: database)
                try await Fixture.run(official, into: database, source: matrix)
            }
            let records = try await Fixture.all(database)
            // Two paragraphs in both sources, one only in each.
            #expect(records.count == 4)
            let first = try #require(records.first { $0.recommendation.paragraph?.printed == "121.1" })
            #expect(first.sources.count == 2)
            #expect(first.recommendation.recommending == [StateCode("XAB"), StateCode("XAC")])
            #expect(first.document.symbol?.printed == "DEMO/T/43/15")
            let alone = records.filter { $0.sources.count == 1 }.map { $0.recommendation.texts[.english] ?? "" }
            #expect(Set(alone) == ["Open the state archives to researchers", "Abolish the tax on books"])
            #expect(try await Verification(database: database)().faults.isEmpty)
        }
    }

    @Test("Importing both sources again changes nothing", arguments: [true, false])
    func isIdempotent(officialFirst: Bool) async throws {
        try await withEachDatabase { database in
            let sources =
                officialFirst ? [(official, matrix), (typed, .uprInfo)] : [(typed, .uprInfo), (official, matrix)]
            for (drafts, source) in sources { try await Fixture.run(drafts, into: database, source: source) }
            for (drafts, source) in sources {
                let report = try await Fixture.run(drafts, into: database, source: source)
                #expect(report.created == 0 && report.updated == 0)
            }
        }
    }

    @Test("A recommendation that became part of another is found under its old number")
    func leadsOn() async throws {
        try await withSQLite { database, _ in
            try await Migrator().migrate(database, at: testInstant)
            try await Fixture.run(typed, into: database)
            let before = try await Fixture.all(database).map(\.recommendation.id)
            let report = try await Fixture.run(official, into: database, source: matrix)
            #expect(report.merged == 1)
            let leads = try await database.read { connection in
                try connection.all("SELECT id, merged_into FROM recommendation WHERE merged_into IS NOT NULL") {
                    (try $0.int(0), try $0.int(1))
                }
            }
            #expect(leads.count == 1 && before.map(\.value).contains(leads[0].1))
        }
    }

    @Test("Undoing either source leaves the other whole, and the record in order", arguments: ["typed", "official"])
    func undoes(name: String) async throws {
        try await withEachDatabase { database in
            try await Fixture.run(typed, into: database, name: "typed")
            try await Fixture.run(official, into: database, source: matrix, name: "official")
            let later = Clock { 1_770_000_100_000 }
            _ = try await ImportUndo(database: database, clock: later)(name, actor: "test")
            #expect(try await Verification(database: database)().faults.isEmpty)
            let rest = try await Fixture.all(database)
            #expect(rest.allSatisfy { $0.sources == [name == "typed" ? matrix : .uprInfo] })
            let drafts = name == "typed" ? official : typed
            let source = name == "typed" ? matrix : .uprInfo
            let again = try await Fixture.run(drafts, into: database, source: source)
            #expect(again.created == 0)
        }
    }

    @Test("The same words for another State's review are another recommendation")
    func keepsReviewsApart() async throws {
        try await withEachDatabase { database in
            try await Fixture.run(typed, into: database)
            let elsewhere = official.map { draft in
                var draft = draft
                draft.document.state = StateCode("XAF")
                draft.document.symbol = DocumentSymbol("DEMO/T/43/16")
                draft.states = [StateCode("XAF")]
                return draft
            }
            let report = try await Fixture.run(elsewhere, into: database, source: matrix)
            #expect(report.created == 3)
        }
    }

    @Test("A paragraph number alone is no proof: other words under the same number stay apart")
    func distrustsNumbers() async throws {
        try await withEachDatabase { database in
            try await Fixture.run(
                [Fixture.paragraph(1, "7.1", "Abolish the tax on books", from: [])], into: database, source: matrix)
            let other = Fixture.paragraph(1, "7.1", "Train judges in juvenile law", from: [])
            let report = try await Fixture.run([other], into: database, source: .uhri)
            #expect(report.created == 1)
        }
    }
}
