internal import Domain

/// What every draft of the demonstration has in common: texts in some languages, tags, a key of its own.
struct DraftWriter {
    let files: DemonstrationFiles
    var phrases: PhraseWriter { PhraseWriter(files: files) }

    /// Position fields are left to the caller.
    func draft(
        of kind: RecommendationKind, in document: DocumentDraft, paragraph: String, topic: DemonstrationTopic,
        person: DemonstrationTopic.Label? = nil
    ) -> RecommendationDraft {
        var draft = RecommendationDraft(row: 0, kind: kind, document: document)
        draft.paragraph = ParagraphNumber(paragraph)
        draft.externalKey = "\(document.symbol?.printed ?? "DEMO")#\(paragraph)"
        draft.states = document.state.map { [$0] } ?? []
        draft.cycle = document.cycle
        draft.session = document.session
        draft.published = document.published
        draft.tags = tags(of: topic, person: person)
        return draft
    }

    /// Six languages as a rule, fewer now and then, as in the records themselves. Older documents have more gaps.
    func published(in year: Int, random: inout SplitMix64) -> [LanguageTag] {
        guard random.chance(year < 2012 ? 30 : 9) else { return Wording.languages }
        return random.pick(Self.partial)
    }

    func texts(_ wording: Wording, in languages: [LanguageTag]) -> [LanguageTag: String] {
        var texts: [LanguageTag: String] = [:]
        for (language, text) in zip(Wording.languages, wording.texts) where languages.contains(language) {
            texts[language] = text
        }
        return texts
    }

    private func tags(of topic: DemonstrationTopic, person: DemonstrationTopic.Label?) -> [TagDraft] {
        let persons = topic.persons + (person.map { [$0] } ?? [])
        var seen: Set<String> = []
        return topic.themes.map { TagDraft(kind: .theme, code: $0.code, label: $0.label) }
            + persons.filter { seen.insert($0.code).inserted }
            .map { TagDraft(kind: .person, code: $0.code, label: $0.label) }
            + topic.targets.map { TagDraft(kind: .sdg, code: $0, label: $0) }
            + topic.norms.map { TagDraft(kind: .norm, code: $0, label: $0) }
    }

    private static let partial: [[LanguageTag]] = [
        [.english], [.english], [.french], [.spanish], [.english, .french], [.english, .spanish], [.english, .russian],
        [.english, .arabic], [.english, .chinese], [.english, .french, .spanish], [.arabic, .english, .french],
    ]
}
