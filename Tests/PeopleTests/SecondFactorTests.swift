import Domain
import Secrets
import Store
import TestSupport
import Testing

@testable import People

@Suite("Second factor and links")
struct SecondFactorTests {
    private func enrolled(
        _ fixture: PeopleFixture
    ) async throws -> (password: OneTimePassword, codes: [String], session: NewSession) {
        try await fixture.join("ana@example.org", "Ana")
        let session = try await fixture.signIn("ana@example.org")
        let person = try await fixture.person(session)
        let offer = try await fixture.accounts.beginSecondFactor(person)
        let password = OneTimePassword(secret: try Self.secret(offer.secretText))
        let codes = try await fixture.accounts.confirmSecondFactor(
            person, token: session.token, code: password.code(step: OneTimePassword.step(at: fixture.now)))
        return (password, codes, session)
    }

    private static func secret(_ text: String) throws -> [UInt8] {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var bytes: [UInt8] = []
        var (word, bits) = (0, 0)
        for letter in text where letter != " " {
            word = (word << 5 | (letters.firstIndex(of: letter) ?? 0)) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: word >> bits))
            }
        }
        return bytes
    }

    private func ticket(_ fixture: PeopleFixture) async throws -> String {
        do {
            _ = try await fixture.signIn("ana@example.org")
            return ""
        } catch AccountError.codeNeeded(let ticket) { return ticket }
    }

    @Test("With a second factor a password alone opens nothing, and a code opens once")
    func codes() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            let (password, _, _) = try await enrolled(fixture)
            let ticket = try await ticket(fixture)
            #expect(try await fixture.accounts.session(token: ticket) == nil)
            fixture.wait(seconds: 30)
            let code = password.code(step: OneTimePassword.step(at: fixture.now))
            let session = try await fixture.accounts.signIn(ticket: ticket, code: code, browser: .unknown)
            #expect(try await fixture.person(session).hasSecondFactor)
            await #expect(throws: AccountError.linkUseless) {
                try await fixture.accounts.signIn(ticket: ticket, code: code, browser: .unknown)
            }
            let next = try await self.ticket(fixture)
            await #expect(throws: AccountError.codeRefused) {
                try await fixture.accounts.signIn(ticket: next, code: code, browser: .unknown)
            }
        }
    }

    @Test("A recovery code opens once, the store holds none, and the secret is sealed")
    func recovery() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            let (password, codes, _) = try await enrolled(fixture)
            let first = try await ticket(fixture)
            _ = try await fixture.accounts.signIn(ticket: first, code: codes[0], browser: .unknown)
            let second = try await ticket(fixture)
            await #expect(throws: AccountError.codeRefused) {
                try await fixture.accounts.signIn(ticket: second, code: codes[0], browser: .unknown)
            }
            let session = try await fixture.accounts.signIn(ticket: second, code: codes[1], browser: .unknown)
            let state = try await fixture.accounts.secondFactor(of: try await fixture.person(session))
            #expect(state.recoveryCodesLeft == 8)
            let kept = try await fixture.texts("SELECT digest FROM recovery_code")
            #expect(kept.count == 10 && Set(kept).isDisjoint(with: codes))
            let sealed = try await database.read { try $0.all("SELECT secret FROM second_factor") { try $0.bytes(0) } }
            #expect(sealed.count == 1 && sealed[0] != password.secret)
        }
    }

    @Test("Codes cannot be guessed on and on")
    func guessing() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            _ = try await enrolled(fixture)
            let ticket = try await ticket(fixture)
            for _ in 0..<5 {
                await #expect(throws: AccountError.codeRefused) {
                    try await fixture.accounts.signIn(ticket: ticket, code: "000000", browser: .unknown)
                }
            }
            await #expect(throws: AccountError.tooManyAttempts) {
                try await fixture.accounts.signIn(ticket: ticket, code: "000000", browser: .unknown)
            }
        }
    }

    @Test("A workspace may ask its administrators for a second factor, once whoever asks has one")
    func required() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            let account = try await fixture.join("eva@example.org", "Eva", .administrator)
            let member = try await fixture.workspaces.member(account, in: "aldora")
            let rule = WorkspaceSettings(requiresSecondFactor: true)
            await #expect(
                throws: WorkspaceError.invalid("requiresSecondFactor", "people.secondFactorFirst")
            ) {
                try await fixture.workspaces.change(
                    name: "Aldora", language: .english, timeZone: "UTC", rule, hasSecondFactor: false, by: member)
            }
            try await fixture.workspaces.change(
                name: "Aldora", language: .english, timeZone: "UTC", rule, hasSecondFactor: true, by: member)
            let person = try await fixture.person(try await fixture.signIn("eva@example.org"))
            #expect(try await fixture.workspaces.lacksSecondFactor(member, person))
        }
    }

    @Test("A link for a new password answers alike for every address, works once, and ends all sessions")
    func reset() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            try await fixture.join("ana@example.org", "Ana")
            let session = try await fixture.signIn("ana@example.org")
            try await fixture.accounts.requestReset(address: "nobody@example.org", language: .english)
            try await fixture.accounts.requestReset(address: "ANA@example.org", language: .english)
            let letters = try await fixture.texts("SELECT arguments FROM outbox WHERE kind = 'passwordReset'")
            #expect(letters.count == 1)
            let token = try #require(letters[0].split(separator: "token=").last).prefix(43)
            let fresh = "nine slow barges"
            await #expect(throws: AccountError.passwordUnfit(.short)) {
                try await fixture.accounts.reset(token: String(token), password: "short", language: .english)
            }
            let device = try await fixture.accounts.reset(token: String(token), password: fresh, language: .english)
            #expect(try await fixture.accounts.session(token: session.token) == nil)
            await #expect(throws: AccountError.linkUseless) {
                try await fixture.accounts.reset(token: String(token), password: fresh, language: .english)
            }
            let own = Browser(userAgent: nil, deviceToken: device)
            let again = try await fixture.accounts.signIn(address: "ana@example.org", password: fresh, browser: own)
            #expect(again.signedIn.account.name == "Ana")
        }
    }

    @Test("A link for a new password is over after an hour, and at most three letters leave in twenty minutes")
    func resetLimits() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            try await fixture.join("ana@example.org", "Ana")
            for _ in 0..<5 { try await fixture.accounts.requestReset(address: "ana@example.org", language: .english) }
            let letters = try await fixture.texts("SELECT arguments FROM outbox WHERE kind = 'passwordReset'")
            #expect(letters.count == 3)
            let token = try #require(letters[0].split(separator: "token=").last).prefix(43)
            fixture.wait(seconds: 3_600)
            #expect(try await fixture.accounts.resetting(token: String(token)) == nil)
        }
    }
}
