import Domain
import FollowUp
import PlanSupport
import Plans
import Store
import TestSupport
import Testing

@testable import Workbooks

@Suite("Taking tracking workbooks over")
struct TrackingFlowTests {
    private static let table = """
        Follow-up of the UPR third cycle;;;;;;
        Para;Recommendation;Lead;Supporting;Status;Remarks;Deadline
        1.1;Open legal aid offices in district 1;M1;M2;Ongoing;=call the provinces;2026-12-31
        1.3;Open legal aid offices in district 3;M2;;quite far;;Q4 2026
        1.5;Open legal aid offices in district 5;Office of the Mayor;;Done;;
        7.7;Book a hall for the regional meeting of municipal librarians;M1;;Done;;
        Total: 4 rows;;;;;;
        """

    private func made(_ database: any Database, _ text: String = table) async throws -> (PlanFixture, TrackingFile) {
        let fixture = try await PlanFixture.make(database)
        let file = try await fixture.plans.tracking.upload("old.csv", Array(text.utf8), by: fixture.keeper)
        return (fixture, file)
    }

    @Test("Sure rows go into the plan with their source, others wait, headings are set aside: no row is lost")
    func apply() async throws {
        try await withEachDatabase { database in
            let (fixture, file) = try await made(database)
            let preview = try await fixture.plans.tracking.preview(file.id, fixture.keeper)
            #expect(preview.matched == 3 && preview.waiting == 1 && preview.others.count == 1)
            #expect(preview.words.map(\.word).sorted() == ["Office of the Mayor", "quite far"])
            let counts = try await fixture.plans.tracking.apply(file.id, version: file.version, by: fixture.keeper)
            #expect(counts == TrackingCounts(applied: 3, waiting: 1, aside: 1, leftover: 2))
            let planned = try await fixture.planned().map(\.planned)
            #expect(Set(planned.map(\.recommendation.value)) == [1, 3, 5])
            let commitments = try await fixture.plans.list(fixture.keeper).items.map(\.commitment)
            let first = try #require(commitments.first { $0.recommendation == RecommendationID(1) })
            #expect(first.lead == fixture.institutions[0].id && first.supporting == [fixture.institutions[1].id])
            #expect(first.status == .underWay && first.due == CalendarDate("2026-12-31"))
            let history = try await database.read { try FieldChangeRow.of(first.subject, fixture.workspace.id, $0) }
            #expect(history.first { $0.field == "status" }?.why == "old.csv, 3")
            let said = try await database.read {
                try $0.all("SELECT said FROM comment", []) { try $0.text(0) }
            }
            #expect(said == ["=call the provinces\n— old.csv, 3"])
        }
    }

    @Test("Read twice it changes nothing, and the same bytes are the file that is there")
    func twice() async throws {
        try await withEachDatabase { database in
            let (fixture, file) = try await made(database)
            let tracking = fixture.plans.tracking
            let counts = try await tracking.apply(file.id, version: file.version, by: fixture.keeper)
            let before = try await database.read { try $0.count("SELECT COUNT(*) FROM field_change", []) }
            let again = try await tracking.upload("copy.csv", Array(Self.table.utf8), by: fixture.keeper)
            #expect(again.id == file.id)
            #expect(try await tracking.apply(again.id, version: again.version, by: fixture.keeper) == counts)
            let other = try await tracking.upload("b.csv", Array((Self.table + "\n").utf8), by: fixture.keeper)
            let second = try await tracking.apply(other.id, version: other.version, by: fixture.keeper)
            #expect(second.applied == counts.applied)
            #expect(try await database.read { try $0.count("SELECT COUNT(*) FROM field_change", []) } == before)
        }
    }

