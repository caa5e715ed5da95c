import Corpus
package import Domain
import Reference

extension Library {
    /// A State's record. Not found where nothing is known of the code: no facts and no records.
    package func state(_ code: StateCode) async throws(OperationError) -> StatePage {
        let filters: [Facet: Set<String>] = [.state: [code.rawValue]]
        let numbers = self.numbers(filters, [.mechanism, .kind, .theme, .person, .sdg, .position, .year, .cycle])
        guard numbers.total > 0 || reference.facts(of: code) != nil else { throw .notFound }
        let snapshot = corpus.snapshot
        let documents = try await self.documents(state: code, limit: SearchRequest.limitMax)
        return StatePage(
            state: code, total: numbers.total, mechanisms: numbers[.mechanism], kinds: numbers[.kind],
            themes: numbers[.theme], persons: numbers[.person], goals: numbers[.sdg], positions: numbers[.position],
            years: numbers[.year], cycles: numbers[.cycle],
            positionsByCycle: snapshot.crossTab(rows: .cycle, columns: .position, filters: filters, query: nil),
            mechanismsByYear: snapshot.crossTab(rows: .year, columns: .mechanism, filters: filters, query: nil),
            made: count([.recommending: [code.rawValue]]), documents: documents)
    }

    /// One value of mechanism, theme, person, sdg, target, region or group.
    package func topic(
        _ facet: Facet, _ value: String, language: LanguageTag
    ) async throws(OperationError) -> TopicPage {
        let filters: [Facet: Set<String>] = [facet: [value]]
        let all: [Facet] = [
            .state, .mechanism, .theme, .person, .sdg, .target, .position, .kind, .year, .region,
        ]
        let numbers = self.numbers(filters, all)
        guard numbers.total > 0 || isKnown(facet, value) else { throw .notFound }
        let newest = try await search(SearchRequest(filters: filters, sort: .date, limit: 10, language: language))
        return TopicPage(
            facet: facet, value: value, total: numbers.total, states: numbers[.state], mechanisms: numbers[.mechanism],
            themes: numbers[.theme], persons: numbers[.person], goals: numbers[.sdg], targets: numbers[.target],
            positions: numbers[.position], kinds: numbers[.kind], years: numbers[.year], regions: numbers[.region],
            statesBase: self.numbers([:], [.state])[.state], newest: newest)
    }

    private func isKnown(_ facet: Facet, _ value: String) -> Bool {
        switch facet {
        case .mechanism: reference.facts(of: MechanismCode(value)) != nil
        case .theme: reference.name(ofTheme: value, in: .english) != nil
        case .person: reference.name(ofPerson: value, in: .english) != nil
        case .sdg, .target: reference.name(ofSDG: value, in: .english) != nil
        case .region, .group: reference.group(value) != nil
        default: false
        }
    }

    /// What is inside.
    package func overview() async throws(OperationError) -> Overview {
        let facets: [Facet] = [
            .language, .state, .mechanism, .kind, .theme, .sdg, .position, .year, .cycle, .region, .source, .document,
        ]
        let numbers = self.numbers([:], facets)
        let snapshot = corpus.snapshot
        return Overview(
            total: numbers.total, documents: numbers[.document].values.count, languages: numbers[.language],
            states: numbers[.state], mechanisms: numbers[.mechanism], kinds: numbers[.kind], themes: numbers[.theme],
            goals: numbers[.sdg], positions: numbers[.position], years: numbers[.year], cycles: numbers[.cycle],
            regions: numbers[.region], sources: numbers[.source],
            positionsByState: snapshot.crossTab(rows: .state, columns: .position, filters: [:], query: nil),
            mechanismsByState: snapshot.crossTab(rows: .state, columns: .mechanism, filters: [:], query: nil),
            holdsDemonstration: numbers[.source].count(of: SourceCode.demonstration.rawValue) > 0)
    }

    package static let comparedMax = 6

    /// One column for each State, each cycle or each pair of them.
    package func compare(
        _ columns: [(state: StateCode?, cycle: Int?)]
    ) async throws(OperationError) -> Comparison {
        guard (1...Self.comparedMax).contains(columns.count) else {
            throw .invalid(field: "state", allowed: "1...\(Self.comparedMax)")
        }
        return Comparison(
            columns: columns.map { column in
                var filters: [Facet: Set<String>] = [:]
                if let state = column.state { filters[.state] = [state.rawValue] }
                if let cycle = column.cycle { filters[.cycle] = [String(cycle)] }
                let numbers = self.numbers(filters, [.position, .theme, .mechanism, .sdg, .action, .cycle])
                return Comparison.Column(
                    state: column.state, cycle: column.cycle, total: numbers.total, positions: numbers[.position],
                    themes: numbers[.theme], mechanisms: numbers[.mechanism], goals: numbers[.sdg],
                    actions: numbers[.action], cycles: numbers[.cycle])
            })
    }
}
