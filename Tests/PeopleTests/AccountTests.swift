import Domain
import People
import Store
import TestSupport
import Testing

@Suite struct AccountTests {
    private let fixedClock = Clock { 1_770_000_000_000 }
    private let cli = Caller.commandLine("root")

    @Test("A key opens a session of twelve hours; the store holds neither key nor token")
    func signsIn() async throws {
        try await withEachDatabase { database in
            let accounts = Accounts(database: database, clock: fixedClock)
            let new = try await accounts.add("Ada", .coordinator, by: cli)
            let session = try await accounts.signIn(key: new.key)
            #expect(session.signedIn.account == new.account)
            let found = try #require(try await accounts.session(token: session.token))
            #expect(found.csrf == session.signedIn.csrf && found.csrf != session.token)
            #expect(try await accounts.session(token: session.token + "x") == nil)
            let stored = try await database.read { connection in
                try connection.all("SELECT key_digest FROM account UNION SELECT token_digest FROM session") {
                    try $0.text(0)
                }
            }
            #expect(stored.count == 2 && !stored.contains(new.key) && !stored.contains(session.token))
            let later = Accounts(database: database, clock: Clock { 1_770_000_000_000 + 12 * 3_600_000 })
            #expect(try await later.session(token: session.token) == nil)
            try await accounts.signOut(token: session.token)
            #expect(try await accounts.session(token: session.token) == nil)
        }
    }

    @Test("A disabled account is signed out and stays out; its name is not given twice")
    func disables() async throws {
        try await withEachDatabase { database in
            let accounts = Accounts(database: database, clock: fixedClock)
            let new = try await accounts.add("Ben", .focalPoint, by: cli)
            let session = try await accounts.signIn(key: new.key)
            try await accounts.disable("Ben", by: cli)
            #expect(try await accounts.session(token: session.token) == nil)
            await #expect(throws: AccountError.keyRefused) { _ = try await accounts.signIn(key: new.key) }
            await #expect(throws: AccountError.nameTaken("Ben")) {
                _ = try await accounts.add("Ben", .focalPoint, by: cli)
            }
            await #expect(throws: AccountError.nameUnusable("cli:x")) {
                _ = try await accounts.add("cli:x", .focalPoint, by: cli)
            }
            await #expect(throws: AccountError.unknownName("Cid")) { try await accounts.disable("Cid", by: cli) }
            #expect(try await accounts.list().map(\.isDisabled) == [true])
        }
    }

    @Test("Keys that fit nobody are limited for all together, and keep nobody out")
    func limitsAttempts() async throws {
        try await withEachDatabase { database in
            let accounts = Accounts(database: database, clock: fixedClock)
            let new = try await accounts.add("Ada", .coordinator, by: cli)
            for _ in 1...20 {
                await #expect(throws: AccountError.keyRefused) { _ = try await accounts.signIn(key: "guess") }
            }
            await #expect(throws: AccountError.tooManyAttempts) { _ = try await accounts.signIn(key: "guess") }
            #expect(try await accounts.signIn(key: new.key).signedIn.account == new.account)
        }
    }
}