    @Test("A person says which recommendation a row means, or sets it aside with a reason and brings it back")
    func decide() async throws {
        try await withEachDatabase { database in
            let (fixture, file) = try await made(database)
            let tracking = fixture.plans.tracking
            try await tracking.apply(file.id, version: file.version, by: fixture.keeper)
            var row = try #require(try await tracking.rows(.waiting, fixture.keeper).rows.first?.row)
            try await tracking.setAside([(row.id, row.version)], why: "No recommendation", by: fixture.keeper)
            row = try #require(try await tracking.rows(.aside, fixture.keeper).rows.first { $0.row.id == row.id }?.row)
            #expect(row.why == "No recommendation")
            try await tracking.bringBack([(row.id, row.version)], by: fixture.keeper)
            row = try #require(try await tracking.rows(.waiting, fixture.keeper).rows.first?.row)
            try await tracking.choose([(row.id, row.version, RecommendationID(2))], by: fixture.keeper)
            let counts = try await tracking.counts(nil, fixture.keeper)
            #expect(counts.waiting == 0 && counts.applied == 4)
            let planned = try await fixture.planned().map(\.planned.recommendation.value)
            #expect(planned.contains(2))
        }
    }

    @Test("A word is settled once for every row that waits for it; what the plan says otherwise is a person's choice")
    func settle() async throws {
        try await withEachDatabase { database in
            let (fixture, file) = try await made(database)
            let tracking = fixture.plans.tracking
            try await tracking.apply(file.id, version: file.version, by: fixture.keeper)
            try await tracking.settle(
                [
                    TrackingWord(kind: .status, word: "quite far", value: "partly"),
                    TrackingWord(
                        kind: .institution, word: "office of the mayor", value: fixture.institutions[2].id.description),
                ], by: fixture.keeper)
            #expect(try await tracking.counts(nil, fixture.keeper).leftover == 0)
            var commitments = try await fixture.plans.list(fixture.keeper).items.map(\.commitment)
            #expect(commitments.first { $0.recommendation == RecommendationID(5) }?.lead == fixture.institutions[2].id)
            #expect(commitments.first { $0.recommendation == RecommendationID(3) }?.status == .partly)
            let later = "Para;Recommendation;Lead;Status\n1.1;Open legal aid offices in district 1;M3;Done\n"
            let second = try await tracking.upload("later.csv", Array(later.utf8), by: fixture.keeper)
            try await tracking.apply(second.id, version: second.version, by: fixture.keeper)
            var row = try #require(try await tracking.rows(.applied, leftover: true, fixture.keeper).rows.first?.row)
            #expect(row.values.leftovers.map(\.reason) == [.differs, .differs])
            try await tracking.settle(row.id, .lead, .take, version: row.version, by: fixture.keeper)
            row = try #require(try await tracking.rows(.applied, leftover: true, fixture.keeper).rows.first?.row)
            try await tracking.settle(row.id, .status, .leave, version: row.version, by: fixture.keeper)
            commitments = try await fixture.plans.list(fixture.keeper).items.map(\.commitment)
            let first = commitments.first { $0.recommendation == RecommendationID(1) }
            #expect(first?.lead == fixture.institutions[2].id && first?.status == .underWay)
            #expect(try await tracking.counts(nil, fixture.keeper).leftover == 0)
        }
    }

    @Test("A kept mapping finds its columns again where they stand in another order; focal points may not import")
    func mapping() async throws {
        try await withEachDatabase { database in
            let (fixture, file) = try await made(database)
            let tracking = fixture.plans.tracking
            var mapping = file.mapping
            mapping.pages[0].columns.removeAll { $0.field == .comments }
            try await tracking.map(file.id, mapping, version: file.version, keptAs: "Predecessor", by: fixture.keeper)
            let other = "Status;Lead;Recommendation;Para\nDone;M1;Open legal aid offices in district 1;1.1\n"
            let second = try await tracking.upload("other.csv", Array(other.utf8), by: fixture.keeper)
            let kept = try #require(try await tracking.mappings(fixture.keeper).first)
            let fitted = try await tracking.fit(kept.id, to: second.id, fixture.keeper)
            #expect(fitted.pages.first?.columns(.text) == [2])
            #expect(fitted.pages.first?.columns(.lead) == [1])
            let focal = fixture.member(.focalPoint, fixture.institutions[0].id)
            await #expect(throws: TrackingError.self) {
                try await tracking.upload("x.csv", Array(Self.table.utf8), by: focal)
            }
        }
    }
}
