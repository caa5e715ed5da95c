import Domain
import People
import PlanSupport
import Plans
import Rounds
import Store
import TestSupport
import Testing

@Suite("Laws")
struct LawTests {
    @Test("A law stands where its latest stage that was not retracted says; stages are appended")
    func stages() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database, institutions: 1)
            let laws = Laws(fixture.store)
            let law = try await laws.add(
                LawDraft(
                    title: "Care Act", article: "art. 14", lead: fixture.institutions[0].id,
                    norms: LawNorm.read("CRPD 12; ICCPR art. 14 (3); CRPD 12")), by: fixture.keeper)
            #expect(law.norms.map(\.description) == ["CRPD 12", "ICCPR 14 (3)"])
            let day = { (day: Int) in CalendarDate(year: 2026, month: 3, day: day)! }
            try await laws.reach(.tabled, on: day(2), source: "Gazette 4", law.id, by: fixture.keeper)
            try await laws.reach(.adopted, on: day(20), law.id, by: fixture.keeper)
            try await laws.reach(.committee, on: day(9), law.id, by: fixture.keeper)
            var record = try await laws.find(law.id, fixture.keeper)
            #expect(record.steps.map(\.stage) == [.tabled, .committee, .adopted])
            #expect(record.stage?.stage == .adopted)
            let wrong = try #require(record.steps.last).id
            try await laws.retract(wrong, of: law.id, because: "The vote was postponed", by: fixture.keeper)
            record = try await laws.find(law.id, fixture.keeper)
            #expect(record.stage?.stage == .committee)
            #expect(record.steps.count == 3)
            let observer = fixture.member(.observer)
            #expect(try await laws.all(observer).count == 1)
            await #expect(throws: WorkspaceError.forbidden) {
                try await laws.reach(.adopted, on: day(21), law.id, by: observer)
            }
        }
    }

    @Test("A law serves recommendations to its State, and nothing of another; it is found from them")
    func links() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database, institutions: 1)
            let laws = Laws(fixture.store)
            let document = try await fixture.report("DEMO/T/1", Array(RoundFixture.texts().suffix(2)))
            let round = try await fixture.rounds.open(document, by: fixture.keeper)
            let line = try await fixture.rounds.page(round.id, fixture.keeper).live[0]
            let link = LawLink(kind: .recommendation, id: line.paragraph.recommendation.value)
            let law = try await laws.add(LawDraft(title: "Care Act", links: [link]), by: fixture.keeper)
            #expect(try await laws.serving(link, fixture.keeper).map(\.law.id) == [law.id])
            await #expect(throws: WorkspaceError.invalid("links", "law.linkUnknown")) {
                try await laws.edit(
                    law.id, version: 1,
                    LawDraft(title: "Care Act", links: [LawLink(kind: .recommendation, id: 999_999)]),
                    by: fixture.keeper)
            }
            try await laws.edit(law.id, version: 1, LawDraft(title: "Care and Support Act"), by: fixture.keeper)
            await #expect(throws: WorkspaceError.stale(law.subject, version: 2)) {
                try await laws.edit(law.id, version: 1, LawDraft(title: "Other"), by: fixture.keeper)
            }
            #expect(try await laws.serving(link, fixture.keeper).isEmpty)
        }
    }
}
