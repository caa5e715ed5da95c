import Assessments
import Domain
import People
import PlanSupport
import Store
import TestSupport
import Testing

@Suite("Voices of assessments")
struct VoiceTests {
    @Test("A draft is read and touched by its voice alone, and no log says that it is there")
    func drafts() async throws {
        try await withEachDatabase { database in
            let fixture = try await AssessmentFixture.make(database)
            let room = fixture.assessments
            let before = try await fixture.logged()
            let own = try await room.write(fixture.draft(), by: fixture.watch)
            let after = try await fixture.logged()
            #expect(after == before)
            let seen = try await room.own(own.id, fixture.colleague)
            #expect(seen.draft.reasons.first?.text == AssessmentFixture.secret)
            for other in [fixture.coordinator, fixture.administrator, fixture.commission] {
                let page = try await room.own(other)
                #expect(page.total == 0 && page.assessments.isEmpty)
                await refused { try await room.own(own.id, other) }
                await refused { try await room.edit(own.id, version: 1, fixture.draft("not"), by: other) }
                await refused { try await room.check(own.id, version: 1, by: other) }
                await refused { try await room.publish(own.id, version: 1, by: other) }
                await refused { try await room.discard(own.id, version: 1, by: other) }
                await refused { try await room.takeBack(own.id, version: 1, why: "No", by: other) }
            }
            await refused { try await room.remove(own.id, .danger, text: "No", by: fixture.administrator) }
            await refused { try await room.published(own.id) }
            let shown = try await fixture.everything()
            #expect(!shown.contains(AssessmentFixture.secret) && !shown.contains("Shore Watch"))
            let kept = try await room.own(own.id, fixture.watch)
            #expect(kept == own)
        }
    }

    @Test("What another actor published, the government can neither hide nor edit nor delay")
    func government() async throws {
        try await withEachDatabase { database in
            let fixture = try await AssessmentFixture.make(database)
            let room = fixture.assessments
            let id = try await fixture.publish(fixture.draft(), by: fixture.watch)
            let before = try await room.published(id)
            #expect(before.isCurrent && before.assessor == .civilSociety && before.assessorName == "Shore Watch")
            let version = try await room.own(id, fixture.watch).version
            for other in [fixture.coordinator, fixture.administrator] {
                await refused { try await room.edit(id, version: version, fixture.draft("fully"), by: other) }
                await refused { try await room.takeBack(id, version: version, why: "No", by: other) }
                await refused { try await room.discard(id, version: version, by: other) }
            }
            await forbidden { try await room.remove(id, .danger, text: "No", by: fixture.coordinator) }
            // Renaming the institution, or making it another kind, changes nothing that was said.
            try await database.write { connection in
                try connection.execute("UPDATE institution SET name = 'Friends of Order', kind = 'ministry'")
            }
            let after = try await room.published(id)
            #expect(after == before)
            // Nor does it keep it from publishing.
            let next = try await fixture.publish(fixture.draft("not", day: "2026-01-11"), by: fixture.watch)
            #expect(try await room.published(next).isCurrent)
        }
    }

    @Test("Only whoever may assess has a voice, and in a State's workspace speaks of that State")
    func rights() async throws {
        try await withEachDatabase { database in
            let fixture = try await AssessmentFixture.make(database)
            let room = fixture.assessments
            for role in [WorkspaceRole.focalPoint, .observer] {
                let member = fixture.plan.member(role, fixture.plan.institutions[0].id)
                await forbidden { try await room.write(fixture.draft(), by: member) }
            }
            await forbidden { try await room.write(fixture.draft(), by: fixture.plan.member(.contributor)) }
            let foreign = try await fixture.plan.workspaces.add(
                slug: "belmar", name: "Belmar", state: StateCode("XAB"), language: .english, timeZone: "UTC",
                by: .commandLine("tests"))
            await #expect(throws: WorkspaceError.invalid("thing", "assess.thingUnknown")) {
                try await room.write(fixture.draft(), by: .keeper("cli:tests", of: foreign))
            }
            let un = try await fixture.publish(fixture.draft("not"), by: fixture.entity)
            let one = try await room.published(un)
            #expect(one.assessor == .un && one.assessorName == "United Desk" && one.state == StateCode("XAA"))
            await #expect(throws: WorkspaceError.invalid("scheme", "assess.schemeUnknown")) {
                try await room.write(fixture.draft("underWay", .planStatus), by: fixture.watch)
            }
        }
    }

    @Test("A second pair of eyes is another person of the same voice, and only where the voice wants it")
    func second() async throws {
        try await withEachDatabase { database in
            let fixture = try await AssessmentFixture.make(database)
            let room = fixture.assessments
            try await room.set(needsSecond: true, version: 0, by: fixture.watch)
            let own = try await room.write(fixture.draft(), by: fixture.watch)
            await #expect(throws: WorkspaceError.invalid("checked", "assess.checkNeeded")) {
                try await room.publish(own.id, version: 1, by: fixture.watch)
            }
            await #expect(throws: WorkspaceError.invalid("checked", "assess.checkedByAuthor")) {
                try await room.check(own.id, version: 1, by: fixture.watch)
            }
            try await room.check(own.id, version: 1, by: fixture.colleague)
            // Another word, and it has to be read again.
            try await room.edit(own.id, version: 2, fixture.draft("not"), by: fixture.watch)
            await #expect(throws: WorkspaceError.invalid("checked", "assess.checkNeeded")) {
                try await room.publish(own.id, version: 3, by: fixture.watch)
            }
            try await room.check(own.id, version: 3, by: fixture.colleague)
            try await room.publish(own.id, version: 4, by: fixture.watch)
            // The national institution has not asked for one.
            _ = try await fixture.publish(fixture.draft(), by: fixture.commission)
            let total = try await room.published(AssessmentFilter()).total
            #expect(total == 2)
        }
    }

    private func refused(_ act: () async throws -> some Any) async {
        await #expect(throws: WorkspaceError.notFound) { _ = try await act() }
    }

    private func forbidden(_ act: () async throws -> some Any) async {
        await #expect(throws: WorkspaceError.forbidden) { _ = try await act() }
    }
}
