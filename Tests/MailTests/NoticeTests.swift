import Domain
import Store
import TestSupport
import Testing

@Suite("Notices and digests")
struct NoticeTests {
    private let workspace = WorkspaceID(3)

    private func notice(_ title: String, to address: String, notBefore: String? = nil) -> Notice {
        Notice(
            kind: "reminder", account: nil, address: address, language: .english, subject: Subject(.deadline, 1),
            arguments: ["title": title, "due": "2026-05-01"], path: "/d/1", notBefore: notBefore)
    }

    private func fill(_ database: any Database) async throws {
        let workspace = workspace
        let notices = [
            notice("one", to: "ana@example.org"), notice("two", to: "ana@example.org"),
            notice("three", to: "bo@example.org"),
            notice("four", to: "ana@example.org", notBefore: "2030-01-01T00:00:00.000Z"),
        ]
        try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO workspace (id, slug, name, state, language, time_zone, closed, created)
                VALUES (3, 'aldora', 'Aldora', 'XAA', 'en', 'UTC', 0, $1)
                """, [.text(testInstant)])
            let ids = try IDAllocator.take("notice", notices.count, connection)
            try NoticeRow.insert(notices, workspace, ids: ids, at: testInstant, connection)
        }
    }

    @Test("What is due to one person becomes one message; what is not due waits")
    func gathering() async throws {
        try await withEachDatabase { database in
            try await fill(database)
            let due = try await database.read { try NoticeRow.due(at: testInstant, limit: 10, $0) }
            #expect(due.map(\.address) == ["ana@example.org", "bo@example.org"])
            for person in due {
                try await database.write {
                    try NoticeRow.gather(person.workspace, person.address, at: testInstant, $0)
                    // Once more finds nothing and leaves no empty message.
                    try NoticeRow.gather(person.workspace, person.address, at: testInstant, $0)
                }
            }
            let digests = try await database.read { try OutboxRow.page(nil, .waiting, limit: 10, $0) }
            #expect(digests.map(\.message.address) == ["bo@example.org", "ana@example.org"])
            let ids = digests.map(\.id)
            let lines = try await database.read { try NoticeRow.lines(of: ids, $0) }
            #expect(lines[ids[1]]?.map { $0.arguments["title"] } == ["one", "two"])
            try await database.write { try OutboxClaim.sent(ids[1], at: testInstant, $0) }
            let left = try await database.read { try $0.count("SELECT COUNT(*) FROM notice") }
            #expect(left == 2)
        }
    }

    @Test("Four processes that gather at once make one message of them")
    func together() async throws {
        try await withEachDatabase { database in
            try await fill(database)
            let workspace = workspace
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await database.write {
                            try NoticeRow.gather(workspace, "ana@example.org", at: testInstant, $0)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let digests = try await database.read { try OutboxRow.page(nil, nil, limit: 10, $0) }
            #expect(digests.count == 1)
        }
    }
}
