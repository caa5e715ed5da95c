import Domain
import People
import PlanSupport
import Store
import TestSupport
import Testing

@testable import PublicFace

@Suite("What everybody sees of a workspace")
struct ShowingTests {
    @Test("A page is not there before it is opened, and empty before something is confirmed")
    func closed() async throws {
        try await withEachDatabase { database in
            let fixture = try await FaceFixture(database)
            let before = try await FaceFixture.failure { _ = try await fixture.shown() }
            #expect(before == .notFound)
            let open = try await fixture.faces.open()
            #expect(open.isEmpty)
            try await fixture.faces.propose([.commitments: .everybody], fixture.coordinator)
            try await fixture.faces.describe(isOpen: true, about: "Hello", contact: "", version: 0, fixture.coordinator)
            let face = try await fixture.shown()
            #expect(face.items.isEmpty)
            #expect(face.fields.isEmpty)
            #expect(face.about == "Hello")
            try await fixture.faces.describe(isOpen: false, about: "", contact: "", version: 1, fixture.coordinator)
            let after = try await FaceFixture.failure { _ = try await fixture.shown() }
            #expect(after == .notFound)
        }
    }

    @Test("Fields are let out one by one; what a thing belongs to has to be shown too")
    func fields() async throws {
        try await withEachDatabase { database in
            let fixture = try await FaceFixture(database)
            try await fixture.show([.actions: .everybody, .status: .everybody])
            var face = try await fixture.shown()
            #expect(face.all(.action).isEmpty)
            try await fixture.show([.commitments: .everybody])
            face = try await fixture.shown()
            #expect(face.all(.commitment).count == 2)
            #expect(face.all(.action, of: PublicKey(.commitment, fixture.first.value)).count == 2)
            let action = try #require(face.all(.action).first)
            #expect(action["title"] == "Train judges")
            #expect(action["status"] == "started")
            #expect(action["lead"] == nil && action["due"] == nil && action["cost"] == nil)
            #expect(!face.shows(.lead) && face.shows(.status))
            try await fixture.show([.lead: .everybody, .dates: .partners])
            face = try await fixture.shown()
            #expect(face.all(.action).first?["lead"] == "Ministry 1")
            #expect(face.all(.action).first?["due"] == nil)
        }
    }

