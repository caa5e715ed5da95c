import Domain
import Testing

@testable import Documents

@Suite("Reports of visits")
struct VisitReportTests {
    @Test("Conclusions observe, recommendations recommend, and the heading says to whom")
    func recommendations() {
        let findings = VisitReportReader.findings(
            in: Texts.word(
                """
                I. Introduction
                1. The Special Rapporteur visited Corvia in May.
                II. Situation
                2. The Government should have acted sooner, she heard.
                III. Conclusions and recommendations
                A. Conclusions
                3. Corvia has made progress.
                B. Recommendations
                4. The Special Rapporteur recommends that the Government of Corvia:
                (a) Adopt a law on housing;
                (b) Publish data.
                1. Recommendations to the United Nations
                5. Support the housing plan with experts.
                2. Recommendations to business
                6. Companies should pay fair wages.
                """), Texts.context(.visitReport))
        #expect(findings.map(\.paragraph?.printed) == ["3", "4", "5", "6"])
        #expect(findings.map(\.kind) == [.observation, .recommendation, .recommendation, .recommendation])
        #expect(findings[0].part == .conclusion)
        #expect(findings[1].duties.map(\.label) == ["a", "b"])
        #expect(findings[2].heading?.hasSuffix("Recommendations to the United Nations") == true)
        #expect(findings[3].heading?.hasSuffix("Recommendations to business") == true)
    }

    @Test(
        "The section is found in French and Spanish",
        arguments: [
            (
                "VI. Conclusions et recommandations",
                "Le Rapporteur spécial recommande au Gouvernement de publier les données.", LanguageTag.french
            ),
            (
                "VI. Conclusiones y recomendaciones",
                "El Relator Especial recomienda al Gobierno que publique los datos.", LanguageTag.spanish
            ),
        ])
    func otherLanguages(_ heading: String, _ text: String, _ language: LanguageTag) {
        let findings = VisitReportReader.findings(
            in: Texts.word("I. Situation\n1. Un.\n2. Dos.\n\(heading)\n3. Corvia.\n4. \(text)"),
            Texts.context(.visitReport, language))
        #expect(findings.map(\.paragraph?.printed) == ["3", "4"])
        #expect(findings.last?.kind == .recommendation)
    }
}
