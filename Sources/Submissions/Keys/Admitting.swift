package import Domain
import People
import Secrets
import Store

/// An institution whose first key waits for somebody who runs this installation, or whose name or kind is another since.
package struct AdmissionCase: Hashable, Sendable {
    package var institution: InstitutionID
    package var name: String
    package var kind: InstitutionKind
    package var workspaceName: String
    /// Where it publishes its fingerprints; empty where it said nothing, and then nothing can be compared.
    package var address: String
    /// What was admitted before, under which name.
    package var before: Admission?
}

extension Submissions {
    /// Institutions that wait to be admitted, for somebody who runs this installation. Fingerprints are not among it: whoever admits one
    /// reads it where the institution publishes it.
    package func admissionCases(_ account: Account) async throws(SubmissionError) -> [AdmissionCase] {
        try requireOperator(account)
        return try await recipients().filter { $0.standing == .unconfirmed }.map {
            AdmissionCase(
                institution: $0.id, name: $0.name, kind: $0.kind, workspaceName: $0.workspaceName,
                address: $0.fingerprintAddress, before: $0.admission)
        }
    }

    /// Lets an institution receive: its first key stands from now on. By somebody who runs this installation and never belonged to the
    /// workspace, so that nobody in the workspace can do it, and with the fingerprint as the institution publishes it elsewhere. Where a
    /// key of the institution stands, later ones are its own people's to confirm and not hers.
    package func admit(
        _ institution: InstitutionID, fingerprint: String, by account: Account
    ) async throws(SubmissionError) {
        try requireOperator(account)
        guard let signing = house.signing else { throw .off }
        guard let recipient = try await recipients().first(where: { $0.id == institution }) else { throw .notFound }
        guard recipient.standing == .unconfirmed else { throw .unfit(field: "institution", key: "submit.admit.not") }
        let hasBelonged = try await read { try AdmissionRow.hasBelonged(account.id, to: recipient.workspace, $0) }
        guard !hasBelonged else { throw .unfit(field: "institution", key: "submit.admit.belongs") }
        guard recipient.fingerprintAddress.hasPrefix("https://") else {
            throw .unfit(field: "institution", key: "submit.admit.noAddress")
        }
        guard
            var key = recipient.unadmitted.first(where: {
                Self.hexDigits($0.fingerprint) == Self.hexDigits(fingerprint)
            })
        else { throw .unfit(field: "fingerprint", key: "submit.admit.fingerprintWrong") }
        key.status = .current
        var admission = Admission(
            institution: institution, workspace: recipient.workspace, key: key.id, name: recipient.name,
            kind: recipient.kind, address: recipient.fingerprintAddress, account: account.id, day: day)
        do throws(SealError) {
            try key.endorse(signing)
            try admission.seal(signing)
        } catch { throw .unreadable }
        try await keep(key, admission, by: account.name)
    }

    private func keep(
        _ key: RecipientKey, _ admission: Admission, by actor: String
    ) async throws(SubmissionError) {
        do throws(StoreError) {
            try await store.database.change(at: store.clock.instant) { connection, log in
                guard try RecipientKeyRow.update(key, connection) else {
                    throw WorkspaceError.stale(key.subject, version: key.version + 1)
                }
                try AdmissionRow.put(admission, connection)
                log.audit(
                    AuditEntry(
                        actor: actor, action: "key.admit", subject: "workspace/\(key.workspace)/\(key.subject)",
                        detail: key.auditDetail))
                log.changed(ChangedEntity(SubjectKind.recipientKey.rawValue), key.id)
            }
        } catch { throw SubmissionError(WorkspaceError(error)) }
    }

    private func requireOperator(_ account: Account) throws(SubmissionError) {
        guard account.role == .coordinator else { throw .workspace(.forbidden) }
        try requireOpen()
    }
}
