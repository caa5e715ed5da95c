import Domain

@testable import Insight

/// Recommendations to an invented State, in our own words.
enum IssueFixtures {
    static func record(
        _ id: Int64, _ text: String, language: String = "en", document: Int64 = 1, themes: [String] = [],
        persons: [String] = []
    ) -> IssueRecord {
        IssueRecord(
            id: RecommendationID(id), texts: [LanguageTag(language): text], themes: themes, persons: persons,
            mechanism: MechanismCode.upr, document: DocumentID(document))
    }

    static func records(_ texts: [String], from first: Int64 = 1, document: Int64 = 1) -> [IssueRecord] {
        texts.enumerated().map { record(first + Int64($0.offset), $0.element, document: document) }
    }

    static let review = [
        "Ratify the Optional Protocol to the Convention against Torture (Belmar);",
        "Consider acceding to OPCAT (Dorvane);",
        "Sign and ratify the Convention on the Rights of Persons with Disabilities (Belmar);",
        "Complete the ratification of the CRPD (Esmera);",
        "Prohibit corporal punishment of children in the home and in every school (Farland);",
        "Ban the corporal punishment of children in all settings (Belmar);",
        "Pass a law that forbids corporal punishment in schools and at home (Galt);",
        "Build shelters for women who flee domestic violence (Dorvane);",
        "Open more shelters for victims of domestic violence in the provinces of Corvia (Esmera);",
        "Finance shelters and hotlines for women affected by domestic violence (Galt);",
        "Reduce overcrowding in the prisons of the capital (Hestia);",
        "Continue its efforts to reduce prison overcrowding (Belmar);",
        "Give Roma children access to mainstream schools (Dorvane);",
        "End the segregation of Roma children in schools (Esmera);",
        "Strengthen the independence of the ombudsman in line with the Paris Principles (Farland);",
        "Bring the national human rights institution into full compliance with the Paris Principles (Galt);",
        "Raise official development assistance to 0.7 per cent of national income (Hestia);",
        "Collect data on the health of fishermen of the northern lake (Belmar);",
    ]

    /// The same demand in six languages.
    static let shelters = [
        "en": "Open shelters for women who are victims of domestic violence",
        "fr": "Ouvrir des foyers d’accueil pour les femmes victimes de violence domestique",
        "es": "Abrir refugios para las mujeres víctimas de la violencia doméstica",
        "ru": "Открыть приюты для женщин — жертв домашнего насилия",
        "ar": "فتح مآوي للنساء ضحايا العنف المنزلي",
        "zh": "为遭受家庭暴力的妇女受害者开设庇护所",
    ]
    static let torture = [
        "en": "Ratify the Optional Protocol to the Convention against Torture",
        "fr": "Ratifier le Protocole facultatif se rapportant à la Convention contre la torture",
        "es": "Ratificar el Protocolo Facultativo de la Convención contra la Tortura",
        "ru": "Ратифицировать Факультативный протокол к Конвенции против пыток",
        "ar": "التصديق على البروتوكول الاختياري لاتفاقية مناهضة التعذيب",
        "zh": "批准《禁止酷刑公约任择议定书》",
    ]
    static let punishment = [
        "en": "Prohibit by law the corporal punishment of children",
        "fr": "Interdire par la loi les châtiments corporels infligés aux enfants",
        "es": "Prohibir por ley el castigo corporal de los niños",
        "ru": "Запретить законом телесные наказания детей",
        "ar": "حظر العقاب البدني للأطفال بموجب القانون",
        "zh": "立法禁止对儿童的体罚",
    ]
}

/// Which recommendations stand together, as sets.
func partition(_ issues: [FoundIssue]) -> Set<Set<RecommendationID>> {
    Set(issues.map { Set($0.members.map(\.recommendation)) })
}

/// A generator that gives the same numbers in every run.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 31)
    }
}
