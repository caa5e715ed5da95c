import Domain
import People
import PlanSupport
import TestSupport
import Testing

@testable import Drafting

@Suite("Who sees a report")
struct ReportSecrecyTests {
    @Test("A focal point sees the paragraphs of her institution and nothing else; others outside see no report at all")
    func reach() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 4, planned: 4)
            let (drafting, keeper) = (fixture.drafting, fixture.keeper)
            let id = try await drafting.draft(fixture.order(.midTerm), by: keeper)
            let focal = fixture.round.member(.focalPoint, fixture.justice)
            let page = try await drafting.page(id, focal)
            #expect(page.isPart)
            #expect(page.words == nil)
            let text = page.paragraphs.map(\.content.text).joined(separator: " ")
            #expect(text.contains("“Line 1”"))
            #expect(text.contains("“Line 3”"))
            #expect(!text.contains("“Line 2”"))
            #expect(!text.contains("“Line 4”"))
            #expect(!text.contains("Offices 2"))
            let all = try await drafting.page(id, keeper)
            let foreign = try #require(all.paragraphs.first { $0.content.text.contains("“Line 2”") })
            await #expect(throws: WorkspaceError.notFound) {
                _ = try await drafting.paragraph(foreign.id, of: id, focal)
            }
            await #expect(throws: WorkspaceError.notFound) { _ = try await drafting.versions(id, focal) }
            await #expect(throws: WorkspaceError.notFound) { _ = try await drafting.compare(id, from: 1, to: 1, focal) }
            await #expect(throws: WorkspaceError.forbidden) { _ = try await drafting.refresh(id, focal) }
            await #expect(throws: WorkspaceError.forbidden) {
                try await drafting.remove(foreign.id, of: id, version: 1, by: focal)
            }
            for role in [WorkspaceRole.contributor, .partner, .observer] {
                let member = fixture.round.member(role, fixture.health)
                await #expect(throws: WorkspaceError.forbidden) { _ = try await drafting.all(member) }
                await #expect(throws: WorkspaceError.forbidden) { _ = try await drafting.page(id, member) }
            }
        }
    }

    @Test("Another workspace finds neither the report nor its paragraphs, and cannot change them")
    func foreign() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 2, planned: 2)
            let (drafting, keeper) = (fixture.drafting, fixture.keeper)
            let id = try await drafting.draft(fixture.order(.midTerm), by: keeper)
            let other = try await Workspaces(fixture.round.store).add(
                slug: "elsewhere", name: "Elsewhere", state: StateCode("XAB"), language: .english, timeZone: "UTC",
                by: .commandLine("test"))
            let stranger = Member.keeper("cli:test", of: other)
            let paragraph = try await drafting.page(id, keeper).paragraphs[0]
            #expect(try await drafting.all(stranger).isEmpty)
            await #expect(throws: WorkspaceError.notFound) { _ = try await drafting.page(id, stranger) }
            await #expect(throws: WorkspaceError.notFound) { _ = try await drafting.refresh(id, stranger) }
            await #expect(throws: WorkspaceError.notFound) {
                try await drafting.edit(paragraph.id, of: id, "Mine.", version: 1, by: stranger)
            }
            await #expect(throws: WorkspaceError.notFound) {
                try await drafting.move(id, to: .inReview, version: 1, by: stranger)
            }
            #expect(try await drafting.page(id, keeper).report.edition == 1)
        }
    }

    @Test("Progress that is not cleared is no source, and is listed as a gap")
    func uncleared() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 3, planned: 2)
            let (drafting, keeper) = (fixture.drafting, fixture.keeper)
            let id = try await drafting.draft(fixture.order(.midTerm), by: keeper)
            let page = try await drafting.page(id, keeper)
            let text = page.paragraphs.map(\.content.text).joined(separator: " ")
            #expect(text.contains("Offices 2 were opened."))
            #expect(!text.contains("Offices 1 were opened."))
            let gaps = try await drafting.gaps(page.report, keeper)
            #expect(gaps.filter { $0.kind == .uncleared }.map(\.source.id) == [1])
            #expect(gaps.filter { $0.kind == .noProgress }.map(\.source.id) == [1])
            #expect(gaps.filter { $0.kind == .noEvidence }.map(\.source.id) == [1, 2])
            #expect(gaps.filter { $0.kind == .notPlanned }.count == 1)
            #expect(gaps.filter { $0.kind == .noAssessment }.count == 3)
        }
    }
}
