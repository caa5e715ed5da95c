import Clocks
import Domain
import FollowUp
import People
import Plans
import Store
import TestSupport
import Testing

@Suite("What is said of deadlines, alerts, laws and meetings")
struct TalkTests {
    @Test("Each is spoken of by those who see it: a confidential date inside government, an alert by whom it concerns")
    func reach() async throws {
        try await withEachDatabase { database in
            let world = try await ClocksWorld.make(database)
            let comments = Comments(world.clocks.store)
            let (keeper, day) = (world.keeper, CalendarDate("2026-05-20"))
            let passed = CalendarDate("2026-05-01")
            let focal = try await world.person(11, "fay", .focalPoint, world.health.id)
            let observer = try await world.person(12, "oda", .observer)
            let contributor = try await world.person(13, "cleo", .contributor)
            let open = try await world.clocks.add(DeadlineDraft(title: "Figures", due: day), by: keeper)
            let secret = try await world.clocks.add(DeadlineDraft(title: "Letter", due: day), by: keeper)
            try await database.write { connection in
                try connection.execute(
                    "UPDATE deadline SET audience = 'government' WHERE id = $1", [.int(secret.id)])
            }
            let own = try await world.clocks.add(
                AlertDraft(kind: .crisis, title: "Flood", day: passed, concerns: [world.health.id]), by: keeper)
            let other = try await world.clocks.add(
                AlertDraft(kind: .inquiry, title: "Inquiry", day: passed, institution: world.justice.id), by: keeper)
            let law = try await Laws(world.clocks.store).add(
                LawDraft(title: "Health Act", lead: world.health.id), by: keeper)
            let meeting = try await Meetings(world.clocks.store).add(
                "First", on: CalendarDate(year: 2026, month: 6, day: 1)!, by: keeper)
            let everybody = ["focal", "observer", "contributor"]
            for (subject, seenBy) in [
                (Subject(.deadline, open.id), everybody), (Subject(.deadline, secret.id), ["focal"]),
                (Subject(.alert, own.id), ["focal"]), (Subject(.alert, other.id), []), (law.subject, everybody),
                (meeting.subject, []), (Subject(.deadline, 999), []),
            ] {
                for (name, member) in [("focal", focal), ("observer", observer), ("contributor", contributor)] {
                    let isSeen: Bool
                    do {
                        _ = try await comments.all(of: subject, member)
                        isSeen = true
                    } catch { isSeen = false }
                    #expect(isSeen == seenBy.contains(name), "\(subject) \(name)")
                }
            }
            let (_, unreached) = try await comments.add(
                "@fay @cleo please look", isInternal: false, to: Subject(.alert, own.id), by: keeper)
            #expect(unreached == ["cleo"])
            #expect(try await comments.mentions(focal).count == 1)
            await #expect(throws: WorkspaceError.forbidden) {
                try await comments.add("Hello", isInternal: false, to: Subject(.deadline, open.id), by: observer)
            }
        }
    }
}
