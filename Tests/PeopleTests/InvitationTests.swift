import Domain
import Store
import TestSupport
import Testing

@testable import People

@Suite("Invitations, members and tokens")
struct InvitationTests {
    @Test("An invitation becomes a member once; its letter, its audit entries and its digest are one transaction")
    func joins() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            let sent = try await fixture.invitations.invite(
                .init(email: "ana@example.org", role: .focalPoint, institution: fixture.ministry.id),
                by: fixture.keeper)
            let token = fixture.token(sent)
            #expect(try await fixture.texts("SELECT kind FROM outbox") == ["invitation"])
            #expect(try await fixture.texts("SELECT token_digest FROM invitation").contains(token) == false)
            let account = try await fixture.invitations.join(
                token: token, name: "Ana", password: PeopleFixture.password, language: .french)
            #expect(account.role == .none && account.language == .french)
            let member = try await fixture.workspaces.member(account, in: "aldora")
            #expect(member.role == .focalPoint && member.institution == fixture.ministry.id)
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.invitations.join(
                    token: token, name: "Other", password: PeopleFixture.password, language: nil)
            }
            let entries = try await fixture.texts(
                "SELECT action FROM audit_entry WHERE action IN ('invitation.make', 'invitation.accept')")
            #expect(Set(entries) == ["invitation.make", "invitation.accept"])
        }
    }

    @Test("A link that was withdrawn, renewed or is two weeks old is of no use")
    func useless() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            func invite(_ email: String) async throws -> Invitations.Sent {
                try await fixture.invitations.invite(.init(email: email, role: .observer), by: fixture.keeper)
            }
            let withdrawn = try await invite("a@example.org")
            try await fixture.invitations.withdraw(withdrawn.invitation.id, by: fixture.keeper)
            let renewed = try await invite("b@example.org")
            let newer = try await fixture.invitations.renew(renewed.invitation.id, by: fixture.keeper)
            let old = try await invite("c@example.org")
            for sent in [withdrawn, renewed] {
                #expect(try await fixture.invitations.offer(token: fixture.token(sent)) == nil)
            }
            #expect(try await fixture.invitations.offer(token: fixture.token(newer)) != nil)
            fixture.wait(seconds: 14 * 86_400)
            #expect(try await fixture.invitations.offer(token: fixture.token(old)) == nil)
        }
    }

    @Test("Whoever has an account joins a second workspace with it, and only with the address that was asked")
    func secondWorkspace() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            try await fixture.join("ana@example.org", "Ana")
            try await fixture.join("ben@example.org", "Ben", .observer)
            let belmar = try await fixture.workspaces.add(
                slug: "belmar", name: "Belmar", state: StateCode("XAB"), language: .english, timeZone: "UTC",
                by: .commandLine("test"))
            let sent = try await fixture.invitations.invite(
                .init(email: "Ana@example.org", role: .observer), by: Member.keeper("cli:test", of: belmar))
            let token = fixture.token(sent)
            await #expect(throws: WorkspaceError.forbidden) {
                try await fixture.invitations.join(
                    token: token, name: "Ana two", password: PeopleFixture.password, language: nil)
            }
            let ben = try await fixture.person(try await fixture.signIn("ben@example.org"))
            await #expect(throws: WorkspaceError.forbidden) { try await fixture.invitations.join(token: token, ben) }
            let session = try await fixture.signIn("ana@example.org")
            try await fixture.invitations.join(token: token, try await fixture.person(session))
            let members = try await fixture.person(session).members
            #expect(members.map(\.workspace.slug) == ["aldora", "belmar"])
        }
    }

    @Test("Only administrators ask people in, and only to institutions of their own workspace")
    func rights() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            let account = try await fixture.join("cora@example.org", "Cora", .coordinator)
            let member = try await fixture.workspaces.member(account, in: "aldora")
            await #expect(throws: WorkspaceError.forbidden) {
                try await fixture.invitations.invite(.init(email: "x@example.org", role: .observer), by: member)
            }
            let belmar = try await fixture.workspaces.add(
                slug: "belmar", name: "Belmar", state: StateCode("XAB"), language: .english, timeZone: "UTC",
                by: .commandLine("test"))
            await #expect(throws: WorkspaceError.invalid("institution", "people.institutionUnknown")) {
                try await fixture.invitations.invite(
                    .init(email: "x@example.org", role: .focalPoint, institution: fixture.ministry.id),
                    by: Member.keeper("cli:test", of: belmar))
            }
        }
    }

    @Test("A membership ends at once, names a successor, and stays in the history of its institution")
    func succession() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            let ana = try await fixture.join("ana@example.org", "Ana")
            let eva = try await fixture.join("eva@example.org", "Eva")
            let zoe = try await fixture.join("zoe@example.org", "Zoe", .observer)
            let entry = try await fixture.memberships.one(ana.id, fixture.keeper)
            await #expect(throws: WorkspaceError.invalid("successor", "people.successorElsewhere")) {
                try await fixture.memberships.end(
                    ana.id, version: entry.version, successor: zoe.id, by: fixture.keeper)
            }
            await #expect(throws: WorkspaceError.stale(Subject(.membership, ana.id.value), version: entry.version)) {
                try await fixture.memberships.end(
                    ana.id, version: entry.version + 1, successor: nil, by: fixture.keeper)
            }
            try await fixture.memberships.end(
                ana.id, version: entry.version, successor: eva.id, why: "another post", by: fixture.keeper)
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.workspaces.member(ana, in: "aldora")
            }
            let periods = try await fixture.memberships.focalPoints(of: fixture.ministry.id, fixture.keeper)
            #expect(periods.map(\.name) == ["Eva", "Ana"])
            #expect(periods[0].until == nil && periods[1].until != nil && periods[1].successor == "Eva")
        }
    }

    @Test("The last administrator can neither leave nor become something else")
    func lastAdministrator() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            let account = try await fixture.join("eva@example.org", "Eva", .administrator)
            let entry = try await fixture.memberships.one(account.id, fixture.keeper)
            let kept = WorkspaceError.invalid("role", "people.lastAdministrator")
            await #expect(throws: kept) {
                try await fixture.memberships.change(
                    account.id, to: .observer, nil, version: entry.version, by: fixture.keeper)
            }
            await #expect(throws: kept) {
                try await fixture.memberships.end(
                    account.id, version: entry.version, successor: nil, by: fixture.keeper)
            }
            try await fixture.join("ida@example.org", "Ida", .administrator)
            try await fixture.memberships.change(
                account.id, to: .observer, nil, version: entry.version, by: fixture.keeper)
            #expect(
                try await fixture.memberships.periods(of: account.id, fixture.keeper).map(\.role)
                    == [.observer, .administrator])
        }
    }

    @Test("A token of the API stands for its owner in one workspace, until it is revoked, over, or she is disabled")
    func tokens() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            try await fixture.join("ana@example.org", "Ana", .coordinator)
            let person = try await fixture.person(try await fixture.signIn("ana@example.org"))
            let tokens = APITokens(fixture.accounts)
            let token = try await tokens.make("figures", .read, days: 30, in: "aldora", person)
            #expect(token.hasPrefix("rapporteur_"))
            let found = try #require(try await tokens.holder(of: token))
            #expect(found.account.name == "Ana" && found.token.workspace == fixture.workspace.id)
            #expect(found.token.scope.rights.contains(.seePlan) && !found.token.scope.rights.contains(.editPlan))
            #expect(!APIToken.Scope.write.rights.contains(.managePeople))
            #expect(try await tokens.all(person).first?.lastUsed != nil)
            #expect(try await fixture.texts("SELECT token_digest FROM api_token") != [token])
            await #expect(throws: AccountError.notFound) {
                try await tokens.make("figures", .read, days: 30, in: "belmar", person)
            }
            let second = try await tokens.make("second", .write, days: 1, in: "aldora", person)
            try await tokens.revoke(found.token.id, person)
            #expect(try await tokens.holder(of: token) == nil)
            fixture.wait(seconds: 86_400)
            #expect(try await tokens.holder(of: second) == nil)
        }
    }

    @Test("Accreditation is dated and kept; only national human rights institutions have one")
    func accreditation() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            let ombud = try await fixture.institutions.add(
                "Ombudsperson", kind: .humanRightsInstitution, by: fixture.keeper)
            let first = try #require(CalendarDate("2014-05-20"))
            let second = try #require(CalendarDate("2019-10-14"))
            try await fixture.institutions.accredit(
                ombud.id, .b, decided: first, reviewDue: nil, source: nil, by: fixture.keeper)
            try await fixture.institutions.accredit(
                ombud.id, .a, decided: second, reviewDue: CalendarDate("2024-10-14"), source: "DEMO/SCA/2019",
                by: fixture.keeper)
            let entries = try await fixture.institutions.accreditations(of: ombud.id, fixture.keeper)
            #expect(entries.map(\.status) == [.a, .b])
            try await fixture.institutions.withdraw(entries[0].id, of: ombud.id, by: fixture.keeper)
            let kept = try await fixture.institutions.accreditations(of: ombud.id, fixture.keeper)
            #expect(kept.count == 2 && kept[0].withdrawn != nil)
            await #expect(throws: WorkspaceError.invalid("kind", "people.notHumanRights")) {
                try await fixture.institutions.accredit(
                    fixture.ministry.id, .a, decided: first, reviewDue: nil, source: nil, by: fixture.keeper)
            }
        }
    }

    @Test("An institution is changed from the version that was read; a name does not stand twice")
    func institutions() async throws {
        try await withEachDatabase { database in
            let fixture = try await PeopleFixture(database)
            var next = fixture.ministry
            next.name = "  Ministry of Justice and  Prisons "
            let changed = try await fixture.institutions.change(next, why: "new government", by: fixture.keeper)
            #expect(changed.name == "Ministry of Justice and Prisons" && changed.version == 2)
            await #expect(
                throws: WorkspaceError.stale(Subject(.institution, next.id.value), version: 2)
            ) { try await fixture.institutions.change(next, by: fixture.keeper) }
            await #expect(throws: WorkspaceError.invalid("name", "people.institutionTaken")) {
                try await fixture.institutions.add(
                    "ministry of justice and prisons", kind: .ministry, by: fixture.keeper)
            }
        }
    }
}
