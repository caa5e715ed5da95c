import Domain
import Store
import TestSupport
import Testing

@testable import Screening

@Suite("Who screens what")
struct TakingPartTests {
    @Test("A public programme of somebody else is screened as one's own view, a draft of somebody else not at all")
    func ownView() async throws {
        try await withEachDatabase { database in
            let world = try await ScreeningFixture(database)
            let id = try await world.screenings.open(world.programme, by: world.aldora)
            #expect(try await world.screenings.open(world.programme, by: world.aldora) == id, "once is enough")
            let seen = try await world.screenings.find(id, world.aldora)
            #expect(seen.parties.map(\.name) == ["Aldora"])
            #expect(seen.title == "Courts in the districts")
            let owner = try await ScreeningFixture.failure {
                _ = try await world.screenings.find(id, world.lanterns)
            }
            #expect(owner == .notFound, "not even the programme's keeper sees it")
            #expect(try await world.screenings.standing(of: world.programme, world.lanterns) == nil)
            let draft = try await ScreeningFixture.failure {
                _ = try await world.screenings.open(world.draft, by: world.aldora)
            }
            #expect(draft == .notFound)
            let mine = try await world.screenings.open(world.programme, by: world.lanterns)
            #expect(mine != id, "the keeper's own is another")
        }
    }

    @Test("Whoever is asked sees nothing before it takes part, may decline, and may be asked again")
    func asking() async throws {
        try await withEachDatabase { database in
            let world = try await ScreeningFixture(database)
            let id = try await world.screenings.open(world.draft, by: world.lanterns)
            try await world.screenings.ask(world.aldora.workspace.id, into: id, by: world.lanterns)
            let list = try await world.screenings.list(world.aldora)
            #expect(list.asked.map(\.title) == ["Not yet said"])
            let early = try await ScreeningFixture.failure { _ = try await world.screenings.find(id, world.aldora) }
            #expect(early == .notFound)
            let twice = try await ScreeningFixture.failure {
                try await world.screenings.ask(world.aldora.workspace.id, into: id, by: world.lanterns)
            }
            #expect(twice == .invalid("workspace", "screening.invalid.asked"))
            try await world.screenings.answer(id, takesPart: false, version: 1, by: world.aldora)
            #expect(try await world.screenings.list(world.aldora).asked.isEmpty)
            let seen = try await world.screenings.find(id, world.lanterns)
            #expect(seen.parties.map(\.standing) == [.takesPart, .declined])
            try await world.screenings.ask(world.aldora.workspace.id, into: id, by: world.lanterns)
            try await world.screenings.answer(id, takesPart: true, version: 3, by: world.aldora)
            #expect(try await world.screenings.find(id, world.aldora).title == "Not yet said")
        }
    }

    @Test("The sides of an agreement share one screening, whoever begins it, and nobody else can")
    func agreement() async throws {
        try await withEachDatabase { database in
            let world = try await ScreeningFixture(database)
            let sides = [world.aldora.workspace.id, world.lanterns.workspace.id]
            try await Self.agree(sides, database)
            let subject = ScreenedSubject(.agreement, 1)
            let id = try await world.screenings.open(subject, by: world.lanterns)
            #expect(try await world.screenings.open(subject, by: world.aldora) == id)
            let seen = try await world.screenings.find(id, world.aldora)
            #expect(seen.title == "Judges for the districts")
            #expect(seen.parties.map(\.standing) == [.takesPart, .takesPart])
            #expect(try await world.screenings.standing(of: subject, world.aldora)?.screening.id == id)
            let third = try await ScreeningFixture.failure {
                _ = try await world.screenings.open(subject, by: world.harbour)
            }
            #expect(third == .notFound)
        }
    }

