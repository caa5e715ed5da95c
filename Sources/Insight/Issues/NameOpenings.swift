/// Words that open a recommendation without saying what is asked, and those that open a clause beside the main one.
enum NameOpenings {
    /// `text` without such an opening, where what follows can stand alone.
    static func without(_ text: String, language: String) -> String {
        var rest = text[...]
        var isCut = true
        while isCut {
            isCut = false
            if let cut = withoutPreface(rest, language: language) {
                rest = cut
                isCut = true
            }
            for opening in openings[language] ?? [] {
                guard let cut = cut(rest, opening) else { continue }
                rest = cut
                isCut = true
                break
            }
        }
        return String(rest)
    }

    /// `text` without a first clause that says when or on what ground: `As a matter of priority, ratify …`.
    private static func withoutPreface(_ text: Substring, language: String) -> Substring? {
        let head = text.prefix(120)
        guard let starts = prefaces[language], let comma = head.firstRange(of: language == "zh" ? "，" : ", ") else {
            return nil
        }
        let small = head[..<comma.lowerBound].lowercased()
        guard starts.contains(where: { small.hasPrefix($0) }) else { return nil }
        let rest = text[comma.upperBound...].drop { $0 == " " }
        // A capital or an article would begin no demand, but a list or another subject.
        guard rest.count > 12, rest.first?.isUppercase == false, !rest.hasPrefix("the "), !rest.hasPrefix("and ") else {
            return nil
        }
        return rest
    }

    private static let prefaces: [String: [String]] = [
        "en": [
            "as a matter of ", "as recommended", "as soon as", "at the earliest", "before the ", "by the ",
            "during the ",
            "in accordance with ", "in conformity with ", "in keeping with ", "in line with ", "in the light of ",
            "in light of ", "in view of ", "pursuant to ", "through an ", "within ", "without delay",
            "without further delay",
        ],
        "fr": [
            "à titre prioritaire", "au cours d", "au moyen d", "avant le ", "comme recommandé", "conformément ",
            "d’ici ", "d'ici ", "dans le prolongement ", "dans un délai ", "dès que possible", "sans délai",
            "sans plus tarder",
        ],
        "es": [
            "a la mayor brevedad", "a más tardar ", "antes de", "como se recomendó", "con carácter prioritario",
            "de conformidad con ", "durante ", "en consonancia con ", "en el plazo de ", "mediante ", "sin demora",
            "sin más demora",
        ],
        "zh": ["在一年内", "在两年内", "在下次审议", "作为优先", "不再拖延", "尽早"],
    ]

    private static func cut(_ text: Substring, _ opening: String) -> Substring? {
        guard text.count > opening.count + 12 else { return nil }
        let head = text.prefix(opening.count)
        guard head.lowercased() == opening else { return nil }
        let rest = text[head.endIndex...]
        let isHan = opening.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
        guard isHan || rest.first == " " else { return nil }
        let stripped = rest.drop { $0 == " " }
        // In Russian what follows may be governed by what was cut: only an infinitive can stand alone.
        if opening.unicodeScalars.first.map({ (0x0400...0x04FF).contains($0.value) }) == true {
            let word = stripped.prefix { $0.isLetter }
            guard word.hasSuffix("ть") || word.hasSuffix("ти") || word.hasSuffix("чь") || word.hasSuffix("ться") else {
                return nil
            }
        }
        return stripped
    }

    static func clauseStarts(_ language: String) -> [String] { clauses[language] ?? [", ", "，", "،", " ("] }

