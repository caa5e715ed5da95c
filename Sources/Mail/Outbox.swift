package import Domain
package import Store

/// What waits, was sent and failed, for whoever runs the server.
package struct Outbox: Sendable {
    private let database: any Database
    private let clock: Clock

    package init(database: any Database, clock: Clock) {
        self.database = database
        self.clock = clock
    }

    package enum Status: String, Sendable, CaseIterable { case waiting, sent, failed }

    /// One message, without what it says.
    package struct Item: Hashable, Sendable {
        package let number: Int64
        package let kind: String
        package let address: String
        package let status: Status
        package let attempts: Int
        package let made: String
        package let sent: String?
        package let messageID: String?
        /// Why it was not sent when it was last tried.
        package let trouble: String?

        init(_ entry: OutboxEntry) {
            number = entry.id
            kind = entry.message.kind
            address = entry.message.address
            status = Status(rawValue: entry.status.rawValue) ?? .waiting
            attempts = entry.attempts
            made = entry.made
            sent = entry.sent
            messageID = entry.messageID
            trouble = entry.trouble
        }
    }

    package func count(_ status: Status) async throws(StoreError) -> Int {
        let counts = try await database.read { try OutboxRow.counts(nil, $0) }
        return OutboxEntry.Status(rawValue: status.rawValue).flatMap { counts[$0] } ?? 0
    }

    /// Newest first.
    package func page(_ status: Status?, before: Int64? = nil, limit: Int) async throws(StoreError) -> [Item] {
        let asked = status.flatMap { OutboxEntry.Status(rawValue: $0.rawValue) }
        return try await database.read {
            try OutboxRow.page(nil, asked, before: before, limit: limit, $0).map { Item($0) }
        }
    }

    /// Lets messages in trouble, or one of them, be tried again now. Says how many.
    package func retry(_ id: Int64?) async throws(StoreError) -> Int {
        let at = clock.instant
        return try await database.write { try OutboxClaim.retry(id, workspace: nil, at: at, $0) }
    }

    /// Puts a message of kind `test` into the outbox.
    package func test(_ address: String, language: LanguageTag) async throws(StoreError) -> Int64 {
        let at = clock.instant
        return try await database.write { connection in
            let ids = try IDAllocator.take("outbox", 1, connection)
            let message = OutboxMessage(kind: "test", address: address, language: language)
            try OutboxRow.insert([message], ids: ids, at: at, connection)
            return ids.lowerBound
        }
    }
}
