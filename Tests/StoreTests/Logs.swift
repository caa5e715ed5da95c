import Store
import Synchronization
import TestSupport
import Testing

@Suite("Change log and audit log")
struct Logs {
    private static let writers = 8
    private static let changesEach = 40

    @Test("Eight writers at once: a reader that follows sees every change, in order, without gaps")
    func tailing() async throws {
        try await withEachDatabase { database in
            let total = Int64(Self.writers * Self.changesEach * 3)
            async let seen = tail(database, until: total)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<Self.writers {
                    group.addTask { try await write(database, writer) }
                }
                try await group.waitForAll()
            }
            let changes = try await seen
            #expect(changes.map(\.number) == Array(1...total))
            #expect(Set(changes.map(\.id)).count == changes.count)
            let found1 = try await database.read { try AuditLog.verify($0) }
            #expect(found1 == nil)
            let entries = try await database.read { try $0.count("SELECT count(*) FROM audit_entry") }
            #expect(entries == Self.writers * Self.changesEach)
        }
    }

    @Sendable private func write(_ database: any Database, _ writer: Int) async throws {
        for place in 0..<Self.changesEach {
            try await database.change(at: testInstant) { connection, log in
                try Meta.set("writer-\(writer)", "\(place)", connection)
                for part in 0..<3 {
                    log.changed(.recommendation, Int64((writer * Self.changesEach + place) * 3 + part))
                }
                log.audit(AuditEntry(actor: "tester", action: "test.write", subject: "writer/\(writer)"))
            }
        }
    }

    @Sendable private func tail(_ database: any Database, until total: Int64) async throws -> [Change] {
        var changes: [Change] = []
        for await _ in database.hints() {
            while true {
                let last = changes.last?.number ?? 0
                let page = try await database.read { try ChangeLog.page(after: last, limit: 50, $0) }
                if page.isEmpty { break }
                changes += page
            }
            if changes.count >= total { break }
        }
        return changes
    }

    @Test("A change that throws leaves no number behind")
    func rollback() async throws {
        struct Stop: Error {}
        try await withEachDatabase { database in
            await #expect(throws: StoreError.self) {
                try await database.change(at: testInstant) { _, log in
                    log.changed(.document, 1)
                    throw Stop()
                }
            }
            let committed = try await database.change(at: testInstant) { _, log in
                log.removed(.document, 2)
                return "value"
            }
            #expect(committed.position == 1 && committed.value == "value")
            let page = try await database.read { try ChangeLog.page(after: 0, $0) }
            #expect(page.map(\.operation) == [.remove])
            let found2 = try await database.read { try ChangeLog.position($0) }
            #expect(found2 == 1)
        }
    }

    @Test("Fifty thousand changes of one transaction are read in pages")
    func pages() async throws {
        try await withEachDatabase { database in
            try await database.change(at: testInstant) { _, log in
                for id in 1...50_000 { log.changed(.recommendation, Int64(id)) }
            }
            let first = try await database.read { try ChangeLog.page(after: 0, limit: 1_000_000, $0) }
            #expect(first.count == ChangeLog.pageMax)
            let last = try await database.read { try ChangeLog.page(after: 49_999, $0) }
            #expect(last.map(\.id) == [50_000])
        }
    }

    @Test("A store keeps the identity it was first given")
    func identity() async throws {
        try await withEachDatabase { database in
            let one = try await StoreIdentity.establish(database, proposed: "00ff", at: testInstant)
            let two = try await StoreIdentity.establish(database, proposed: "11ee", at: "2027-01-01T00:00:00.000Z")
            #expect(one == two)
            #expect(one.id == "00ff" && one.restoreGeneration == 0)
        }
    }

    @Test("No id is handed out twice, by one allocator or by two")
    func ids() async throws {
        try await withEachDatabase { database in
            let allocators = [IDAllocator(database), IDAllocator(database)]
            let taken = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for task in 0..<40 {
                    group.addTask { Array(try await allocators[task % 2].take("thing", 1 + task * 3)) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(Set(taken).count == taken.count)
            #expect(taken.min() == 1)
            let found4 = try await allocators[0].take("other").lowerBound
            #expect(found4 == 1)
        }
    }
}
