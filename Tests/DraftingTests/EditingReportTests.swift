import Domain
import People
import PlanSupport
import Store
import TestSupport
import Testing

@testable import Drafting

@Suite("Editing a report")
struct EditingReportTests {
    @Test("Every edit makes a version; versions are compared and brought back; an approved report stays as it is")
    func versions() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 4, planned: 4)
            let drafting = fixture.drafting
            let keeper = fixture.keeper
            let id = try await drafting.draft(fixture.order(.midTerm), by: keeper)
            let first = try await drafting.page(id, keeper)
            let section = try #require(first.sections.first { $0.section.key == "progress" })
            let target = try #require(section.paragraphs.first { $0.content.headingLevel == nil })
            let text = target.content.text
            _ = try await drafting.edit(
                target.id, of: id, ParagraphTyping.text(target.content) + " We add this.", version: 1, by: keeper)
            await #expect(throws: WorkspaceError.stale(target.subject, version: 2)) {
                try await drafting.edit(target.id, of: id, "Late.", version: 1, by: keeper)
            }
            let added = try await drafting.insert(
                "A paragraph of our own.", into: "progress", of: id, after: target.id, by: keeper)
            try await drafting.move(added, of: id, up: true, version: 1, by: keeper)
            let moved = try await drafting.page(id, keeper).sections.first { $0.section.key == "progress" }
            let order = try #require(moved).paragraphs.map(\.id)
            let at = try #require(order.firstIndex(of: added))
            #expect(order[at + 1] == target.id)
            try await drafting.merge(target.id, of: id, version: 3, by: keeper)
            let merged = try await drafting.page(id, keeper).paragraphs.first { $0.id == added }
            #expect(try #require(merged).content.sources == target.content.sources)
            let second = try #require(merged).sentences[1].id
            try await drafting.split(added, of: id, before: second, version: 3, by: keeper)
            let versions = try await drafting.versions(id, keeper)
            #expect(versions.map(\.number) == [6, 5, 4, 3, 2, 1])
            #expect(versions.map(\.action) == [.split, .merge, .move, .insert, .edit, .draft])
            let comparison = try await drafting.compare(id, from: 1, to: 2, keeper)
            #expect(comparison.changes.map(\.kind) == [.changed])
            #expect(comparison.changes[0].pieces.last?.text == "We add this.")
            try await drafting.restore(1, of: id, by: keeper)
            let restored = try await drafting.page(id, keeper)
            #expect(restored.paragraphs.map(\.content) == first.paragraphs.map(\.content))
            #expect(restored.words == first.words)
            #expect(
                try await drafting.page(id, version: 2, keeper).paragraphs.first { $0.id == target.id }?.content.text
                    == text + " We add this.")
            try await drafting.move(id, to: .inReview, version: 1, by: keeper)
            try await drafting.move(id, to: .approved, version: 2, by: keeper)
            let approved = try await drafting.page(id, keeper).report
            #expect(approved.digest?.count == 64)
            await #expect(throws: WorkspaceError.invalid("report", "report.closed")) {
                try await drafting.insert("No more.", into: "progress", of: id, after: nil, by: keeper)
            }
            #expect(try await database.read { try Drafting.digest(approved, $0) } == approved.digest)
        }
    }

    @Test("There is always room between two paragraphs")
    func room() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 2)
            let id = try await fixture.drafting.draft(fixture.order(.midTerm), by: fixture.keeper)
            var texts: [String] = []
            for number in 1...24 {
                texts.append("Number \(number).")
                _ = try await fixture.drafting.insert(
                    "Number \(number).", into: "challenges", of: id, after: nil, by: fixture.keeper)
            }
            let page = try await fixture.drafting.page(id, fixture.keeper)
            let section = page.sections.first { $0.section.key == "challenges" }
            #expect(section?.paragraphs.map(\.content.text) == texts.reversed())
        }
    }
}
