import Domain
import Locales
import Logging
import People
import Store
import TestSupport
import Testing

@testable import Clocks

@Suite("Reminders")
struct ReminderTests {
    private func entry(_ due: String, _ force: DeadlineForce) throws -> DateEntry {
        DateEntry(
            Deadline(
                id: 1, cause: "own/1", kind: .own, title: "x", due: try #require(CalendarDate(due)), origin: .own,
                source: "",
                force: force))
    }

    @Test("One is told so many days before, on the day, and afterwards only of what is binding")
    func days() throws {
        func told(_ today: String, _ due: String, _ force: DeadlineForce) throws -> Bool {
            let day = Day(firstOf: try #require(CalendarDate(today)))
            let plan = ReminderPlan(daysBefore: [14, 7, 0], today: day, last: day.adding(-1))
            return plan.tells(try entry(due, force))
        }
        #expect(try told("2026-05-04", "2026-05-18", .requested))
        #expect(try told("2026-05-04", "2026-05-11", .voluntary))
        #expect(try !told("2026-05-04", "2026-05-12", .binding))
        #expect(try told("2026-05-04", "2026-05-04", .voluntary))
        #expect(try told("2026-05-04", "2026-05-03", .binding))
        #expect(try !told("2026-05-04", "2026-05-03", .requested))
        #expect(try !told("2026-05-04", "2026-05-02", .binding))
        #expect(try told("2026-05-04", "2026-04-06", .binding))
    }

    @Test("A day on which nothing ran is made up for, a week back at most")
    func madeUp() throws {
        let today = Day(firstOf: try #require(CalendarDate("2026-05-04")))
        let missed = ReminderPlan(daysBefore: [7], today: today, last: today.adding(-3))
        #expect(missed.days.count == 3)
        #expect(missed.tells(try entry("2026-05-09", .requested)))
        #expect(ReminderPlan(daysBefore: [7], today: today, last: today.adding(-90)).days.count == 7)
        #expect(ReminderPlan(daysBefore: [7], today: today, last: today).days.isEmpty)
        #expect(ReminderPlan(daysBefore: [7], today: today, last: nil).days == [today])
    }

    @Test("Each gets one message a day in her language, at the local hour, and nothing when nothing is due")
    func messages() async throws {
        let locales = try #require(ClocksWorld.locales)
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database, now: "2026-05-04T03:30", zone: "Europe/Ljubljana")
            let (clocks, keeper) = (world.clocks, world.keeper)
            _ = try await world.person(11, "fay", .focalPoint, world.health.id, language: "fr")
            _ = try await world.person(12, "cleo", .coordinator)
            let otto = try await world.person(13, "otto", .coordinator)
            _ = try await world.person(14, "nobody", .observer)
            try await clocks.choose(.none, otto)
            _ = try await clocks.add(
                DeadlineDraft(title: "Letter", due: CalendarDate("2026-05-11"), institution: world.health.id),
                by: keeper)
            try await world.action(1, lead: world.health.id, due: "2026-05-05")
            #expect(
                try await clocks.remind(world.workspace, locales) == 0, "it is 5:30 there"
            )
            world.time.set("2026-05-04T05:00")
            #expect(try await clocks.remind(world.workspace, locales) == 2)
            #expect(try await clocks.remind(world.workspace, locales) == 0)
            let sent = try await world.outbox()
            #expect(sent.map(\.address) == ["cleo@example.org", "fay@example.org"])
            #expect(sent.map(\.kind) == ["reminder", "digest"])
            #expect(sent.map(\.language) == ["en", "fr"])
            #expect(sent[1].arguments.contains("Action : Action 1 : 5 mai 2026"))
            world.time.set("2026-05-05T06:00")
            #expect(
                try await clocks.remind(world.workspace, locales) == 1, "only the action's day has come")
            world.time.set("2026-05-06T06:00")
            #expect(try await clocks.remind(world.workspace, locales) == 0, "quiet")
        }
    }

    @Test("Two machines at once send each message once; a week passes between weekly ones")
    func twice() async throws {
        let locales = try #require(ClocksWorld.locales)
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database, now: "2026-05-04T08:00")
            let cleo = try await world.person(12, "cleo", .coordinator)
            try await world.clocks.choose(.weekly, cleo)
            for number in 1...30 {
                _ = try await world.clocks.add(
                    DeadlineDraft(title: "Letter \(number)", due: CalendarDate("2026-05-10")), by: world.keeper)
            }
            let workspace = world.workspace
            let made = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    group.addTask { try await world.clocks.remind(workspace, locales) }
                }
                return try await group.reduce(0, +)
            }
            #expect(made == 1)
            let sent = try await world.outbox()
            #expect(sent.count == 1)
            #expect(sent[0].arguments.contains("and 10 more"))
            world.time.set("2026-05-06T08:00")
            #expect(try await world.clocks.remind(workspace, locales) == 0)
        }
    }

    @Test("A round of the service does everything for every workspace, and a second one nothing")
    func service() async throws {
        let locales = try #require(ClocksWorld.locales)
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database, now: "2026-05-04T08:00")
            _ = try await world.person(12, "cleo", .coordinator)
            try await world.document(1, "DEMO/CAT/C/XAA/CO/3", "cat", published: "2025-05-11")
            let service = ClockService(
                clocks: world.clocks, locales: locales, logger: Logger(label: "tests"))
            await service.round()
            let first = try await database.read { try $0.count("SELECT COUNT(*) FROM audit_entry") }
            #expect(try await world.outbox().count == 1)
            #expect(try await world.lines().count == 2)
            await service.round()
            #expect(try await database.read { try $0.count("SELECT COUNT(*) FROM audit_entry") } == first)
        }
    }
}
