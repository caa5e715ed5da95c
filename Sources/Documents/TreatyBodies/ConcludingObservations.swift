import Domain

/// Concluding observations, and reports of inquiries and of visits by committees: paragraphs that introduce, welcome, regret and recommend,
/// and those at the end that say which of them matter most.
enum ConcludingObservations {
    static func findings(_ flow: ParagraphFlow, _ context: ReadingContext, _ isRecognised: Bool) -> [Finding] {
        var findings = flow.paragraphs.enumerated().map { order, paragraph in
            finding(paragraph, order + 1, isRecognised)
        }
        FollowUp(adopted: adoption(flow), published: context.facts.published).mark(&findings, flow.paragraphs)
        return findings
    }

    private static func finding(_ paragraph: FlowParagraph, _ number: Int, _ isRecognised: Bool) -> Finding {
        let wording = Wording(paragraph)
        let part = part(paragraph, wording)
        let recommends = wording.recommends && part != .introduction && part != .nextReport
        var finding = Finding(
            paragraph, number: number, kind: recommends ? .recommendation : .observation, part: recommends ? nil : part,
            isRecognised: isRecognised)
        if !recommends, wording.isUnclear, part != .introduction, part != .positive { finding.add(Doubt(.kindUnclear)) }
        return finding
    }

    private static func part(_ paragraph: FlowParagraph, _ wording: Wording) -> Finding.Part? {
        let headings = paragraph.headings.map { FlowText.of($0) }
        if headings.contains(where: { CommitteeWords.introductionHeading.begins($0) && $0.count < 40 }) {
            return .introduction
        }
        if headings.contains(where: { CommitteeWords.positiveHeading.isIn($0) && $0.count < 80 }) { return .positive }
        if asksForNextReport(paragraph.text) { return .nextReport }
        if wording.concern { return .concern }
        return wording.positive ? .positive : nil
    }

    /// A paragraph whose own business is when the next report comes: it names the report, asks to submit it and prints a date.
    private static func asksForNextReport(_ text: String) -> Bool {
        Sentences.split(text).contains { sentence in
            let folded = FlowText.of(sentence)
            return CommitteeWords.nextReport.isIn(folded) && CommitteeWords.submit.isIn(folded)
                && !RunningDates.all(in: sentence).isEmpty
        }
    }

    /// The day of adoption, which the introduction prints.
    private static func adoption(_ flow: ParagraphFlow) -> CalendarDate? {
        for paragraph in flow.paragraphs.prefix(4) {
            for sentence in Sentences.split(paragraph.text) where CommitteeWords.adopted.isIn(FlowText.of(sentence)) {
                if let date = RunningDates.all(in: sentence).last { return date }
            }
        }
        return nil
    }
}
