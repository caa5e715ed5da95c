import Corpus
import Documents
import Domain
import Foundation
import Reference
import Store
import TestSupport
import Testing

@testable import Operations

@Suite("Finding beside what was typed") struct FindingTests {
    private static let facts: ReferenceFacts? = try? DeskFixture.reference()

    private func withRecord(
        _ drafts: [RecommendationDraft], synonyms: String? = nil, _ body: (OpenRecord) async throws -> Void
    ) async throws {
        let facts = try #require(Self.facts)
        try await withEachDatabase { database in
            try await withFolder { folder in
                if let synonyms {
                    try Data(synonyms.utf8).write(to: URL(filePath: folder + "/" + ReferenceFacts.synonymFile))
                }
                let record = try await OpenRecord.open(
                    database: database, folder: folder, reference: facts, clock: Fixture.clock,
                    randomHex: String(repeating: "0f", count: 16))
                try await Fixture.run(drafts, into: record.database, source: .uhri)
                try await record.feed.catchUp()
                try await body(record)
            }
        }
    }

    private func draft(
        _ row: Int, _ number: String, _ text: String, _ language: LanguageTag = .english, themes: [String] = []
    ) -> RecommendationDraft {
        var draft = Fixture.paragraph(row, number, text, from: ["XAB"])
        draft.texts = [language: text]
        draft.tags = themes.map { TagDraft(kind: .theme, code: $0, label: $0) }
        return draft
    }

    private var drafts: [RecommendationDraft] {
        [
            draft(1, "122.1", "Ratify OPCAT without delay"),
            draft(2, "122.2", "Accede to the Optional Protocol to the Convention against Torture"),
            draft(
                3, "122.3", "Adhérer au Protocole facultatif se rapportant à la Convention contre la torture", .french),
            draft(4, "122.34", "Отменить смертную казнь", .russian, themes: ["death-penalty"]),
            draft(5, "18", "Réduire les files d’attente des cliniques", .french, themes: ["right-to-health"]),
            draft(
                6, "19", "Shorten the queues of clinics; paragraph 122.34 was discussed", themes: ["right-to-health"]),
            draft(7, "20", "Publish the register of wells every year"),
        ]
    }

    private func numbers(_ page: SearchPage) -> [String] { page.items.compactMap { $0.paragraph?.printed } }

    @Test("An acronym finds its long forms in every language, after those that hold it; exactly as typed it does not")
    func synonyms() async throws {
        try await withRecord(drafts) { record in
            let page = try await record.library.search(SearchRequest(query: "OPCAT", facets: [.language]))
            #expect(numbers(page).first == "122.1" && Set(numbers(page)) == ["122.1", "122.2", "122.3"])
            #expect(page.items.map(\.foundBy) == [nil, .synonyms, .synonyms] && page.total == 3)
            #expect(page.facets.first?.count(of: "fr") == 1)
            let expansion = try #require(page.expansions.first { $0.kind == .synonyms })
            #expect(expansion.added == 2 && expansion.terms.first?.typed == "OPCAT")
            #expect(page.items[1].excerpt.contains { $0.isHit && $0.text.contains("Protocol") })
            for request in [
                SearchRequest(query: "OPCAT", isExact: true), SearchRequest(query: "\"OPCAT\""),
            ] {
                #expect(try await numbers(record.library.search(request)) == ["122.1"])
            }
            #expect(try await numbers(record.library.search(SearchRequest(query: "-OPCAT wells"))) == ["20"])
        }
    }

    @Test("A phrase of several words, typed in one language, finds the others; unknown words stay required")
    func phrases() async throws {
        try await withRecord(drafts) { record in
            let library = record.library
            let french = try await library.search(SearchRequest(query: "peine de mort", language: .french))
            let english = try await library.search(SearchRequest(query: "death penalty"))
            let chinese = try await library.search(SearchRequest(query: "废除死刑", language: .chinese))
            let unknown = try await library.search(SearchRequest(query: "death penalty xylophone flute"))
            #expect([french, english, chinese].map(numbers) == [["122.34"], ["122.34"], ["122.34"]])
            #expect(unknown.total == 0)
        }
    }

