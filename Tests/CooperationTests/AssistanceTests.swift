import Domain
import Testing

@testable import Cooperation

@Suite("Where needs come from")
struct AssistanceTests {
    private func recommendation(_ texts: [LanguageTag: String], _ action: ActionCategory? = nil) -> Recommendation {
        Recommendation(
            id: RecommendationID(1), kind: .recommendation, document: DocumentID(1), texts: texts,
            states: [StateCode("XAA")], action: action)
    }

    @Test("A recommendation that asks for help is proposed, and the rule is named")
    func rules() {
        let english = recommendation([.english: "Seek Technical Assistance from partners to train the police"])
        #expect(AssistanceRule.holding(for: english) == [.words("technical assistance")])
        let arabic = recommendation([.arabic: "طلب المساعدة التقنية من الشركاء"])
        #expect(AssistanceRule.holding(for: arabic) == [.words("المساعدة التقنية")])
        #expect(AssistanceRule.holding(for: recommendation([.english: "Share experience"], .minimal)) == [.action])
        #expect(AssistanceRule.holding(for: recommendation([.english: "Abolish the death penalty"])).isEmpty)
    }

    @Test("The section on capacity-building is found by its heading and ends at the next of its rank")
    func section() throws {
        let text = """
            IV. Achievements
            12. The register was opened in every district.
            V. Expectations in terms of capacity-building and
            technical assistance
            13. Aldora asks for help in training
            two hundred registrars.
            14. It asks for an exchange with States that keep such registers.
            VI. Conclusion
            15. Aldora thanks all who took part.
            """
        let found = try #require(CapacitySection.find(in: text))
        #expect(found.heading == "Expectations in terms of capacity-building and technical assistance")
        #expect(
            found.paragraphs == [
                "Aldora asks for help in training two hundred registrars.",
                "It asks for an exchange with States that keep such registers.",
            ])
        #expect(CapacitySection.find(in: "12. Technical assistance was received from two partners.") == nil)
    }

    @Test("A title is cut at a word's end")
    func titles() {
        let long = String(repeating: "word ", count: 60)
        let short = Needs.short(long)
        #expect(short.hasSuffix("word…"))
        #expect(short.count <= CooperationLimits.titleCharactersMax)
        #expect(Needs.short("One line\nand another") == "One line")
    }
}
