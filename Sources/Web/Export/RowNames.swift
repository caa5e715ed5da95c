import Domain
import Locales
import Operations

/// How a record becomes a row: columns and values in the reader's language, codes beside names.
struct RowNames: Sendable {
    private let words: Catalogue
    private let names: Names

    init(_ exchange: Exchange) {
        words = exchange.words
        names = exchange.site.names
    }

    private static let columnKeys = [
        "export.id", "facet.kind", "facet.state", "export.stateCodes", "facet.mechanism", "facet.document",
        "record.paragraphLabel", "facet.recommending", "facet.position", "export.language", "export.words", "facet.theme",
        "facet.person", "facet.sdg", "facet.action", "facet.cycle", "facet.session", "record.published", "facet.source",
    ]

    var sheet: String { words.text("nav.search") }
    var columns: [String] { Self.columnKeys.map { words.text($0) } }

    func row(_ page: RecommendationPage) -> [String] {
        let record = page.recommendation
        let (language, text) = chosen(record.texts)
        return [
            record.id.description, words.text("kind.\(record.kind.rawValue)"), states(record.states),
            record.states.map(\.rawValue).joined(separator: "; "), name(.mechanism, page.document.mechanism.rawValue),
            page.document.symbol?.printed ?? page.document.title ?? "", record.paragraph?.printed ?? "",
            states(record.recommending), record.position.map { words.text("position.\($0.rawValue)") } ?? "", language,
            text, tags(record, .theme, .theme), tags(record, .person, .person), goals(record),
            record.action.map { words.text("action.\($0.rawValue)") } ?? "", record.cycle.map { String($0) } ?? "",
            record.session.map { String($0) } ?? "", record.published?.description ?? "",
            Set(page.sources.map(\.source.rawValue)).sorted().joined(separator: "; "),
        ]
    }

    /// The reader's language where the record has it, else English, else the first.
    private func chosen(_ texts: [LanguageTag: String]) -> (String, String) {
        for tag in [LanguageTag(words.tag), .english] {
            if let text = texts[tag] { return (tag.rawValue, text) }
        }
        return texts.min { $0.key < $1.key }.map { ($0.key.rawValue, $0.value) } ?? ("", "")
    }

    private func name(_ kind: Names.Kind, _ code: String) -> String { names.name(kind, code, words.tag) }

    private func states(_ codes: [StateCode]) -> String {
        codes.map { name(.state, $0.rawValue) }.joined(separator: "; ")
    }

    private func tags(_ record: Recommendation, _ kind: TagKind, _ names: Names.Kind) -> String {
        let codes = record.tags.filter { $0.kind == kind }.map(\.code)
        return Set(codes).sorted().map { name(names, $0) }.joined(separator: "; ")
    }

    private func goals(_ record: Recommendation) -> String {
        Set(record.tags.filter { $0.kind == .sdg }.map(\.code)).sorted().joined(separator: "; ")
    }
}
