package import Domain
import Store

/// Who lets people into an institution that is not the State's: those who are in it, and nobody else. An administrator who could put
/// herself there would read what it is sent and what it drafts.
///
/// The first of all comes in without asking, since there is nobody to ask; the history of the institution says who it was. Where it had
/// people and has none any more, whoever keeps the store lets the next one in, at the command line.
package struct Colleagues: Sendable {
    package let store: WorkspaceStore

    package init(_ store: WorkspaceStore) { self.store = store }

    /// Those who wait for the member's own institution, the longest first; empty for whoever has none.
    package func waiting(_ member: Member) async throws(WorkspaceError) -> [MembershipRequest] {
        guard member.may(.confirmColleagues), let own = member.institution else { return [] }
        let workspace = member.workspace.id
        return try await store.read { try MembershipRequestRow.open(workspace, own, $0) }
    }

    /// All who wait in a workspace, for its administrators: they see it, and cannot decide it.
    package func all(_ member: Member) async throws(WorkspaceError) -> [MembershipRequest] {
        try member.require(.managePeople)
        let workspace = member.workspace.id
        return try await store.read { try MembershipRequestRow.open(workspace, nil, $0) }
    }

    /// Names of the workspaces and institutions that somebody waits for.
    package func awaited(
        by account: AccountID
    ) async throws(WorkspaceError) -> [(workspace: String, institution: String)] {
        try await store.read { try MembershipRequestRow.open(of: account, $0) }
    }

    /// Lets somebody into one's own institution, or refuses. Nobody decides of herself.
    package func decide(_ id: Int64, accept: Bool, by member: Member) async throws(WorkspaceError) {
        guard let own = try member.limit(.confirmColleagues) else { throw .forbidden }
        try await store.change(member) { change in
            try MembershipRow.lock(change.workspace, change.connection)
            // Asked of the store once more: whoever left meanwhile decides nothing.
            let people = try MembershipRow.accounts(of: own, in: change.workspace, change.connection)
            guard people.contains(change.member.account) else { throw WorkspaceError.forbidden }
            try Self.decide(id, within: own, accept, &change)
        }
    }

    /// The same by whoever keeps the store, for an institution that has nobody left to ask.
    package func decideForEmpty(_ id: Int64, accept: Bool, by keeper: Member) async throws(WorkspaceError) {
        try keeper.require(.managePeople)
        guard keeper.account.value == 0 else { throw .forbidden }
        try await store.change(keeper) { change in
            try MembershipRow.lock(change.workspace, change.connection)
            let open = try MembershipRequestRow.open(change.workspace, nil, change.connection)
            guard let request = open.first(where: { $0.id == id }) else { throw WorkspaceError.notFound }
            let people = try MembershipRow.accounts(
                of: request.institution, in: change.workspace, change.connection)
            guard people.isEmpty else { throw WorkspaceError.invalid("institution", "people.colleagues.theirs") }
            try Self.decide(id, within: request.institution, accept, &change)
        }
    }

    private static func decide(
        _ id: Int64, within institution: InstitutionID, _ accept: Bool, _ change: inout WorkspaceChange
    ) throws {
        let open = try MembershipRequestRow.open(change.workspace, institution, change.connection)
        guard let request = open.first(where: { $0.id == id }), request.account != change.member.account else {
            throw WorkspaceError.notFound
        }
        guard try MembershipRequestRow.decide(id, accept ? .accepted : .refused, change) else {
            throw WorkspaceError.notFound
        }
        let subject = Subject(.membership, request.account.value)
        change.field(subject, "asked", from: institution.description, to: nil)
        change.did(accept ? "membership.confirm" : "membership.refuse", subject, detail: detail(institution))
        guard accept else { return }
        let held = try MembershipRow.find(request.account, in: change.workspace, change.connection)
        if let held, request.role != .administrator {
            try Memberships.keepAdministrator(held, request.account, change)
        }
        try Memberships.write(request.account, request.role, institution, held, &change, why: request.why)
    }

    // MARK: What has to be asked

    /// Within a change: gives a part in an institution where that is nobody's to confirm, else notes that somebody waits for it and
    /// leaves her what she was. Returns whether it was given.
    static func give(
        _ account: AccountID, _ role: WorkspaceRole, _ institution: InstitutionID?, _ held: MembershipRow.Held?,
        _ change: inout WorkspaceChange, why: String? = nil
    ) throws -> Bool {
        let now = held?.until == nil ? held : nil
        guard let institution, try isGuarded(institution, account, role, now, change) else {
            try Memberships.write(account, role, institution, held, &change, why: why)
            return true
        }
        try ask(account, role, institution, &change, why: why)
        return false
    }

    private static func isGuarded(
        _ id: InstitutionID, _ account: AccountID, _ role: WorkspaceRole, _ now: MembershipRow.Held?,
        _ change: WorkspaceChange
    ) throws -> Bool {
        guard let institution = try InstitutionRow.find(id, change.workspace, change.connection),
            institution.kind.isIndependent, !institution.isClosed
        else { return false }
        let isThere = now?.institution == id
        if isThere, !gains(role, over: now?.role) { return false }
        let others = try MembershipRow.accounts(of: id, in: change.workspace, change.connection).filter {
            $0 != account
        }
        // Whoever is in it and asks somebody else in has said yes by that.
        if others.contains(change.member.account) { return false }
        if !others.isEmpty { return true }
        return try !isThere && MembershipRow.hadPeople(id, but: account, in: change.workspace, change.connection)
    }

    /// Whether a role does more in the name of an institution, or reads more of what it keeps to itself.
    private static func gains(_ role: WorkspaceRole, over old: WorkspaceRole?) -> Bool {
        [Right.assess, .contribute, .answerSubmissions].contains {
            role.reach($0) != Reach.none && (old?.reach($0) ?? Reach.none) == Reach.none
        }
    }

    private static func ask(
        _ account: AccountID, _ role: WorkspaceRole, _ institution: InstitutionID, _ change: inout WorkspaceChange,
        why: String?
    ) throws {
        try MembershipRequestRow.overtake(account, change)
        let request = MembershipRequest(
            id: try IDAllocator.take("membership_request", 1, change.connection).lowerBound, account: account, name: "",
            role: role, institution: institution, institutionName: "", why: why, made: change.at,
            madeBy: change.member.name)
        try MembershipRequestRow.insert(request, change)
        let subject = Subject(.membership, account.value)
        change.field(subject, "asked", from: nil, to: institution.description, why: why)
        change.did("membership.ask", subject, detail: detail(institution))
        for reader in try MembershipRow.readers(of: institution, change) {
            change.notify(
                Notice(
                    kind: "colleague", account: reader.account, address: reader.address, language: reader.language,
                    subject: subject, arguments: ["institution": reader.institution],
                    path: "/workspaces/\(change.member.workspace.slug)/institutions/\(institution)"))
        }
    }

    /// An institution that is not the State's and ever had people becomes the State's by a word of one of them alone: else it could be
    /// made a ministry, joined, and read.
    static func checkKind(_ id: InstitutionID, _ change: WorkspaceChange) throws {
        guard try MembershipRow.hadPeople(id, in: change.workspace, change.connection) else { return }
        let people = try MembershipRow.accounts(of: id, in: change.workspace, change.connection)
        guard people.contains(change.member.account) else {
            throw WorkspaceError.invalid("kind", "people.colleagues.kind")
        }
    }

    /// Within a change that makes one of two institutions: refuses where people would come to read what an institution that is not the
    /// State's drafts, without a word of its own; and nobody waits for the one that ends any more.
    package static func checkMerging(
        _ old: Institution, into target: Institution, _ change: WorkspaceChange
    ) throws {
        func hadPeople(_ institution: Institution) throws -> Bool {
            try MembershipRow.hadPeople(institution.id, in: change.workspace, change.connection)
        }
        let refusal = WorkspaceError.invalid("into", "people.colleagues.merge")
        if old.kind.isIndependent, try hadPeople(old) {
            guard target.kind.isIndependent, try !hadPeople(target) else { throw refusal }
        }
        if target.kind.isIndependent, try hadPeople(target) {
            let moving = try MembershipRow.accounts(of: old.id, in: change.workspace, change.connection)
            guard moving.isEmpty else { throw refusal }
        }
        try MembershipRequestRow.overtake(old.id, change)
    }

    static func detail(_ institution: InstitutionID) -> String { "{\"institution\":\(institution)}" }
}
