import Domain

/// Reads any document paragraph by paragraph: regional bodies, and what has no reader of its own.
enum ParagraphReader {
    static func findings(in text: DocumentText, _ rules: ParagraphRules, _ context: ReadingContext) -> [Finding] {
        let part = RulePart(rules).part(of: text)
        let language = rules.language ?? context.facts.language
        let words =
            (rules.recommends[language.rawValue] ?? []).isEmpty
            ? nil : rules.recommends[language.rawValue].map { FlowPhrases($0) }
        var findings: [Finding] = []
        for paragraph in RuleParagraphs(rules, part).paragraphs {
            let asks = asks(paragraph, words)
            let kind = asks ? .recommendation : rules.kind ?? .observation
            if rules.keepsOnlyRecommendations, kind != .recommendation { continue }
            var finding = Finding(
                paragraph, number: findings.count + 1, kind: kind, isRecognised: text.origin == .recognised)
            if kind == .observation, words == nil, Wording(paragraph).isUnclear { finding.add(Doubt(.kindUnclear)) }
            findings.append(finding)
        }
        return findings
    }

    private static func asks(_ paragraph: FlowParagraph, _ words: FlowPhrases?) -> Bool {
        let folded = FlowText.of(paragraph.text)
        if let words { return words.isIn(folded) }
        return CommitteeWords.recommends.isIn(folded) || regional.isIn(folded)
            || paragraph.headings.last.map { headings.isIn(FlowText.of($0)) && $0.count < 80 } == true
    }

    /// Words of the regional commissions, courts and councils.
    private static let regional = FlowPhrases([
        "the commission recommends", "the commission urges", "recommends to the state", "the commissioner recommends",
        "the commissioner calls",
        "the commissioner urges", "the commissioner encourages", "ecri recommends", "the advisory committee calls",
        "the court orders",
        "shall adopt", "la commission recommande", "la commission exhorte", "le commissaire recommande",
        "le commissaire appelle",
        "la comisión recomienda",
        "la comisión insta", "la corte dispone", "el estado deberá", "комиссия рекомендует", "комиссия призывает",
        "توصي اللجنة",
    ])
    private static let headings = FlowPhrases([
        "recommendations", "recommandations", "recomendaciones", "рекомендации", "التوصيات", "建议",
    ])
}
