import Language
import Testing

@Suite("Analysis") struct AnalysisTests {
    @Test(
        "Forms of one word have one term",
        arguments: [
            ("en", ["ratify", "ratified", "ratifies"]), ("en", ["Recommendation", "recommendations"]),
            ("fr", ["recommandation", "recommandations"]), ("fr", ["ÉGALITÉ", "égalités"]),
            ("es", ["educación", "educaciones", "EDUCACIÓN"]),
            ("ru", ["рекомендация", "рекомендации", "рекомендациями"]),
            ("ru", ["ещё", "еще"]), ("ar", ["التوصيات", "توصيات", "والتوصيات"]), ("ar", ["المرأة", "المراه"]),
            ("zh", ["妇"]), ("pt", ["direitos", "direito"]), ("xx", ["Ñandú", "nandu"]),
        ])
    func conflates(_ language: String, _ words: [String]) {
        let analyzer = Analyzer(language: language)
        let terms = Set(words.map(analyzer.term))
        #expect(terms.count == 1)
    }

    @Test("Different words keep different terms")
    func distinguishes() {
        let analyzer = Analyzer(language: "en")
        #expect(analyzer.term("torture") != analyzer.term("tortoise"))
        #expect(Analyzer(language: "ru").term("мир") != Analyzer(language: "ru").term("мера"))
    }

    @Test("A word without end is cut, not refused")
    func longWord() {
        let analyzer = Analyzer(language: "ar")
        #expect(analyzer.term(String(repeating: "ب", count: 10_000)).utf8.count <= Analyzer.wordBytesMax)
    }

    @Test("Possessives and elided articles are told from words")
    func clitics() {
        var text = "women’s l'eau s"
        var scanner = TokenScanner()
        text.withUTF8 { bytes in
            let spans = scanner.spans(of: bytes)
            #expect(Clitics.flags(bytes, spans, language: "en") == [false, true, false, false, false])
            #expect(Clitics.flags(bytes, spans, language: "fr") == [false, true, true, false, false])
        }
    }

    @Test(
        "The language of a text is told by its script and small words",
        arguments: [
            ("Take all measures that are necessary for the schools of Aldora", "en"),
            ("Prendre toutes les mesures qui sont dans la loi pour les écoles", "fr"),
            ("Adoptar todas las medidas que sean necesarias para las escuelas", "es"),
            ("Принять все меры для школ", "ru"), ("اتخاذ جميع التدابير للمدارس", "ar"), ("采取一切必要措施", "zh"),
        ])
    func detects(_ text: String, _ language: String) {
        #expect(LanguageDetector.language(of: text) == language)
    }

    @Test("Nothing is guessed where nothing speaks for it")
    func undetected() {
        for text in ["", "12 / 43", "한국어", "xyz qrs"] { #expect(LanguageDetector.language(of: text) == nil) }
    }
}
