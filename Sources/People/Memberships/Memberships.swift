package import Domain
import Store

/// Who is what in a workspace, for its administrators: with addresses, which are nobody else's to read.
package struct Memberships: Sendable {
    package let store: WorkspaceStore

    package init(_ store: WorkspaceStore) { self.store = store }

    /// Present members by name, then those who left, last ones first.
    package func all(_ member: Member) async throws(WorkspaceError) -> [MemberEntry] {
        try member.require(.managePeople)
        let id = member.workspace.id
        return try await store.read { try MemberEntry.all(id, $0) }
    }

    package func one(_ account: AccountID, _ member: Member) async throws(WorkspaceError) -> MemberEntry {
        try member.require(.managePeople)
        let id = member.workspace.id
        guard let found = try await store.read({ try MemberEntry.find(account, id, $0) }) else { throw .notFound }
        return found
    }

    /// Everything somebody was in the workspace, newest first.
    package func periods(of account: AccountID, _ member: Member) async throws(WorkspaceError) -> [MembershipPeriod] {
        try member.require(.managePeople)
        let id = member.workspace.id
        return try await store.read { try MembershipPeriod.of(account, id, $0) }
    }

    /// Who answers for an institution now and who did before, newest first. For its own people and those who see what is internal;
    /// names alone.
    package func focalPoints(
        of institution: InstitutionID, _ member: Member
    ) async throws(WorkspaceError) -> [MembershipPeriod] {
        if member.institution != institution {
            guard try member.limit(.seeInternal) == nil else { throw .forbidden }
        }
        let id = member.workspace.id
        return try await store.read { try MembershipPeriod.of(institution, id, $0) }
    }

    /// Gives a member another role or institution. There is always an administrator. False where the people of an institution that is
    /// not the State's have to let her in first: until then she is what she was.
    @discardableResult
    package func change(
        _ account: AccountID, to role: WorkspaceRole, _ institution: InstitutionID?, version: Int,
        why: String? = nil, by member: Member
    ) async throws(WorkspaceError) -> Bool {
        try member.require(.managePeople)
        if role.needsInstitution, institution == nil { throw .invalid("institution", "people.institutionNeeded") }
        return try await store.change(member) { change in
            try MembershipRow.lock(change.workspace, change.connection)
            guard let held = try MembershipRow.find(account, in: change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            let subject = Subject(.membership, account.value)
            guard held.version == version, held.until == nil else {
                throw WorkspaceError.stale(subject, version: held.version)
            }
            if role != .administrator { try Self.keepAdministrator(held, account, change) }
            return try Colleagues.give(account, role, institution, held, &change, why: why)
        }
    }

    /// Asks nobody: for what was confirmed, or is nobody's to confirm.
    static func write(
        _ account: AccountID, _ role: WorkspaceRole, _ institution: InstitutionID?, _ held: MembershipRow.Held?,
        _ change: inout WorkspaceChange, why: String? = nil
    ) throws {
        let now = held?.until == nil ? held : nil
        try MembershipRequestRow.overtake(account, change)
        if let now, now.role == role, now.institution == institution { return }
        if let institution {
            guard let found = try InstitutionRow.find(institution, change.workspace, change.connection),
                !found.isClosed
            else { throw WorkspaceError.invalid("institution", "people.institutionUnknown") }
            if found.kind.isIndependent, now?.institution != institution {
                let here = try MembershipRow.accounts(of: institution, in: change.workspace, change.connection)
                if here.isEmpty {
                    change.did(
                        "membership.first", Subject(.membership, account.value),
                        detail: Colleagues.detail(institution))
                }
            }
        }
        let subject = Subject(.membership, account.value)
        change.field(subject, "role", from: now?.role.rawValue, to: role.rawValue, why: why)
        change.field(
            subject, "institution", from: now?.institution?.description, to: institution?.description, why: why)
        try MembershipRow.put(account, role, institution, in: change.workspace, at: change.at, change.connection)
        change.did("membership.put", subject, detail: "{\"role\":\"\(role.rawValue)\"}")
    }

    /// Ends a membership from now on. What the person worked on belongs to the institution and stays there; `successor`, a member of
    /// the same institution, is named in the history.
    package func end(
        _ account: AccountID, version: Int, successor: AccountID?, why: String? = nil, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.managePeople)
        try await store.change(member) { change in
            try MembershipRow.lock(change.workspace, change.connection)
            guard let held = try MembershipRow.find(account, in: change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            let subject = Subject(.membership, account.value)
            try Self.keepAdministrator(held, account, change)
            if let successor {
                let next = try MembershipRow.find(successor, in: change.workspace, change.connection)
                guard let next, next.until == nil, successor != account, next.institution == held.institution else {
                    throw WorkspaceError.invalid("successor", "people.successorElsewhere")
                }
            }
            guard
                try MembershipRow.end(
                    account, version: version, successor: successor, in: change.workspace, at: change.at,
                    change.connection)
            else { throw WorkspaceError.stale(subject, version: held.version) }
            try MembershipRequestRow.overtake(account, change)
            change.field(subject, "role", from: held.role.rawValue, to: nil, why: why)
            change.field(subject, "successor", from: nil, to: successor?.description, why: why)
            change.did("membership.end", subject)
        }
    }

    static func keepAdministrator(
        _ held: MembershipRow.Held, _ account: AccountID, _ change: WorkspaceChange
    ) throws {
        guard held.role == .administrator, held.until == nil else { return }
        let others = try MembershipRow.administrators(but: account, in: change.workspace, change.connection)
        if others == 0 { throw WorkspaceError.invalid("role", "people.lastAdministrator") }
    }
}
