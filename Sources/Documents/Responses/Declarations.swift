import Domain

/// A sentence that names paragraphs and answers them: `115.1 and 115.2 enjoy the support of Aldora, while 115.3 is noted`.
struct Declaration: Sendable {
    var paragraphs: [ParagraphNumber]
    var event: PositionWords.Event
    var wording: String
    var isUnclear: Bool
}

enum Declarations {
    /// A sentence of this length is none.
    private static let sentenceBytesMax = 60_000

    /// Each group of numbers with the answer before it or, where the sentence begins with numbers, the one behind it.
    static func find(in sentence: String, plainNumbers: Bool) -> [Declaration] {
        guard sentence.utf8.count <= sentenceBytesMax else { return [] }
        let references = ParagraphReferences(sentence, plainNumbers: plainNumbers)
        guard !references.groups.isEmpty else { return [] }
        let text = ReferenceMarks.marked(references)
        let events = PositionWords.events(in: text)
        guard let firstEvent = events.first else { return [] }
        let places = references.groups.indices.map { ReferenceMarks.place(of: $0, in: text) ?? 0 }
        guard let firstPlace = places.first, !text.contains(crossReference) else { return [] }
        let isNumbersFirst = firstPlace < firstEvent.range.lowerBound
        return zip(references.groups, places).compactMap { group, place in
            let event =
                isNumbersFirst
                ? events.first { $0.range.lowerBound > place } ?? events.last
                : events.last { $0.range.lowerBound < place } ?? events.first
            guard let event else { return nil }
            return Declaration(
                paragraphs: group.paragraphs, event: event, wording: wording(sentence, references),
                isUnclear: group.isUnclear)
        }
    }

    /// `Recommendations 115.1 and 115.2 are already implemented`: a claim without an answer.
    static func claimed(in sentence: String, plainNumbers: Bool) -> (
        paragraphs: [ParagraphNumber], lead: ClaimWords.Lead
    )? {
        guard sentence.utf8.count <= sentenceBytesMax else { return nil }
        let references = ParagraphReferences(sentence, plainNumbers: plainNumbers)
        let text = ReferenceMarks.marked(references)
        guard !references.groups.isEmpty, text.contains(ReferenceWords.recommendation), !text.contains(crossReference),
            text.words.count <= 40, let lead = ClaimWords.lead(sentence)
        else { return nil }
        return (references.paragraphs, lead)
    }

    /// The sentence without its lists of numbers.
    private static func wording(_ sentence: String, _ references: ParagraphReferences) -> String {
        var text = ""
        var position = 0
        for group in references.groups {
            text += String(references.characters[position..<max(position, group.range.lowerBound)])
            text += group.paragraphs.count == 1 ? group.paragraphs[0].printed : "…"
            position = max(position, group.range.upperBound)
        }
        text += String(references.characters[position...])
        return AddendumText.withoutEnd(text.replacing(" …", with: " …"))
    }

    /// What only points to another answer.
    private static let crossReference: PhraseList = [
        "see recommendation", "see also recommendation", "see also zqref", "see zqref", "see response",
        "see the response",
        "see paragraph", "voir la recommandation", "voir recommandation", "vease la recomendacion", "см рекомендаци",
        "انظر التوصي", "见建议", "参见建议",
    ]
    /// Words with which a sentence goes on about recommendations just named.
    static let them: PhraseList = [
        "they ", "them ", "these ", "those ", "this ", "which ", "it ", "elles ", "ils ", "celles ", "cette ", "ces ",
        "estas ", "esta ", "ellas ", "они ", "эти ", "эта ", "هذه", "انها", "它们", "这些", "该", "其", "recommendations",
        "recommandations", "recomendaciones", "рекомендации", "التوصيات", "建议",
    ]
    static let others: PhraseList = [
        "other recommendation", "remaining recommendation", "rest of the recommendation", "all recommendation",
        "all the recommendation", "all of the recommendation", "autres recommandations", "recommandations restantes",
        "toutes les recommandations", "demas recomendaciones", "otras recomendaciones", "restantes recomendaciones",
        "recomendaciones restantes", "todas las recomendaciones", "остальные рекомендации", "другие рекомендации",
        "все рекомендации", "التوصيات الاخرى", "التوصيات المتبقية", "باقي التوصيات", "بقية التوصيات", "جميع التوصيات",
        "其他建议",
        "其余建议", "所有建议",
    ]
}
