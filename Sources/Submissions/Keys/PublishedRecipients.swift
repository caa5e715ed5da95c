package import Domain
import Store

/// Somebody a submission can be sent to: an institution, with the keys of its people.
package struct Recipient: Hashable, Sendable {
    package enum Standing: String, Hashable, Sendable {
        case open
        /// A changed key of one of its people is not confirmed yet.
        case changed
        /// None of its keys is confirmed.
        case unconfirmed
        /// A key is not the one this installation vouches for: somebody may have put it there.
        case suspect
    }

    package var id: InstitutionID
    package var name: String
    package var kind: InstitutionKind
    package var workspace: WorkspaceID
    package var workspaceName: String
    package var state: StateCode?
    package var introduction: String
    package var language: LanguageTag
    /// Where it publishes its fingerprints itself; empty where it said nothing.
    package var fingerprintAddress: String
    package var standing: Standing
    /// Keys that a submission is sealed to; empty unless open.
    package var keys: [RecipientKey]
    /// Keys that changed or are new, shown and not used.
    package var waiting: [RecipientKey]
}

extension Submissions {
    /// Everybody a submission can be sent to, and those it cannot be sent to now, with the reason. Never an authority of the State.
    package func recipients() async throws(SubmissionError) -> [Recipient] {
        let (standing, keys) = try await read { connection in
            let standing = try RecipientKeyRow.standing(connection)
            let workspaces = Set(standing.map(\.key.workspace)).sorted()
            let keys = try workspaces.flatMap { try RecipientKeyRow.all($0, connection) }
            return (standing, Dictionary(keys.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
        }
        var order: [InstitutionID] = []
        var groups: [InstitutionID: [RecipientKeyRow.Standing]] = [:]
        for row in standing {
            if groups[row.key.institution] == nil { order.append(row.key.institution) }
            groups[row.key.institution, default: []].append(row)
        }
        return order.compactMap { id in groups[id].flatMap { recipient($0, keys) } }
    }

    private func recipient(_ rows: [RecipientKeyRow.Standing], _ all: [Int64: RecipientKey]) -> Recipient? {
        guard let first = rows.first else { return nil }
        let current = rows.map(\.key).filter { $0.status == .current }
        let waiting = rows.map(\.key).filter { $0.status == .waiting }
        let isSuspect = current.contains {
            !$0.isEndorsed(house.vouching) || !$0.isConfirmed(by: $0.confirmedBy.flatMap { all[$0] })
        }
        let changed = Set(current.map(\.account)).intersection(waiting.map(\.account))
        let standing: Recipient.Standing =
            if isSuspect {
                .suspect
            } else if !changed.isEmpty {
                .changed
            } else if current.isEmpty {
                .unconfirmed
            } else {
                .open
            }
        return Recipient(
            id: first.key.institution, name: first.institution, kind: first.kind, workspace: first.key.workspace,
            workspaceName: first.workspace, state: first.state.isEmpty ? nil : StateCode(first.state),
            introduction: first.introduction, language: first.language, fingerprintAddress: first.fingerprintAddress,
            standing: standing, keys: standing == .open ? current : [], waiting: waiting)
    }
}
