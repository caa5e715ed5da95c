import Domain

/// Lists of issues, also those prior to reporting: every numbered paragraph asks.
enum ListOfIssues {
    static func findings(_ flow: ParagraphFlow, _ isRecognised: Bool) -> [Finding] {
        flow.paragraphs.enumerated().map { order, paragraph in
            let asks =
                asking.isIn(FlowText.of(paragraph.text)) || paragraph.text.contains(where: { "?？؟".contains($0) })
            return Finding(
                paragraph, number: order + 1, kind: .observation, part: asks ? .question : .introduction,
                isRecognised: isRecognised)
        }
    }

    private static let asking = FlowPhrases([
        "please", "is requested to", "provide", "describe", "indicate", "clarify", "comment", "explain", "elaborate",
        "specify", "inform",
        "veuillez", "donner", "indiquer", "fournir", "préciser", "décrire", "expliquer", "commenter", "exposer",
        "sírvanse", "sírvase",
        "proporcion", "indiqu", "faciliten", "informen", "expliquen", "describan", "aclaren", "aporten", "просьба",
        "просим", "представьте",
        "представить", "сообщ", "поясн", "укаж", "опиш", "يرجى", "الرجاء", "يُرجى", "وضح", "تقديم معلومات", "请", "说明",
    ])
}
