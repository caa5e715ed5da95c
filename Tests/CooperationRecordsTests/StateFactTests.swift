import Domain
import People
import PlanSupport
import Store
import TestSupport
import Testing

@testable import CooperationRecords

@Suite("Facts of cooperation")
struct StateFactTests {
    @Test("A draft is its keeper's alone; a correction and a withdrawal keep what stood before")
    func life() async throws {
        try await withEachDatabase { database in
            let fixture = try await FactFixture(database)
            let records = fixture.records
            let draft = try await records.add(
                FactFixture.fact(.reportReceived, "2024-05", about: "crc", matter: "6"), of: FactFixture.aldora,
                publishing: false, by: fixture.keeper)
            let before = try await records.facts(of: FactFixture.aldora).filter { $0.id != nil }
            #expect(before.isEmpty)
            let id = try #require(draft.id)
            await #expect(throws: WorkspaceError.notFound) {
                try await records.publish(id, version: 1, by: fixture.foreign)
            }
            await #expect(throws: WorkspaceError.notFound) { try await records.versions(of: id) }
            try await records.publish(id, version: 1, by: fixture.keeper)
            await #expect(throws: WorkspaceError.stale(Subject(.stateFact, id.value), version: 2)) {
                try await records.withdraw(id, version: 1, why: "Wrong", by: fixture.keeper)
            }
            var corrected = draft.content
            corrected.day = CalendarDate("2024-06-02")
            let right = corrected
            let next = try await records.correct(id, version: 2, right, why: "The stamp says June", by: fixture.keeper)
            var record = try await records.record(of: FactFixture.aldora)
            #expect(record.facts.compactMap(\.id) == [next.id])
            #expect(record.former.map(\.endedWhy) == ["The stamp says June"])
            #expect(record.former.first?.content.day == CalendarDate("2024-05"))
            for asked in [id, try #require(next.id)] {
                let versions = try await records.versions(of: asked)
                #expect(versions.map(\.id) == [id, next.id] && versions.map(\.isStanding) == [false, true])
            }
            for (filter, count) in [
                (FactFilter(state: FactFixture.aldora), 1), (FactFilter(state: FactFixture.corvia), 0),
                (FactFilter(kind: .reportReceived), 1), (FactFilter(kind: .visitMade), 0),
                (FactFilter(since: CalendarDate("2026-01-01")), 1), (FactFilter(since: CalendarDate("2999-01-01")), 0),
            ] {
                let latest = try await records.latest(filter)
                #expect(latest.count == count, "\(filter)")
            }
            try await records.withdraw(try #require(next.id), version: 1, why: "Another State's", by: fixture.keeper)
            record = try await records.record(of: FactFixture.aldora)
            #expect(record.facts.allSatisfy { $0.id == nil })
            #expect(record.former.count == 2)
            let history = try await database.read {
                try $0.count("SELECT COUNT(*) FROM field_change WHERE kind = 'state-fact'")
            }
            #expect(history == 2)
            let actions = try await database.read {
                try $0.all(
                    "SELECT action FROM audit_entry WHERE action IN ({set}) ORDER BY number",
                    set: [
                        .text("stateFact.add"), .text("stateFact.correct"), .text("stateFact.withdraw"),
                    ]
                ) { try $0.text(0) }
            }
            #expect(actions == ["stateFact.add", "stateFact.correct", "stateFact.withdraw"])
        }
    }

    @Test("The desk keeps facts of States without a mechanism here, and of no other; a mechanism only its own State's")
    func keepers() async throws {
        try await withEachDatabase { database in
            let fixture = try await FactFixture(database)
            let fact = FactFixture.fact(.standingInvitation, "2011-03-01")
            await #expect(throws: WorkspaceError.invalid("state", "stateFact.hasMechanism")) {
                try await fixture.records.add(fact, of: FactFixture.aldora, publishing: true, by: fixture.desk)
            }
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.records.add(fact, of: FactFixture.corvia, publishing: true, by: fixture.keeper)
            }
            let kept = try await fixture.records.add(fact, of: FactFixture.corvia, publishing: true, by: fixture.desk)
            #expect(kept.origin == .desk)
            let shown = try await fixture.records.facts(of: FactFixture.corvia).filter { $0.id != nil }
            #expect(shown.map(\.id) == [kept.id])
            let states = try await fixture.records.statesOfDesk()
            #expect(states.kept == [FactFixture.corvia: 1])
            #expect(states.own == [FactFixture.aldora, StateCode("XAB")])
            let observer = fixture.plan.member(.observer)
            await #expect(throws: WorkspaceError.forbidden) {
                try await fixture.records.kept(FactFixture.aldora, .workspace(observer))
            }
        }
    }

    @Test("A fact without a source, with a day ahead or with words about people in a letter is refused")
    func refusals() async throws {
        try await withSQLite { database, _ in try await Self.refusals(FactFixture(database)) }
    }

    private static func refusals(_ fixture: FactFixture) async throws {
        func trouble(_ content: StateFactContent) async -> String? {
            do throws(WorkspaceError) {
                _ = try await fixture.records.add(
                    content, of: FactFixture.aldora, publishing: false, by: fixture.keeper)
                return nil
            } catch {
                guard case .invalid(let troubles) = error else { return "\(error)" }
                return troubles.first?.allowed
            }
        }
        func expect(_ content: StateFactContent, _ words: String?) async throws {
            let found = await trouble(content)
            #expect(found == words)
        }
        var content = FactFixture.fact(.standingInvitation, "2011")
        content.source = " "
        try await expect(content, "stateFact.sourceNeeded")
        try await expect(FactFixture.fact(.visitMade, "2199", about: "Housing"), "stateFact.dayAhead")
        try await expect(FactFixture.fact(.reportDue, "2199", about: "crc", matter: "9"), nil)
        try await expect(FactFixture.fact(.addendum, "2020"), "stateFact.cycleNeeded")
        try await expect(FactFixture.fact(.ratification, "2020", about: "nothing"), "stateFact.treatyUnknown")
        var letter = FactFixture.fact(.communicationSent, "2024-01-02", about: "Housing", matter: "AL XAA 1/2024")
        letter.text = "About somebody"
        try await expect(letter, "stateFact.noText")
        var linked = FactFixture.fact(.visitAsked, "2024", about: "Housing")
        linked.address = "javascript:alert(1)"
        try await expect(linked, "stateFact.addressForm")
        let named = FactFixture.fact(.ratification, "2020", about: "CAT")
        let kept = try await fixture.records.add(named, of: FactFixture.aldora, publishing: false, by: fixture.keeper)
        #expect(kept.content.about == "cat")
    }

    @Test(
        "A file becomes drafts, row by row; what is wrong is kept with its place and reason, and all of it can be taken back"
    )
    func file() async throws {
        try await withEachDatabase { database in
            let fixture = try await FactFixture(database)
            let text = """
                kind,about,matter,day,source,amount,currency,none
                report-due,crc,6,2022-05-01,DEMO/CRC/1,,,
                report-received,crc,6,2023-02,DEMO/CRC/2,,,
                fund-used,Lantern Fund,2024,2024-03-04,Decision 7,1200.50,USD,
                visit-made,Housing,,2024-13-40,DEMO/3,,,
                leapt,,,2024,DEMO/4,,,
                visit-made,Housing,,2024,,,,
                reservation,,,2026-01-01,Treaty office,,,yes
                report-due,crc,6,2022-05-01,DEMO/CRC/1,,,
                """
            let file = try await fixture.records.take(
                "facts.csv", Array(text.utf8), of: FactFixture.aldora, by: fixture.keeper)
            #expect([file.rowsRead, file.rowsMade, file.rowsKnown, file.rowsRejected] == [8, 4, 1, 3])
            let imports = try await fixture.records.imports(FactFixture.aldora, fixture.keeper)
            #expect(
                imports.first?.rejections.map { "\($0.row) \($0.field) \($0.reason)" } == [
                    "5 day stateFact.import.day", "6 kind stateFact.import.kind", "7 source stateFact.sourceNeeded",
                ])
            let foreign = try await fixture.records.imports(StateCode("XAB"), fixture.foreign)
            #expect(foreign.isEmpty)
            let kept = try await fixture.records.kept(FactFixture.aldora, fixture.keeper)
            #expect(kept.first { $0.kind == .fundUsed }?.content.money?.minor == 120_050)
            #expect(kept.first { $0.kind == .reservation }?.content.isNone == true)
            let shown = try await fixture.records.facts(of: FactFixture.aldora).filter { $0.id != nil }
            #expect(shown.isEmpty)
            let publishAllCount = try await fixture.records.publishAll(FactFixture.aldora, by: fixture.keeper)
            #expect(publishAllCount == 4)
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.records.undo(file.id, by: fixture.foreign)
            }
            let undoCount = try await fixture.records.undo(file.id, by: fixture.keeper)
            #expect(undoCount == 4)
            let after = try await fixture.records.record(of: FactFixture.aldora)
            #expect(after.facts.allSatisfy { $0.id == nil })
            #expect(after.former.count == 4)
            await #expect(throws: WorkspaceError.invalid("import", "stateFact.import.undone")) {
                try await fixture.records.undo(file.id, by: fixture.keeper)
            }
        }
    }
}
