import Domain
import Locales
import TestSupport
import Testing

@testable import Drafting

@Suite("Further reports")
struct FurtherReportsTests {
    private static let kinds: [ReportKind] = [
        .commonCore, .communicationReply, .fundApplication, .actionPlan, .actionPlanReview, .matrix,
        .stakeholderSubmission, .countryTeamContribution,
    ]

    @Test(
        "Every further kind is drafted with the sections of its outline, every drafted cell and sentence with its source"
    )
    func drafted() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 12, planned: 4)
            let outlines = try Outlines(directory: DraftingFixture.resources + "/reference")
            for kind in Self.kinds {
                let id = try await fixture.drafting.draft(fixture.order(kind, .chinese), by: fixture.keeper)
                let page = try await fixture.drafting.page(id, fixture.keeper)
                let outline = try #require(outlines.outline(kind))
                #expect(page.sections.map(\.section.key) == outline.sections.map(\.key))
                #expect(page.sections.map(\.section.isAnnex) == outline.sections.map(\.isAnnex))
                #expect(page.sections.map { $0.section.columns?.count } == outline.sections.map { $0.columns?.count })
                let words = page.sections.map(\.section.title) + page.paragraphs.map(\.content.text)
                let missing = words.filter { $0.contains("⟦") || $0.isEmpty }
                #expect(missing == [])
                let unsourced = page.paragraphs.filter { $0.content.headingLevel == nil }.flatMap(\.sentences)
                    .filter(\.sources.isEmpty).map(\.text)
                #expect(unsourced == [])
            }
        }
    }

    @Test("The matrix has a row for each recommendation in OHCHR's columns, the plan a row for each action")
    func tables() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 12, planned: 4)
            let matrix = try await fixture.drafting.draft(fixture.order(.matrix), by: fixture.keeper)
            let page = try await fixture.drafting.page(matrix, fixture.keeper)
            #expect(
                page.sections.first?.section.columns == [
                    "Recommendation", "Position", "Full list of themes",
                    "Assessment/comments on level of implementation",
                ])
            #expect(page.paragraphs.count == 12)
            let plan = try await fixture.drafting.draft(fixture.order(.actionPlan), by: fixture.keeper)
            let rows = try await fixture.drafting.page(plan, fixture.keeper).sections.first {
                $0.section.key == "actions"
            }
            #expect(rows?.paragraphs.count == 4)
            #expect(rows?.paragraphs.first?.sentences.prefix(2).map(\.text) == ["Line 1", "Step 1"])
        }
    }

    @Test("Of a communication nothing about persons is drafted: its sections stand empty but for laws")
    func communication() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 6, planned: 2)
            let id = try await fixture.drafting.draft(fixture.order(.communicationReply), by: fixture.keeper)
            let page = try await fixture.drafting.page(id, fixture.keeper)
            #expect(page.sections.count == 5)
            #expect(page.paragraphs.isEmpty)
        }
    }
}
