package import Domain
import Store

/// The workspaces of an installation, and who is what in them.
package struct Workspaces: Sendable {
    package let store: WorkspaceStore

    package init(_ store: WorkspaceStore) { self.store = store }

    package func all() async throws(WorkspaceError) -> [Workspace] { try await store.read { try WorkspaceRow.all($0) } }

    /// For the command line and services, who need no membership.
    package func find(_ slug: String) async throws(WorkspaceError) -> Workspace {
        guard let found = try await store.read({ try WorkspaceRow.find(slug: slug, $0) }) else { throw .notFound }
        return found
    }

    /// Makes the workspace of a State's mechanism. `slug` must be free.
    package func add(
        slug: String, name: String, state: StateCode, language: LanguageTag, timeZone: String, by caller: Caller
    ) async throws(WorkspaceError) -> Workspace {
        let draft = Workspace(
            id: WorkspaceID(0), slug: slug, name: name, state: state, language: language, timeZone: timeZone,
            created: store.clock.instant)
        return try await add(draft, by: caller)
    }

    /// Makes the workspace of a partner. `slug` must be free; a State's own agency names its State, others need none.
    package func addPartner(
        slug: String, name: String, actor: ActorKind, state: StateCode?, region: String?, language: LanguageTag,
        timeZone: String, by caller: Caller
    ) async throws(WorkspaceError) -> Workspace {
        if actor == .stateAgency, state == nil { throw .invalid("state", "workspace.agencyState") }
        let draft = Workspace(
            id: WorkspaceID(0), slug: slug, name: name, kind: .partner, state: state, actor: actor, region: region,
            language: language, timeZone: timeZone, created: store.clock.instant)
        return try await add(draft, by: caller)
    }

    private func add(_ draft: Workspace, by caller: Caller) async throws(WorkspaceError) -> Workspace {
        let (slug, name, timeZone) = (draft.slug, draft.name, draft.timeZone)
        guard Workspace.isSlug(slug) else { throw .invalid("slug", "workspace.slugForm") }
        guard (1...200).contains(name.count) else { throw .invalid("name", "workspace.nameLength") }
        guard TimeZoneName.isKnown(timeZone) else { throw .invalid("timeZone", "workspace.timeZoneUnknown") }
        var numbered = draft
        numbered.id = WorkspaceID(try await store.take(.workspace).lowerBound)
        let workspace = numbered
        return try await store.change(Member.keeper(caller.name, of: workspace)) { change in
            guard try WorkspaceRow.find(slug: slug, change.connection) == nil else {
                throw WorkspaceError.invalid("slug", "workspace.slugTaken")
            }
            try WorkspaceRow.insert(workspace, change.connection)
            change.did("workspace.add", Subject(.workspace, workspace.id.value))
            return workspace
        }
    }

    /// What an account is in a workspace; `notFound` where it is nothing there, as if there were no such workspace.
    package func member(_ account: Account, in slug: String) async throws(WorkspaceError) -> Member {
        let at = store.clock.instant
        let found = try await store.read { try WorkspaceRow.member(slug: slug, account, at: at, $0) }
        guard let found else { throw .notFound }
        return found
    }

    package func memberships(of account: Account) async throws(WorkspaceError) -> [Member] {
        let at = store.clock.instant
        return try await store.read { try WorkspaceRow.memberships(of: account, at: at, $0) }
    }

    /// Makes an account a member, or gives it another role or institution.
    package func put(
        _ account: AccountID, _ role: WorkspaceRole, _ institution: InstitutionID?, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.managePeople)
        if role.needsInstitution, institution == nil { throw .invalid("institution", "people.institutionNeeded") }
        try await store.change(member) { change in
            try MembershipRow.lock(change.workspace, change.connection)
            let held = try MembershipRow.find(account, in: change.workspace, change.connection)
            try Memberships.write(account, role, institution, held, &change)
        }
    }
}
