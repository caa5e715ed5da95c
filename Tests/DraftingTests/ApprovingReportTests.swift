import Domain
import People
import PlanSupport
import Store
import TestSupport
import Testing

@testable import Drafting

@Suite("Approving a report")
struct ApprovingReportTests {
    @Test(
        "A report with flagged sentences is approved only with a reason, which stays in the history with their number")
    func flagged() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 2, planned: 2)
            let (drafting, keeper) = (fixture.drafting, fixture.keeper)
            let id = try await drafting.draft(fixture.order(.midTerm), by: keeper)
            _ = try await drafting.insert(
                "Torture has been eliminated.", into: "challenges", of: id, after: nil, by: keeper)
            try await drafting.move(id, to: .inReview, version: 1, by: keeper)
            await #expect(throws: WorkspaceError.invalid("reason", "report.claimsReason")) {
                try await drafting.move(id, to: .approved, version: 2, by: keeper)
            }
            #expect(try await drafting.page(id, keeper).report.status == .inReview)
            try await drafting.move(id, to: .approved, reason: "The Minister says so.", version: 2, by: keeper)
            let kept = try await database.read { connection in
                try connection.all(
                    "SELECT new_value, why FROM field_change WHERE kind = 'report' AND field = 'flagged'"
                ) { "\(try $0.text(0)): \(try $0.text(1))" }
            }
            #expect(kept == ["1: The Minister says so."])
        }
    }

    @Test("What a refresh adds of a row or paragraph stays together as it was drafted")
    func together() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 3, planned: 3)
            let (drafting, keeper) = (fixture.drafting, fixture.keeper)
            try await fixture.set("UPDATE action SET withdrawn = 1 WHERE id = 3")
            let id = try await drafting.draft(fixture.order(.actionPlan), by: keeper)
            try await fixture.set("UPDATE action SET withdrawn = 0 WHERE id = 3")
            let refresh = try await drafting.refresh(id, keeper)
            let choices = Dictionary(
                refresh.items.map { ($0.name, RefreshChoice.take) }, uniquingKeysWith: { first, _ in first })
            try await drafting.take(choices, digest: refresh.digest, of: id, by: keeper)
            let rows = try await drafting.page(id, keeper).sections.first { $0.section.key == "actions" }?.paragraphs
            #expect(rows?.map { $0.sentences.first?.text } == ["Line 1", "Line 2", "Line 3"])
            #expect(rows?.last?.sentences.map(\.column) == [0, 1, 2])
            #expect(try await drafting.refresh(id, keeper).items.isEmpty)
        }
    }

    @Test("Where a paragraph is drawn from the work of two institutions, neither sees it through the other's part")
    func mixed() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 2, planned: 2)
            let (drafting, keeper) = (fixture.drafting, fixture.keeper)
            let id = try await drafting.draft(fixture.order(.midTerm), by: keeper)
            let focal = fixture.round.member(.focalPoint, fixture.justice)
            let page = try await drafting.page(id, keeper)
            let own = try #require(page.paragraphs.first { $0.content.text.contains("“Line 1”") })
            let foreign = try #require(
                page.paragraphs.flatMap(\.content.sources).first { $0.kind == .action && $0.id == 2 })
            _ = try await drafting.paragraph(own.id, of: id, focal)
            try await drafting.place(foreign, on: own.sentences[0].id, own.id, of: id, version: 1, by: keeper)
            await #expect(throws: WorkspaceError.notFound) { _ = try await drafting.paragraph(own.id, of: id, focal) }
        }
    }
}
