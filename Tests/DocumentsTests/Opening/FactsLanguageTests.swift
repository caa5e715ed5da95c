import Domain
import Testing

@testable import Documents

@Suite("First pages of other kinds in six languages")
struct FactsLanguageTests {
    private func facts(_ symbol: String, _ masthead: String, _ title: String) -> DocumentFacts {
        Pages.facts("\(symbol)\n\(masthead)\n\n\(title)\n")
    }

    @Test(
        "Concluding observations and lists without a telling symbol",
        arguments: [
            ("Observations finales concernant le rapport de Corvie", DocumentKind.concludingObservations, "fr"),
            ("Observaciones finales sobre el informe de Corvia", .concludingObservations, "es"),
            ("Заключительные замечания по докладу Корвии", .concludingObservations, "ru"),
            ("الملاحظات الختامية بشأن تقرير كورفيا", .concludingObservations, "ar"),
            ("关于科尔维亚第三次报告的结论性意见", .concludingObservations, "zh"),
            ("Liste de points concernant le rapport de Corvie", .listOfIssues, "fr"),
            ("Liste de points établie avant la soumission du rapport de Corvie", .listOfIssuesPrior, "fr"),
            ("Lista de cuestiones previa a la presentación del informe de Corvia", .listOfIssuesPrior, "es"),
            ("Перечень вопросов в связи с докладом Корвии", .listOfIssues, "ru"),
            ("Перечень вопросов до представления доклада Корвии", .listOfIssuesPrior, "ru"),
            ("قائمة المسائل المتعلقة بتقرير كورفيا", .listOfIssues, "ar"),
            ("关于科尔维亚报告的问题清单", .listOfIssues, "zh"),
        ])
    func treatyBodies(_ title: String, _ kind: DocumentKind, _ language: String) {
        let names = ["fr": "Français", "es": "Español", "ru": "Russian", "ar": "Arabic", "zh": "Chinese"]
        let facts = facts("CRC/C/9", "Distr.: General\n3 March 2021\n\(names[language] ?? "")", title)
        #expect(facts.kind == kind, "\(title)")
        #expect(facts.state == StateCode("XAC"), "\(title)")
        #expect(facts.mechanism == MechanismCode("crc") && facts.language == LanguageTag(language))
    }

    @Test(
        "Visit reports",
        arguments: [
            ("Visite en Corvie", "Rapport de la Rapporteuse spéciale sur le droit à l’alimentation", "Français"),
            ("Visita a Corvia", "Informe de la Relatora Especial sobre el derecho a la alimentación", "Español"),
            ("Посещение Корвии", "Доклад Специального докладчика по вопросу о праве на питание", "Russian"),
            ("زيارة إلى كورفيا", "تقرير المقرر الخاص المعني بالحق في الغذاء", "Arabic"),
            ("访问科尔维亚", "食物权问题特别报告员的报告", "Chinese"),
        ])
    func visits(_ title: String, _ mandate: String, _ language: String) {
        let facts = facts(
            "A/HRC/40/99/Add.2", "Distr.: General\n3 March 2021\n\(language)\nOriginal: English",
            title + "\n\n" + mandate)
        #expect(facts.kind == .visitReport && facts.state == StateCode("XAC"), "\(title)")
        #expect(facts.mechanism == MechanismCode("sp-food"), "\(mandate)")
    }

    @Test("Language by script and small words, where no masthead says it")
    func noMasthead() {
        #expect(
            Pages.facts("Le rapport de la commission est une somme de ce que nous avons lu et vu dans le pays.")
                .language == .french)
        #expect(Pages.facts("Отчет комиссии о том, что было прочитано").language == .russian)
        #expect(Pages.facts("12 / 13 / 14").doubts.contains(Doubt(.languageUnclear)))
    }

    @Test("The masthead of a word processor's file stands in a table")
    func wordMasthead() {
        var text = Pages.word(["Concluding observations on the report of Belmar*", "Adopted at its ninth session."])
        text.tables = [
            .init(
                line: 0,
                rows: [
                    [.init(paragraphs: ["United Nations"]), .init(paragraphs: ["CRPD/C/XAB/CO/1"])],
                    [
                        .init(paragraphs: []),
                        .init(paragraphs: ["Distr.: General", "3 March 2021", "Original: English"]),
                    ],
                ])
        ]
        let facts = Pages.reading(text).facts
        #expect(facts.symbol?.printed == "CRPD/C/XAB/CO/1" && facts.published == CalendarDate("2021-03-03"))
        #expect(facts.kind == .concludingObservations && facts.state == StateCode("XAB"))
        #expect(facts.title == "Concluding observations on the report of Belmar")
    }
}
