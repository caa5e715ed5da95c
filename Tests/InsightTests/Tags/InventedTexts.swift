@testable import Insight

/// Texts of our own about nothing real: what is asked, about what, in words of six languages.
enum InventedTexts {
    static let verbs: [String: [[String]]] = [
        "en": [["continue", "keep on"], ["consider", "examine"], ["ratify", "adopt"]],
        "fr": [["continuer à", "poursuivre"], ["envisager", "examiner"], ["ratifier", "adopter"]],
        "es": [["continuar", "seguir"], ["considerar", "examinar"], ["ratificar", "adoptar"]],
        "ru": [["продолжать", "впредь"], ["рассмотреть", "изучить"], ["ратифицировать", "принять"]],
        "ar": [["مواصلة", "الاستمرار"], ["النظر", "دراسة"], ["التصديق", "اعتماد"]],
        "zh": [["继续", "保持"], ["考虑", "研究"], ["批准", "通过"]],
    ]
    static let objects: [String: [[String]]] = [
        "en": [["lighthouses", "beacons"], ["ferries", "harbours"], ["orchards", "apple trees"]],
        "fr": [["phares", "balises"], ["bacs", "ports"], ["vergers", "pommiers"]],
        "es": [["faros", "balizas"], ["barcas", "puertos"], ["huertos", "manzanos"]],
        "ru": [["маяки", "бакены"], ["паромы", "гавани"], ["сады", "яблони"]],
        "ar": [["المنارات", "الفنارات"], ["العبارات", "الموانئ"], ["البساتين", "أشجار التفاح"]],
        "zh": [["灯塔", "航标"], ["渡轮", "港口"], ["果园", "苹果树"]],
    ]

    static func examples(_ count: Int, languages: [String] = ["en"], seed: UInt64 = 1) -> [TagExample] {
        var random = SplitMix(state: seed)
        func pick(_ below: Int) -> Int { Int(random.next() % UInt64(below)) }
        return (0..<count).map { number in
            let language = languages[pick(languages.count)]
            let verb = pick(3)
            let first = pick(3)
            let second = pick(3)
            let words = objects[language] ?? []
            var things = [words[first][pick(2)]]
            if second != first { things.append(words[second][pick(2)]) }
            let text =
                (verbs[language]?[verb][pick(2)] ?? "") + " " + things.joined(separator: " ") + " \(number % 17)"
            return TagExample(
                text: text, language: language,
                labels: [
                    "action": [String(verb + 1)], "theme": Array(Set([first, second])).sorted().map { "t\($0)" },
                ], group: UInt64(number))
        }
    }

    /// Few features: the tests run without optimisation.
    static func model(_ count: Int = 80, languages: [String] = ["en"], features: Int = 250) throws -> TagTrained {
        var options = TagTrainer.Options()
        options.mostFeatures = features
        return try TagTrainer(options).train(
            examples(count, languages: languages), name: "test", made: "2026-01-01"
        ) { _, _ in }
    }
}
