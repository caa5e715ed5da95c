import Corpus
import Domain
import Reference
import Store

/// Makes of a stored record what the Corpus keeps of it: its texts, and the values it can be found by.
struct CorpusEntry {
    let reference: ReferenceFacts

    func record(_ stored: StoredRecord) -> CorpusRecord {
        let recommendation = stored.recommendation
        let order = recommendation.paragraph?.place ?? UInt32(clamping: recommendation.ordinal)
        return CorpusRecord(
            id: recommendation.id.value, texts: texts(stored), facets: facets(stored),
            date: date(stored)?.number ?? 0,
            place: UInt64(UInt32(clamping: recommendation.document.value)) << 32 | UInt64(order))
    }

    /// The whole text in each language. A variant is indexed apart only where no whole text holds it.
    private func texts(_ stored: StoredRecord) -> [(language: String, text: String)] {
        let recommendation = stored.recommendation
        var texts = recommendation.texts.map { (language: $0.key.rawValue, text: $0.value) }
        for part in recommendation.parts {
            for (language, text) in part.texts where recommendation.texts[language]?.contains(text) != true {
                texts.append((language.rawValue, text))
            }
        }
        return texts
    }

    /// Where no date of publication is known, the month of the session.
    private func date(_ stored: StoredRecord) -> CalendarDate? {
        if let date = stored.recommendation.published ?? stored.document.published { return date }
        guard stored.document.mechanism == .upr, let session = stored.recommendation.session ?? stored.document.session
        else {
            return nil
        }
        return reference.session(session)?.began
    }

    private func facets(_ stored: StoredRecord) -> [(facet: Facet, value: String)] {
        let recommendation = stored.recommendation
        var facets: [(facet: Facet, value: String)] = []
        facets.reserveCapacity(24)
        func add(_ facet: Facet, _ value: String?) {
            if let value { facets.append((facet, value)) }
        }
        for state in recommendation.states {
            add(.state, state.rawValue)
            guard let facts = reference.facts(of: state) else { continue }
            add(.region, facts.region)
            for group in facts.groups { add(.group, group) }
        }
        for state in Set(recommendation.recommending + recommendation.parts.flatMap(\.recommending)) {
            add(.recommending, state.rawValue)
            guard let facts = reference.facts(of: state) else { continue }
            add(.recommendingRegion, facts.region)
            for group in facts.groups { add(.recommendingGroup, group) }
        }
        add(.mechanism, stored.document.mechanism.rawValue)
        add(.document, String(stored.document.id.value))
        add(.symbol, stored.document.symbol?.key)
        add(.paragraph, recommendation.paragraph?.printed)
        add(.year, date(stored).map { String($0.year) })
        add(.cycle, (recommendation.cycle ?? stored.document.cycle).map(String.init))
        add(.session, (recommendation.session ?? stored.document.session).map(String.init))
        add(.position, recommendation.position?.rawValue)
        add(.action, recommendation.effectiveAction.map { String($0.rawValue) })
        add(.kind, recommendation.kind.rawValue)
        for language in recommendation.texts.keys { add(.language, language.rawValue) }
        for source in stored.sources { add(.source, source.rawValue) }
        facets += tags(recommendation.effectiveTags)
        return facets
    }

    /// Each code once, whoever said it, unless a person disputes it. A target counts for its goal.
    private func tags(_ tags: [Tag]) -> [(facet: Facet, value: String)] {
        var values: Set<Value> = []
        for tag in tags {
            switch tag.kind {
            case .theme: values.insert(Value(facet: .theme, code: tag.code))
            case .person: values.insert(Value(facet: .person, code: tag.code))
            case .sdg:
                let goal = tag.code.prefix { $0 != "." }
                values.insert(Value(facet: .sdg, code: String(goal)))
                if goal.count < tag.code.count { values.insert(Value(facet: .target, code: tag.code)) }
            case .norm, .action: break
            }
        }
        return values.map { ($0.facet, $0.code) }
    }

    private struct Value: Hashable {
        var facet: Facet
        var code: String
    }
}
