import Domain
import Store
import TestSupport
import Testing

@testable import People

@Suite("Signing in with a password")
struct PasswordSignInTests {
    @Test("An address and its password open a session, however the address is written; the store holds neither")
    func signsIn() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            try await fixture.join("Ana@Example.org", "Ana")
            let session = try await fixture.signIn("ana@example.ORG")
            let person = try await fixture.person(session)
            #expect(person.account.name == "Ana" && person.method == "password" && !person.hasSecondFactor)
            #expect(person.members.map(\.role) == [.focalPoint])
            let stored = try await fixture.texts(
                "SELECT password FROM account WHERE password IS NOT NULL UNION SELECT token_digest FROM session")
            #expect(stored.count == 2 && !stored.contains { $0.contains(PeopleFixture.password) })
            #expect(!stored.contains(session.token))
            #expect(try await fixture.texts("SELECT device FROM session") == ["firefox/linux"])
        }
    }

    @Test("An unknown address and a wrong password are refused alike")
    func refusedAlike() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            try await fixture.join("ana@example.org", "Ana")
            for address in ["ana@example.org", "nobody@example.org", "no address"] {
                await #expect(throws: AccountError.signInRefused) {
                    try await fixture.accounts.signIn(
                        address: address, password: "three loud herons", browser: .unknown)
                }
            }
        }
    }

    @Test("Whoever guesses passwords shuts out strangers, and never a device that its owner used")
    func lockOut() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            try await fixture.join("ana@example.org", "Ana")
            let known = try await fixture.signIn("ana@example.org").deviceToken
            for _ in 0..<10 {
                await #expect(throws: AccountError.signInRefused) {
                    try await fixture.accounts.signIn(
                        address: "ana@example.org", password: "guess guess guess", browser: .unknown)
                }
            }
            await #expect(throws: AccountError.tooManyAttempts) { try await fixture.signIn("ana@example.org") }
            let own = Browser(userAgent: nil, deviceToken: known)
            let session = try await fixture.signIn("ana@example.org", own)
            #expect(session.signedIn.account.name == "Ana")
            // Others' accounts are not touched, and strangers may try again after a while.
            await #expect(throws: AccountError.signInRefused) { try await fixture.signIn("other@example.org") }
            fixture.wait(seconds: 60)
            let later = try await fixture.signIn("ana@example.org")
            #expect(later.signedIn.account.name == "Ana")
        }
    }

    @Test("A device that is known to one account is a stranger to another")
    func foreignDevice() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            try await fixture.join("ana@example.org", "Ana")
            try await fixture.join("ben@example.org", "Ben", .observer)
            let own = Browser(userAgent: nil, deviceToken: try await fixture.signIn("ana@example.org").deviceToken)
            for _ in 0..<10 {
                _ = try? await fixture.accounts.signIn(
                    address: "ben@example.org", password: "guess guess guess", browser: own)
            }
            await #expect(throws: AccountError.tooManyAttempts) { try await fixture.signIn("ben@example.org", own) }
        }
    }

    @Test("A session ends after two hours without use, after twelve in any case, and one by one")
    func sessions() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            try await fixture.join("ana@example.org", "Ana")
            let idle = try await fixture.signIn("ana@example.org")
            fixture.wait(seconds: 2 * 3_600)
            #expect(try await fixture.accounts.session(token: idle.token) == nil)
            let busy = try await fixture.signIn("ana@example.org")
            for _ in 0..<12 {
                #expect(try await fixture.accounts.session(token: busy.token) != nil)
                fixture.wait(seconds: 3_600)
            }
            #expect(try await fixture.accounts.session(token: busy.token) == nil)
            let (one, two) = (try await fixture.signIn("ana@example.org"), try await fixture.signIn("ana@example.org"))
            let person = try await fixture.person(one)
            let open = try await fixture.accounts.sessions(of: person)
            #expect(open.count == 2 && open.filter(\.isOwn).map(\.id) == [person.sessionID])
            let other = try #require(open.first { !$0.isOwn })
            try await fixture.accounts.end(session: other.id, of: person)
            #expect(try await fixture.accounts.session(token: two.token) == nil)
            #expect(try await fixture.accounts.session(token: one.token) != nil)
        }
    }

    @Test("Somebody cannot end a session of somebody else")
    func foreignSession() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            try await fixture.join("ana@example.org", "Ana")
            try await fixture.join("ben@example.org", "Ben", .observer)
            let ana = try await fixture.person(try await fixture.signIn("ana@example.org"))
            let ben = try await fixture.person(try await fixture.signIn("ben@example.org"))
            await #expect(throws: AccountError.notFound) {
                try await fixture.accounts.end(session: ana.sessionID, of: ben)
            }
        }
    }

    @Test("What is sensitive asks for a fresh proof, and a wrong one is none")
    func confirming() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            try await fixture.join("ana@example.org", "Ana")
            let session = try await fixture.signIn("ana@example.org")
            fixture.wait(seconds: 601)
            let stale = try await fixture.person(session)
            await #expect(throws: AccountError.confirmationNeeded) {
                try await fixture.accounts.change(
                    password: "nine slow barges", stale, token: session.token, language: .english)
            }
            await #expect(throws: AccountError.signInRefused) {
                try await fixture.accounts.confirm(stale, token: session.token, secret: "wrong")
            }
            try await fixture.accounts.confirm(stale, token: session.token, secret: PeopleFixture.password)
            let fresh = try await fixture.person(session)
            #expect(fresh.isConfirmed)
            let other = try await fixture.signIn("ana@example.org")
            try await fixture.accounts.change(
                password: "nine slow barges", fresh, token: session.token, language: .english)
            #expect(try await fixture.accounts.session(token: other.token) == nil)
            #expect(try await fixture.accounts.session(token: session.token) != nil)
            #expect(try await fixture.texts("SELECT kind FROM outbox WHERE kind = 'passwordChanged'").count == 1)
        }
    }

    @Test(
        "Passwords that are short, common or one's own name are refused",
        arguments: [
            ("eleven char", PasswordRule.Trouble.short), ("password1234", .common), ("P4ssw0rd!!2024", .common),
            ("123456789012", .common), ("aaaaaaaaaaaaaa", .common), ("qwertyuiop12", .common),
            ("Rapporteur2024!", .common), ("ana.kovac2024!", .personal),
            (String(repeating: "abcdefg ", count: 20), .long),
        ])
    func rules(password: String, trouble: PasswordRule.Trouble) {
        #expect(PasswordRule.trouble(password, about: ["Ana Kovac", "ana.kovac@example.org"]) == trouble)
    }

    @Test(
        "A long password of words is good", arguments: ["seven quiet herons", "十二个字的密码也是好的密码", "lac brume vélo nord"])
    func good(password: String) { #expect(PasswordRule.trouble(password, about: ["Ana"]) == nil) }
}
