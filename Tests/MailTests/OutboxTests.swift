import Domain
import Store
import TestSupport
import Testing

@Suite("Outbox")
struct OutboxTests {
    @Test("A message waits from the moment it may be sent")
    func waiting() async throws {
        try await withEachDatabase { database in
            try await database.write { connection in
                let ids = try IDAllocator.take("outbox", 2, connection)
                let message = OutboxMessage(kind: "reminder", address: "ana@example.org", language: .english)
                var later = message
                later.notBefore = "2030-01-01T00:00:00.000Z"
                try OutboxRow.insert([message, later], ids: ids, at: testInstant, connection)
            }
            let due = try await database.read {
                try $0.count(
                    "SELECT COUNT(*) FROM outbox WHERE status = 'waiting' AND not_before <= $1", [.text(testInstant)])
            }
            #expect(due == 1)
        }
    }
}
