import Domain
import Foundation
import Locales
import Mail
import Store
import TestSupport
import Testing

@Suite("Sending")
struct SendingTests {
    @Test("Where no mail server answers, messages wait: one was tried, the others were not")
    func noServer() async throws {
        try await withEachDatabase { database in
            try await database.write { connection in
                let ids = try IDAllocator.take("outbox", 3, connection)
                let messages = ids.map {
                    OutboxMessage(kind: "test", address: "a\($0)@example.org", language: .english)
                }
                try OutboxRow.insert(messages, ids: ids, at: testInstant, connection)
            }
            // Port 1 of this machine, where nobody listens.
            let settings = try MailSettings(
                url: "smtp://127.0.0.1:1", from: "upr@example.org", publicAddress: "https://aldora.example")
            let letters = Letters(
                try Locales.load(from: LetterTests.resources + "/locales"),
                templates: LetterTemplates(data: "/nowhere", resources: LetterTests.resources),
                publicAddress: settings.publicAddress)
            let delivery = Delivery(
                database: database, postman: Postman(settings), letters: letters,
                clock: Clock { 1_770_000_000_000 })
            let outcome = try await delivery.pass()
            #expect(outcome.sent == 0 && outcome.postponed == 1 && outcome.failed == 0 && outcome.trouble != nil)
            let page = try await database.read { try OutboxRow.page(nil, .waiting, limit: 10, $0) }
            #expect(page.map(\.attempts) == [0, 0, 1])
            #expect(page.last?.trouble?.contains("curl") == true)
            // A minute later, as the clock of this test has it; the others are due at once.
            #expect(page.last?.message.notBefore == "2026-02-02T02:41:00.000Z")
        }
    }

    @Test("A message that cannot be made fails at once and says why")
    func broken() async throws {
        try await withEachDatabase { database in
            try await database.write { connection in
                let ids = try IDAllocator.take("outbox", 2, connection)
                let messages = [
                    OutboxMessage(kind: "test", address: "a@example.org\r\nRCPT TO:<b@x>", language: .english),
                    OutboxMessage(kind: "novel", address: "a@example.org", language: .english),
                ]
                try OutboxRow.insert(messages, ids: ids, at: testInstant, connection)
            }
            let settings = try MailSettings(
                url: "smtp://127.0.0.1:1", from: "upr@example.org", publicAddress: "https://aldora.example")
            let letters = Letters(
                try Locales.load(from: LetterTests.resources + "/locales"),
                templates: LetterTemplates(data: "/nowhere", resources: LetterTests.resources),
                publicAddress: settings.publicAddress)
            let delivery = Delivery(
                database: database, postman: Postman(settings), letters: letters,
                clock: Clock { 1_770_000_000_000 })
            let outcome = try await delivery.pass()
            #expect(outcome.failed == 2 && outcome.trouble == nil)
            let page = try await database.read { try OutboxRow.page(nil, .failed, limit: 10, $0) }
            #expect(page.count == 2 && page.allSatisfy { $0.trouble?.isEmpty == false })
        }
    }
}
