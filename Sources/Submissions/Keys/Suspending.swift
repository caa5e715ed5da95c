package import Domain
import People
import Secrets
import Store

extension Submissions {
    /// Takes an admission back: from now on nothing is sealed to the institution. Its keys wait as a first key does, open what was sealed to
    /// them, and one of them has to be compared again. By somebody who runs this installation and never belonged to the workspace. A row
    /// that the installation does not vouch for stays as it is, and so does what is said of it.
    package func suspend(_ institution: InstitutionID, by account: Account) async throws(SubmissionError) {
        try requireOperator(account)
        guard let signing = house.signing else { throw .off }
        guard let recipient = try await recipients().first(where: { $0.id == institution }),
            recipient.admission != nil, !recipient.standing.waits
        else { throw .unfit(field: "institution", key: "submit.suspend.not") }
        try await requireOutside(account, recipient.workspace)
        let (workspace, day, vouching) = (recipient.workspace, day, house.vouching)
        try await change { connection, log in
            let keys = try RecipientKeyRow.all(workspace, connection).filter { $0.institution == institution }
            try AdmissionRow.delete(institution, workspace, connection)
            let standing = try keys.filter { key in
                guard key.status == .current, key.isEndorsed(vouching) else { return false }
                return key.isAsSaid(try AdmissionRow.lastSaid(of: key, connection))
            }
            for var key in keys where key.status == .waiting && standing.contains(where: { $0.account == key.account })
            {
                key.status = .withdrawn
                key.ended = day
                try Self.put(key, signing, "key.withdraw", by: account.name, connection, &log)
            }
            for var key in standing {
                key.status = .waiting
                try Self.put(key, signing, RecipientKey.suspending, by: account.name, connection, &log)
            }
        }
    }

    /// Writes how a key stands, with what the audit log says of it.
    static func put(
        _ key: RecipientKey, _ signing: SigningKey, _ action: String, by actor: String,
        _ connection: any WriteConnection, _ log: inout LogDraft
    ) throws {
        var key = key
        try key.endorse(signing)
        guard try RecipientKeyRow.update(key, connection) else {
            throw WorkspaceError.stale(key.subject, version: key.version + 1)
        }
        log.audit(
            AuditEntry(
                actor: actor, action: action, subject: "workspace/\(key.workspace)/\(key.subject)",
                detail: key.auditDetail))
        log.changed(ChangedEntity(SubjectKind.recipientKey.rawValue), key.id)
    }

    /// One transaction of somebody who runs the installation.
    func change(
        _ body: @Sendable @escaping (any WriteConnection, inout LogDraft) throws -> Void
    ) async throws(SubmissionError) {
        do throws(StoreError) { try await store.database.change(at: store.clock.instant, body) } catch {
            throw SubmissionError(WorkspaceError(error))
        }
    }
}
