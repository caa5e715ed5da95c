import Domain

/// Puts what a paragraph's text holds into a draft. The first text decides how many wordings or duties there are; another
/// language's are added where it has as many.
enum PartAssembly {
    static func add(
        _ reading: ParagraphText.Reading, _ language: LanguageTag, isUPR: Bool, isFirst: Bool,
        to draft: inout RecommendationDraft
    ) {
        if isUPR {
            addWordings(reading.wordings, language, isFirst: isFirst, to: &draft)
        } else if !reading.duties.isEmpty {
            addDuties(reading.duties, language, isFirst: isFirst, to: &draft)
        }
    }

    private static func addWordings(
        _ wordings: [(text: String, states: [StateCode])], _ language: LanguageTag, isFirst: Bool,
        to draft: inout RecommendationDraft
    ) {
        if draft.recommending.isEmpty {
            for state in wordings.flatMap(\.states) where !draft.recommending.contains(state) {
                draft.recommending.append(state)
            }
        }
        guard wordings.count > 1 else { return }
        if isFirst {
            draft.parts = wordings.enumerated().map { index, wording in
                PartDraft(
                    kind: .variant, label: String(index + 1), texts: [language: wording.text],
                    recommending: wording.states)
            }
        } else if draft.parts.count == wordings.count {
            for (index, wording) in wordings.enumerated() {
                draft.parts[index].texts[language] = wording.text
                if draft.parts[index].recommending.isEmpty { draft.parts[index].recommending = wording.states }
            }
        }
    }

    private static func addDuties(
        _ duties: [(label: String, text: String)], _ language: LanguageTag, isFirst: Bool,
        to draft: inout RecommendationDraft
    ) {
        if isFirst {
            draft.parts = duties.map { PartDraft(kind: .letter, label: $0.label, texts: [language: $0.text]) }
        } else if draft.parts.count == duties.count {
            for (index, duty) in duties.enumerated() { draft.parts[index].texts[language] = duty.text }
        }
    }
}
