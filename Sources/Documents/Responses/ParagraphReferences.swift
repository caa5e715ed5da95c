import Domain

/// The paragraphs of a report that a text names: `122.1, 122.12, 122.17-18`, `115.1 to 115.9 and 115.12`, `Recommendation No. 12`.
struct ParagraphReferences: Sendable {
    struct Group: Sendable {
        /// Characters of the text, from the first number to the last.
        var range: Range<Int>
        var paragraphs: [ParagraphNumber]
        /// A range that runs backwards or too far; its ends were taken.
        var isUnclear: Bool
        /// Whether the numbers are written with a point (`122.1`).
        var isDotted: Bool
    }

    /// A range of more paragraphs is none that a report has.
    static let rangeMax = 400
    static let groupsMax = 2_000

    let groups: [Group]
    let characters: [Character]

    /// With `plainNumbers` also whole numbers behind the word "recommendation".
    init(_ text: some StringProtocol, plainNumbers: Bool = false) {
        characters = Array(text)
        var scanner = ReferenceScanner(characters, plainNumbers: plainNumbers)
        groups = scanner.scan()
    }

    var paragraphs: [ParagraphNumber] { groups.flatMap(\.paragraphs) }
    var isUnclear: Bool { groups.contains(where: \.isUnclear) }

    /// Whether the text is nothing but numbers and the words that join and announce them.
    var standsAlone: Bool {
        guard !groups.isEmpty else { return false }
        var rest = ""
        var position = 0
        for group in groups {
            rest += String(characters[position..<max(position, group.range.lowerBound)]) + " "
            position = max(position, group.range.upperBound)
        }
        rest += String(characters[position...])
        return FoldedText(rest).words.allSatisfy { ReferenceWords.joining.contains($0) }
    }
}

/// Words around numbers, folded.
enum ReferenceWords {
    static let labels = [
        "recommendation", "recommandation", "recomendacion", "рекомендаци", "توصي", "التوصي", "建议", "paragraph",
        "paragraphe",
        "parrafo", "пункт", "فقر", "الفقر", "第", "段",
    ]
    static let recommendation: PhraseList = [
        "recommendation", "recommandation", "recomendacion", "рекомендаци", "توصي", "التوصي", "بالتوصي", "للتوصي",
        "والتوصي",
        "建议",
    ]
    static let to: Set<String> = ["to", "through", "a", "à", "au", "al", "hasta", "по", "до", "إلى", "الى", "至", "到"]
    static let and: Set<String> = ["and", "et", "y", "e", "и", "و", "和", "及", "以及", "与", "as", "well"]
    /// Words that a line of numbers may hold besides the numbers.
    static let joining: Set<String> = [
        "recommendation", "recommendations", "recommandation", "recommandations", "recomendacion", "recomendaciones",
        "рекомендация", "рекомендации", "рекомендациях", "التوصية", "التوصيات", "توصية", "توصيات", "建议", "paragraph",
        "paragraphs", "para", "paras", "paragraphe", "paragraphes", "parrafo", "parrafos", "пункт", "пункты", "الفقرة",
        "الفقرات", "段", "第", "no", "nos", "number", "numbers", "n", "num", "numero", "numeros", "номер", "номера",
        "رقم",
        "ارقام", "to", "a", "au", "al", "по", "الى", "至", "and", "et", "y", "e", "и", "و", "和", "及", "through", "las",
        "les",
        "the", "la", "le", "los", "o", "os", "号",
    ]
    /// What a number counts or belongs to: no paragraph of a report.
    static let units: PhraseList = [
        "per cent", "percent", "pour cent", "por ciento", "процент", "في الماية", "million", "billion", "millones",
        "млн",
        "млрд", "مليون", "euro", "km", "years", "eur ", "usd ", "points",
    ]
    static let otherTexts: Set<String> = [
        "article", "articles", "art", "section", "sections", "articulo", "articulos", "статья", "статьи", "статье",
        "المادة", "target",
        "targets", "goal", "goals", "sdg", "version", "table", "figure", "chapter", "meta", "cible", "law",
        "resolution",
        "age", "aged", "rule", "us", "eur", "convention",
    ]
}