    @Test(
        "A theme's name finds records of other languages by their tags, last; those of its own language only by words")
    func concepts() async throws {
        try await withRecord(drafts) { record in
            let page = try await record.library.search(SearchRequest(query: "right to health"))
            #expect(numbers(page) == ["18"] && page.items.first?.foundBy == .concepts)
            let expansion = try #require(page.expansions.first { $0.kind == .concepts })
            #expect(expansion.terms.first?.tags.contains(FacetValue(.theme, "right-to-health")) == true)
            #expect(try await record.library.search(SearchRequest(query: "right to health", isExact: true)).total == 0)
        }
    }

    @Test("A State's name finds its records with the other words")
    func states() async throws {
        try await withRecord(drafts) { record in
            let page = try await record.library.search(SearchRequest(query: "Aldora wells"))
            #expect(numbers(page) == ["20"])
        }
    }

    @Test(
        "A symbol, a paragraph's number and both together find the record first",
        arguments: [
            ("122.34", ["122.34", "19"]), ("para 18", ["18"]), ("§18", ["18"]), ("paragraph 122.34", ["122.34", "19"]),
            ("DEMO/T/43/15 122.34", ["122.34"]), ("\"demo/t/43/15 122.34\"", ["122.34"]),
            ("DEMO/T/43/15 para. 18", ["18"]), ("DEMO/T/43/15 wells", ["20"]), ("第18段", ["18"]),
            ("DEMO/T/44/15", []), ("DEMO/T/43/15 -OPCAT 122.1", []),
        ] as [(String, [String])])
    func places(_ query: String, _ expected: [String]) async throws {
        try await withRecord(drafts) { record in
            let page = try await record.library.search(SearchRequest(query: query))
            #expect(Array(numbers(page).prefix(expected.count)) == expected)
            if expected.isEmpty { #expect(page.items.allSatisfy { $0.foundBy == nil }) }
        }
    }

    @Test("All records of a document are found by its symbol")
    func symbol() async throws {
        try await withRecord(drafts) { record in
            let page = try await record.library.search(SearchRequest(query: "demo/t/43/15"))
            #expect(page.total == 7 && page.items.allSatisfy { $0.foundBy == .lookup })
        }
    }

    @Test("A misspelt word is offered as the texts write it, with its count, and never put in its place")
    func suggests() async throws {
        try await withRecord(drafts) { record in
            let page = try await record.library.search(SearchRequest(query: "clinics queus"))
            #expect(page.total == 0)
            #expect(page.suggestions.first?.query == "clinics queues" && page.suggestions.first?.count == 1)
            let french = try await record.library.search(SearchRequest(query: "adherer protocle", language: .french))
            #expect(french.total == 0 && french.suggestions.map(\.query) == ["adherer protocole"])
            let cyrillic = try await record.library.search(SearchRequest(query: "смертнуя"))
            #expect(cyrillic.suggestions.map(\.query) == ["смертную"])
            let known = try await record.library.search(SearchRequest(query: "wells"))
            #expect(known.suggestions.isEmpty)
            let quoted = try await record.library.search(SearchRequest(query: "\"publish the registr\" state:XAA"))
            #expect(quoted.suggestions.map(\.query) == ["\"publish the register\" state:XAA"])
        }
    }

    @Test("What lies on the desk unaccepted is in no index and is never suggested")
    func privateText() async throws {
        try await DeskFixture.each { fixture in
            let facts = try #require(Self.facts)
            let record = try await OpenRecord.open(
                database: fixture.database, folder: fixture.desk.folder, reference: facts, clock: Fixture.clock,
                randomHex: String(repeating: "0f", count: 16))
            var findings = DeskFixture.paragraphs
            findings[0].text = "Protect the zorblatine fishers"
            let id = try await fixture.put(DeskFixture.report, findings)
            try await record.feed.catchUp()
            let before = try await record.library.search(SearchRequest(query: "zorblatime"))
            #expect(before.total == 0 && before.suggestions.isEmpty)
            #expect(record.corpus.snapshot.suggestions(for: "zorblatime").isEmpty)
            _ = try await fixture.desk.accept(id, .allOpen, by: DeskFixture.coordinator)
            try await record.feed.catchUp()
            let after = try await record.library.search(SearchRequest(query: "zorblatime"))
            #expect(after.suggestions.map(\.query) == ["zorblatine"])
        }
    }

    @Test("An installation's own synonyms are used")
    func ownSynonyms() async throws {
        try await withRecord(drafts, synonyms: "en: boreholes; wells\n") { record in
            let page = try await record.library.search(SearchRequest(query: "boreholes"))
            #expect(numbers(page) == ["20"])
        }
    }
}
