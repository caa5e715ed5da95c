package import Domain
import FoundationEssentials

/// A message as the outbox holds it.
package struct OutboxEntry: Hashable, Sendable {
    package enum Status: String, Sendable, CaseIterable { case waiting, sent, failed }

    package var id: Int64
    package var message: OutboxMessage
    package var status: Status
    package var attempts: Int
    /// Why it was not sent when it was last tried.
    package var trouble: String?
    package var made: String
    package var sent: String?
    /// With angle brackets; there from the first attempt on, and the same ever after.
    package var messageID: String?

    package init(
        id: Int64, message: OutboxMessage, status: Status, attempts: Int, trouble: String? = nil, made: String,
        sent: String? = nil, messageID: String? = nil
    ) {
        self.id = id
        self.message = message
        self.status = status
        self.attempts = attempts
        self.trouble = trouble
        self.made = made
        self.sent = sent
        self.messageID = messageID
    }
}

/// Taking messages out of the outbox: at least once, by any number of processes.
package enum OutboxClaim {
    /// Who takes, when, and until when the messages are theirs: a process that dies leaves them to others after that.
    package struct Claimant: Sendable {
        package var worker: String
        package var at: String
        package var until: String
        /// What follows the row's number in the Message-ID: `.<store>@<domain>`.
        package var messageIDEnding: String

        package init(worker: String, at: String, until: String, messageIDEnding: String) {
            self.worker = worker
            self.at = at
            self.until = until
            self.messageIDEnding = messageIDEnding
        }
    }

    /// Takes messages that are due and nobody else's; each counts as an attempt. Two processes never take the same: on PostgreSQL the
    /// second waits for the first one's rows and then finds them taken.
    package static func take(
        _ limit: Int, _ claimant: Claimant, _ connection: any WriteConnection
    ) throws -> [OutboxEntry] {
        let taken = try connection.all(
            """
            UPDATE outbox SET claimed_by = $1, claimed_until = $2, attempts = attempts + 1,
                message_id = COALESCE(message_id, '<' || id || $3)
            WHERE id IN (
                SELECT id FROM outbox WHERE status = 'waiting' AND not_before <= $4
                AND (claimed_until IS NULL OR claimed_until <= $4) ORDER BY not_before, id LIMIT $5)
            AND status = 'waiting' AND (claimed_until IS NULL OR claimed_until <= $4)
            RETURNING \(OutboxRow.columns)
            """,
            [
                .text(claimant.worker), .text(claimant.until), .text(claimant.messageIDEnding + ">"),
                .text(claimant.at), .int(limit),
            ]
        ) { try OutboxRow.read($0) }
        return try OutboxRow.withAttachments(taken.sorted { $0.id < $1.id }, connection)
    }

    /// It was handed over. What it was filled with goes, secrets among it; so do its files and notices, and the address of somebody
    /// who only follows a question (kinds `watch-…`).
    package static func sent(_ id: Int64, at: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            UPDATE outbox SET status = 'sent', sent = $2, arguments = '{}', trouble = NULL, claimed_by = NULL,
            claimed_until = NULL,
            address = CASE WHEN kind IN ('watch-asked', 'watch-news') THEN '' ELSE address END
            WHERE id = $1 AND status <> 'sent'
            """, [.int(id), .text(at)])
        try connection.execute("DELETE FROM outbox_attachment WHERE outbox_id = $1", [.int(id)])
        try connection.execute("DELETE FROM notice WHERE outbox_id = $1", [.int(id)])
    }

    /// It was not handed over: again at `again`, or never where that is nil. Nothing where somebody else has it meanwhile.
    package static func notSent(
        _ id: Int64, _ worker: String, trouble: String, again: String?, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            UPDATE outbox SET status = $3, trouble = $4, not_before = COALESCE($5, not_before), claimed_by = NULL,
            claimed_until = NULL WHERE id = $1 AND claimed_by = $2 AND status = 'waiting'
            """,
            [
                .int(id), .text(worker), .text(again == nil ? "failed" : "waiting"),
                .text(String(trouble.prefix(1_000))), .optional(again),
            ])
    }

    /// Gives back what was taken and not tried.
    package static func release(_ ids: [Int64], _ worker: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            UPDATE outbox SET attempts = attempts - 1, claimed_by = NULL, claimed_until = NULL
            WHERE claimed_by = $1 AND status = 'waiting' AND id IN ({set})
            """, [.text(worker)], set: ids.map { .int($0) })
    }

    /// Lets failed messages, or one of them, be tried again from now on. Says how many.
    package static func retry(
        _ id: Int64?, workspace: WorkspaceID?, at: String, _ connection: any WriteConnection
    ) throws -> Int {
        try connection.execute(
            """
            UPDATE outbox SET status = 'waiting', attempts = 0, not_before = $1
            WHERE (status = 'failed' OR (status = 'waiting' AND trouble IS NOT NULL AND claimed_until IS NULL))
            AND ($2 = 0 OR id = $2) AND ($3 = 0 OR workspace_id = $3)
            """, [.text(at), .int(id ?? 0), .int(workspace?.value ?? 0)])
    }
}
