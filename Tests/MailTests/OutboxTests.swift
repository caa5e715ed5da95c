import Domain
import Store
import TestSupport
import Testing

@Suite("Outbox")
struct OutboxTests {
    private static let later = "2030-01-01T00:00:00.000Z"

    private func fill(_ database: any Database, _ count: Int) async throws {
        try await database.write { connection in
            let ids = try IDAllocator.take("outbox", count, connection)
            let messages = ids.map { OutboxMessage(kind: "test", address: "a\($0)@example.org", language: .english) }
            try OutboxRow.insert(messages, ids: ids, at: testInstant, connection)
        }
    }

    private func claimant(
        _ worker: String, at: String = testInstant, until: String = "2026-01-31T09:45:00.000Z"
    ) -> OutboxClaim.Claimant {
        OutboxClaim.Claimant(worker: worker, at: at, until: until, messageIDEnding: ".00ff@example.org")
    }

    @Test("A message waits from the moment it may be sent, and comes out with its files")
    func waiting() async throws {
        try await withEachDatabase { database in
            try await database.write { connection in
                let ids = try IDAllocator.take("outbox", 2, connection)
                var message = OutboxMessage(
                    kind: "reminder", address: "ana@example.org", language: .english, arguments: ["title": "é \" \\"])
                message.attachments = [OutboxAttachment(name: "a.ics", type: "text/calendar", bytes: [0, 255])]
                var later = message
                later.notBefore = Self.later
                try OutboxRow.insert([message, later], ids: ids, at: testInstant, connection)
            }
            let claimant = claimant("w")
            let taken = try await database.write { try OutboxClaim.take(10, claimant, $0) }
            #expect(taken.map(\.id) == [1])
            #expect(taken.first?.message.arguments == ["title": "é \" \\"])
            #expect(taken.first?.message.attachments.map(\.bytes) == [[0, 255]])
            #expect(taken.first?.messageID == "<1.00ff@example.org>")
        }
    }

    @Test("Eight processes at once take every message once")
    func claiming() async throws {
        try await withEachDatabase { database in
            try await fill(database, 120)
            let taken = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for worker in 0..<8 {
                    group.addTask {
                        var own: [Int64] = []
                        let claimant = claimant("w\(worker)")
                        while true {
                            let some = try await database.write { try OutboxClaim.take(7, claimant, $0) }.map(\.id)
                            // Somebody else's rows may have been all there was in reach: look again while any wait.
                            let left = try await database.read {
                                try $0.count("SELECT COUNT(*) FROM outbox WHERE claimed_until IS NULL")
                            }
                            own += some
                            if some.isEmpty, left == 0 { return own }
                        }
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(taken.sorted() == Array(1...120))
        }
    }

    @Test("What a dead process took is taken again after its time, under the same Message-ID")
    func deadProcess() async throws {
        try await withEachDatabase { database in
            try await fill(database, 1)
            let (first, soon, late) = (
                claimant("dead"), claimant("w"),
                OutboxClaim.Claimant(
                    worker: "w", at: "2026-01-31T09:45:00.000Z", until: Self.later,
                    messageIDEnding: ".other@other.example")
            )
            let taken = try await database.write { try OutboxClaim.take(1, first, $0) }
            let early = try await database.write { try OutboxClaim.take(1, soon, $0) }
            let again = try await database.write { try OutboxClaim.take(1, late, $0) }
            #expect(early.isEmpty)
            #expect(again.map(\.messageID) == taken.map(\.messageID) && again.count == 1)
            #expect(again.first?.attempts == 2)
        }
    }

    @Test("What was sent keeps no secrets; what failed says why and is tried again when somebody asks")
    func outcomes() async throws {
        try await withEachDatabase { database in
            try await fill(database, 4)
            let claimant = claimant("w")
            try await database.write { connection in
                _ = try OutboxClaim.take(4, claimant, connection)
                try OutboxClaim.sent(1, at: testInstant, connection)
                try OutboxClaim.notSent(2, "w", trouble: "550 no", again: nil, connection)
                try OutboxClaim.notSent(3, "w", trouble: "421 later", again: Self.later, connection)
                try OutboxClaim.release([4], "w", connection)
                // Somebody else's message is not ours to give up.
                try OutboxClaim.notSent(4, "x", trouble: "no", again: nil, connection)
            }
            let page = try await database.read { try OutboxRow.page(nil, nil, limit: 10, $0) }
            #expect(page.map(\.status) == [.waiting, .waiting, .failed, .sent])
            #expect(page.map(\.trouble) == [nil, "421 later", "550 no", nil])
            #expect(page.map(\.attempts) == [0, 1, 1, 1])
            let tried = try await database.write {
                try OutboxClaim.retry(nil, workspace: nil, at: testInstant, $0)
            }
            #expect(tried == 2)
            let again = try await database.write { try OutboxClaim.take(9, claimant, $0) }
            #expect(again.map(\.id) == [2, 3, 4])
        }
    }
}
