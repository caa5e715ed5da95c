import Domain
import People
import Store
import TestSupport
import Testing

@testable import Cooperation

@Suite("Publishing needs")
struct NeedPublishingTests {
    @Test("A need is a draft until the State consents, and nobody else reads it")
    func draft() async throws {
        try await withEachDatabase { database in
            let fixture = try await CooperationFixture(database)
            let need = try await fixture.needs.add(CooperationFixture.draft(), by: fixture.aldora)
            await #expect(throws: WorkspaceError.invalid("level", "need.consent.missing")) {
                try await fixture.needs.publish(
                    need.id, version: 1, Publication(level: .open), by: fixture.aldora)
            }
            let everybody = try await fixture.seen(.everybody)
            let partner = try await fixture.seen(.partner(fixture.lanterns.workspace.id))
            #expect(everybody.isEmpty && partner.isEmpty)
            await #expect(throws: WorkspaceError.notFound) { try await fixture.needs.find(need.id, fixture.belmar) }
        }
    }

    @Test("The consent of whoever cannot bind the State is refused with the reason")
    func authorities() async throws {
        try await withEachDatabase { database in
            let fixture = try await CooperationFixture(database)
            let need = try await fixture.needs.add(CooperationFixture.draft(), by: fixture.aldora)
            for authority in ConsentAuthority.allCases where !authority.bindsTheState {
                let draft = try CooperationFixture.consent(authority)
                await #expect(
                    throws: WorkspaceError.invalid("authority", "need.consent.cannotBind.\(authority.rawValue)")
                ) { try await fixture.needs.record(draft, for: need.id, by: fixture.aldora) }
            }
            let consents = try await fixture.needs.find(need.id, fixture.aldora).consents
            #expect(consents.isEmpty)
        }
    }

    @Test("What was stated first and is published last comes first where the latest are asked for")
    func latest() async throws {
        try await withEachDatabase { database in
            let fixture = try await CooperationFixture(database)
            let old = try await fixture.published(Publication(level: .open)).id
            let new = try await fixture.published(Publication(level: .open)).id
            _ = try await fixture.published(Publication(level: .partners))
            let first = try await fixture.needs.latest(.everybody, limit: 50).map(\.id)
            #expect(first == [new, old])
            try await database.write { connection in
                try connection.execute(
                    "UPDATE need SET since = '2099-01-01T00:00:00.000Z' WHERE id = $1", [.int(old.value)])
            }
            let second = try await fixture.needs.latest(.everybody, limit: 50).map(\.id)
            let cut = try await fixture.needs.latest(.everybody, limit: 1).map(\.id)
            #expect(second == [old, new] && cut == [old])
        }
    }

    @Test("Each level shows a need to those it names and to nobody else")
    func levels() async throws {
        try await withEachDatabase { database in
            let fixture = try await CooperationFixture(database)
            let lanterns = fixture.lanterns.workspace.id
            let named = try await fixture.published(Publication(level: .named, named: [lanterns])).id
            let partners = try await fixture.published(Publication(level: .partners)).id
            let open = try await fixture.published(Publication(level: .open)).id
            let everybody = try await fixture.seen(.everybody)
            let first = try await fixture.seen(.partner(lanterns))
            let second = try await fixture.seen(.partner(fixture.harbour.workspace.id))
            #expect(everybody == [open])
            #expect(first == [named, partners, open])
            #expect(second == [partners, open])
            let total = try await fixture.needs.published(.everybody).total
            #expect(total == 1)
            await #expect(throws: WorkspaceError.notFound) { try await fixture.needs.published(named, .everybody) }
        }
    }

    @Test("A need is published no further than the consent goes")
    func width() async throws {
        try await withEachDatabase { database in
            let fixture = try await CooperationFixture(database)
            let need = try await fixture.needs.add(CooperationFixture.draft(), by: fixture.aldora)
            _ = try await fixture.needs.record(
                try CooperationFixture.consent(.permanentMission, .partners), for: need.id, by: fixture.aldora)
            await #expect(throws: WorkspaceError.invalid("level", "need.consent.wider")) {
                try await fixture.needs.publish(
                    need.id, version: 1, Publication(level: .open), by: fixture.aldora)
            }
            try await fixture.needs.publish(
                need.id, version: 1, Publication(level: .partners), by: fixture.aldora)
            let seen = try await fixture.seen(.partner(fixture.harbour.workspace.id))
            #expect(seen == [need.id])
        }
    }

    @Test("What the State keeps to itself is not in what others read")
    func hidden() async throws {
        try await withEachDatabase { database in
            let fixture = try await CooperationFixture(database)
            let need = try await fixture.published(
                Publication(level: .open), hidden: [.cost, .missing, .refused, .consent])
            let shown = try await fixture.needs.published(need.id, .everybody)
            #expect(shown.need.cost == nil)
            #expect(shown.need.missing.isEmpty)
            #expect(shown.need.refused.isEmpty)
            #expect(shown.consent == nil)
            #expect(shown.need.asked == need.asked)
            let listed = try await fixture.needs.published(.everybody).needs.first
            #expect(listed?.cost == nil)
        }
    }

    @Test("A consent that is withdrawn hides the need at once, for a second store on the same database too")
    func withdrawal() async throws {
        try await withEachDatabase { database in
            let fixture = try await CooperationFixture(database)
            let need = try await fixture.published(Publication(level: .open))
            let other = Needs(
                WorkspaceStore(database: database, clock: CooperationFixture.clock),
                try await CooperationFixture.reference.value)
            let before = try await other.published(.everybody).total
            #expect(before == 1)
            try await fixture.needs.withdrawConsent(need.id, why: "The project was found", by: fixture.aldora)
            let after = try await other.published(.everybody)
            #expect(after.total == 0 && after.needs.isEmpty)
            await #expect(throws: WorkspaceError.notFound) { try await other.published(need.id, .everybody) }
            let record = try await fixture.needs.find(need.id, fixture.aldora)
            #expect(record.consent == nil)
            #expect(record.consents.count == 1)
            #expect(record.need.publication.level == .draft)
        }
    }

    @Test("A partner's people state no needs")
    func partners() async throws {
        try await withEachDatabase { database in
            let fixture = try await CooperationFixture(database)
            await #expect(throws: WorkspaceError.forbidden) {
                try await fixture.needs.add(CooperationFixture.draft(), by: fixture.lanterns)
            }
        }
    }

    @Test("A need that somebody else changed meanwhile is not overwritten")
    func stale() async throws {
        try await withEachDatabase { database in
            let fixture = try await CooperationFixture(database)
            let need = try await fixture.needs.add(CooperationFixture.draft(), by: fixture.aldora)
            try await fixture.needs.setStatus(need.id, version: 1, .talking, by: fixture.aldora)
            await #expect(throws: WorkspaceError.stale(need.subject, version: 2)) {
                try await fixture.needs.edit(need.id, version: 1, CooperationFixture.draft(), by: fixture.aldora)
            }
        }
    }
}
