import Domain
import PlanSupport
import Rounds
import TestSupport
import Testing

@testable import Drafting

@Suite("Addendum")
struct AddendumTests {
    @Test("The addendum speaks of each of 215 paragraphs exactly once, within its limit of words, in six languages")
    func covers() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database)
            var order = try await fixture.addendum()
            for language in ["en", "fr", "es", "ru", "ar", "zh"] {
                order.language = LanguageTag(language)
                let id = try await fixture.drafting.draft(order, by: fixture.keeper)
                let page = try await fixture.drafting.page(id, fixture.keeper)
                let numbers = page.paragraphs.flatMap { paragraph in
                    paragraph.sentences.first?.sources.filter { $0.kind == .roundParagraph }.map(\.label) ?? []
                }
                #expect(numbers.count == 215)
                #expect(Set(numbers).count == 215)
                #expect(page.report.leftOut.isEmpty)
                let words = try #require(page.words)
                #expect(page.wordsMax == 2_675)
                #expect((215...2_675).contains(words))
                let text = page.paragraphs.map(\.content.text).joined(separator: " ")
                #expect(!text.contains("⟦"))
                for number in numbers { #expect(text.contains(number)) }
            }
        }
    }

    @Test("Without a frozen round, and for another State, nothing is drafted")
    func refused() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 3)
            await #expect(throws: WorkspaceError.invalid("round", "report.roundNeeded")) {
                try await fixture.drafting.draft(fixture.order(.addendum), by: fixture.keeper)
            }
            var order = fixture.order(.midTerm)
            order.scope.state = StateCode("XAA")
            await #expect(throws: WorkspaceError.invalid("state", "report.otherState")) {
                try await fixture.drafting.draft(order, by: fixture.keeper)
            }
            await #expect(throws: WorkspaceError.invalid("treaty", "report.treatyNeeded")) {
                try await fixture.drafting.draft(fixture.order(.treatyPeriodic), by: fixture.keeper)
            }
            await #expect(throws: WorkspaceError.forbidden) {
                try await fixture.drafting.draft(
                    fixture.order(.midTerm), by: fixture.round.member(.focalPoint, fixture.justice))
            }
        }
    }
}
