import Domain
import Ingest
import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct ImportingTests {
    private let rows = [
        Fixture.row(1, "Build clinics in every district", from: "XAB", issues: ["right-to-health"]),
        Fixture.row(2, "Build clinics in every district", from: "XAC"),
        Fixture.row(3, "Build clinics in every district", from: "XAD", position: .noted),
        Fixture.row(4, "Open the archives to researchers", from: "XAB"),
    ]

    @Test("Rows of one paragraph become one recommendation with all its States; another answer makes another")
    func joinsRows() async throws {
        try await withEachDatabase { database in
            let report = try await Fixture.run(rows, into: database)
            #expect(report.created == 3 && report.read == 4 && report.rejected == 0)
            let records = try await Fixture.all(database)
            #expect(records.map(\.recommendation.recommending.count) == [2, 1, 1])
            #expect(records.map(\.recommendation.position) == [.supported, .noted, .supported])
        }
    }

    @Test("The same file again creates nothing and updates nothing, whatever the size of batches")
    func isIdempotent() async throws {
        try await withEachDatabase { database in
            try await Fixture.run(rows, into: database, batchSize: 1)
            let position = try await database.read { try ChangeLog.position($0) }
            let report = try await Fixture.run(rows, into: database, batchSize: 3)
            #expect(report.created == 0 && report.updated == 0 && report.unchanged == 3)
            #expect(try await database.read { try ChangeLog.position($0) } == position)
        }
    }

    @Test("A newer file updates; the old values stay in the history")
    func updates() async throws {
        try await withEachDatabase { database in
            var draft = Fixture.paragraph(1, "12.3", "Build clinics", from: ["XAB"])
            draft.externalKey = "one"
            try await Fixture.run([draft], into: database, source: .uhri)
            draft.texts = [.english: "Build and staff clinics", .french: "Construire des dispensaires"]
            draft.position = .noted
            draft.tags = [TagDraft(kind: .theme, code: "right-to-education", label: "Right to education")]
            draft.recommending = [StateCode("XAC")]
            let report = try await Fixture.run([draft], into: database, source: .uhri)
            #expect(report.updated == 1 && report.created == 0)
            let record = try #require(try await Fixture.all(database).first?.recommendation)
            #expect(record.texts[.english] == "Build and staff clinics" && record.texts[.french] != nil)
            #expect(record.position == .noted && record.positions.map(\.position) == [.supported, .noted])
            #expect(record.tags.map(\.code) == ["right-to-education"])
            #expect(record.recommending == [StateCode("XAC")])
            let id = record.id
            let history = try await database.read { try HistoryEntry.all(of: id, $0) }
            #expect(history.contains { $0.field == "text.en" && $0.old == "Build clinics" })
            #expect(history.contains { $0.field == "tag.theme" && $0.old == "Right to health" && $0.new == nil })
        }
    }

    @Test("One id with two contents in one file: the second row is rejected, and a second import finds nothing to do")
    func rejectsContradictions() async throws {
        try await withEachDatabase { database in
            var first = Fixture.row(1, "Build clinics", from: "XAB")
            var second = Fixture.row(2, "Build schools", from: "XAB")
            first.externalKey = "same"
            second.externalKey = "same"
            for expected in [1, 0] {
                let report = try await Fixture.run([first, second, first], into: database)
                #expect(report.created == expected && report.updated == 0)
                #expect(report.rejections.map(\.row) == [2] && report.rejections[0].field == "id")
            }
        }
    }

    @Test("A dry run says what would happen and leaves nothing behind")
    func dryRunLeavesNothing() async throws {
        try await withEachDatabase { database in
            let report = try await Fixture.run(rows, into: database, dryRun: true, batchSize: 2)
            #expect(report.created == 3 && report.isDryRun)
            #expect(try await Fixture.all(database).isEmpty)
            #expect(try await database.read { try $0.count("SELECT COUNT(*) FROM import_run") } == 0)
        }
    }

    @Test(
        "A file that breaks off: what came before goes in, the run is shown as interrupted, and the whole file resumes it"
    )
    func resumes() async throws {
        try await withEachDatabase { database in
            let broken = try await Fixture.run(
                Array(rows.prefix(2)), into: database, name: "half", breaking: .cutOff(byte: 99, record: 3),
                batchSize: 1)
            #expect(broken.failure != nil && broken.created == 1)
            let run = try await database.read { try ImportRunRow.named("half", $0) }
            #expect(run?.status == .interrupted && run?.failure != nil)
            let whole = try await Fixture.run(rows, into: database)
            #expect(whole.created == 2 && whole.failure == nil)
            #expect(try await Fixture.all(database).count == 3)
        }
    }

    @Test("Undoing an import removes what only it brought and puts earlier values back")
    func undoes() async throws {
        try await withEachDatabase { database in
            var draft = Fixture.paragraph(1, "12.3", "Build clinics", from: ["XAB"])
            draft.externalKey = "one"
            try await Fixture.run([draft], into: database, source: .uhri, name: "first")
            let before = try await Fixture.all(database)
            draft.texts[.english] = "Build and staff clinics"
            draft.position = .noted
            draft.tags = []
            var other = Fixture.paragraph(2, "12.4", "Open schools", from: ["XAB"])
            other.externalKey = "two"
            try await Fixture.run([draft, other], into: database, source: .uhri, name: "second")
            let later = Clock { 1_770_000_100_000 }
            let report = try await ImportUndo(database: database, clock: later)("second", actor: "test")
            #expect(report.removed == 1 && report.restored == 1)
            let after = try await Fixture.all(database)
            #expect(after.count == 1)
            #expect(after[0].recommendation.texts == before[0].recommendation.texts)
            #expect(after[0].recommendation.position == .supported)
            #expect(after[0].recommendation.tags == before[0].recommendation.tags)
            #expect(try await Verification(database: database)().faults.isEmpty)
            let again = try await Fixture.run([draft], into: database, source: .uhri)
            #expect(again.updated == 1 && again.created == 0)
        }
    }

    @Test("An import of a name that exists is refused, and so is undoing one that does not")
    func refusesNames() async throws {
        try await withEachDatabase { database in
            try await Fixture.run(rows, into: database, name: "n")
            await #expect(throws: ImportError.self) { try await Fixture.run(rows, into: database, name: "n") }
            await #expect(throws: ImportError.self) {
                try await ImportUndo(database: database, clock: Fixture.clock)("missing", actor: "test")
            }
        }
    }

    @Test("Pledges with the same words stay apart")
    func keepsPledgesApart() async throws {
        try await withEachDatabase { database in
            let pledges = (1...2).map { number in
                var draft = Fixture.row(number, "We will build clinics", from: "XAB")
                draft.kind = .pledge
                draft.recommending = []
                draft.position = nil
                draft.externalKey = "pledge \(number)"
                return draft
            }
            let report = try await Fixture.run(pledges, into: database)
            #expect(report.created == 2)
            #expect(try await Fixture.all(database).allSatisfy { $0.recommendation.kind == .pledge })
        }
    }
}
