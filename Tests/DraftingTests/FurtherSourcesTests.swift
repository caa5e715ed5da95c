import Domain
import People
import PlanSupport
import Reference
import TestSupport
import Testing

@testable import Drafting

@Suite("Sources beyond record and plan")
struct FurtherSourcesTests {
    @Test("A consultation is drafted from once it is published: what is shown with its answer, and nobody's name")
    func consultation() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 2, planned: 1)
            try await consult(fixture, 1, published: true, "Roads are closed in winter.", "shown")
            try await consult(fixture, 2, published: true, "Held back words.", "held-back")
            try await consult(fixture, 3, published: false, "Words of a draft.", "shown")
            let id = try await fixture.drafting.draft(fixture.order(.nationalReport), by: fixture.keeper)
            let page = try await fixture.drafting.page(id, fixture.keeper)
            let text = page.paragraphs.map(\.content.text).joined(separator: " ")
            #expect(text.contains("A participant contributed: “Roads are closed in winter”."))
            #expect(text.contains("The contribution was taken up in part, with this explanation: “The north first”."))
            #expect(!text.contains("Held back words"))
            #expect(!text.contains("Words of a draft"))
            #expect(!text.contains("Ana of the valley"))
            let kinds = Set(page.paragraphs.flatMap(\.content.sources).map(\.kind))
            #expect(kinds.isSuperset(of: [.consultation, .contribution, .stateFact]))
            #expect(try await fixture.drafting.refresh(id, fixture.keeper).items.isEmpty)
        }
    }

    @Test("A need is drafted from while the State's consent stands, and no longer")
    func consent() async throws {
        try await withEachDatabase { database in
            let fixture = try await DraftingFixture(database, paragraphs: 2, planned: 1)
            let workspace = fixture.keeper.workspace.id.value
            for (id, withdrawn) in [(1, "NULL"), (2, "'2026-02-02'")] {
                try await fixture.set(
                    """
                    INSERT INTO need (id, workspace_id, state, title, language, existing, missing, asked, target_group,
                        refused_note, status, level, hidden, since, stated, version)
                    VALUES (\(id), \(workspace), 'XAC', 'Need \(id)', 'en', '', '', '', '', '', 'open', 'public', '', '', '', 1)
                    """)
                try await fixture.set(
                    """
                    INSERT INTO need_consent (id, need_id, workspace_id, authority, office, day, instrument, level,
                        recorded_by, recorded, withdrawn, withdrawn_why)
                    VALUES (\(id), \(id), \(workspace), 'cabinet', 'Cabinet Office', '2026-01-05', 'Note 4', 'public', '', '',
                        \(withdrawn), NULL)
                    """)
            }
            let id = try await fixture.drafting.draft(fixture.order(.midTerm), by: fixture.keeper)
            let text = try await fixture.drafting.page(id, fixture.keeper).paragraphs.map(\.content.text)
                .joined(separator: " ")
            #expect(text.contains("Need 1"))
            #expect(text.contains("Cabinet Office (Note 4)"))
            #expect(!text.contains("Need 2"))
        }
    }

    @Test("Articles have addresses, and clusters of articles hold what names one of them")
    func articles() throws {
        let outlines = try Outlines(directory: DraftingFixture.resources + "/reference")
        let reference = try ReferenceFacts.load(from: DraftingFixture.resources + "/reference")
        for treaty in reference.treaties {
            let keys = outlines.articles(of: treaty.code).map(\.key)
            #expect(Set(keys).count == keys.count)
            let allowed = keys.allSatisfy { key in
                key.utf8.count <= 60 && key.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
            }
            #expect(allowed)
        }
        for code in ["icmw", "cped", "crc"] { #expect(!outlines.articles(of: code).isEmpty) }
        let child = outlines.articles(of: "crc")
        func holders(_ article: Int) -> [String] { child.filter { $0.holds(article) }.map(\.number) }
        #expect(holders(29) == ["28-31"])
        #expect(holders(44) == ["4, 42, 44(6)"])
        #expect(holders(14) == ["7, 8, 13-17"])
        #expect(holders(40).count == 1)
        #expect(holders(50).isEmpty)
    }

    private func consult(
        _ fixture: DraftingFixture, _ id: Int, published: Bool, _ text: String, _ status: String
    ) async throws {
        let workspace = fixture.keeper.workspace.id.value
        try await fixture.set(
            """
            INSERT INTO consultation (id, workspace_id, kind, language, title, about, contact, opens, closes, outsiders,
                published, made, version) VALUES (\(id), \(workspace), 'consultation', 'en', 'Roads \(id)', '', '',
                '2026-01-05', '2026-02-05', 1, \(published ? "'2026-01-01'" : "NULL"), '', 1)
            """)
        try await fixture.set(
            """
            INSERT INTO contribution (id, consultation_id, workspace_id, origin, sent_by, name, actor, language, body, receipt,
                made, status, moderated_why, answer, answer_why, answer_language, answered, version)
            VALUES (\(id), \(id), \(workspace), 'outsider', '', 'Ana of the valley', '', 'en', '\(text)', 'r\(id)', '',
                '\(status)', '', 'partly', 'The north first', 'en', '2026-03-01', 1)
            """)
    }
}
