package import Domain
import People
import Secrets
import Store

/// An institution whose first key waits for somebody who runs this installation.
package struct AdmissionCase: Hashable, Sendable {
    /// Why it waits.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// It was never compared.
        case first
        /// It received submissions before this installation compared first keys.
        case received
        case renamed
        case otherKind
        /// The key that was compared stands no more, nor does any that it confirmed.
        case keyEnded
        /// The admission was taken back.
        case suspended
    }

    package var institution: InstitutionID
    package var name: String
    package var kind: InstitutionKind
    package var workspaceName: String
    /// Where it publishes its fingerprints; empty where it said nothing, and then nothing can be compared.
    package var address: String
    /// What was admitted before, under which name.
    package var before: Admission?
    package var reason: Reason

    init(_ recipient: Recipient) {
        institution = recipient.id
        name = recipient.name
        kind = recipient.kind
        workspaceName = recipient.workspaceName
        address = recipient.fingerprintAddress
        before = recipient.admission
        reason = Self.reason(recipient)
    }

    private static func reason(_ recipient: Recipient) -> Reason {
        if recipient.standing == .suspended { return .suspended }
        guard let before = recipient.admission else {
            return recipient.unadmitted.contains { $0.status == .current } ? .received : .first
        }
        if before.name != recipient.name { return .renamed }
        return before.kind == recipient.kind ? .keyEnded : .otherKind
    }
}

extension Submissions {
    /// Institutions that wait to be admitted, for somebody who runs this installation, and those that do not. Fingerprints of the first
    /// are not among it: whoever admits one reads it where the institution publishes it.
    package func admissions(
        _ account: Account
    ) async throws(SubmissionError) -> (waiting: [AdmissionCase], others: [Recipient]) {
        try requireOperator(account)
        let recipients = try await recipients()
        return (
            recipients.filter(\.standing.waits).map { AdmissionCase($0) },
            recipients.filter { !$0.standing.waits }
        )
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
        guard recipient.standing.waits else { throw .unfit(field: "institution", key: "submit.admit.not") }
        try await requireOutside(account, recipient.workspace)
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
        do throws(SealError) { try admission.seal(signing) } catch { throw .unreadable }
        let (kept, sealed) = (key, admission)
        try await change { connection, log in
            try Self.put(kept, signing, "key.admit", by: account.name, connection, &log)
            try AdmissionRow.put(sealed, connection)
        }
    }

    func requireOperator(_ account: Account) throws(SubmissionError) {
        guard account.role == .coordinator else { throw .workspace(.forbidden) }
        try requireOpen()
    }

    /// Nobody vouches for an institution of a workspace she is, or ever was, of, nor takes that back.
    func requireOutside(_ account: Account, _ workspace: WorkspaceID) async throws(SubmissionError) {
        let hasBelonged = try await read { try AdmissionRow.hasBelonged(account.id, to: workspace, $0) }
        guard !hasBelonged else { throw .unfit(field: "institution", key: "submit.admit.belongs") }
    }
}
