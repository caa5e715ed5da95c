import Domain

/// An answer at the beginning of a text: `Noted.`, `Accepted – the law ...`, `Aldora accepts this recommendation.`
struct ShortAnswer: Sendable {
    var event: PositionWords.Event
    /// The State's words.
    var wording: String
    /// What follows, or the whole where it is one sentence.
    var rest: String

    init(event: PositionWords.Event, wording: String, rest: String) {
        self.event = event
        self.wording = wording
        self.rest = rest
    }

    /// Nil where the text answers nothing, and where it repeats the recommendation: `Accept visits`, `Support small farms`.
    init?(_ text: String) {
        guard let sentence = Sentences.split(text).first else { return nil }
        let start = sentence.prefix { !".:;,–—(。：；،؛（，".contains($0) }
        if start.count <= 60, let event = Self.event(FoldedText(start)) {
            self.event = event
            wording = AddendumText.withoutEnd(start)
            rest = String(text.dropFirst(start.count).drop { $0.isWhitespace || ".:;,–—。：；،؛".contains($0) })
            return
        }
        let whole = FoldedText(sentence)
        guard whole.words.count <= 45, whole.contains(Self.this), let event = PositionWords.events(in: whole).first
        else {
            return nil
        }
        self.event = event
        wording = AddendumText.withoutEnd(sentence)
        let isShort = whole.words.count <= 12
        rest = isShort ? String(text.dropFirst(sentence.count).trimming(where: \.isWhitespace)) : text
    }

    /// An answer at the end of a text that repeats the recommendation first.
    init?(endOf text: String) {
        let sentences = Sentences.split(text)
        guard sentences.count > 1, let last = sentences.last, let answer = ShortAnswer(last) else { return nil }
        self = answer
    }

    /// Few words, of which hardly one says anything else.
    private static func event(_ start: FoldedText) -> PositionWords.Event? {
        let words = start.words
        guard words.count <= 7, let first = words.first else { return nil }
        let bare = bareAnswers[start.string]
        let events = PositionWords.events(in: start)
        guard let event = bare ?? events.first, events.allSatisfy({ $0.position == event.position }) else { return nil }
        if isChinese(start) { return isChineseAnswer(start, event) ? event : nil }
        guard bare == nil else { return event }
        let around = FoldedText(
            String(decoding: start.bytes[..<event.range.lowerBound], as: UTF8.self) + " "
                + String(decoding: start.bytes[event.range.upperBound...].drop { $0 != 0x20 }, as: UTF8.self))
        let others = around.words.filter {
            !fillers.contains($0) && !FoldedText($0).contains(ReferenceWords.recommendation)
        }
        return others.count <= (imperatives.contains(first) ? 0 : 2) ? event : nil
    }

    private static func isChinese(_ text: FoldedText) -> Bool {
        text.string.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    private static func isChineseAnswer(_ text: FoldedText, _ event: PositionWords.Event) -> Bool {
        let behind = String(decoding: text.bytes[event.range.upperBound...], as: UTF8.self)
        return text.string.count <= 14 && behind.allSatisfy { " 该此本这项条些建议部分".contains($0) }
    }

    /// Whether a text begins as a recommendation does that could be taken for an answer.
    static func isImperative(_ text: String) -> Bool {
        guard let first = FoldedText(text.prefix(60)).words.first else { return false }
        return imperatives.contains(first) && ShortAnswer(text) == nil
    }

    /// Forms in which texts ask; as answers they stand alone.
    private static let imperatives: Set<String> = [
        "accept", "support", "note", "reject", "endorse", "agree", "approve", "accepter", "appuyer", "soutenir",
        "approuver",
        "souscrire", "rejeter", "aceptar", "apoyar", "respaldar", "rechazar", "принять", "поддержать", "поддерживать",
        "одобрить", "отклонить", "согласиться",
    ]

    private static let bareAnswers: [String: PositionWords.Event] = {
        var events: [String: PositionWords.Event] = [:]
        for word in ["support", "soutien", "apoyo", "yes", "supported in full"] {
            events[word] = .init(range: 0..<1, position: .supported, isPartial: false)
        }
        for word in ["note", "notes", "notar", "no support", "no apoyo", "учтена", "учтено"] {
            events[word] = .init(range: 0..<1, position: .noted, isPartial: false)
        }
        return events
    }()

    private static let fillers: Set<String> = [
        "the", "this", "these", "is", "are", "has", "have", "been", "was", "were", "not", "cannot", "be", "fully",
        "partially",
        "partly", "in", "part", "full", "principle", "by", "of", "and", "all", "it", "we", "does", "do", "did",
        "government",
        "state", "already", "implemented", "being", "support", "cette", "ces", "la", "le", "les", "est", "sont", "pas",
        "ne",
        "n", "partiellement", "en", "partie", "par", "l", "appui", "de", "du", "des", "a", "ete", "deja", "esta",
        "estas",
        "las", "los", "se", "no", "parcialmente", "parte", "el", "apoyo", "cuenta", "con", "su", "ya", "не", "частично",
        "эта",
        "рекомендация", "в", "принципе", "هذه", "جزئيا", "لا", "لم", "غير", "من", "قبل", "بتاييد", "علما",
    ]

    static let this: PhraseList = [
        "this recommendation", "these recommendations", "the recommendation is", "the recommendation enjoys",
        "the recommendation does", "the recommendations are", "the recommendations enjoy", "the recommendations do",
        "accepts the recommendation", "accept the recommendation", "supports the recommendation",
        "support the recommendation", "notes the recommendation", "recommendation is accepted",
        "recommendation is noted",
        "recommendation is not", "cette recommandation", "ces recommandations", "la recommandation est",
        "les recommandations sont", "esta recomendacion", "estas recomendaciones", "la recomendacion se",
        "la recomendacion es", "la recomendacion cuenta", "la recomendacion no", "эта рекомендация", "эту рекомендацию",
        "эти рекомендации", "данная рекомендация", "данную рекомендацию", "рекомендация принята",
        "рекомендация принимается",
        "рекомендация не", "هذه التوصية", "هذه التوصيات", "بهذه التوصية", "该建议", "这项建议", "此建议", "本建议", "这些建议", "该项建议",
    ]
}
