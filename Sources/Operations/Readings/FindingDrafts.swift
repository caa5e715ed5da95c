import Domain
import Reference

/// Makes drafts of what was found in a document, as if the document were a file of rows.
struct FindingDrafts {
    private let facts: DocumentFacts
    private let document: DocumentDraft
    private let reference: ReferenceFacts

    init(_ facts: DocumentFacts, _ reference: ReferenceFacts) {
        self.facts = facts
        self.reference = reference
        document = Self.document(facts, reference)
    }

    /// The source a kind of document is filed under; nil for communications, which never enter the record.
    static func source(_ kind: DocumentKind) -> SourceCode? {
        switch kind {
        case .reviewReport: .unReport
        case .reviewDraft: .unDraft
        case .addendum: .addendum
        case .thematicList: .ohchrList
        case .concludingObservations, .listOfIssues, .listOfIssuesPrior, .followUpReport, .views, .inquiry:
            .treatyBody
        case .visitReport: .specialProcedure
        case .paragraphs: .document
        case .communication: nil
        }
    }

    /// What is missing for the document to enter the record: a field of the facts; nil where nothing is.
    static func missing(_ facts: DocumentFacts) -> String? {
        if facts.mechanism == nil, !isReview(facts.kind) { return "mechanism" }
        if facts.state == nil, isReview(facts.kind) { return "state" }
        if facts.symbol == nil, facts.kind != .thematicList, facts.title == nil, facts.state == nil { return "title" }
        return nil
    }

    private static func isReview(_ kind: DocumentKind) -> Bool {
        switch kind {
        case .reviewReport, .reviewDraft, .addendum, .thematicList: true
        default: false
        }
    }

    /// Answers and lists speak of paragraphs of their report; everything else of its own.
    private static func document(_ facts: DocumentFacts, _ reference: ReferenceFacts) -> DocumentDraft {
        let speaksOfParent = [.addendum, .thematicList, .followUpReport].contains(facts.kind)
        let isOwn = !speaksOfParent
        let cycle = facts.cycle ?? (isReview(facts.kind) ? facts.session.flatMap(reference.cycle(ofSession:)) : nil)
        return DocumentDraft(
            symbol: speaksOfParent
                ? facts.parent ?? (facts.kind == .followUpReport ? nil : reportSymbol(facts)) : facts.symbol,
            title: isOwn ? facts.title : nil, mechanism: facts.mechanism ?? .upr, state: facts.state, cycle: cycle,
            session: isReview(facts.kind) || facts.session != nil ? facts.session : nil,
            published: isOwn ? facts.published : nil)
    }

    /// `A/HRC/43/15` of `A/HRC/43/15/Add.1`.
    private static func reportSymbol(_ facts: DocumentFacts) -> DocumentSymbol? {
        guard let symbol = facts.symbol, let end = symbol.printed.firstRange(of: "/Add.") else { return nil }
        return DocumentSymbol(String(symbol.printed[..<end.lowerBound]))
    }

    /// The source's key of each finding: symbol, paragraph and language; of several with one number, a count. Without a symbol nil:
    /// the content then makes the key.
    func keys(_ findings: [Finding], taken: Set<String>) -> [String?] {
        var taken = taken
        return findings.map { finding in
            guard let symbol = facts.symbol ?? document.symbol, let paragraph = finding.paragraph else {
                guard finding.kind == .statement else { return nil }
                return unique("\(facts.title ?? "answers")#\(finding.paragraph?.printed ?? "")@\(language)", &taken)
            }
            let kind = finding.kind == .pledge ? "!pledge" : finding.about.map { "!\($0.key)" } ?? ""
            return unique("\(symbol.key)#\(paragraph.printed)\(kind)@\(language)", &taken)
        }
    }

    private var language: String { facts.language.rawValue }

    private func unique(_ key: String, _ taken: inout Set<String>) -> String {
        var found = key
        var count = 1
        while !taken.insert(found).inserted {
            count += 1
            found = "\(key)~\(count)"
        }
        return found
    }

    /// The row a finding becomes. `row` is its place in the document.
    func draft(_ finding: Finding, row: Int, key: String?) -> RecommendationDraft {
        var draft = RecommendationDraft(row: row, kind: kind(finding), document: document)
        draft.externalKey = key
        draft.paragraph = finding.paragraph
        draft.states = facts.state.map { [$0] } ?? []
        draft.cycle = document.cycle
        draft.session = document.session
        guard finding.kind != .statement else {
            draft.statement = statement(finding)
            if let about = finding.about { draft.document.symbol = about }
            return draft
        }
        draft.texts = [facts.language: finding.text]
        draft.recommending = finding.states
        draft.parts = parts(finding)
        draft.tags = finding.tags
        draft.published = document.published
        draft.claim = finding.claim
        draft.followUp = followUp(finding)
        guard let position = finding.position else { return draft }
        draft.position = position
        draft.positionWording = finding.wording
        draft.positionReason = finding.reason
        draft.positionDocument =
            finding.positionDocument ?? (facts.kind == .thematicList ? nil : facts.symbol?.printed)
        draft.positionDate = finding.positionDate ?? (facts.kind == .thematicList ? nil : facts.published)
        return draft
    }

    /// Nil for a paragraph that the committee did not mark.
    private func followUp(_ finding: Finding) -> FollowUpDraft? {
        let duties = finding.duties.filter(\.isForFollowUp).map(\.label)
        guard finding.isForFollowUp || finding.isPriority || finding.followUpDue != nil || !duties.isEmpty else {
            return nil
        }
        return FollowUpDraft(
            isForFollowUp: finding.isForFollowUp || finding.followUpDue != nil || !duties.isEmpty,
            due: finding.followUpDue, isPriority: finding.isPriority, computedFrom: finding.dueComputedFrom,
            duties: duties)
    }

    private func kind(_ finding: Finding) -> RecommendationKind {
        switch finding.kind {
        case .recommendation, .statement: .recommendation
        case .observation: .observation
        case .pledge: .pledge
        }
    }

    private func parts(_ finding: Finding) -> [PartDraft] {
        guard finding.wordings.count < 2 else {
            return finding.wordings.enumerated().map { place, wording in
                PartDraft(
                    kind: .variant, label: String(place + 1), texts: [facts.language: wording.text],
                    recommending: wording.states)
            }
        }
        return finding.duties.map { PartDraft(kind: .letter, label: $0.label, texts: [facts.language: $0.text]) }
    }

    private func statement(_ finding: Finding) -> StatementDraft {
        let text = finding.reason ?? (finding.text.isEmpty || finding.grade != nil ? nil : finding.text)
        return StatementDraft(
            position: finding.position, date: finding.positionDate ?? facts.published,
            document: finding.positionDocument ?? facts.symbol?.printed, wording: finding.wording, reason: text,
            claim: finding.claim, letter: letter(finding.paragraph), states: finding.states, by: facts.state,
            grade: finding.grade)
    }

    /// `b` of `21(b)`.
    private func letter(_ paragraph: ParagraphNumber?) -> String? {
        guard let text = paragraph?.printed, text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return nil }
        return text[text.index(after: open)...].dropLast().lowercased()
    }
}
