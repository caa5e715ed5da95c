import Domain

/// The statements that a read addendum makes, with claims and doubts.
struct AddendumStatements {
    let walk: AddendumWalk
    let facts: DocumentFacts

    var findings: [Finding] {
        var findings = walk.answers.inOrder.filter(isStatement).enumerated().map {
            finding($0.element, number: $0.offset + 1)
        }
        for other in walk.others {
            var finding = Finding(
                number: findings.count + 1, kind: .statement, text: "", page: page(other.unit), lines: other.unit.lines,
                confidence: 0.3)
            finding.position = other.position
            finding.wording = AddendumText.withoutEnd(other.text)
            finding.positionDocument = facts.symbol?.printed
            finding.positionDate = facts.published
            finding.doubts = [Doubt(.numberUnclear, finding.wording)]
            findings.append(finding)
        }
        return findings
    }

    /// A number that only stood somewhere in the text, without answer and reason, says nothing.
    private func isStatement(_ answer: AddendumAnswer) -> Bool {
        answer.position != nil || !answer.reasons.isEmpty || answer.claimLead != nil
    }

    private func page(_ unit: AddendumUnit) -> Int? { unit.page > 0 ? unit.page : nil }

    private func finding(_ answer: AddendumAnswer, number: Int) -> Finding {
        var finding = Finding(
            number: number, kind: .statement, paragraph: answer.paragraph, text: answer.reason ?? "",
            page: answer.page > 0 ? answer.page : nil, lines: answer.lines)
        finding.position = answer.position
        finding.wording = answer.wording
        finding.reason = answer.reason
        finding.positionDocument = facts.symbol?.printed
        finding.positionDate = facts.published
        var doubts: [Doubt] = []
        finding.confidence = answer.isExplicit ? 0.98 : 0.9
        if let claim = claim(of: answer) {
            finding.claim = claim.claim
            if claim.isUnclear {
                doubts.append(Doubt(.claimUnclear))
                finding.confidence = 0.75
            }
            if answer.position == nil {
                finding.position = .supported
                doubts.append(Doubt(.positionUnclear))
            }
        } else if answer.position == nil {
            doubts.append(Doubt(.positionUnclear))
        }
        if answer.isPartial, answer.position == .supported { doubts.append(Doubt(.positionUnclear, answer.wording)) }
        if answer.isContradicted { doubts.append(Doubt(.positionUnclear, answer.wording)) }
        if answer.isUnclearNumber { doubts.append(Doubt(.numberUnclear, answer.paragraph.printed)) }
        if doubts.contains(where: { $0.code != .claimUnclear }) { finding.confidence = 0.4 }
        finding.doubts = doubts
        return finding
    }

    /// The State's own words for the paragraph, else those of its lead-in. A recommendation that is noted carries no claim.
    private func claim(of answer: AddendumAnswer) -> (claim: Finding.Claim, isUnclear: Bool)? {
        guard answer.position == .supported || answer.position == nil else { return nil }
        let reason = answer.reason ?? ""
        guard let lead = answer.claimLead else {
            let words = [answer.wording, answer.reason].compactMap(\.self).joined(separator: ". ")
            return ClaimWords.claim(in: words, isLoose: false).map { ($0, false) }
        }
        if let own = ClaimWords.claim(in: reason, isLoose: true) { return (own, false) }
        if let other = pointedTo(reason), let own = ClaimWords.claim(in: other, isLoose: true) {
            return (.init(status: own.status, wording: Sentences.split(reason).first ?? lead.wording), false)
        }
        return (.init(status: lead.status, wording: lead.wording), lead.isMixed)
    }

    /// The reason of the paragraph that "See recommendation 122.28" points to.
    private func pointedTo(_ reason: String) -> String? {
        guard let first = Sentences.split(reason).first, first.count <= 80 else { return nil }
        return ParagraphReferences(first).paragraphs.lazy.compactMap { walk.answers[$0]?.reason }.first
    }
}
