import Domain
import People
import Secrets
package import Store

extension Submissions {
    /// Every six hours, in UTC: nothing outside of a thread is dated more exactly.
    static func mark(_ instant: String) -> String {
        let hour = Int(instant.dropFirst(11).prefix(2)) ?? 0
        let rounded = hour / 6 * 6
        return "\(instant.prefix(10))T\(rounded < 10 ? "0" : "")\(rounded):00:00.000Z"
    }

    /// What is due at a rounded time: leaves of the audit tree for what came and went since, in no order; letters that something waits;
    /// what was kept for long enough is erased; the newest head of the audit log goes to the witness. Does nothing between two marks;
    /// true where it did something.
    @discardableResult
    package func settle(head: SignedHead?) async throws(SubmissionError) -> Bool {
        _ = try await salt()
        let mark = Self.mark(store.clock.instant)
        let witness = house.witness
        let isTurn: Bool
        do throws(StoreError) {
            isTurn = try await store.database.change(at: mark) { connection, log in
                guard try HouseRow.settle(mark, connection) else { return false }
                for commitment in try HouseRow.commitments(limit: 10_000, connection) {
                    log.audit(
                        AuditEntry(
                            actor: "system", action: "submission.seal", subject: "submissions",
                            detail: "{\"commitment\":\"\(Digest.hex(commitment))\"}"))
                }
                var letters = try HouseRow.untold(connection).map { Self.letter($0) }
                if let witness, let head { letters.append(Self.letter(head, to: witness)) }
                if !letters.isEmpty {
                    let ids = try IDAllocator.take("outbox", letters.count, connection)
                    try OutboxRow.insert(letters, ids: ids, at: mark, connection)
                }
                return true
            }.value
        } catch { throw SubmissionError(WorkspaceError(error)) }
        guard isTurn else { return false }
        try await eraseOverdue()
        return true
    }

    /// Tells that something waits, and nothing else: neither what, nor how much, nor since when.
    private static func letter(_ untold: HouseRow.Untold) -> OutboxMessage {
        OutboxMessage(
            kind: "submissionWaits", address: untold.address, language: untold.language,
            arguments: ["workspace": untold.name], account: untold.account, workspace: untold.workspace)
    }

    private static func letter(_ head: SignedHead, to witness: String) -> OutboxMessage {
        OutboxMessage(
            kind: "auditHead", address: witness, language: .english,
            arguments: [
                "size": String(head.size), "at": head.at, "root": head.root, "key": head.keyID,
                "signature": head.signature,
            ])
    }

    private func eraseOverdue() async throws(SubmissionError) {
        for months in try await read({ try HouseRow.retentions($0) }) {
            guard let day = Self.day(monthsBefore: months, day) else { continue }
            for due in try await read({ try HouseRow.overdue(months: months, before: day, $0) }) {
                do throws(SubmissionError) {
                    try await erase(due.thread, due.institution, due.workspace, actor: "system") { connection in
                        try HouseRow.isOverdue(due.thread, due.institution, months: months, before: day, connection)
                    }
                } catch {
                    // Something came in meanwhile, or it is to be kept for longer: it stays.
                    guard error == .notFound else { throw error }
                }
            }
        }
    }

    /// The same day so many months before, as text; the 28th at the latest.
    static func day(monthsBefore months: Int, _ day: String) -> String? {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        let total = parts[0] * 12 + parts[1] - 1 - months
        let (year, month, last) = (total / 12, total % 12 + 1, min(parts[2], 28))
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(last < 10 ? "0" : "")\(last)"
    }

    /// Keys that were unlocked are let go of: those whose time is over, and those of sessions that ended.
    package func forgetEnded() async throws(SubmissionError) {
        let sessions = unlocked.sessions
        let at = store.clock.instant
        let open = sessions.isEmpty ? [] : try await read { try HouseRow.openSessions(sessions, at: at, $0) }
        unlocked.keep(only: open, at: now())
    }
}
