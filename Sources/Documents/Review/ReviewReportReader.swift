import Domain

/// Reads the recommendations of a report of the Working Group on the Universal Periodic Review.
enum ReviewReportReader {
    static func findings(in text: DocumentText, _ context: ReadingContext) -> [Finding] {
        let outline = ReviewOutline(PageCleaning.clean(text))
        let names = StateNames(context.reference)
        var findings: [Finding] = []
        for paragraph in outline.paragraphs {
            let lead = LeadIn(paragraph.leadText)
            if lead.isClosing { continue }
            for item in paragraph.items {
                findings.append(finding(item, of: paragraph, lead, names, context, number: findings.count + 1))
            }
        }
        return findings
    }

    private static func finding(
        _ item: ReviewOutline.Item, of paragraph: ReviewOutline.Paragraph, _ lead: LeadIn, _ names: StateNames,
        _ context: ReadingContext, number: Int
    ) -> Finding {
        let text = item.text
        let mentions = StateMentions(text, names: names)
        var finding = Finding(
            number: number, kind: paragraph.isPledge ? .pledge : .recommendation,
            paragraph: ParagraphNumber(item.printed),
            text: mentions.wordings.map(\.text).joined(separator: "; "), page: item.page,
            lines: item.firstLine..<item.lastLine + 1)
        finding.states = mentions.states
        if mentions.wordings.count > 1 { finding.wordings = mentions.wordings }
        finding.unknownNames = mentions.unknownNames
        finding.position = paragraph.isPledge ? nil : lead.position
        finding.wording = paragraph.leadText
        finding.doubts = item.doubts
        return finding
    }
}
