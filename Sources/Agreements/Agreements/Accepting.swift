package import Domain
import People
import Store

extension Agreements {
    /// Puts the own draft before all parties; whoever proposes accepts.
    package func propose(
        _ id: AgreementID, number: Int, version: Int, isPublic: Bool, by member: Member
    ) async throws(WorkspaceError) {
        try await change(id, version: version, by: member) { agreement, change in
            let draft = try Self.open(agreement, number, .draft, change)
            guard draft.workspace == change.workspace else { throw WorkspaceError.notFound }
            if draft.terms.contributions.isEmpty {
                throw WorkspaceError.invalid("contributions", "agreement.allowed.nothingGiven")
            }
            guard
                try VersionRow.move(id, number, from: [.draft], to: .proposed, at: change.at, change.connection),
                try VersionRow.accept(
                    id, number, isPublic: isPublic, by: change.member.name, at: change.at, change.workspace,
                    change.connection)
            else { throw WorkspaceError.stale(agreement.subject, version: agreement.version) }
            if agreement.current == nil { agreement.status = .proposed }
            Self.share(agreement, draft, &change)
            change.field(
                agreement.subject, "accepted", from: nil, to: "\(number): \(change.member.workspace.name)")
            change.did("agreement.propose", agreement.subject, detail: "{\"number\":\(number)}")
            try Self.tell(draft, "agreementProposed", agreement, &change)
        }
    }

    /// Takes the own draft or proposal back. What was proposed stays readable.
    package func drop(
        _ id: AgreementID, number: Int, version: Int, by member: Member
    ) async throws(WorkspaceError) {
        try await change(id, version: version, by: member) { agreement, change in
            guard let one = try VersionRow.one(id, number, change.connection), one.workspace == change.workspace,
                try VersionRow.move(
                    id, number, from: [.draft, .proposed], to: .dropped, at: change.at, change.connection)
            else { throw WorkspaceError.stale(agreement.subject, version: agreement.version) }
            if agreement.current == nil { agreement.status = .draft }
            if one.status == .proposed { Self.share(agreement, one, &change) }
            change.did("agreement.drop", agreement.subject, detail: "{\"number\":\(number)}")
        }
    }

    /// Says the own workspace's yes to one version. The last yes puts it in force, and the one before out of it. A version that was
    /// proposed anew or is not the open one any more is refused as stale.
    package func accept(
        _ id: AgreementID, number: Int, version: Int, isPublic: Bool, by member: Member
    ) async throws(WorkspaceError) {
        let parties = try await change(id, version: version, by: member) { agreement, change in
            let proposal = try Self.open(agreement, number, .proposed, change)
            guard
                try VersionRow.accept(
                    id, number, isPublic: isPublic, by: change.member.name, at: change.at, change.workspace,
                    change.connection)
            else { throw WorkspaceError.invalid("number", "agreement.allowed.said") }
            Self.share(agreement, proposal, &change)
            change.field(
                agreement.subject, "accepted", from: nil, to: "\(number): \(change.member.workspace.name)")
            change.did("agreement.accept", agreement.subject, detail: "{\"number\":\(number)}")
            guard proposal.waiting == [change.workspace] else { return [WorkspaceID]() }
            try Self.putInForce(&agreement, number, &change)
            try Self.tell(proposal, "agreementInForce", agreement, &change)
            return proposal.parties.map(\.workspace)
        }
        try await introductions.refresh(parties)
    }

    /// Says no to a proposal: it falls, and any party may write another.
    package func refuse(
        _ id: AgreementID, number: Int, version: Int, reason: String, by member: Member
    ) async throws(WorkspaceError) {
        let reason = try AgreementLimits.text(reason, "reason", isNeeded: true)
        try await change(id, version: version, by: member) { agreement, change in
            let proposal = try Self.open(agreement, number, .proposed, change)
            guard
                try VersionRow.refuse(
                    id, number, reason: reason, at: change.at, change.workspace, change.connection),
                try VersionRow.move(id, number, from: [.proposed], to: .refused, at: change.at, change.connection)
            else { throw WorkspaceError.stale(agreement.subject, version: agreement.version) }
            if agreement.current == nil { agreement.status = .draft }
            Self.share(agreement, proposal, &change)
            change.did("agreement.refuse", agreement.subject, detail: "{\"number\":\(number)}")
            try Self.tell(proposal, "agreementRefused", agreement, &change)
        }
    }

    /// Says whether the agreement in force may be public, as far as the own workspace is concerned. It is while all say so.
    package func publish(
        _ id: AgreementID, _ isPublic: Bool, version: Int, by member: Member
    ) async throws(WorkspaceError) {
        try await change(id, version: version, by: member) { agreement, change in
            guard let current = agreement.current,
                let one = try VersionRow.one(id, current, change.connection),
                try VersionRow.publish(id, current, isPublic, change.workspace, change.connection)
            else { throw WorkspaceError.notFound }
            Self.share(agreement, one, &change)
            change.did(isPublic ? "agreement.publish" : "agreement.unpublish", agreement.subject)
        }
    }

    private static func open(
        _ agreement: Agreement, _ number: Int, _ status: AgreementVersion.Status, _ change: WorkspaceChange
    ) throws -> AgreementVersion {
        guard let one = try VersionRow.one(agreement.id, number, change.connection), one.status == status else {
            throw WorkspaceError.stale(agreement.subject, version: agreement.version)
        }
        guard one.parties.contains(where: { $0.workspace == change.workspace }) else { throw WorkspaceError.notFound }
        return one
    }

    private static func putInForce(
        _ agreement: inout Agreement, _ number: Int, _ change: inout WorkspaceChange
    ) throws {
        if let old = agreement.current {
            _ = try VersionRow.move(
                agreement.id, old, from: [.inForce], to: .replaced, at: change.at, change.connection)
        }
        guard
            try VersionRow.move(
                agreement.id, number, from: [.proposed], to: .inForce, at: change.at, change.connection)
        else { throw WorkspaceError.stale(agreement.subject, version: agreement.version) }
        change.field(
            agreement.subject, "inForce", from: agreement.current.map(String.init), to: String(number))
        agreement.current = number
        agreement.status = .inForce
        agreement.inForce = change.at
        change.did("agreement.enforce", agreement.subject, detail: "{\"number\":\(number)}")
    }

    /// Everything that is said of it now stands with all parties.
    static func share(_ agreement: Agreement, _ version: AgreementVersion, _ change: inout WorkspaceChange) {
        change.share(agreement.subject, with: version.parties.map(\.workspace))
    }

    static func tell(
        _ version: AgreementVersion, _ kind: String, _ agreement: Agreement, _ change: inout WorkspaceChange
    ) throws {
        for party in version.parties where party.workspace != change.workspace {
            try CoordinatorRow.tell(party.workspace, kind, path: "/agreements/\(agreement.id)", &change)
        }
    }
}
