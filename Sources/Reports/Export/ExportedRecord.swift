package import Domain

/// A recommendation with what an export says of it.
package struct ExportedRecord: Sendable {
    package var recommendation: Recommendation
    package var document: Document
    package var sources: [SourceCode]

    package init(recommendation: Recommendation, document: Document, sources: [SourceCode]) {
        self.recommendation = recommendation
        self.document = document
        self.sources = sources
    }

    /// The text in the wanted language, or in the first of the UN's that is there.
    func text(_ wanted: LanguageTag) -> (language: LanguageTag, text: String)? {
        for language in [wanted, .english] + LanguageTag.official + recommendation.texts.keys.sorted() {
            if let text = recommendation.texts[language] { return (language, text) }
        }
        return nil
    }

    func codes(_ kind: TagKind) -> [String] {
        var seen: Set<String> = []
        return recommendation.effectiveTags.compactMap {
            $0.kind == kind && seen.insert($0.code).inserted ? $0.code : nil
        }
    }
}

/// The columns of CSV and XLSX, in order. The names are those the importer's column mapping knows.
package enum ExportColumn: String, CaseIterable, Sendable {
    case id, symbol, paragraph, kind, mechanism, state, recommending, position, action, cycle, session, date, themes,
        persons
    case sdgs, language, text, sources, address

    package enum Cell: Sendable, Equatable {
        case none
        case text(String)
        case number(Int)
    }

    /// Several values of one cell are joined by "; ". What is not known is empty.
    package func cell(_ record: ExportedRecord, _ language: LanguageTag) -> Cell {
        let recommendation = record.recommendation
        switch self {
        case .id: return .number(Int(recommendation.id.value))
        case .symbol: return Self.text(record.document.symbol?.printed)
        case .paragraph: return Self.text(recommendation.paragraph?.printed)
        case .kind: return .text(recommendation.kind.rawValue)
        case .mechanism: return .text(record.document.mechanism.rawValue)
        case .state: return Self.list(recommendation.states.map(\.rawValue))
        case .recommending: return Self.list(recommendation.recommending.map(\.rawValue))
        case .position: return Self.text(recommendation.position?.rawValue)
        case .action: return Self.number(recommendation.effectiveAction?.rawValue)
        case .cycle: return Self.number(recommendation.cycle ?? record.document.cycle)
        case .session: return Self.number(recommendation.session ?? record.document.session)
        case .date: return Self.text((recommendation.published ?? record.document.published)?.description)
        case .themes: return Self.list(record.codes(.theme))
        case .persons: return Self.list(record.codes(.person))
        case .sdgs: return Self.list(record.codes(.sdg))
        case .language: return Self.text(record.text(language)?.language.rawValue)
        case .text: return Self.text(record.text(language)?.text)
        case .sources: return Self.list(record.sources.map(\.rawValue))
        case .address: return Self.text(record.document.address)
        }
    }

    private static func text(_ value: String?) -> Cell { value.map { .text($0) } ?? .none }
    private static func number(_ value: Int?) -> Cell { value.map { .number($0) } ?? .none }
    private static func list(_ values: [String]) -> Cell {
        values.isEmpty ? .none : .text(values.joined(separator: "; "))
    }
}
