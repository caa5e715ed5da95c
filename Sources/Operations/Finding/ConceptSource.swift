import Domain
import Reference

/// Takes the concepts of the vocabulary from the facts: groups of synonyms first, then names.
struct ConceptSource {
    typealias Form = FieldVocabulary.Concept.Form

    struct Entry {
        let concept: FieldVocabulary.Concept
        /// Those of its forms that a question means only where they are written just so.
        let asWritten: Set<Form>
    }

    let facts: ReferenceFacts

    func entries() -> [Entry] {
        facts.synonyms.groups.map(group)
            + facts.themes.map { tagged(.theme, $0) } + facts.persons.map { tagged(.person, $0) }
            + facts.goals.filter { !$0.isTarget }.map { named([FacetValue(.sdg, $0.code)], $0.names) }
            + facts.mechanisms.map(mechanism) + facts.states.map(state)
    }

    private func group(_ group: SynonymGroup) -> Entry {
        var forms = group.forms.map { Form(text: $0.text, language: $0.language?.rawValue) }
        var tags: [FacetValue] = []
        for code in group.codes {
            switch code.kind {
            case .treaty:
                guard let treaty = facts.treaty(code.code) else { continue }
                forms += names(treaty.names)
            case .mechanism:
                let mechanism = MechanismCode(code.code)
                guard let known = facts.facts(of: mechanism) else { continue }
                forms += names(known.names)
                tags.append(FacetValue(.mechanism, code.code))
            case .theme: tags.append(FacetValue(.theme, code.code))
            case .person: tags.append(FacetValue(.person, code.code))
            case .sdg: tags.append(FacetValue(code.code.contains(".") ? .target : .sdg, code.code))
            }
        }
        return Entry(
            concept: .init(forms: Self.distinct(forms), tags: tags, isSynonymous: true, isNamed: false),
            asWritten: Set(
                group.forms.filter(\.isAsWritten).map { Form(text: $0.text, language: $0.language?.rawValue) }))
    }

    /// A theme or a group of persons under its names and, in English, its labels of today.
    private func tagged(_ facet: Facet, _ tag: TagFacts) -> Entry {
        let labels = (tag.labels.current ?? []) + (tag.labels.second ?? [])
        return named(
            [FacetValue(facet, tag.code)], tag.names, besides: labels.map { Form(text: $0, language: "en") })
    }

    /// Names and acronyms, but no bare word: a committee's `CAT` is its treaty's too, and an animal.
    private func mechanism(_ mechanism: MechanismFacts) -> Entry {
        let acronyms = [mechanism.acronym].compactMap(\.self) + mechanism.acronyms.values.sorted()
        let forms = acronyms.filter { $0 != "CAS" && $0 != "FRA" }.map { Form(text: $0, language: nil) }
        let entry = named(
            [FacetValue(.mechanism, mechanism.code.rawValue)], mechanism.names, besides: forms, isNamed: true)
        return Entry(concept: entry.concept, asWritten: Set(forms))
    }

    private func state(_ state: StateFacts) -> Entry {
        named(
            [FacetValue(.state, state.code.rawValue)], state.names, besides: names(state.shortNames), isNamed: true)
    }

    private func named(
        _ tags: [FacetValue], _ names: LocalizedNames, besides: [Form] = [], isNamed: Bool = false
    ) -> Entry {
        let forms = Self.distinct(self.names(names) + besides)
        return Entry(
            concept: .init(forms: forms, tags: tags, isSynonymous: false, isNamed: isNamed), asWritten: [])
    }

    private func names(_ names: LocalizedNames) -> [Form] {
        names.languages.map { Form(text: names[$0], language: $0.rawValue) }
    }

    private static func distinct(_ forms: [Form]) -> [Form] {
        var seen: Set<Form> = []
        return forms.filter { seen.insert($0).inserted }
    }
}
