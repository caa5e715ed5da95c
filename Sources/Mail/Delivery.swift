package import Domain
package import Store

/// Sends what waits in the outbox: each message at least once, and every sending of one message under the same Message-ID.
package struct Delivery: Sendable {
    /// How often a message is tried, in how large steps, and how long a process may be silent about one it took.
    package struct Patience: Sendable {
        package var attemptsMax: Int
        package var firstPauseSeconds: Int
        package var longestPauseSeconds: Int
        package var claimSeconds: Int
        package var batch: Int

        /// Thirteen tries, over two days.
        package init(
            attemptsMax: Int = 13, firstPauseSeconds: Int = 60, longestPauseSeconds: Int = 6 * 3_600,
            claimSeconds: Int = 15 * 60, batch: Int = 10
        ) {
            self.attemptsMax = attemptsMax
            self.firstPauseSeconds = firstPauseSeconds
            self.longestPauseSeconds = longestPauseSeconds
            self.claimSeconds = claimSeconds
            self.batch = batch
        }

        /// Twice as long after each attempt.
        func pause(after attempts: Int) -> Int {
            min(longestPauseSeconds, firstPauseSeconds << min(max(attempts - 1, 0), 20))
        }
    }

    package struct Outcome: Hashable, Sendable {
        package var sent = 0
        package var postponed = 0
        package var failed = 0
        /// The server's trouble, after which the pass was ended.
        package var trouble: MailError?
    }

    private static let digestsMax = 200

    private let database: any Database
    private let postman: Postman
    private let letters: Letters
    private let clock: Clock
    private let patience: Patience
    private let worker: String

    package init(
        database: any Database, postman: Postman, letters: Letters, clock: Clock, patience: Patience = Patience()
    ) {
        self.database = database
        self.postman = postman
        self.letters = letters
        self.clock = clock
        self.patience = patience
        worker = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    }

    /// Makes digests of the notices that are due, then sends what is due until nothing is left, or until the server is in trouble.
    package func pass() async throws(StoreError) -> Outcome {
        try await gather()
        var outcome = Outcome()
        while outcome.trouble == nil, !Task.isCancelled {
            let batch = try await take()
            if batch.isEmpty { break }
            try await send(batch, &outcome)
        }
        return outcome
    }

    private func gather() async throws(StoreError) {
        let at = clock.instant
        for due in try await database.read({ try NoticeRow.due(at: at, limit: Self.digestsMax, $0) }) {
            try await database.write { try NoticeRow.gather(due.workspace, due.address, at: at, $0) }
        }
    }

    private func take() async throws(StoreError) -> [Taken] {
        let at = clock.instant
        let until = Clock.instant(clock.milliseconds() + Int64(patience.claimSeconds) * 1_000)
        let domain = postman.settings.from.address.domain
        let (worker, size) = (worker, patience.batch)
        return try await database.write { connection in
            let store = try Meta.value(Meta.storeID, connection) ?? "store"
            let claimant = OutboxClaim.Claimant(
                worker: worker, at: at, until: until, messageIDEnding: ".\(store)@\(domain)")
            let entries = try OutboxClaim.take(size, claimant, connection)
            let lines = try NoticeRow.lines(
                of: entries.filter { $0.message.kind == NoticeRow.messageKind }.map(\.id), connection)
            return entries.map { Taken(entry: $0, lines: lines[$0.id] ?? []) }
        }
    }

    private func send(_ batch: [Taken], _ outcome: inout Outcome) async throws(StoreError) {
        for (place, taken) in batch.enumerated() {
            do throws(MailError) {
                try await postman.send(try message(taken))
            } catch {
                try await note(error, taken.entry, &outcome)
                guard case .server = error else { continue }
                // The server's trouble is every message's trouble: the others have not been tried.
                outcome.trouble = error
                let rest = batch[(place + 1)...].map(\.entry.id)
                if !rest.isEmpty {
                    try await database.write { [worker] in try OutboxClaim.release(rest, worker, $0) }
                }
                return
            }
            let at = clock.instant
            try await database.write { try OutboxClaim.sent(taken.entry.id, at: at, $0) }
            outcome.sent += 1
        }
    }

    private func note(
        _ error: MailError, _ entry: OutboxEntry, _ outcome: inout Outcome
    ) async throws(StoreError) {
        let isOver = error.isFinal || entry.attempts >= patience.attemptsMax
        let pause = Int64(patience.pause(after: entry.attempts)) * 1_000
        let again = isOver ? nil : Clock.instant(clock.milliseconds() + pause)
        try await database.write { [worker] in
            try OutboxClaim.notSent(entry.id, worker, trouble: error.description, again: again, $0)
        }
        if isOver { outcome.failed += 1 } else { outcome.postponed += 1 }
    }

    private func message(_ taken: Taken) throws(MailError) -> MailMessage {
        let message = taken.entry.message
        guard let to = MailAddress(message.address) else { throw .address(message.address) }
        guard message.attachments.reduce(0, { $0 + $1.bytes.count }) <= OutboxAttachment.sizeBytesMax else {
            throw .tooLarge
        }
        let letter = try letters.letter(taken.entry, lines: taken.lines)
        return MailMessage(
            from: postman.settings.from, to: to, subject: letter.subject, text: letter.text,
            messageID: taken.entry.messageID ?? "", date: taken.entry.made, language: message.language,
            isList: Self.repeating.contains(message.kind), attachments: message.attachments)
    }

    /// What comes again and again.
    private static let repeating: Set<String> = ["digest", "notices", "reminder", "mention", "assigned"]

    private struct Taken: Sendable {
        let entry: OutboxEntry
        let lines: [NoticeRow.Line]
    }
}
