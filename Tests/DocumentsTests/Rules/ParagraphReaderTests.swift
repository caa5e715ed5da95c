import Domain
import Foundation
import Testing

@testable import Documents

@Suite("Any other document")
struct ParagraphReaderTests {
    private func findings(
        _ text: String, _ rules: ParagraphRules = ParagraphRules(), _ language: LanguageTag = .english
    ) -> [Finding] {
        ParagraphReader.findings(in: Texts.word(text), rules, Texts.context(.paragraphs, language))
    }

    @Test("Without a rule, numbers that follow from one another are paragraphs")
    func numbered() {
        let found = findings(
            """
            Situation
            1. The Commission received reports.
            Recommendations
            2. The Commission recommends that the State adopt a law.
            3. Repeal the decree.
            """)
        #expect(found.map(\.paragraph?.printed) == ["1", "2", "3"])
        #expect(found.map(\.kind) == [.observation, .recommendation, .recommendation])
    }

    @Test("Without numbers, what stands between blank lines are paragraphs")
    func blankLines() {
        let found = findings(
            "The Commissioner’s findings\nThe Commissioner saw three camps.\nThe Commissioner calls on the authorities to close them."
        )
        #expect(found.count == 2)
        #expect(found.map(\.kind) == [.observation, .recommendation])
        #expect(found[0].heading == "The Commissioner’s findings")
    }

    @Test("A saved rule says where to read, what begins a paragraph and what recommends")
    func savedRule() throws {
        let json = """
            {"name": "Peer review", "begins": "prefixes", "prefixes": ["Measure"], "from": "Part B", "to": "Annex",
             "recommends": {"en": ["is asked to"]}, "keepsOnlyRecommendations": true, "mechanism": "own-peer", "language": "en"}
            """
        let rules = try JSONDecoder().decode(ParagraphRules.self, from: Data(json.utf8))
        let again = try JSONDecoder().decode(ParagraphRules.self, from: JSONEncoder().encode(rules))
        #expect(again == rules)
        let found = findings(
            """
            Part A
            Measure 1: Aldora is asked to wait.
            Part B
            Some text that leads to it.
            Measure 2: Aldora is asked to act.
            Measure 3: Aldora thanks.
            Measure 4 – Aldora is asked to:
            (a) publish;
            (b) repair.
            Annex
            Measure 9: Aldora is asked to sing.
            """, rules)
        #expect(found.map(\.paragraph?.printed) == ["2", "4"])
        #expect(found[0].text == "Aldora is asked to act.")
        #expect(found[1].text.contains("repair"))
    }

    @Test("Bullets can begin paragraphs")
    func bullets() {
        let found = findings(
            "Intro.\n• Close the camp.\n• Pay the workers.", ParagraphRules(begins: .bullets, kind: .recommendation))
        #expect(found.map(\.text) == ["Close the camp.", "Pay the workers."])
        #expect(found.allSatisfy { $0.kind == .recommendation })
    }

    @Test(
        "A rule with a misspelt member, or with too many words, is refused",
        arguments: [
            #"{"begin": "numbers"}"#, #"{"begins": "regex"}"#, #"{"begins": "prefixes"}"#, #"{"prefixes": [""]}"#,
            #"{"recommends": {"en": ["\#(String(repeating: "a", count: 300))"]}}"#,
        ])
    func refused(_ json: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ParagraphRules.self, from: Data(json.utf8)) }
    }

    @Test(
        "Regional bodies in French and Spanish recommend in their own words",
        arguments: [
            ("La Commission recommande à l’État d’adopter une loi.", LanguageTag.french),
            ("La Comisión recomienda al Estado que adopte una ley.", LanguageTag.spanish),
        ])
    func regional(_ text: String, _ language: LanguageTag) {
        #expect(findings("1. Texto.\n2. \(text)", ParagraphRules(), language).last?.kind == .recommendation)
    }
}
