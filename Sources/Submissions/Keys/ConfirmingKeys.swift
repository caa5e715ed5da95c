package import Domain
import People
import Secrets
import Store

extension Submissions {
    /// Confirms a key that waits, with a key of the same institution that stands: a colleague's, or the person's own of before. The
    /// institution has to have been admitted. `fingerprint` is what the confirmer was told by its bearer and typed: it has to be the key's.
    package func confirm(
        _ id: Int64, fingerprint: String, phrase: String, by member: Member
    ) async throws(SubmissionError) {
        let (workspace, institution) = try await desk(member)
        guard let house = house.signing else { throw .off }
        let keys = try await read { try RecipientKeyRow.all(workspace, $0) }
        guard
            var key = keys.first(where: { $0.id == id && $0.institution == institution && $0.status == .waiting })
        else { throw .notFound }
        guard
            let mine = keys.first(where: {
                $0.account == member.account && $0.institution == institution && $0.status == .current
            }), try await stands(mine, keys)
        else { throw .unfit(field: "phrase", key: "submit.key.noneToConfirm") }
        guard Self.hexDigits(fingerprint) == Self.hexDigits(key.fingerprint) else {
            throw .unfit(field: "fingerprint", key: "submit.key.fingerprintWrong")
        }
        let opened = try await opened(mine, phrase: phrase)
        var before = keys.first { $0.account == key.account && $0.status == .current }
        key.confirmedBy = mine.id
        key.status = .current
        do throws(SealError) {
            key.confirmation = try opened.signing.sign(key.confirmationText)
            try key.endorse(house)
            before?.status = .replaced
            before?.ended = day
            try before?.endorse(house)
        } catch { throw .unreadable }
        let (kept, replaced) = (key, before)
        try await change(member) { change in
            if let replaced {
                guard try RecipientKeyRow.update(replaced, change.connection) else {
                    throw WorkspaceError.stale(replaced.subject, version: replaced.version + 1)
                }
                change.did("key.replace", replaced.subject, detail: replaced.auditDetail)
            }
            guard try RecipientKeyRow.update(kept, change.connection) else {
                throw WorkspaceError.stale(kept.subject, version: kept.version + 1)
            }
            change.did("key.confirm", kept.subject, detail: kept.auditDetail)
        }
        if let before { unlocked.forget(key: before.id) }
    }

    /// Whether a key of an admitted institution counts: it is the first, or one of the institution's confirmed it; and its row is as the
    /// audit log left it.
    private func stands(_ key: RecipientKey, _ keys: [RecipientKey]) async throws(SubmissionError) -> Bool {
        let (admission, isAsSaid) = try await read { connection in
            (
                try AdmissionRow.find(key.institution, key.workspace, connection),
                key.isAsSaid(try AdmissionRow.lastSaid(of: key, connection))
            )
        }
        guard let admission, admission.isSealed(house.vouching), isAsSaid, key.isEndorsed(house.vouching) else {
            return false
        }
        return key.isConfirmed(admission, by: key.confirmedBy.flatMap { id in keys.first { $0.id == id } })
    }

    /// Ends a key of one's own: nothing is sealed to it any more. It still opens what was sealed to it.
    package func withdrawKey(_ id: Int64, version: Int, by member: Member) async throws(SubmissionError) {
        let (workspace, _) = try await desk(member)
        guard let house = house.signing else { throw .off }
        let keys = try await read { try RecipientKeyRow.all(workspace, $0) }
        guard
            var key = keys.first(where: {
                $0.id == id && $0.account == member.account && ($0.status == .current || $0.status == .waiting)
            })
        else { throw .notFound }
        // What suspends an institution hangs on this key: it is not shaken off by ending the key.
        let waits = key
        let isSuspended = try await read {
            try AdmissionRow.lastSaid(of: waits, $0)?.action == RecipientKey.suspending
        }
        guard !isSuspended else { throw .unfit(field: "key", key: "submit.suspended") }
        key.status = .withdrawn
        key.ended = day
        key.version = version
        do throws(SealError) { try key.endorse(house) } catch { throw .unreadable }
        let kept = key
        try await change(member) { change in
            guard try RecipientKeyRow.update(kept, change.connection) else {
                throw WorkspaceError.stale(kept.subject, version: kept.version + 1)
            }
            change.did("key.withdraw", kept.subject, detail: kept.auditDetail)
        }
    }

    static func hexDigits(_ text: String) -> String { text.uppercased().filter(\.isHexDigit) }
}
