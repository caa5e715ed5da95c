import Domain
import Foundation
import Secrets
import Store
import Synchronization

@testable import People

/// A workspace of an invented State with an administrator, on one database, at a time that tests choose.
final class PeopleFixture: Sendable {
    let database: any Database
    let accounts: Accounts
    let store: WorkspaceStore
    let workspaces: Workspaces
    let invitations: Invitations
    let memberships: Memberships
    let institutions: Institutions
    let workspace: Workspace
    let keeper: Member
    let ministry: Institution

    static let cost = PasswordHash.Cost(logN: 4, blockSize: 8, parallelism: 1)
    static let password = "seven quiet herons"
    static let browser = Browser(userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0")

    init(_ database: any Database) async throws {
        self.database = database
        let time = TimeBox()
        box = time
        let clock = Clock { time.value.withLock { $0 } }
        accounts = Accounts(database: database, clock: clock, cost: Self.cost)
        store = WorkspaceStore(database: database, clock: clock)
        workspaces = Workspaces(store)
        invitations = Invitations(store, accounts)
        memberships = Memberships(store)
        institutions = Institutions(store)
        workspace = try await workspaces.add(
            slug: "aldora", name: "Aldora", state: StateCode("XAA"), language: .english, timeZone: "UTC",
            by: .commandLine("test"))
        keeper = Member.keeper("cli:test", of: workspace)
        ministry = try await institutions.add("Ministry of Justice", kind: .ministry, abbreviation: "MoJ", by: keeper)
    }

    private let box: TimeBox

    private final class TimeBox: Sendable { let value = Mutex<Int64>(1_770_000_000_000) }

    func wait(seconds: Int64) { box.value.withLock { $0 += seconds * 1_000 } }
    var now: Int64 { box.value.withLock { $0 } }

    func token(_ sent: Invitations.Sent) -> String { String(sent.path.split(separator: "=").last ?? "") }

    /// Somebody who was invited and came.
    @discardableResult
    func join(_ email: String, _ name: String, _ role: WorkspaceRole = .focalPoint) async throws -> Account {
        let sent = try await invitations.invite(
            .init(email: email, role: role, institution: role.needsInstitution ? ministry.id : nil), by: keeper)
        return try await invitations.join(
            token: token(sent), name: name, password: Self.password, language: .english)
    }

    func signIn(_ email: String, _ browser: Browser = PeopleFixture.browser) async throws -> NewSession {
        try await accounts.signIn(address: email, password: Self.password, browser: browser)
    }

    func person(_ session: NewSession) async throws -> SignedIn {
        guard let person = try await accounts.session(token: session.token) else { throw AccountError.notFound }
        return person
    }

    func texts(_ sql: String) async throws -> [String] {
        try await database.read { try $0.all(sql) { try $0.text(0) } }
    }
}
