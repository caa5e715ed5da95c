package import Domain
import People
import Store

extension Screenings {
    /// Members who can be asked to contribute: those who may answer, and do not answer for the workspace itself.
    package func askable(_ member: Member) async throws(WorkspaceError) -> [(account: AccountID, name: String)] {
        try member.require(.screenCooperation)
        let workspace = member.workspace
        let at = store.clock.instant
        return try await store.read { connection in
            try ContributorRow.members(workspace.id, at: at, connection)
                .filter { Self.isAskable($0.role, $0.institution) }.map { ($0.account, $0.name) }
        }
    }

    private static func isAskable(_ role: WorkspaceRole, _ institution: InstitutionID?) -> Bool {
        guard role.reach(.screenCooperation) == .none else { return false }
        return role.reach(.answerScreening) == .all || (role.reach(.answerScreening) == .own && institution != nil)
    }

    /// Asks a member to answer for herself, at every moment of this screening.
    package func ask(
        contributor account: AccountID, into id: ScreeningID, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.screenCooperation)
        let subject = Subject(.screening, id.value)
        try await store.change(member) { change in
            guard try CaseRow.find(id, change.workspace, change.connection) != nil else {
                throw WorkspaceError.notFound
            }
            let members = try ContributorRow.members(change.workspace, at: change.at, change.connection)
            guard let found = members.first(where: { $0.account == account }),
                Self.isAskable(found.role, found.institution)
            else { throw WorkspaceError.invalid("account", "screening.invalid.contributor") }
            let held = try ContributorRow.all(id, change.workspace, asks: true, change.connection)
            guard held.filter({ $0.workspace == change.workspace }).count < ScreeningLimits.contributorsMax else {
                throw WorkspaceError.invalid("account", "screening.invalid.contributors")
            }
            try ContributorRow.put(
                account, in: id, change.workspace, by: change.member.name, at: change.at, change.connection)
            change.did("screening.invite", subject)
        }
    }

    /// Asks somebody no longer. What she handed in stays.
    package func end(
        contributor account: AccountID, in id: ScreeningID, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.screenCooperation)
        try await store.change(member) { change in
            guard try CaseRow.find(id, change.workspace, change.connection) != nil,
                try ContributorRow.end(account, in: id, change.workspace, at: change.at, change.connection)
            else { throw WorkspaceError.notFound }
            change.did("screening.uninvite", Subject(.screening, id.value))
        }
    }

    /// Whether the other sides see the name of a contributor: her own choice alone. She makes it while she is asked, and takes it back
    /// at any time.
    package func show(name: Bool, in id: ScreeningID, by member: Member) async throws(WorkspaceError) {
        try member.require(.answerScreening)
        try await store.change(member) { change in
            let isAsked =
                try ContributorRow.find(id, change.member.account, change.workspace, change.connection) != nil
            guard isAsked || !name,
                try ContributorRow.name(name, change.member.account, in: id, change.workspace, change.connection)
            else { throw WorkspaceError.notFound }
            change.did("screening.name", Subject(.screening, id.value))
        }
    }
}

extension Screenings {
    /// People of the workspace, as owners of risks.
    package func people(_ member: Member) async throws(WorkspaceError) -> [(account: AccountID, name: String)] {
        try member.require(.screenCooperation)
        let at = store.clock.instant
        return try await store.read { connection in
            try ContributorRow.members(member.workspace.id, at: at, connection).map { ($0.account, $0.name) }
        }
    }
}
