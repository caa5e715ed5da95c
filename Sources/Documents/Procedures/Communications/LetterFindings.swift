import Domain

/// What a communication asks for: answers to questions, measures at once, a reply by a day. Names are still in it.
struct LetterFindings {
    private(set) var findings: [Finding] = []

    init(_ letter: Letter, _ text: DocumentText, _ facts: DocumentFacts) {
        let clock = Self.clock(letter, facts)
        let questions = Self.questions(letter, text)
        for var finding in questions {
            finding.followUpDue = clock.due
            finding.dueComputedFrom = clock.due == nil ? nil : clock.computedFrom
            add(finding)
        }
        for (sentence, block) in Self.measures(letter) { add(sentence, block, .recommendation, .urgentMeasure) }
        if let sentence = clock.sentence, let block = clock.block {
            add(sentence, block, .observation, .reply)
            findings[findings.count - 1].followUpDue = clock.due
            findings[findings.count - 1].dueComputedFrom = clock.due == nil ? nil : clock.computedFrom
        }
    }

    private mutating func add(_ finding: Finding) {
        var finding = finding
        finding.number = findings.count + 1
        findings.append(finding)
    }

    private mutating func add(_ text: String, _ block: Letter.Block, _ kind: Finding.Kind, _ part: Finding.Part) {
        var finding = Finding(number: 0, kind: kind, text: text, page: block.page, lines: block.lines)
        finding.part = part
        add(finding)
    }

    /// The numbered questions behind the sentence that leads to them.
    private static func questions(_ letter: Letter, _ text: DocumentText) -> [Finding] {
        guard let lead = lead(letter.blocks) else { return [] }
        var end = lead + 1
        while end < letter.blocks.count,
            !LetterPhrases.behindQuestions.begins(FlowText.of(letter.blocks[end].text.prefix(80)))
        {
            end += 1
        }
        guard lead + 1 < end else { return [] }
        var part = text
        let lines = letter.blocks[lead + 1].lines.lowerBound..<letter.blocks[end - 1].lines.upperBound
        for index in part.lines.indices where !lines.contains(index) { part.lines[index].text = "" }
        let numbered = ParagraphFlow(part, infersNumbers: false).paragraphs
        if !numbered.isEmpty {
            return numbered.map {
                Finding($0, number: 0, kind: .observation, part: .question, isRecognised: text.origin == .recognised)
            }
        }
        return letter.blocks[lead + 1..<end].enumerated().map { order, block in
            var finding = Finding(number: 0, kind: .observation, text: block.text, page: block.page, lines: block.lines)
            finding.part = .question
            finding.paragraph = ParagraphNumber("\(order + 1)")
            finding.add(Doubt(.numberUnclear, "\(order + 1)"))
            return finding
        }
    }

    /// The sentence before the first question; a numbered one follows it if any does.
    private static func lead(_ blocks: [Letter.Block]) -> Int? {
        let leads = blocks.indices.filter { LetterPhrases.questions.isIn(FlowText.of(blocks[$0].text)) }
        return leads.first { $0 + 1 < blocks.count && FlowNumber(blocks[$0 + 1].text) != nil } ?? leads.first
    }

    private static func measures(_ letter: Letter) -> [(String, Letter.Block)] {
        var found: [(String, Letter.Block)] = []
        for block in letter.blocks where LetterPhrases.measures.isIn(FlowText.of(block.text)) {
            for sentence in Sentences.split(block.text)
            where LetterPhrases.measures.isIn(FlowText.of(sentence)) && found.count < 40 {
                found.append((sentence, block))
            }
        }
        return found
    }

    private struct Clock {
        var due: CalendarDate?
        var computedFrom: String?
        var sentence: String?
        var block: Letter.Block?
    }

    /// A printed date wins, then a printed span from the letter's date; allegation letters ask for an answer in 60 days as a rule.
    private static func clock(_ letter: Letter, _ facts: DocumentFacts) -> Clock {
        for block in letter.blocks where LetterPhrases.reply.isIn(FlowText.of(block.text)) {
            for sentence in Sentences.split(block.text) where LetterPhrases.reply.isIn(FlowText.of(sentence)) {
                if let span = PrintedSpan.first(in: sentence) {
                    return Clock(
                        due: facts.published.flatMap { span.end(from: $0) }, computedFrom: span.wording,
                        sentence: sentence, block: block)
                }
                if let date = RunningDates.all(in: sentence).last, facts.published.map({ date > $0 }) ?? true,
                    isRequest(sentence)
                {
                    return Clock(due: date, sentence: sentence, block: block)
                }
            }
        }
        guard letter.kind == .allegation, let sent = facts.published else { return Clock() }
        let rule = PrintedSpan(count: 60, unit: .days, wording: "60 days")
        return Clock(due: rule.end(from: sent), computedFrom: rule.wording)
    }

    private static func isRequest(_ sentence: String) -> Bool { before.isIn(FlowText.of(sentence)) }
    private static let before = FlowPhrases([
        " by ", "before", "no later", "avant le", "d’ici", "au plus tard", "antes del", "a más tardar", "до ",
        "не позднее", "بحلول", "قبل", "前",
    ])
}
