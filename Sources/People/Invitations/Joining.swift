package import Domain
import Store

extension Invitations {
    /// What a link offers, to whoever holds it.
    package struct Offer: Sendable {
        package var invitation: Invitation
        package var workspace: Workspace
        /// Whether the address has an account: its owner then signs in and says yes.
        package var hasAccount: Bool
    }

    /// Nil for a link that is of no use any more.
    package func offer(token: String) async throws(WorkspaceError) -> Offer? {
        let at = store.clock.instant
        return try await store.read { connection in
            guard let invitation = try InvitationRow.open(token: token, at: at, connection),
                let workspace = try WorkspaceRow.find(id: invitation.workspace, connection), !workspace.isClosed
            else { return nil }
            let key = EmailAddress(invitation.email)?.key ?? ""
            return Offer(
                invitation: invitation, workspace: workspace,
                hasAccount: try AccountRow.find(emailKey: key, connection) != nil)
        }
    }

    /// Makes the account of somebody who is new, and her membership; where the people of an institution have to let her in first, that
    /// waits.
    package func join(
        token: String, name: String, password: String, language: LanguageTag?
    ) async throws(WorkspaceError) -> Account {
        guard let offer = try await offer(token: token) else { throw .notFound }
        guard !offer.hasAccount, let address = EmailAddress(offer.invitation.email) else { throw .forbidden }
        guard Account.isName(name) else { throw .invalid("name", "people.nameForm") }
        let hash: String
        let id: Int64
        do throws(AccountError) {
            hash = try await accounts.hash(password, of: [name, address.text])
            id = try await accounts.take("account")
        } catch { throw Self.trouble(error) }
        let account = Account(
            id: AccountID(id), name: name, role: .none, created: store.clock.instant, email: address.text,
            language: language)
        try await store.change(person(account, offer)) { change in
            guard try AccountRow.find(name: name, change.connection) == nil else {
                throw WorkspaceError.invalid("name", "people.nameTaken")
            }
            guard try AccountRow.find(emailKey: address.key, change.connection) == nil else {
                throw WorkspaceError.forbidden
            }
            try AccountRow.insert(account, keyDigest: nil, emailKey: address.key, password: hash, change.connection)
            try Self.accept(offer, account, &change)
        }
        return account
    }

    /// The same for somebody whose address a provider has verified, where it is the one that was asked: her account has no password and
    /// opens at the provider. A name that is no name, or somebody's, becomes one that is free.
    package func join(
        token: String, name: String, _ address: EmailAddress, at issuer: String, subject: String
    ) async throws(WorkspaceError) -> Account {
        guard let offer = try await offer(token: token) else { throw .notFound }
        guard !offer.hasAccount, EmailAddress(offer.invitation.email)?.key == address.key else { throw .forbidden }
        let wanted = Account.isName(name) ? name : String(address.text.prefix { $0 != "@" })
        guard Account.isName(wanted) else { throw .invalid("name", "people.nameForm") }
        let free = try await store.read { connection in
            try ([wanted] + (2...99).map { "\(wanted) \($0)" }).first {
                try AccountRow.find(name: $0, connection) == nil
            }
        }
        guard let free else { throw .invalid("name", "people.nameTaken") }
        let id: Int64
        do throws(AccountError) { id = try await accounts.take("account") } catch { throw Self.trouble(error) }
        let account = Account(
            id: AccountID(id), name: free, role: .none, created: store.clock.instant, email: address.text,
            language: offer.invitation.language)
        try await store.change(person(account, offer)) { change in
            guard try AccountRow.find(name: free, change.connection) == nil else {
                throw WorkspaceError.invalid("name", "people.nameTaken")
            }
            guard try AccountRow.find(emailKey: address.key, change.connection) == nil else {
                throw WorkspaceError.forbidden
            }
            try AccountRow.insert(account, keyDigest: nil, emailKey: address.key, change.connection)
            try OutsideIdentityRow.insert(issuer, subject, account.id, at: change.at, change.connection)
            try Self.accept(offer, account, &change)
        }
        return account
    }

    /// Makes somebody who has an account a member; the invitation has to be to her own address.
    package func join(token: String, _ person: SignedIn) async throws(WorkspaceError) {
        guard let offer = try await offer(token: token) else { throw .notFound }
        let own = person.account.email.flatMap { EmailAddress($0) }
        guard let own, own.key == EmailAddress(offer.invitation.email)?.key else { throw .forbidden }
        try await store.change(self.person(person.account, offer)) { change in
            try Self.accept(offer, person.account, &change)
        }
    }

    private func person(_ account: Account, _ offer: Offer) -> Member {
        Member(
            workspace: offer.workspace, account: account.id, name: account.name, role: offer.invitation.role,
            institution: offer.invitation.institution)
    }

    /// Of two who come with one link one is let in.
    private static func accept(_ offer: Offer, _ account: Account, _ change: inout WorkspaceChange) throws {
        let invitation = offer.invitation
        guard try InvitationRow.accept(invitation.id, account.id, at: change.at, change.connection) else {
            throw WorkspaceError.notFound
        }
        try MembershipRow.lock(change.workspace, change.connection)
        let held = try MembershipRow.find(account.id, in: change.workspace, change.connection)
        _ = try Colleagues.give(account.id, invitation.role, invitation.institution, held, &change)
        change.did("invitation.accept", Subject(.invitation, invitation.id))
    }

    private static func trouble(_ error: AccountError) -> WorkspaceError {
        switch error {
        case .passwordUnfit(let trouble): .invalid("password", "people.password.\(trouble.rawValue)")
        case .busy: .invalid("password", "people.password.busy")
        default: .store("\(error)")
        }
    }
}
