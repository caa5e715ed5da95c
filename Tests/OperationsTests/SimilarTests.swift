import Domain
import Foundation
import Reference
import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct SimilarTests {
    private static let resources =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Resources"

    private func draft(
        _ row: Int, _ text: String, state: String = "XAA", document: String = "DEMO/T/43/15",
        language: LanguageTag = .english,
        themes: [String] = []
    ) -> RecommendationDraft {
        let documentDraft = DocumentDraft(
            symbol: DocumentSymbol(document), mechanism: .upr, state: StateCode(state), cycle: 3)
        var draft = RecommendationDraft(row: row, document: documentDraft)
        draft.paragraph = ParagraphNumber("121.\(row)")
        draft.texts = [language: text]
        draft.states = [StateCode(state)]
        draft.cycle = 3
        draft.tags = themes.map { TagDraft(kind: .theme, code: $0, label: $0) }
        return draft
    }

    private func withRecord(_ drafts: [RecommendationDraft], _ body: (OpenRecord) async throws -> Void) async throws {
        let facts = try ReferenceFacts.load(from: Self.resources + "/reference", extra: Self.resources + "/demo")
        try await withEachDatabase { database in
            try await withFolder { folder in
                let record = try await OpenRecord.open(
                    database: database, folder: folder, reference: facts, clock: Fixture.clock,
                    randomHex: String(repeating: "0f", count: 16))
                try await Fixture.run(drafts, into: database, source: .uhri, name: "one")
                try await record.feed.catchUp()
                try await body(record)
            }
        }
    }

    private func id(_ text: String, _ record: OpenRecord) async throws -> RecommendationID {
        let all = try await Fixture.all(record.database)
        return try #require(all.first { $0.recommendation.texts.values.contains(text) }).recommendation.id
    }

    @Test(
        "What is close is found in the document, at the State elsewhere and at other States, with its reason, and nothing else"
    )
    func scopes() async throws {
        let drafts = [
            draft(1, "Accede to the Optional Protocol to the Convention against Torture"),
            draft(2, "Ratify OP-CAT as soon as possible"),
            draft(3, "Build clinics in every district of the islands"),
            draft(
                4, "Sign and ratify the Optional Protocol to the Convention against Torture", document: "DEMO/T/14/8"),
            draft(5, "Train judges in juvenile law", document: "DEMO/T/14/8"),
            draft(
                6, "Consider acceding to the Optional Protocol to the Convention against Torture", state: "XAB",
                document: "DEMO/T/44/1"),
        ]
        try await withRecord(drafts) { record in
            let id = try await id("Accede to the Optional Protocol to the Convention against Torture", record)
            let page = try await record.library.similar(id, language: .english)
            #expect(page.groups.map(\.scope) == [.document, .state, .others])
            #expect(
                page.groups.map { $0.items.map(\.summary.paragraph?.printed) } == [["121.2"], ["121.4"], ["121.6"]])
            #expect(page.groups.map { $0.items.first?.reason.kind } == [.same, .same, .instrument])
            #expect(page.groups[0].items.first?.reason.instruments == ["OPCAT"])
            let clinics = try await self.id("Build clinics in every district of the islands", record)
            #expect(try await record.library.similar(clinics, language: .english).isEmpty)
        }
    }

    @Test("What was taken back does not show, even before the index knows")
    func withdrawn() async throws {
        let text = "Build clinics in every district of the islands"
        try await withRecord([draft(1, text)]) { record in
            try await Fixture.run(
                [draft(2, "Build a clinic in each district of the islands", document: "DEMO/T/14/8")],
                into: record.database, source: .uhri, name: "two")
            try await record.feed.catchUp()
            let id = try await id(text, record)
            #expect(try await record.library.similar(id, language: .english).groups[1].items.count == 1)
            let later = Clock { 1_770_000_100_000 }
            _ = try await ImportUndo(database: record.database, clock: later)("two", actor: "test")
            #expect(try await record.library.similar(id, language: .english).isEmpty)
        }
    }

    @Test("Without a language in common, themes in common are the reason")
    func languages() async throws {
        let themes = ["right-to-health", "right-to-water-sanitation"]
        let drafts = [
            draft(1, "Build clinics in every district", themes: themes),
            draft(
                2, "Construire des dispensaires et des puits", document: "DEMO/T/14/8", language: .french,
                themes: themes),
            draft(3, "Former les juges", document: "DEMO/T/14/8", language: .french, themes: ["fair-trial"]),
        ]
        try await withRecord(drafts) { record in
            let id = try await id("Build clinics in every district", record)
            let found = try await record.library.similar(id, language: .english).groups[1].items
            #expect(found.map(\.summary.paragraph?.printed) == ["121.2"])
            #expect(found.first?.reason.kind == .themes && found.first?.reason.themes.count == 2)
            #expect(found.first?.similarity == 0)
        }
    }

    @Test("A number that is none, or a limit out of bounds, is an error of its own")
    func errors() async throws {
        try await withRecord([draft(1, "Build clinics")]) { record in
            await #expect(throws: OperationError.notFound) {
                try await record.library.similar(RecommendationID(999_999), language: .english)
            }
            await #expect(throws: OperationError.self) {
                try await record.library.similar(RecommendationID(1), limit: 0, language: .english)
            }
        }
    }
}