    @Test("Sides of a mere proposal are asked to take part, and whoever takes part may leave")
    func proposal() async throws {
        try await withEachDatabase { database in
            let world = try await ScreeningFixture(database)
            try await Self.agree([world.lanterns.workspace.id, world.aldora.workspace.id], database)
            try await database.write {
                try $0.execute("UPDATE agreement SET current = NULL, status = 'proposed', in_force = NULL")
                try $0.execute("UPDATE agreement_version SET status = 'proposed', in_force = NULL")
            }
            let subject = ScreenedSubject(.agreement, 1)
            let id = try await world.screenings.open(subject, by: world.lanterns)
            let early = try await ScreeningFixture.failure { _ = try await world.screenings.find(id, world.aldora) }
            #expect(early == .notFound)
            #expect(try await world.screenings.list(world.aldora).asked.map(\.screening.id) == [id])
            #expect(try await world.screenings.open(subject, by: world.aldora) == id, "its own will")
            #expect(
                try await world.screenings.find(id, world.aldora).parties.map(\.standing) == [.takesPart, .takesPart])
            try await world.screenings.answer(id, takesPart: false, version: 2, by: world.aldora)
            let left = try await ScreeningFixture.failure { _ = try await world.screenings.find(id, world.aldora) }
            #expect(left == .notFound)
        }
    }

    @Test("Whoever joins an agreement joins its screening, and whoever left it reads it no more")
    func amended() async throws {
        try await withEachDatabase { database in
            let world = try await ScreeningFixture(database)
            let (aldora, lanterns) = (world.aldora.workspace.id, world.lanterns.workspace.id)
            try await Self.agree([lanterns, aldora], database)
            let subject = ScreenedSubject(.agreement, 1)
            let id = try await world.screenings.open(subject, by: world.lanterns)
            try await Self.agree([lanterns, world.harbour.workspace.id], number: 2, database)
            #expect(try await world.screenings.open(subject, by: world.harbour) == id)
            let seen = try await world.screenings.find(id, world.harbour)
            #expect(seen.parties.map(\.name) == ["Lanterns", "Aldora", "Harbour"])
            let left = try await ScreeningFixture.failure { _ = try await world.screenings.find(id, world.aldora) }
            #expect(left == .notFound)
            #expect(try await world.screenings.list(world.aldora).own.isEmpty)
        }
    }

    /// An agreement in force, as rows; from its second version on an amended one.
    private static func agree(
        _ sides: [WorkspaceID], number: Int64 = 1, _ database: any Database
    ) async throws {
        try await database.write { connection in
            let begun: [SQLValue] = [.int(sides[0].value), .text(testInstant)]
            if number == 1 {
                try connection.execute(
                    """
                    INSERT INTO agreement (id, workspace_id, status, current, made, in_force, closed_why, version)
                    VALUES (1, $1, 'in-force', 1, $2, $2, '', 1)
                    """, begun)
            }
            try connection.execute(
                """
                INSERT INTO agreement_version (agreement_id, number, workspace_id, status, title, purpose, language,
                    exit_note, notice_days, change_note, author, made, proposed, in_force)
                VALUES (1, $3, $1, 'in-force', 'Judges for the districts', '', 'en', '', 30, '', 'x', $2, $2, $2)
                """, begun + [.int(number)])
            for side in sides {
                try connection.execute(
                    """
                    INSERT INTO agreement_party (agreement_id, number, workspace_id, accepted, accepted_by, public, reason)
                    VALUES (1, $3, $1, $2, 'x', 0, '')
                    """, [.int(side.value), .text(testInstant), .int(number)])
            }
            try connection.execute("UPDATE agreement SET current = $1 WHERE id = 1", [.int(number)])
        }
    }

    @Test(
        "Once anything was said nobody takes a screening or its moment away; a programme that is gone is no longer named"
    )
    func withdrawing() async throws {
        try await withEachDatabase { database in
            let world = try await ScreeningFixture(database)
            let (id, start) = try await world.shared()
            let end = try await world.screenings.add(
                .end, on: CalendarDate("2028-02-10"), note: "", to: id, by: world.lanterns)
            let second = try await ScreeningFixture.failure {
                _ = try await world.screenings.add(
                    .end, on: CalendarDate("2029-02-10"), note: "", to: id, by: world.aldora)
            }
            #expect(second == .invalid("kind", "screening.invalid.momentThere"))
            let foreign = try await ScreeningFixture.failure {
                try await world.screenings.withdraw(end, version: 1, because: "no", by: world.aldora)
            }
            #expect(foreign == .notFound, "only whoever set it")
            try await world.screenings.withdraw(end, version: 1, because: "Set by mistake", by: world.lanterns)
            try await world.say(.yes, at: start, by: world.aldora)
            let moment = try await ScreeningFixture.failure {
                try await world.screenings.withdraw(start, version: 1, because: "x", by: world.lanterns)
            }
            #expect(moment == .invalid("reason", "screening.invalid.answersStay"))
            let whole = try await ScreeningFixture.failure {
                try await world.screenings.withdraw(id, version: 1, because: "x", by: world.lanterns)
            }
            #expect(whole == .invalid("reason", "screening.invalid.answersStay"))
            try await database.write { try $0.execute("UPDATE programme SET withdrawn = 1 WHERE id = 1") }
            let seen = try await world.screenings.find(id, world.aldora)
            #expect(seen.title == nil)
            #expect(seen.answers.count == 1)
        }
    }

    @Test("Focal points, observers and contributors neither open nor ask, and a focal point sees no sides")
    func rights() async throws {
        try await withEachDatabase { database in
            let world = try await ScreeningFixture(database)
            let (id, _) = try await world.shared()
            for role in [WorkspaceRole.focalPoint, .observer, .contributor, .partner] {
                let member = Member(
                    workspace: world.aldora.workspace, account: AccountID(9), name: "x", role: role,
                    institution: InstitutionID(4))
                let opening = try await ScreeningFixture.failure {
                    _ = try await world.screenings.open(world.programme, by: member)
                }
                #expect(opening == .forbidden, "\(role)")
                let reading = try await ScreeningFixture.failure { _ = try await world.screenings.find(id, member) }
                let expected: WorkspaceError? =
                    switch role {
                    case .observer: nil
                    case .focalPoint: .notFound
                    default: .forbidden
                    }
                #expect(reading == expected, "\(role)")
            }
        }
    }
}
