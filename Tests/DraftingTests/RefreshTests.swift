import Domain
import People
import PlanSupport
import TestSupport
import Testing

@testable import Drafting

@Suite("Refreshing a report from the record")
struct RefreshTests {
    @Test("A refresh says what changed and asks; what people wrote changes only where they say so")
    func asks() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 4, planned: 4)
            let (drafting, keeper) = (fixture.drafting, fixture.keeper)
            let id = try await drafting.draft(fixture.order(.midTerm), by: keeper)
            #expect(try await drafting.refresh(id, keeper).items.isEmpty)
            let page = try await drafting.page(id, keeper)
            let target = try #require(page.paragraphs.first { $0.sentences.contains { $0.key == "action/2" } })
            let sentence = try #require(target.sentences.first { $0.key == "action/2" })
            let typed = ParagraphTyping.text(target.content).replacing(sentence.text, with: "Step 2 goes well.")
            _ = try await drafting.edit(target.id, of: id, typed, version: 1, by: keeper)
            try await fixture.set("UPDATE action SET status = 'done', version = 2 WHERE id IN (2, 3)")
            try await fixture.set("UPDATE progress_report SET clearance = 'mechanism' WHERE id = 1")
            let refresh = try await drafting.refresh(id, keeper)
            let told = refresh.items.filter { $0.section == "progress" }
            #expect(told.map(\.change) == [.changed, .changed, .new])
            // That nobody reported on the action is not drafted any more.
            #expect(refresh.items.contains { $0.key == "gap/no-progress/action/1" && $0.change == .gone })
            let edited = try #require(refresh.items.first { $0.key == "action/2" })
            #expect(edited.isOfPeople)
            #expect(edited.text == "Step 2 goes well.")
            let after = try await drafting.page(id, keeper)
            #expect(after.paragraphs.first { $0.id == target.id }?.content.text.contains("Step 2 goes well.") == true)
            let other = try #require(refresh.items.first { $0.key == "action/3" })
            await #expect(throws: WorkspaceError.invalid("refresh", "report.refreshChanged")) {
                try await drafting.take([other.name: .take], digest: "old", of: id, by: keeper)
            }
            var choices = Dictionary(
                refresh.items.map { ($0.name, RefreshChoice.take) }, uniquingKeysWith: { first, _ in first })
            choices[edited.name] = .keep
            try await drafting.take(choices, digest: refresh.digest, of: id, by: keeper)
            let taken = try await drafting.page(id, keeper).paragraphs
            let text = taken.map(\.content.text).joined(separator: " ")
            #expect(text.contains("Step 2 goes well."))
            #expect(text.contains("“Step 3” is reported as carried out"))
            #expect(text.contains("Offices 1 were opened."))
            #expect(try await drafting.refresh(id, keeper).items.isEmpty)
        }
    }

    @Test("A sentence whose source is gone is named, and stays until somebody takes it out")
    func gone() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 2, planned: 2)
            let (drafting, keeper) = (fixture.drafting, fixture.keeper)
            let id = try await drafting.draft(fixture.order(.midTerm), by: keeper)
            try await fixture.set("UPDATE action SET withdrawn = 1, version = 2 WHERE id = 1")
            let refresh = try await drafting.refresh(id, keeper)
            let gone = try #require(refresh.items.first { $0.change == .gone })
            #expect(gone.key == "action/1")
            #expect(gone.proposed == nil)
            try await drafting.take([gone.name: .take], digest: refresh.digest, of: id, by: keeper)
            let keys = try await drafting.page(id, keeper).paragraphs.flatMap { $0.sentences.compactMap(\.key) }
            #expect(!keys.contains("action/1"))
            #expect(keys.contains("action/2"))
        }
    }
}
