import Clocks
import Domain
import People
import Reference
import Store
import TestSupport
import Testing

@Suite("Alerts")
struct AlertTests {
    private func kinds(_ world: ClocksWorld, _ member: Member? = nil, waiting: Bool = true) async throws -> [String] {
        try await world.clocks.alerts(AlertFilter(isWaiting: waiting), member ?? world.keeper).alerts.map {
            "\($0.kind.rawValue) \($0.subject?.description ?? $0.title ?? "")"
        }.sorted()
    }

    @Test("What is overdue, stalled or without evidence raises one alert each, and ends it when it is no more")
    func found() async throws {
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database, now: "2026-08-01T08:00")
            let (clocks, keeper) = (world.clocks, world.keeper)
            try await world.action(1, lead: world.justice.id, due: "2026-07-01")
            try await world.action(2, lead: world.health.id, due: "2026-12-01", starts: "2026-06-01")
            try await world.action(3, lead: world.health.id, due: nil, status: "done")
            try await world.action(4, lead: nil, due: "2026-08", status: "planned")
            let deadline = try await clocks.add(
                DeadlineDraft(title: "Letter", due: CalendarDate("2026-07-31"), institution: world.health.id),
                by: keeper)
            _ = try await clocks.add(
                DeadlineDraft(title: "Voluntary", due: CalendarDate("2026-07-31"), force: .voluntary), by: keeper)
            #expect(try await clocks.refreshAlerts(world.workspace).raised == 4)
            #expect(try await clocks.refreshAlerts(world.workspace) == .init())
            #expect(
                try await kinds(world) == [
                    "no-evidence action/3", "overdue action/1", "overdue deadline/\(deadline.id)", "stalled action/1",
                ])
            let focal = try await world.person(11, "fay", .focalPoint, world.health.id)
            #expect(try await kinds(world, focal) == ["no-evidence action/3", "overdue deadline/\(deadline.id)"])
            #expect(try await clocks.alertCounts(focal) == [.noEvidence: 1, .overdue: 1])
            try await clocks.edit(deadline.id, DeadlineEdit(version: 1, status: .done), by: keeper)
            try await database.write { connection in
                try connection.execute("UPDATE action SET due = '2026-09-01' WHERE id = 1", [])
            }
            #expect(try await clocks.refreshAlerts(world.workspace).ended == 2)
            #expect(try await kinds(world) == ["no-evidence action/3", "stalled action/1"])
            world.time.set("2026-09-02T08:00")
            #expect(
                try await clocks.refreshAlerts(world.workspace).raised == 2,
                "late for another date is another alert; August is over")
        }
    }

    @Test("An answered alert stays answered, a snoozed one wakes on its day, and every deed is kept with who and why")
    func deeds() async throws {
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database, now: "2026-08-01T08:00")
            let clocks = world.clocks
            try await world.action(1, lead: world.health.id, due: "2026-07-01", starts: "2026-07-01")
            try await world.action(2, lead: world.justice.id, due: "2026-07-01", starts: "2026-07-01")
            try await clocks.refreshAlerts(world.workspace)
            let focal = try await world.person(11, "fay", .focalPoint, world.health.id)
            let alert = try #require(try await clocks.alerts(AlertFilter(), focal).alerts.first)
            let foreign = try #require(
                try await clocks.alerts(AlertFilter(institution: world.justice.id), world.keeper).alerts.first)
            await #expect(throws: WorkspaceError.notFound) {
                try await clocks.act(on: foreign.id, .answer("x"), version: 1, by: focal)
            }
            await #expect(throws: WorkspaceError.forbidden) {
                try await clocks.act(on: alert.id, .assign(world.justice.id, nil), version: 1, by: focal)
            }
            let until = CalendarDate("2026-08-10")
            await #expect(throws: WorkspaceError.invalid("reason", "clocks.invalid.text")) {
                try await clocks.act(on: alert.id, .snooze(until: until, reason: " "), version: 1, by: focal)
            }
            await #expect(throws: WorkspaceError.invalid("until", "clocks.invalid.until")) {
                try await clocks.act(
                    on: alert.id, .snooze(until: CalendarDate("2026-08-01"), reason: "x"), version: 1, by: focal)
            }
            try await clocks.act(
                on: alert.id, .snooze(until: until, reason: "the vote is on the 9th"), version: 1, by: focal)
            #expect(try await kinds(world, focal).isEmpty)
            world.time.set("2026-08-10T00:30")
            #expect(try await kinds(world, focal) == ["overdue action/1"], "its day has come, though nothing ran")
            try await clocks.refreshAlerts(world.workspace)
            let awake = try await clocks.alert(alert.id, focal)
            try await clocks.act(on: alert.id, .answer("Adopted on the 9th"), version: awake.version, by: focal)
            try await clocks.refreshAlerts(world.workspace)
            #expect(try await kinds(world, focal).isEmpty)
            #expect(try await clocks.alert(alert.id, focal).answer == "Adopted on the 9th")
            let history = try await clocks.history(alert, focal)
            #expect(history.filter { $0.field == "status" }.map(\.new) == ["answered", "open", "snoozed"])
            #expect(history.contains { $0.why == "the vote is on the 9th" && $0.by == "fay" })
            await #expect(throws: WorkspaceError.stale(Subject(.alert, alert.id), version: awake.version + 1)) {
                try await clocks.act(on: alert.id, .reopen, version: awake.version, by: focal)
            }
        }
    }

    @Test("Decisions, inquiries and crises have an owner and a response; those of the record are found by themselves")
    func entered() async throws {
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database, now: "2026-08-01T08:00")
            let (clocks, keeper) = (world.clocks, world.keeper)
            let inquiry = try #require(facts.mechanisms.first { $0.kind == .inquiry })
            try await world.document(5, "DEMO/HRC/60/9", inquiry.code.rawValue, published: "2026-06-20")
            try await clocks.refreshAlerts(world.workspace)
            let alert = try await clocks.add(
                AlertDraft(
                    kind: .urgentAction, title: "Search for a missing person", mechanism: MechanismCode("ced"),
                    day: CalendarDate("2026-07-20"), institution: world.justice.id, concerns: [world.health.id]),
                by: keeper)
            #expect(try await kinds(world) == ["inquiry Document 5", "urgent-action Search for a missing person"])
            let focal = try await world.person(11, "fay", .focalPoint, world.health.id)
            #expect(try await clocks.alert(alert.id, focal).concerns.count == 2)
            try await clocks.act(on: alert.id, .answer("A team was sent"), version: 1, by: keeper)
            try await clocks.act(on: alert.id, .end(reason: "found"), version: 2, by: keeper)
            #expect(try await kinds(world) == ["inquiry Document 5"])
            #expect(try await clocks.refreshAlerts(world.workspace) == .init())
            await #expect(throws: WorkspaceError.invalid("day", "clocks.invalid.past")) {
                _ = try await clocks.add(
                    AlertDraft(kind: .crisis, title: "Flood", day: CalendarDate("2026-08-02")), by: keeper)
            }
            await #expect(throws: WorkspaceError.invalid("kind", "clocks.invalid.kind")) {
                _ = try await clocks.add(
                    AlertDraft(kind: .overdue, title: "x", day: CalendarDate("2026-07-02")), by: keeper)
            }
        }
    }
}
