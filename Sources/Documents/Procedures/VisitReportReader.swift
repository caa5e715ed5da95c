import Domain

/// Reads a special procedure's report on a visit: its conclusions and its recommendations, with those they are addressed to as heading.
enum VisitReportReader {
    static func findings(in text: DocumentText, _ context: ReadingContext) -> [Finding] {
        let flow = ParagraphFlow(text)
        let isRecognised = text.origin == .recognised
        let final = flow.paragraphs.indices.filter { isFinal(flow.paragraphs[$0]) }
        let chosen = final.isEmpty ? Array(flow.paragraphs.indices) : final
        var findings: [Finding] = []
        for index in chosen {
            let paragraph = flow.paragraphs[index]
            guard var finding = finding(paragraph, findings.count + 1, isRecognised, hasSection: !final.isEmpty) else {
                continue
            }
            finding.heading = heading(paragraph)
            findings.append(finding)
        }
        return findings
    }

    private static func finding(
        _ paragraph: FlowParagraph, _ number: Int, _ isRecognised: Bool, hasSection: Bool
    ) -> Finding? {
        let wording = Wording(paragraph)
        let below = below(paragraph)
        // Below a heading of recommendations alone every paragraph recommends, whatever its words.
        let isAmongRecommendations = below.contains { recommends($0) && !concludes($0) }
        let asks = wording.recommends || isAmongRecommendations
        let isClear = wording.recommends || !paragraph.items.isEmpty || beginsWithVerb(paragraph)
        guard asks || hasSection else { return nil }
        var finding = Finding(
            paragraph, number: number, kind: asks ? .recommendation : .observation, part: asks ? nil : .conclusion,
            isRecognised: isRecognised)
        if asks, !isClear || !hasSection { finding.add(Doubt(.kindUnclear)) }
        return finding
    }

    /// Whether it stands in the section of conclusions and recommendations.
    private static func isFinal(_ paragraph: FlowParagraph) -> Bool {
        paragraph.headings.contains { recommends(FlowText.of($0)) || concludes(FlowText.of($0)) }
    }

    private static func recommends(_ heading: String) -> Bool {
        heading.count < 160 && recommendationHeadings.isIn(heading)
    }
    private static func concludes(_ heading: String) -> Bool { heading.count < 160 && conclusionHeadings.isIn(heading) }

    /// The headings from that section's own down.
    private static func below(_ paragraph: FlowParagraph) -> [String] {
        let headings = paragraph.headings.map { FlowText.of($0) }
        guard let start = headings.firstIndex(where: { recommends($0) || concludes($0) }) else { return [] }
        return Array(headings[start...])
    }

    /// What stands below the section's title: whom it is addressed to, and its subject.
    private static func heading(_ paragraph: FlowParagraph) -> String? {
        let headings = paragraph.headings
        guard
            let start = headings.firstIndex(where: {
                let folded = FlowText.of($0)
                return recommends(folded) || concludes(folded)
            })
        else { return headings.last }
        let rest = headings[(start + 1)...]
        return rest.isEmpty ? headings[start] : rest.joined(separator: " – ")
    }

    private static func beginsWithVerb(_ paragraph: FlowParagraph) -> Bool {
        guard let first = FlowText.of(paragraph.lead).split(separator: " ").first else { return false }
        return verbs.contains(String(first))
    }

    private static let verbs: Set<String> = [
        "adopt", "ensure", "establish", "strengthen", "take", "review", "repeal", "amend", "ratify", "provide",
        "develop", "continue", "implement",
        "guarantee", "promote", "support", "consider", "end", "increase", "improve", "introduce", "make", "publish",
        "allocate", "adopter", "garantir", "veiller", "renforcer", "mettre", "prendre", "ratifier", "adoptar",
        "garantizar",
        "velar", "fortalecer", "asegurar", "establecer", "tomar", "revisar", "принять", "обеспечить", "укрепить",
        "ратифицировать", "создать",
    ]

    private static let conclusionHeadings = FlowPhrases([
        "conclusion", "conclusión", "conclusiones", "выводы", "заключени", "استنتاج", "الاستنتاجات", "خاتمة", "结论",
    ])
    private static let recommendationHeadings = FlowPhrases([
        "recommendation", "recommandation", "recomendacion", "рекомендаци", "توصيات", "التوصيات", "建议",
    ])
}
