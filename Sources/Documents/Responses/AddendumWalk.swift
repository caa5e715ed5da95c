import Domain

/// Goes through an addendum from top to bottom and keeps what the last heading said and whose reasons are being given.
struct AddendumWalk: Sendable {
    /// Reasons are given for few paragraphs at a time; what follows a long list speaks of no paragraph.
    private static let reasonedMax = 12

    private(set) var answers = AddendumAnswers()
    /// Sentences about all other recommendations, which name no paragraph.
    private(set) var others: [(text: String, position: Position, unit: AddendumUnit)] = []

    let plainNumbers: Bool
    private let names: StateNames
    /// What the columns of the table that is being read hold.
    var columns: [Int: AnswerColumn] = [:]
    private var section: PositionWords.Event?
    private var sectionWording = ""
    private var sectionClaim: ClaimWords.Lead?
    /// The paragraphs that the text speaks of just now.
    private var current: [ParagraphNumber] = []
    private var currentHasText = false

    init(plainNumbers: Bool, names: StateNames) {
        self.plainNumbers = plainNumbers
        self.names = names
    }

    mutating func take(_ unit: AddendumUnit) {
        let text = AddendumText.withoutNumber(unit.text, plainNumbers: plainNumbers)
        let references = ParagraphReferences(text, plainNumbers: plainNumbers)
        if references.standsAlone { return begin(references, unit) }
        let lead = AddendumText.leading(references)
        if let lead, !isDeclaration(lead, references) {
            begin(ParagraphReferences(lead.numbers, plainNumbers: plainNumbers), unit)
            return continueText(lead.rest, unit)
        }
        if !references.groups.isEmpty, declare(text, unit) { return }
        if let lead {
            begin(ParagraphReferences(lead.numbers, plainNumbers: plainNumbers), unit)
            return continueText(lead.rest, unit)
        }
        if references.groups.isEmpty, takeHeading(text, unit) { return }
        if takeOthers(text, unit) { return }
        continueText(text, unit)
    }

    /// Whether a paragraph that begins with numbers is a sentence about them (`115.1 and 115.2 enjoy the support`), and not one number
    /// with its answer (`115.1 Noted.`) or with the recommendation's own words (`115.1 Implement the accepted plan`).
    private func isDeclaration(_ lead: (numbers: String, rest: String), _ references: ParagraphReferences) -> Bool {
        if isRestatement(lead.rest) || ShortAnswer.isImperative(lead.rest) { return false }
        if references.groups.count == 1, ShortAnswer(lead.rest) != nil { return false }
        if FoldedText(lead.numbers).contains(ReferenceWords.recommendation) { return true }
        let start = FoldedText(lead.rest).words.prefix(5).joined(separator: " ")
        return !PositionWords.events(in: FoldedText(start)).isEmpty || references.groups.count > 1
    }

    /// The recommendation's own words, repeated with its States: `Ratify the Convention (Aldora) (Belmar);`
    private func isRestatement(_ text: String) -> Bool {
        guard Sentences.split(text).count <= 2, let group = ParenthesisGroups(text).found.last else { return false }
        guard text[group.end...].allSatisfy({ $0.isWhitespace || ".;".contains($0) }) else { return false }
        return text[group.inner].split { ",;".contains($0) }.first.map { names.exact($0) != nil } ?? false
    }

    /// Numbers alone: what follows speaks of them, and the heading above is their answer.
    mutating func begin(_ references: ParagraphReferences, _ unit: AddendumUnit) {
        current = references.paragraphs
        currentHasText = false
        for group in references.groups {
            for paragraph in group.paragraphs { place(paragraph, unit, isUnclear: group.isUnclear) }
        }
    }

    private mutating func place(_ paragraph: ParagraphNumber, _ unit: AddendumUnit, isUnclear: Bool) {
        let isNew = answers[paragraph]?.position == nil
        answers.update(paragraph, at: unit) { answer in
            answer.isUnclearNumber = answer.isUnclearNumber || isUnclear
            answer.page = unit.page
            answer.lines = min(answer.lines.lowerBound, unit.lines.lowerBound)..<answer.lines.upperBound
            answer.lines = answer.reasons.isEmpty ? unit.lines : answer.lines
        }
        guard isNew, let section else { return }
        let claim = sectionClaim
        answers.answer(paragraph, at: unit, section, wording: sectionWording, isExplicit: false)
        answers.update(paragraph, at: unit) { $0.claimLead = $0.claimLead ?? claim }
    }
}

