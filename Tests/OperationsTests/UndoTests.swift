import Domain
import SQLiteDatabase
import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct UndoTests {
    private let later = Clock { 1_770_000_100_000 }

    private func version(_ number: Int) -> RecommendationDraft {
        var draft = Fixture.paragraph(1, "12.3", "Wording number \(number)", from: ["XAB"])
        draft.externalKey = "one"
        return draft
    }

    private func undo(_ name: String, _ database: any Database) async throws {
        _ = try await ImportUndo(database: database, clock: later)(name, actor: "test")
        #expect(try await Verification(database: database)().faults.isEmpty)
    }

    @Test("Undoing an import in the middle leaves what a later one said")
    func keepsLaterValues() async throws {
        try await withEachDatabase { database in
            for number in 1...3 {
                try await Fixture.run([version(number)], into: database, source: .uhri, name: "n\(number)")
            }
            try await undo("n2", database)
            #expect(try await Fixture.all(database).map { $0.recommendation.texts[.english] } == ["Wording number 3"])
        }
    }

    @Test("Undoing the first of two imports leaves a row that the second changed, with its position")
    func keepsChangedRows() async throws {
        try await withEachDatabase { database in
            try await Fixture.run([version(1)], into: database, source: .uhri, name: "n1")
            try await Fixture.run([version(2)], into: database, source: .uhri, name: "n2")
            try await undo("n1", database)
            let rest = try await Fixture.all(database)
            #expect(rest.map { $0.recommendation.texts[.english] } == ["Wording number 2"])
            #expect(rest.map(\.recommendation.position) == [.supported])
            try await undo("n2", database)
            #expect(try await Fixture.all(database).isEmpty)
        }
    }

    @Test(
        "Undoing both sources of a recommendation, in any order, leaves nothing", arguments: [["a", "b"], ["b", "a"]])
    func leavesNothing(order: [String]) async throws {
        try await withEachDatabase { database in
            try await Fixture.run([version(1)], into: database, source: .uhri, name: "a")
            try await Fixture.run([version(1)], into: database, source: SourceCode("table-t"), name: "b")
            #expect(try await Fixture.all(database).count == 1)
            for name in order { try await undo(name, database) }
            #expect(try await Fixture.all(database).isEmpty)
        }
    }

    @Test("A recommending State that only the undone rows brought goes with them; the document goes back")
    func withdrawsStates() async throws {
        try await withEachDatabase { database in
            let first = Fixture.row(1, "Build clinics in every district", from: "XAB")
            try await Fixture.run([first], into: database, name: "a")
            let second = Fixture.row(2, "Build clinics in every district", from: "XAC")
            try await Fixture.run([first, second], into: database, name: "b")
            try await undo("b", database)
            #expect(try await Fixture.all(database).map(\.recommendation.recommending) == [[StateCode("XAB")]])
            let official = Fixture.paragraph(1, "5.1", "Build clinics in every district", from: ["XAB"])
            try await Fixture.run([official], into: database, source: SourceCode("table-t"), name: "c")
            #expect(try await Fixture.all(database).first?.document.symbol != nil)
            try await undo("c", database)
            let record = try #require(try await Fixture.all(database).first)
            #expect(record.document.symbol == nil && record.recommendation.paragraph == nil)
        }
    }
}
