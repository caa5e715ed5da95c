import Domain
import Store
import TestSupport
import Testing

@testable import People

@Suite("Who lets people into an institution that is not the State's")
struct ColleagueTests {
    /// A national institution with one person, and an administrator of the workspace.
    private struct World {
        let fixture: PeopleFixture
        let commission: Institution
        let nora: Member
        let ada: Member

        init(_ database: any Database) async throws {
            fixture = try await PeopleFixture(database)
            commission = try await fixture.institutions.add(
                "Human Rights Commission", kind: .humanRightsInstitution, by: fixture.keeper)
            nora = try await Self.come("nora@example.org", "Nora", .contributor, commission.id, fixture)
            ada = try await Self.come("ada@example.org", "Ada", .administrator, nil, fixture)
        }

        static func come(
            _ email: String, _ name: String, _ role: WorkspaceRole, _ institution: InstitutionID?,
            _ fixture: PeopleFixture
        ) async throws -> Member {
            let sent = try await fixture.invitations.invite(
                .init(email: email, role: role, institution: institution), by: fixture.keeper)
            let account = try await fixture.invitations.join(
                token: fixture.token(sent), name: name, password: PeopleFixture.password, language: .english)
            return try await fixture.workspaces.member(account, in: "aldora")
        }

        func now(_ member: Member) async throws -> Member {
            let account = Account(id: member.account, name: member.name, role: .none, created: "")
            return try await fixture.workspaces.member(account, in: "aldora")
        }

        func version(_ member: Member) async throws -> Int {
            try await fixture.memberships.one(member.account, fixture.keeper).version
        }

        var colleagues: Colleagues { Colleagues(fixture.store) }
    }

    @Test("An administrator who gives herself a part in a national institution has none until one of its people agrees")
    func administrator() async throws {
        try await withEachDatabase { database in
            let world = try await World(database)
            let isGiven = try await world.fixture.memberships.change(
                world.ada.account, to: .administrator, world.commission.id,
                version: try await world.version(world.ada), by: world.ada)
            #expect(!isGiven)
            #expect(try await world.now(world.ada).institution == nil)
            // Neither she nor whoever keeps the store decides, as long as there is somebody.
            let waiting = try await world.colleagues.waiting(world.nora)
            #expect(waiting.map(\.name) == ["Ada"] && waiting.map(\.madeBy) == ["Ada"])
            let id = try #require(waiting.first?.id)
            #expect(try await world.colleagues.waiting(world.ada).isEmpty)
            await #expect(throws: WorkspaceError.forbidden) {
                try await world.colleagues.decide(id, accept: true, by: world.ada)
            }
            await #expect(throws: WorkspaceError.invalid("institution", "people.colleagues.theirs")) {
                try await world.colleagues.decideForEmpty(id, accept: true, by: world.fixture.keeper)
            }
            try await world.colleagues.decide(id, accept: false, by: world.nora)
            #expect(try await world.now(world.ada).institution == nil)
            await #expect(throws: WorkspaceError.notFound) {
                try await world.colleagues.decide(id, accept: true, by: world.nora)
            }
            let actions = try await world.fixture.texts(
                "SELECT action FROM audit_entry WHERE action LIKE 'membership.%' ORDER BY number")
            #expect(actions.suffix(2) == ["membership.ask", "membership.refuse"])
            #expect(actions.contains("membership.first"))
        }
    }

    @Test("Whoever follows an invitation to a national institution is nothing there until one of its people agrees")
    func invited() async throws {
        try await withEachDatabase { database in
            let world = try await World(database)
            let sent = try await world.fixture.invitations.invite(
                .init(email: "eve@example.org", role: .contributor, institution: world.commission.id), by: world.ada)
            let eve = try await world.fixture.invitations.join(
                token: world.fixture.token(sent), name: "Eve", password: PeopleFixture.password, language: .english)
            await #expect(throws: WorkspaceError.notFound) {
                try await world.fixture.workspaces.member(eve, in: "aldora")
            }
            let awaited = try await world.colleagues.awaited(by: eve.id)
            #expect(awaited.map(\.institution) == ["Human Rights Commission"])
            let id = try #require(try await world.colleagues.waiting(world.nora).first?.id)
            try await world.colleagues.decide(id, accept: true, by: world.nora)
            let member = try await world.fixture.workspaces.member(eve, in: "aldora")
            #expect(member.institution == world.commission.id && member.role == .contributor)
            #expect(try await world.colleagues.awaited(by: eve.id).isEmpty)
        }
    }

    @Test("Nobody gets round it: by emptying the institution, by making it the State's, by another role")
    func detours() async throws {
        try await withEachDatabase { database in
            let world = try await World(database)
            let fixture = world.fixture
            var ministry = world.commission
            ministry.kind = .ministry
            let changed = ministry
            await #expect(throws: WorkspaceError.invalid("kind", "people.colleagues.kind")) {
                _ = try await fixture.institutions.change(changed, by: world.ada)
            }
            // An observer of the institution is not made its voice either.
            let olga = try await World.come("olga@example.org", "Olga", .observer, nil, fixture)
            _ = try await fixture.memberships.change(
                olga.account, to: .observer, world.commission.id, version: try await world.version(olga), by: world.ada)
            let first = try #require(try await world.colleagues.waiting(world.nora).first?.id)
            try await world.colleagues.decide(first, accept: true, by: world.nora)
            let isGiven = try await fixture.memberships.change(
                olga.account, to: .contributor, world.commission.id, version: try await world.version(olga),
                by: world.ada)
            let now = try await world.now(olga)
            #expect(!isGiven && now.role == .observer)
            // Ended, the institution has nobody: the next one is let in by whoever keeps the store.
            for member in [world.nora, olga] {
                try await fixture.memberships.end(
                    member.account, version: try await world.version(member), successor: nil, by: world.ada)
            }
            _ = try await fixture.memberships.change(
                world.ada.account, to: .administrator, world.commission.id,
                version: try await world.version(world.ada), by: world.ada)
            #expect(try await world.now(world.ada).institution == nil)
            let waiting = try await world.colleagues.all(world.ada)
            #expect(waiting.map(\.name) == ["Ada"])
            try await world.colleagues.decideForEmpty(
                try #require(waiting.first?.id), accept: true, by: fixture.keeper)
            #expect(try await world.now(world.ada).institution == world.commission.id)
        }
    }

    @Test("The people of an institution see who was its first, whatever their role")
    func first() async throws {
        try await withEachDatabase { database in
            let world = try await World(database)
            let periods = try await world.fixture.memberships.focalPoints(of: world.commission.id, world.nora)
            #expect(periods.map(\.name) == ["Nora"])
            await #expect(throws: WorkspaceError.forbidden) {
                try await world.fixture.memberships.focalPoints(of: world.fixture.ministry.id, world.nora)
            }
        }
    }
}