    @Test("A field counts as shown only where what it stands under is")
    func under() async throws {
        try await withEachDatabase { database in
            let fixture = try await FaceFixture(database)
            try await fixture.show([
                .status: .everybody, .money: .everybody, .percent: .everybody, .evidence: .everybody,
                .observations: .everybody, .deadlines: .everybody,
            ])
            var face = try await fixture.shown()
            #expect(face.fields == [.deadlines])
            try await fixture.show([.commitments: .everybody])
            face = try await fixture.shown()
            #expect(face.fields == [.deadlines, .commitments, .status])
            try await fixture.show([.actions: .everybody, .progress: .everybody])
            face = try await fixture.shown()
            #expect(
                face.fields == [
                    .deadlines, .commitments, .status, .actions, .money, .progress, .percent, .evidence,
                ])
            // One that is let out against its part shows its fields too.
            try await fixture.show([.commitments: .draft, .actions: .draft, .progress: .draft])
            try await fixture.except([PublicKey(.commitment, fixture.first.value)], .init(stage: .everybody))
            face = try await fixture.shown()
            #expect(face.fields == [.deadlines, .commitments, .status])
        }
    }

    @Test("Partners see their stage and nobody outside does; institutions see theirs")
    func stages() async throws {
        try await withEachDatabase { database in
            let fixture = try await FaceFixture(database)
            try await fixture.show([.commitments: .everybody, .actions: .partners, .money: .institution])
            let outside = try await fixture.shown()
            #expect(outside.all(.action).isEmpty)
            let partner = fixture.plan.member(.partner)
            let seen = try await fixture.faces.shown(to: .partners, partner)
            #expect(seen.all(.action).count == 3)
            #expect(seen.all(.action).first?["cost"] == nil)
            let refused = try await FaceFixture.failure {
                _ = try await fixture.faces.shown(to: .institution, partner)
            }
            #expect(refused == .forbidden)
            let focal = fixture.plan.member(.focalPoint, fixture.plan.institutions[0].id)
            let inside = try await fixture.faces.shown(to: .institution, focal)
            #expect(inside.all(.action).first?["cost"] == "5000")
        }
    }

    @Test("A single item is held back or let out against its part")
    func exceptions() async throws {
        try await withEachDatabase { database in
            let fixture = try await FaceFixture(database)
            try await fixture.show([.commitments: .everybody, .actions: .everybody])
            let held = PublicKey(.commitment, fixture.first.value)
            try await fixture.except([held], .init(stage: .draft))
            var face = try await fixture.shown()
            #expect(face.all(.commitment).map(\.id) == [fixture.second.value])
            #expect(face.all(.action).map(\.id) == [fixture.actions[2].value])
            #expect(face.all(.recommendation).allSatisfy { $0.parent?.id == fixture.second.value })
            try await fixture.show([.actions: .draft])
            try await fixture.except([PublicKey(.action, fixture.actions[2].value)], .init(stage: .everybody))
            face = try await fixture.shown()
            #expect(face.all(.action).map(\.id) == [fixture.actions[2].value])
            #expect(face.all(.action).first?["title"] == "Build a register")
            let unknown = try await FaceFixture.failure {
                try await fixture.faces.propose(
                    [PublicKey(.action, 999_999)], .init(stage: .everybody), fixture.coordinator)
            }
            #expect(unknown == .notFound)
        }
    }

    @Test("What is under an embargo leaves no trace before its hour, and appears at it by itself")
    func embargo() async throws {
        try await withEachDatabase { database in
            let fixture = try await FaceFixture(database)
            let key = PublicKey(.action, fixture.actions[0].value)
            let hour = "2026-02-03T09:00:00.000Z"
            try await fixture.show([.commitments: .everybody])
            try await fixture.except([key], .init(stage: .everybody, embargo: hour))
            let before = try await fixture.shown()
            #expect(before.item(key) == nil)
            let trace = try await FaceFixture.failure { _ = try await fixture.faces.find(key, before) }
            #expect(trace == .notFound)
            let partners = try await fixture.faces.shown(to: .partners, fixture.plan.member(.partner))
            #expect(partners.item(key) == nil)
            fixture.wait(days: 2)
            let after = try await fixture.shown()
            #expect(after.item(key)?["title"] == "Train judges")
            #expect(after.item(key)?.changed == hour)
        }
    }

    @Test("A hidden change changes nothing that is read; a visible one makes a version")
    func hidden() async throws {
        try await withEachDatabase { database in
            let fixture = try await FaceFixture(database)
            try await fixture.show([.commitments: .everybody, .actions: .everybody])
            try await fixture.except([PublicKey(.action, fixture.actions[0].value)], .init(stage: .draft))
            let before = try await fixture.shown()
            fixture.wait(hours: 5)
            try await fixture.rename(0, "A secret title")
            let same = try await fixture.shown()
            #expect(same.state == before.state && same.changed == before.changed)
            #expect(same.items == before.items)
            try await fixture.rename(1, "Print better guides")
            let after = try await fixture.shown()
            let item = try #require(after.item(PublicKey(.action, fixture.actions[1].value)))
            #expect(item["title"] == "Print better guides" && item.version == 2)
            #expect(after.state > before.state)
        }
    }
}

@Suite("Hours of a workspace's clock")
struct EmbargoTests {
    @Test(
        "An hour of a zone is an instant and back",
        arguments: [
            ("2026-02-03", 9, 0, "UTC", "2026-02-03T09:00:00.000Z"),
            ("2026-02-03", 9, 30, "Asia/Kathmandu", "2026-02-03T03:45:00.000Z"),
            ("2026-07-01", 0, 0, "Europe/Berlin", "2026-06-30T22:00:00.000Z"),
            ("2026-01-01", 23, 59, "America/Lima", "2026-01-02T04:59:00.000Z"),
        ])
    func hours(day: String, hour: Int, minute: Int, zone: String, instant: String) throws {
        let date = try #require(CalendarDate(day))
        let made = Embargo.instant(date, hour: hour, minute: minute, zone: zone)
        #expect(made == instant)
        let local = try #require(Embargo.local(instant, zone: zone))
        #expect(local.day == day)
        #expect(local.time == (hour < 10 ? "0\(hour)" : "\(hour)") + ":" + (minute < 10 ? "0\(minute)" : "\(minute)"))
    }

    @Test("Where clocks are put back the earlier of two hours counts; where they jump, the hour after")
    func jumps() throws {
        let back = try #require(CalendarDate("2026-10-25"))
        #expect(Embargo.instant(back, hour: 2, minute: 30, zone: "Europe/Berlin") == "2026-10-25T00:30:00.000Z")
        let forth = try #require(CalendarDate("2026-03-29"))
        #expect(Embargo.instant(forth, hour: 2, minute: 30, zone: "Europe/Berlin") == "2026-03-29T01:30:00.000Z")
        #expect(Embargo.instant(back, hour: 24, minute: 0, zone: "UTC") == nil)
        #expect(Embargo.instant(back, hour: 1, minute: 0, zone: "Nowhere/There") == nil)
    }
}
