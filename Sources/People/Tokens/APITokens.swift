package import Domain
import Secrets
import Store

/// A token of the API: for one workspace, for reading or for reading and writing, and with an end.
package struct APIToken: Hashable, Sendable {
    package enum Scope: String, Hashable, Sendable, CaseIterable {
        case read, write

        /// What a token may be used for, of all its owner may. Who comes in is for people alone.
        package var rights: Set<Right> {
            Set(Right.allCases.filter { self == .read ? $0.onlyReads : !$0.isForPeopleAlone })
        }
    }

    package var id: Int64
    package var account: AccountID
    package var workspace: WorkspaceID
    package var workspaceName: String
    package var name: String
    package var scope: Scope
    /// Fixed-width UTC instants.
    package var made: String
    package var expires: String
    package var lastUsed: String?
    package var revoked: String?
}

/// Tokens of people for their programs. The store keeps digests.
package struct APITokens: Sendable {
    package static let daysMax = 365
    package static let tokensMax = 20
    /// Tokens begin so that those who find one know what it is.
    package static let prefix = "rapporteur_"
    /// How exactly a token knows when it was used.
    private static let usedSeconds: Int64 = 3_600

    private let accounts: Accounts

    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// Makes a token for a workspace that its owner is a member of. It is shown this once.
    package func make(
        _ name: String, _ scope: APIToken.Scope, days: Int, in slug: String, _ person: SignedIn
    ) async throws(AccountError) -> String {
        try accounts.requireConfirmed(person)
        guard (1...80).contains(name.count), (1...Self.daysMax).contains(days) else { throw .nameUnusable(name) }
        guard let member = person.members.first(where: { $0.workspace.slug == slug }) else { throw .notFound }
        let id = try await accounts.take("api_token")
        let token = Self.prefix + Token.make()
        let at = accounts.clock.instant
        let value = APIToken(
            id: id, account: person.account.id, workspace: member.workspace.id, workspaceName: member.workspace.name,
            name: name, scope: scope, made: at, expires: accounts.instant(in: Int64(days) * 86_400))
        try await accounts.change { connection, log in
            let open = try APITokenRow.all(person.account.id, connection).filter {
                $0.revoked == nil && $0.expires > at
            }
            guard open.count < Self.tokensMax else { throw AccountError.tooManyTokens }
            try APITokenRow.insert(value, token: token, connection)
            log.audit(Self.entry("make", person, id, ",\"scope\":\"\(scope.rawValue)\""))
        }
        return token
    }

    /// All of a person, newest first.
    package func all(_ person: SignedIn) async throws(AccountError) -> [APIToken] {
        try await accounts.read { try APITokenRow.all(person.account.id, $0) }
    }

    package func revoke(_ id: Int64, _ person: SignedIn) async throws(AccountError) {
        let at = accounts.clock.instant
        try await accounts.change { connection, log in
            guard try APITokenRow.revoke(id, person.account.id, at: at, connection) else { throw AccountError.notFound }
            log.audit(Self.entry("revoke", person, id))
        }
    }

    /// Whose token this is; nil for one that is unknown, over, revoked, or of an account that is disabled.
    package func holder(of token: String) async throws(AccountError) -> (account: Account, token: APIToken)? {
        guard token.hasPrefix(Self.prefix) else { return nil }
        let at = accounts.clock.instant
        guard let found = try await accounts.read({ try APITokenRow.open(token, at: at, $0) }) else { return nil }
        if found.token.lastUsed.map({ $0 < accounts.instant(in: -Self.usedSeconds) }) ?? true {
            try await accounts.note { try APITokenRow.used(found.token.id, at: at, $0) }
        }
        return found
    }

    private static func entry(_ what: String, _ person: SignedIn, _ id: Int64, _ more: String = "") -> AuditEntry {
        AuditEntry(
            actor: person.account.name, action: "api-token.\(what)", subject: "account/\(person.account.id)",
            detail: "{\"token\":\(id)\(more)}")
    }
}
