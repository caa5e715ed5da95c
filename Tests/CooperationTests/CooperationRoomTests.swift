import Store
import TestSupport
import Testing

@Suite("The store of cooperation")
struct CooperationRoomTests {
    @Test("A mechanism cannot stand in the store without a State, a partner can")
    func stateOfMechanisms() async throws {
        try await withEachDatabase { database in
            try await Self.insert(1, kind: "partner", database)
            await #expect(throws: StoreError.self) { try await Self.insert(2, kind: "mechanism", database) }
        }
    }

    private static func insert(_ id: Int, kind: String, _ database: any Database) async throws {
        try await database.write { connection in
            _ = try connection.execute(
                """
                INSERT INTO workspace (id, slug, name, state, language, time_zone, closed, created, kind)
                VALUES ($1, $2, 'Room', '', 'en', 'UTC', 0, $3, $4)
                """, [.int(id), .text("room-\(id)"), .text(testInstant), .text(kind)])
        }
    }
}
