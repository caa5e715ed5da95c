import Store
import Testing

@testable import Archives

@Suite("Tables of an archive")
struct SchemaTests {
    private let tables = StoreSchema.tables()

    @Test("Every table of the migrations says what it holds and whose it is, or why it is left out")
    func complete() {
        #expect(TableNote.faults(of: tables) == [])
    }

    @Test("A table that nobody described is named in a sentence that says what to do")
    func undescribed() {
        let table = TableSchema(name: "promise", columns: [], key: ["id"])
        let faults = TableNote.faults(of: tables + [table])
        #expect(faults.count == 1)
        #expect(faults.first?.hasPrefix("The table promise is in no export: add a TableNote") == true)
        let without = TableNote.faults(of: tables, notes: TableNote.all.filter { $0.name != "comment" })
        #expect(without.first?.contains("The table comment") == true)
        let without2 = TableNote.faults(of: tables.filter { $0.name != "comment" })
        #expect(without2 == ["There is no table comment any more: take its TableNote away."])
    }

    @Test("Tables come after those they refer to, and columns are those that a later step added too")
    func order() throws {
        let names = tables.map(\.name)
        for (place, table) in tables.enumerated() {
            for target in table.columns.compactMap(\.references) + table.parents where target != table.name {
                let before = try #require(names.firstIndex(of: target), "\(table.name) refers to \(target)")
                #expect(before < place, "\(table.name) stands before \(target)")
            }
        }
        let account = try #require(tables.first { $0.name == "account" })
        #expect(account.column("email_key") != nil && account.key == ["id"])
        #expect(!names.contains("account_next"))
        let workspace = try #require(tables.first { $0.name == "workspace" })
        #expect(workspace.column("actor_kind")?.isRequired == false)
        #expect(workspace.column("kind")?.isRequired == true)
    }

    @Test("What the statements say of tables is what SQLite made of them")
    func asMade() async throws {
        try await Self.withStore { database in
            for table in tables {
                let names = table.columns.map(\.name).joined(separator: ", ")
                let count = try await database.read { connection in
                    try connection.count("SELECT COUNT(*) FROM pragma_table_info('\(table.name)')")
                }
                #expect(count == table.columns.count, "\(table.name): \(names)")
            }
        }
    }
}
