package import Domain
import Secrets
import Store

/// Asking people in, and their coming. The link in the letter is good once and for two weeks; the store keeps its digest alone.
package struct Invitations: Sendable {
    package static let days: Int64 = 14

    package let store: WorkspaceStore
    let accounts: Accounts

    package init(_ store: WorkspaceStore, _ accounts: Accounts) {
        self.store = store
        self.accounts = accounts
    }

    /// An invitation as it is to be made.
    package struct Order: Sendable {
        package var email: String
        package var role: WorkspaceRole
        package var institution: InstitutionID?
        /// Nil: the institution's, else the workspace's.
        package var language: LanguageTag?

        package init(
            email: String, role: WorkspaceRole, institution: InstitutionID? = nil, language: LanguageTag? = nil
        ) {
            self.email = email
            self.role = role
            self.institution = institution
            self.language = language
        }
    }

    /// An invitation that was just made or renewed; the path is in the letter and shown to nobody but the command line.
    package struct Sent: Sendable {
        package var invitation: Invitation
        package var path: String
    }

    package func all(_ member: Member) async throws(WorkspaceError) -> [Invitation] {
        try member.require(.managePeople)
        let id = member.workspace.id
        return try await store.read { try InvitationRow.all(id, $0) }
    }

    /// Sends a letter with a link. Whoever is a member already is not asked again.
    package func invite(_ order: Order, by member: Member) async throws(WorkspaceError) -> Sent {
        try member.require(.managePeople)
        guard let address = EmailAddress(order.email) else { throw .invalid("email", "people.emailForm") }
        if order.role.needsInstitution, order.institution == nil {
            throw .invalid("institution", "people.institutionNeeded")
        }
        let id = try await store.take(.invitation).lowerBound
        let token = Token.make()
        let expires = expiry
        return try await store.change(member) { change in
            let institution = try Self.institution(order, change)
            if let known = try AccountRow.find(emailKey: address.key, change.connection) {
                let held = try MembershipRow.find(known.id, in: change.workspace, change.connection)
                if let held, held.until == nil { throw WorkspaceError.invalid("email", "people.memberAlready") }
            }
            let invitation = Invitation(
                id: id, workspace: change.workspace, email: address.text, role: order.role,
                institution: institution?.id, institutionName: institution?.name,
                language: order.language ?? institution?.language ?? change.member.workspace.language, made: change.at,
                madeBy: change.member.name, expires: expires)
            try InvitationRow.insert(invitation, key: address.key, token: token, change.connection)
            change.mail(Self.letter(invitation, token, change.member))
            change.did(
                "invitation.make", Subject(.invitation, id), detail: "{\"role\":\"\(order.role.rawValue)\"}")
            return Sent(invitation: invitation, path: Self.path(token))
        }
    }

    private static func institution(_ order: Order, _ change: WorkspaceChange) throws -> Institution? {
        guard let asked = order.institution else { return nil }
        guard let found = try InstitutionRow.find(asked, change.workspace, change.connection), !found.isClosed else {
            throw WorkspaceError.invalid("institution", "people.institutionUnknown")
        }
        return found
    }

    private var expiry: String { Clock.instant(store.clock.milliseconds() + Self.days * 86_400_000) }

    private static func path(_ token: String) -> String { "/join?token=\(token)" }

    private static func letter(_ invitation: Invitation, _ token: String, _ member: Member) -> OutboxMessage {
        OutboxMessage(
            kind: "invitation", address: invitation.email, language: invitation.language,
            arguments: [
                "workspace": member.workspace.name, "inviter": member.name, "path": path(token),
                "until": String(invitation.expires.prefix(10)),
            ], workspace: member.workspace.id)
    }

    /// Sends another link; the one before is good for nothing.
    package func renew(_ id: Int64, by member: Member) async throws(WorkspaceError) -> Sent {
        try member.require(.managePeople)
        let token = Token.make()
        let expires = expiry
        return try await store.change(member) { change in
            guard
                try InvitationRow.renew(id, change.workspace, token: token, expires: expires, change.connection),
                let invitation = try InvitationRow.find(id, change.workspace, change.connection)
            else { throw WorkspaceError.notFound }
            change.mail(Self.letter(invitation, token, change.member))
            change.did("invitation.renew", Subject(.invitation, id))
            return Sent(invitation: invitation, path: Self.path(token))
        }
    }

    package func withdraw(_ id: Int64, by member: Member) async throws(WorkspaceError) {
        try member.require(.managePeople)
        try await store.change(member) { change in
            guard try InvitationRow.withdraw(id, change.workspace, at: change.at, change.connection) else {
                throw WorkspaceError.notFound
            }
            change.did("invitation.withdraw", Subject(.invitation, id))
        }
    }
}
