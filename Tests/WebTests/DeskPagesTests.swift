import Documents
import Domain
import Testing

@testable import Frame
@testable import Operations
@testable import Web

@Suite("What the desk and the record say of documents")
struct DeskPagesTests {
    @Test("The page of a document names the files its recommendations came from, and the desk leads there")
    func files() async throws {
        let person = try await TestPerson.coordinator.value
        let facts = TestPerson.facts()
        let id = try await person.put(
            [TestPerson.finding("31.1", "Count every lighthouse keeper")], facts: facts, name: "keepers.pdf")
        #expect(try await !person.get("/desk/\(id)?lang=en").text.contains("In the record"))
        let reply = try await person.post("/desk/\(id)/accept?lang=en", [("which", "all")])
        #expect(reply.status == 303)
        let desk = try await person.get("/desk/\(id)?lang=en").text
        #expect(desk.contains("See it in the record"))
        let page = try await person.site.responder.site.desk.reading(id, for: person.caller)
        let document = try #require(page.document)
        let text = try await person.site.get("/documents/\(document)?lang=en").text
        #expect(text.contains("keepers.pdf"))
        #expect(text.contains("UPR Working Group report · English"))
        #expect(text.contains(try #require(facts.symbol).printed))
    }

    @Test("A list shows the row it was read from, below its theme, and what will be taken over")
    func listTable() async throws {
        let person = try await TestPerson.coordinator.value
        func row(_ cells: String...) -> [DocumentText.Cell] { cells.map { .init(paragraphs: [$0]) } }
        var finding = TestPerson.finding("32.9", "Lend boats to schools")
        finding.positionDocument = "DEMO/T/32 - Para 32"
        finding.tags = [TagDraft(kind: .theme, code: "boats", label: "Boats")]
        let id = try await person.put(
            [finding], facts: TestPerson.facts(kind: .thematicList),
            tables: [
                .init(
                    line: 0,
                    rows: [
                        row("Recommendation", "Position"), row("Theme: Harbours"), row("32.1 Paint the pier", "Noted"),
                        row("32.2 Open the pier", "Noted"), row("32.9 Lend boats to schools", "Supported"),
                    ])
            ])
        let text = try await person.get("/desk/\(id)?lang=en").text
        #expect(text.contains("Theme: Harbours"))
        #expect(!text.contains("Paint the pier"))
        #expect(text.contains("<tr class=\"here\"><td dir=\"auto\">32.9 Lend boats"))
        #expect(text.contains("DEMO/T/32 - Para 32"))
    }

    @Test("An answer in the list says the position; one without a paragraph is refused in the reader's language")
    func answers() async throws {
        let person = try await TestPerson.coordinator.value
        var answer = TestPerson.finding("33.1", "")
        answer.kind = .statement
        answer.paragraph = nil
        answer.wording = "The Government takes up the following"
        answer.reason = "A law on lanterns is before Parliament"
        let id = try await person.put([answer], facts: TestPerson.facts(kind: .addendum))
        let text = try await person.get("/desk/\(id)?lang=en").text
        #expect(text.contains("<span class=\"answer\">Supported</span>"))
        #expect(text.contains("dir=\"auto\">A law on lanterns"))
        let refused = try await person.post("/desk/\(id)/accept?lang=fr", [("which", "all")])
        #expect(refused.status == 422)
        #expect(refused.text.contains("Une réponse a besoin du numéro du paragraphe"))
    }

    @Test("The desk is in pages, newest first")
    func pages() async throws {
        let person = try await TestPerson.coordinator.value
        for number in 1...3 { _ = try await person.put([TestPerson.finding("34.\(number)", "Mend the nets")]) }
        let desk = person.site.responder.site.desk
        let first = try await desk.list(limit: 2, for: person.caller).map(\.id)
        let second = try await desk.list(before: first.last, limit: 2, for: person.caller).map(\.id)
        #expect(first.count == 2)
        #expect(first[0] > first[1])
        #expect(try #require(second.first) < first[1])
        let text = try await person.get("/desk?lang=en&before=\(first[1])").text
        #expect(text.contains("Newest documents"))
        #expect(!text.contains("/desk/\(first[1])?"))
        #expect(try await person.get("/desk?before=soon").status == 400)
    }
}
