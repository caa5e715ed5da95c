import Domain
import Testing

@testable import Documents

@Suite("Addenda in six languages")
struct AddendumLanguageTests {
    @Test(
        "Sentences with numbers",
        arguments: [
            "Aldora accepts recommendations 115.1 to 115.3. It does not accept recommendations 115.4 and 115.5.",
            "Recommendations 115.1–115.3 enjoy the support of Aldora. Recommendations 115.4 and 115.5 are rejected.",
            "Aldora accepte les recommandations 115.1 à 115.3. Elle prend note des recommandations 115.4 et 115.5.",
            "Les recommandations 115.1 à 115.3 recueillent l’appui d’Aldora. Les recommandations 115.4 et 115.5 ne recueillent pas son appui.",
            "Aldora acepta las recomendaciones 115.1 a 115.3. Toma nota de las recomendaciones 115.4 y 115.5.",
            "Las recomendaciones 115.1 a 115.3 cuentan con el apoyo de Aldora. Las recomendaciones 115.4 y 115.5 no cuentan con su apoyo.",
            "Альдора принимает рекомендации 115.1–115.3. Альдора принимает к сведению рекомендации 115.4 и 115.5.",
            "Рекомендации 115.1–115.3 пользуются поддержкой Альдоры. Рекомендации 115.4 и 115.5 не пользуются поддержкой Альдоры.",
            "تقبل ألدورا التوصيات 115.1 إلى 115.3. وتحيط علماً بالتوصيتين 115.4 و115.5.",
            "تحظى التوصيات 115.1 إلى 115.3 بتأييد ألدورا. لا تحظى التوصيتان 115.4 و115.5 بتأييد ألدورا.",
            "阿尔多拉接受建议115.1至115.3。阿尔多拉注意到建议115.4和115.5。",
            "阿尔多拉支持第115.1至115.3段所载建议。阿尔多拉不接受第115.4和115.5段所载建议。",
        ])
    func sentences(_ text: String) {
        let findings = Pages.answers("1.  " + text + "\n")
        #expect(Pages.numbers(findings, .supported) == ["115.1", "115.2", "115.3"], "\(text)")
        #expect(Pages.numbers(findings, .noted) == ["115.4", "115.5"], "\(text)")
    }

    @Test(
        "Headings",
        arguments: [
            ("Accepted recommendations", "Recommendations noted"),
            ("Recommandations acceptées", "Recommandations notées"),
            ("Recomendaciones aceptadas", "Recomendaciones de las que se toma nota"),
            ("Принятые рекомендации", "Рекомендации, принятые к сведению"),
            ("التوصيات المقبولة", "التوصيات المحاط بها علما"),
            ("接受的建议", "注意到的建议"),
        ])
    func headings(_ supported: String, _ noted: String) {
        let findings = Pages.answers("\(supported)\n\n115.1\n\n115.2\n\n\(noted)\n\n115.3\n")
        #expect(Pages.numbers(findings, .supported) == ["115.1", "115.2"], "\(supported)")
        #expect(Pages.numbers(findings, .noted) == ["115.3"], "\(noted)")
    }

    @Test(
        "Claims",
        arguments: [
            "Recommendation accepted, already implemented.", "Recommandation acceptée, déjà mise en œuvre.",
            "Recomendación aceptada, ya aplicada.", "Рекомендация принята, уже выполнена.",
            "توصية مقبولة، نفذت بالفعل.",
            "接受该建议，已经落实。",
        ])
    func claims(_ text: String) {
        let findings = Pages.answers("115.1   \(text)\n")
        #expect(findings.map(\.position) == [.supported] && findings.first?.claim?.status == .implemented, "\(text)")
    }
}
