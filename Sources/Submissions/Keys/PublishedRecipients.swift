package import Domain
import Secrets
import Store

/// Somebody a submission can be sent to: an institution, with the keys of its people.
package struct Recipient: Hashable, Sendable {
    package enum Standing: String, Hashable, Sendable {
        case open
        /// A changed key of one of its people is not confirmed yet.
        case changed
        /// Nobody who runs this installation compared its first key with what it publishes, or its name or kind is another since.
        case unconfirmed
        /// Whoever runs this installation took back that it receives.
        case suspended
        /// A key is not the one this installation vouches for, or not as the audit log left it: somebody may have put it there.
        case suspect

        /// It waits for whoever runs this installation.
        package var waits: Bool { self == .unconfirmed || self == .suspended }
    }

    package var id: InstitutionID
    package var name: String
    package var kind: InstitutionKind
    package var workspace: WorkspaceID
    package var workspaceName: String
    package var state: StateCode?
    package var introduction: String
    package var language: LanguageTag
    /// Where it publishes its fingerprints itself, as it was admitted; before that as it says, and empty where it said nothing.
    package var fingerprintAddress: String
    /// Who vouched for its first key; it counts where the recipient is open.
    package var admission: Admission?
    package var standing: Standing
    /// Keys that a submission is sealed to; empty unless open.
    package var keys: [RecipientKey]
    /// Keys that changed or are new, shown and not used.
    package var waiting: [RecipientKey]
    /// Keys that could be admitted as its first; empty where one stands.
    var unadmitted: [RecipientKey] = []
}

extension Submissions {
    /// Everybody a submission can be sent to, and those it cannot be sent to now, with the reason. Never an authority of the State.
    package func recipients() async throws(SubmissionError) -> [Recipient] {
        let desks = try await read { connection in
            let standing = try RecipientKeyRow.standing(connection)
            let workspaces = Set(standing.map(\.key.workspace)).sorted()
            let keys = try workspaces.flatMap { try RecipientKeyRow.all($0, connection) }
            let all = Dictionary(keys.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            var order: [InstitutionID] = []
            var desks: [InstitutionID: ReceivingDesk] = [:]
            for row in standing {
                let id = row.key.institution
                if desks[id] == nil {
                    order.append(id)
                    desks[id] = ReceivingDesk(
                        first: row, admission: try AdmissionRow.find(id, row.key.workspace, connection))
                }
                let said = try AdmissionRow.lastSaid(of: row.key, connection)
                desks[id]?.keys.append(
                    .init(
                        key: row.key, confirmer: row.key.confirmedBy.flatMap { all[$0] },
                        isAsSaid: row.key.isAsSaid(said), isSuspended: said?.action == RecipientKey.suspending))
            }
            return order.compactMap { desks[$0] }
        }
        return desks.map { $0.recipient(house.vouching) }
    }
}

/// An institution with keys, as it stands in the store: what it may receive is worked out of it.
private struct ReceivingDesk: Sendable {
    struct Held: Sendable {
        var key: RecipientKey
        var confirmer: RecipientKey?
        var isAsSaid: Bool
        var isSuspended: Bool
    }

    var first: RecipientKeyRow.Standing
    var admission: Admission?
    var keys: [Held] = []

    func recipient(_ vouching: (String) -> VerifyingKey?) -> Recipient {
        let current = keys.filter { $0.key.status == .current }
        let waiting = keys.map(\.key).filter { $0.status == .waiting }
        let standing = standing(current, waiting, vouching)
        return Recipient(
            id: first.key.institution, name: first.institution, kind: first.kind, workspace: first.key.workspace,
            workspaceName: first.workspace, state: first.state.isEmpty ? nil : StateCode(first.state),
            introduction: first.introduction, language: first.language,
            fingerprintAddress: standing.waits
                ? first.fingerprintAddress : admission?.address ?? first.fingerprintAddress,
            admission: admission, standing: standing, keys: standing == .open ? current.map(\.key) : [],
            waiting: waiting,
            unadmitted: standing.waits
                ? (current.isEmpty ? waiting : current.map(\.key)) : [])
    }

    private func standing(
        _ current: [Held], _ waiting: [RecipientKey], _ vouching: (String) -> VerifyingKey?
    ) -> Recipient.Standing {
        let areVouchedFor = keys.allSatisfy { $0.isAsSaid && $0.key.isEndorsed(vouching) }
        guard areVouchedFor, admission?.isSealed(vouching) != false else { return .suspect }
        guard let admission, admission.name == first.institution, admission.kind == first.kind, !current.isEmpty
        else { return keys.contains(where: \.isSuspended) ? .suspended : .unconfirmed }
        guard current.allSatisfy({ $0.key.isConfirmed(admission, by: $0.confirmer) }) else { return .suspect }
        return Set(current.map(\.key.account)).isDisjoint(with: waiting.map(\.account)) ? .open : .changed
    }
}