    /// Longer ones first.
    private static let openings: [String: [String]] = [
        "en": [
            "continue to strengthen its efforts to", "continue to take the necessary measures to",
            "continue to take measures to",
            "continue and increase its efforts to", "continue its ongoing efforts to", "continue its efforts to",
            "continue the efforts to",
            "continue their efforts to", "continue efforts to", "continue making efforts to",
            "continue to make efforts to",
            "continue taking measures to", "continue taking steps to", "continue to work to", "continue working to",
            "continue its efforts in", "continue efforts in", "continue to", "take all the necessary measures to",
            "take all necessary measures to", "take all necessary steps to", "take the necessary measures to",
            "take the necessary steps to",
            "take necessary measures to", "take additional measures to", "take appropriate measures to",
            "take concrete measures to",
            "take effective measures to", "take further measures to", "take further steps to", "take concrete steps to",
            "take immediate steps to", "take measures to", "take steps to", "take action to", "make every effort to",
            "make efforts to",
            "redouble its efforts to", "redouble efforts to", "intensify its efforts to", "intensify efforts to",
            "step up its efforts to",
            "step up efforts to", "increase its efforts to", "increase efforts to", "strengthen its efforts to",
            "strengthen efforts to",
            "enhance its efforts to", "enhance efforts to", "pursue its efforts to", "pursue efforts to", "further",
            "do everything possible to", "follow up its recent initiatives to", "make good its earlier commitment to",
            "speed up its efforts to", "step up action to", "take all necessary legislative and practical steps to",
            "take the final steps to", "continue to take steps to", "complete the preparations under way to",
            "persevere in its policy to",
        ],
        "fr": [
            "continuer de prendre des mesures pour", "continuer à prendre des mesures pour",
            "poursuivre ses efforts en vue de",
            "poursuivre les efforts en vue de", "poursuivre ses efforts pour", "poursuivre les efforts pour",
            "poursuivre ses efforts visant à",
            "poursuivre les efforts visant à", "redoubler d'efforts pour", "redoubler d’efforts pour",
            "intensifier ses efforts pour",
            "intensifier les efforts pour", "prendre toutes les mesures nécessaires pour",
            "prendre les mesures nécessaires pour",
            "prendre des mesures pour", "prendre des mesures afin de", "continuer à", "continuer de",
        ],
        "es": [
            "continuar adoptando medidas para", "seguir adoptando medidas para", "proseguir sus esfuerzos por",
            "proseguir los esfuerzos por",
            "proseguir sus esfuerzos para", "continuar sus esfuerzos por", "continuar los esfuerzos por",
            "continuar sus esfuerzos para",
            "continuar los esfuerzos para", "redoblar sus esfuerzos para", "redoblar los esfuerzos para",
            "redoblar los esfuerzos por",
            "intensificar sus esfuerzos para", "intensificar los esfuerzos para",
            "adoptar todas las medidas necesarias para",
            "adoptar las medidas necesarias para", "tomar las medidas necesarias para", "adoptar medidas para",
            "tomar medidas para",
        ],
        "ru": [
            "продолжать принимать меры с целью", "принять необходимые меры, чтобы", "принять меры, чтобы", "продолжать",
            "продолжить",
        ],
        "ar": [
            "مواصلة جهودها الرامية إلى", "مواصلة الجهود الرامية إلى", "مواصلة بذل الجهود من أجل",
            "مواصلة جهودها من أجل",
            "مواصلة اتخاذ التدابير الرامية إلى", "مضاعفة الجهود الرامية إلى", "تكثيف الجهود الرامية إلى",
            "اتخاذ التدابير اللازمة من أجل",
            "اتخاذ التدابير اللازمة", "مواصلة",
        ],
        "zh": ["继续采取措施", "采取一切必要措施", "采取必要措施", "继续作出努力", "继续努力", "进一步努力", "加倍努力", "采取措施", "继续"],
    ]

    private static let clauses: [String: [String]] = [
        "en": [
            ", ", "; ", " (", " – ", " in order to ", " with a view to ", " so as to ", " so that ", " including ",
            " in particular ", " through ",
            " in line with ", " in accordance with ", " as well as ", " by ", " which ", " aimed at ", " and to ",
        ],
        "fr": [
            ", ", " (", " – ", " afin de ", " en vue de ", " notamment ", " y compris ", " conformément ",
            " ainsi que ", " qui ", " et de ",
        ],
        "es": [
            ", ", " (", " – ", " a fin de ", " con miras a ", " en particular ", " incluidos ", " de conformidad con ",
            " así como ", " mediante ",
        ],
        "ru": [
            ", ", " (", " – ", " с тем чтобы ", " в целях ", " в том числе ", " в соответствии ", " а также ",
            " посредством ",
        ],
        "ar": ["، ", " (", " من أجل ", " بما في ذلك ", " ولا سيما ", " وفقا ", " بغية ", " عن طريق ", " من خلال "],
        "zh": ["，", "；", "、", "（", "(", "以便", "包括", "特别是"],
    ]
}
