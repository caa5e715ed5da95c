import Domain

/// What closing paragraphs select: recommendations for follow-up with a clock, and others of particular importance without one.
struct FollowUp {
    /// The day the observations were adopted, and the day on the first page: spans run from the first, or else from the second.
    var adopted: CalendarDate?
    var published: CalendarDate?

    private struct Clock {
        var due: CalendarDate?
        var computedFrom: String?
        var isUnclear = false
    }

    /// Marks the findings that are selected, and those that select.
    func mark(_ findings: inout [Finding], _ paragraphs: [FlowParagraph]) {
        var places: [Int: Int] = [:]
        for (place, paragraph) in paragraphs.enumerated() where paragraph.section == 0 && paragraph.fields.count == 1 {
            places[paragraph.fields[0]] = place
        }
        // Such paragraphs stand at the end; one before refers to others for other reasons.
        for place in paragraphs.indices where place >= paragraphs.count / 2 {
            let paragraph = paragraphs[place]
            guard paragraph.fields.count == 1, paragraph.section == 0 else { continue }
            select(paragraph, place, places, &findings)
        }
    }

    private func select(
        _ paragraph: FlowParagraph, _ place: Int, _ places: [Int: Int], _ findings: inout [Finding]
    ) {
        for sentence in Sentences.split(paragraph.text) {
            let folded = FlowText.of(sentence)
            let isImportant = CommitteeWords.particularImportance.isIn(folded)
            guard isImportant || CommitteeWords.followUp.isIn(folded) else { continue }
            let clock = isImportant ? nil : clock(sentence, folded)
            guard isImportant || clock != nil else { continue }
            let chosen = NamedParagraphs.all(in: sentence, below: paragraph.fields[0])
                .filter { places[$0.number] != nil }
            guard !chosen.isEmpty else { continue }
            findings[place].kind = .observation
            findings[place].drop(.kindUnclear)
            findings[place].part = isImportant ? .priorities : .followUp
            if let clock { set(clock, on: &findings[place], isSelf: true) }
            for reference in chosen {
                guard let target = places[reference.number], target != place else { continue }
                if let clock {
                    mark(&findings[target], reference, clock)
                } else {
                    findings[target].isPriority = true
                }
            }
        }
    }

    private func mark(_ finding: inout Finding, _ reference: NamedParagraphs.Reference, _ clock: Clock) {
        finding.isForFollowUp = true
        set(clock, on: &finding, isSelf: false)
        guard !reference.label.isEmpty else { return }
        if let duty = finding.duties.firstIndex(where: { $0.label == reference.label }) {
            finding.duties[duty].isForFollowUp = true
        } else {
            finding.add(Doubt(.numberUnclear, "\(reference.number) (\(reference.label))"))
        }
    }

    private func set(_ clock: Clock, on finding: inout Finding, isSelf: Bool) {
        finding.followUpDue = clock.due
        finding.dueComputedFrom = clock.computedFrom
        if clock.isUnclear { finding.add(Doubt(.dateUnclear, clock.computedFrom)) }
    }

    /// The printed date wins; a span ("within one year") is counted from the adoption. Nil where the sentence sets no time.
    private func clock(_ sentence: String, _ folded: String) -> Clock? {
        let dates = RunningDates.all(in: sentence)
        if let date = dates.last(where: { date in adopted.map { date > $0 } ?? true }) { return Clock(due: date) }
        guard let span = PrintedSpan.first(in: sentence) else { return nil }
        guard let start = adopted ?? published, let due = span.end(from: start) else {
            return Clock(computedFrom: span.wording, isUnclear: true)
        }
        return Clock(due: due, computedFrom: span.wording, isUnclear: adopted == nil)
    }
}