extension AddendumWalk {
    /// Sentences that name paragraphs together with an answer. False where there is none.
    private mutating func declare(_ text: String, _ unit: AddendumUnit) -> Bool {
        var declared: [ParagraphNumber] = []
        var rest: [String] = []
        for sentence in Sentences.split(text) {
            let found = Declarations.find(in: sentence, plainNumbers: plainNumbers)
            if found.isEmpty {
                if let claimed = Declarations.claimed(in: sentence, plainNumbers: plainNumbers) {
                    claim(claimed.paragraphs, claimed.lead, unit)
                    declared += claimed.paragraphs
                } else {
                    rest.append(sentence)
                }
                continue
            }
            for declaration in found {
                for paragraph in declaration.paragraphs {
                    answers.answer(
                        paragraph, at: unit, declaration.event, wording: declaration.wording, isExplicit: true,
                        isUnclear: declaration.isUnclear)
                }
                declared += declaration.paragraphs
            }
            if let lead = ClaimWords.lead(sentence) ?? sectionClaim { claim(found.flatMap(\.paragraphs), lead, unit) }
        }
        guard !declared.isEmpty else { return false }
        current = declared.count <= Self.reasonedMax ? declared : []
        currentHasText = false
        for sentence in rest {
            let isAboutThem = FoldedText(sentence).contains(Declarations.them)
            if isAboutThem, let lead = ClaimWords.lead(sentence) { claim(declared, lead, unit) }
        }
        if !current.isEmpty, !rest.isEmpty { addReason(rest.joined(separator: " "), unit) }
        return true
    }

    private mutating func claim(_ paragraphs: [ParagraphNumber], _ lead: ClaimWords.Lead, _ unit: AddendumUnit) {
        for paragraph in paragraphs { answers.update(paragraph, at: unit) { $0.claimLead = lead } }
    }

    /// A heading or lead-in that answers for what stands below it.
    private mutating func takeHeading(_ text: String, _ unit: AddendumUnit) -> Bool {
        guard AddendumText.isHeading(text, mayAnswer: !current.isEmpty && !currentHasText) else { return false }
        let events = PositionWords.events(in: FoldedText(text))
        guard let event = events.first else { return false }
        // "Accepted and noted recommendations" answers for none.
        section = events.allSatisfy { $0.position == event.position } ? event : nil
        sectionWording = AddendumText.withoutEnd(text)
        sectionClaim = ClaimWords.lead(text)
        current = []
        return true
    }

    /// "All other recommendations are noted."
    private mutating func takeOthers(_ text: String, _ unit: AddendumUnit) -> Bool {
        for sentence in Sentences.split(text) {
            let folded = FoldedText(sentence)
            guard folded.contains(Declarations.others), folded.words.count <= 40,
                let event = PositionWords.events(in: folded).first
            else { continue }
            others.append((sentence, event.position, unit))
            current = []
            return true
        }
        return false
    }

    private mutating func continueText(_ text: String, _ unit: AddendumUnit) {
        guard !current.isEmpty, !text.isEmpty else { return }
        let text = AddendumText.withoutLabel(text)
        if !currentHasText || answers[current[0]]?.position == nil, let inline = ShortAnswer(text) {
            return answerCurrent(inline, unit)
        }
        if !currentHasText, let inline = ShortAnswer(endOf: text) { answerCurrent(inline, unit) }
        addReason(text, unit)
    }

    mutating func answerCurrent(_ answer: ShortAnswer, _ unit: AddendumUnit) {
        for paragraph in current {
            answers.answer(paragraph, at: unit, answer.event, wording: answer.wording, isExplicit: true)
        }
        addReason(answer.rest, unit)
    }

    /// What stands below a row of a table speaks of none of its paragraphs.
    mutating func endRow() { current = [] }

    mutating func addReason(_ text: String, _ unit: AddendumUnit) {
        currentHasText = true
        guard text.contains(where: \.isLetter), !isRestatement(text) else { return }
        for paragraph in current {
            answers.update(paragraph, at: unit) { answer in
                answer.reasons.append(text)
                answer.lines =
                    min(
                        answer.lines.lowerBound, unit.lines.lowerBound)..<max(
                        answer.lines.upperBound, unit.lines.upperBound)
            }
        }
    }
}
