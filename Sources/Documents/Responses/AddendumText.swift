import Domain

/// Small questions about a paragraph of an addendum.
enum AddendumText {
    /// Without the addendum's own number: `12.   Aldora accepts`. Where recommendations are counted so, the number stays.
    static func withoutNumber(_ text: String, plainNumbers: Bool) -> String {
        let digits = text.prefix { $0.isNumber && $0.isASCII }
        let rest = text.dropFirst(digits.count)
        guard (1...3).contains(digits.count), rest.hasPrefix(". ") || rest.hasPrefix(".\t") else { return text }
        return rest.dropFirst().trimming(where: \.isWhitespace).description
    }

    /// `Response:`, `Comments –`, which only announce.
    static func withoutLabel(_ text: String) -> String {
        guard let colon = text.firstIndex(where: { ":：".contains($0) }), text[..<colon].count <= 40,
            FoldedText(text[..<colon]).words.count <= 4, FoldedText(text[..<colon]).hasPrefix(labels)
        else { return text }
        return text[text.index(after: colon)...].trimming(where: \.isWhitespace).description
    }

    static func withoutEnd(_ text: some StringProtocol) -> String {
        text.trimming { $0.isWhitespace || ".:;,–—-。：；،؛".contains($0) }.description
    }

    /// Numbers with which a paragraph begins, and the text behind them.
    static func leading(_ references: ParagraphReferences) -> (numbers: String, rest: String)? {
        guard let first = references.groups.first else { return nil }
        let before = FoldedText(String(references.characters[..<first.range.lowerBound]))
        guard before.words.allSatisfy({ ReferenceWords.joining.contains($0) }) else { return nil }
        let numbers = String(references.characters[..<first.range.upperBound])
        let rest = String(references.characters[first.range.upperBound...])
        return (numbers, rest.drop { $0.isWhitespace || ".:;,–—-。：；،؛)".contains($0) }.description)
    }

    /// Short, without the end of a sentence, or ending in a colon. One word or two behind a number are an answer, no heading.
    static func isHeading(_ text: String, mayAnswer: Bool) -> Bool {
        let folded = FoldedText(text)
        let count = folded.words.count
        let speaks = folded.contains(ReferenceWords.recommendation)
        let isChinese = text.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) }
        guard let last = text.last else { return false }
        if ":：".contains(last) { return speaks && count <= 60 }
        if ".;。；!?؟".contains(last) { return false }
        if isChinese {
            return text.count <= 40 && (speaks ? !folded.contains(ShortAnswer.this) : text.count <= 8 && !mayAnswer)
        }
        if mayAnswer, count <= 4, !folded.contains(plural) { return false }
        return count <= 20 && (speaks || count <= 4)
    }

    private static let plural: PhraseList = [
        "recommendations", "recommandations", "recomendaciones", "рекомендации", "توصيات", "التوصيات",
    ]
    private static let labels: PhraseList = [
        "response", "answer", "position", "comment", "reply", "explanation", "remark", "reponse", "commentaire",
        "observation",
        "respuesta", "comentario", "posicion", "ответ", "комментари", "позиция", "الرد", "رد", "تعليق", "الموقف", "答复",
        "立场",
        "评论", "意见",
    ]
}
