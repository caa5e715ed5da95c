import Domain
import People
import PlanSupport
import TestSupport
import Testing

@testable import Drafting

@Suite("Claims of a report")
struct ClaimsFoundTests {
    @Test("Ten planted overclaims are all found, and nothing of what was drafted from the record")
    func planted() async throws {
        let planted = [
            "Recommendation 7.157 has been fully implemented.",
            "All prisons in the country now have legal aid offices.",
            "Torture has been eliminated.", "Three hundred and twelve judges, 312 in all, were trained.",
            "In May 2019 the law on legal aid was adopted.", "USD 4,000,000 were spent on shelters.",
            "The national human rights institution considers the recommendation implemented.",
            "Every child now goes to school.", "97 per cent of cases were decided in time.",
            "The programme has been completed in full.",
        ]
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 4, planned: 4)
            let (drafting, keeper) = (fixture.drafting, fixture.keeper)
            let id = try await drafting.draft(fixture.order(.midTerm), by: keeper)
            #expect(try await drafting.claims(of: try await drafting.page(id, keeper), keeper).isEmpty)
            let page = try await drafting.page(id, keeper)
            let paragraphs = page.paragraphs.filter { $0.content.headingLevel == nil }
            for (place, sentence) in planted.enumerated() {
                // Into paragraphs of the draft, on a sentence with sources where there is one, else as a new one.
                let number = paragraphs[place % paragraphs.count].id
                let now = try #require(try await drafting.page(id, keeper).paragraphs.first { $0.id == number })
                _ = try await drafting.edit(
                    number, of: id, ParagraphTyping.text(now.content) + " " + sentence, version: now.version, by: keeper
                )
            }
            let found = try await drafting.claims(of: try await drafting.page(id, keeper), keeper)
            #expect(Set(found.map(\.text)) == Set(planted))
        }
    }
}
