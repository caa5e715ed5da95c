import Domain
import Insight
import Reference

/// What a model suggests, in the record's own terms. Not `Sendable`: one for each thread.
final class TagSuggester {
    private let model: TagModel
    private let reader: TagReader
    private let reference: ReferenceFacts

    /// A tag of a text as the model sees it.
    struct Found {
        var kind: TagKind
        var code: String
        var probability: Double
        var isChosen: Bool
        /// As the model calls it.
        var modelKind: String
        var modelCode: String
    }

    /// Suggested though not chosen by its own threshold.
    static let shownFrom = 0.3
    static let shownMax = 12

    init(_ model: TagModel, _ reference: ReferenceFacts) {
        self.model = model
        reader = TagReader(model)
        self.reference = reference
    }

    var version: String { model.version }

    /// The text the model reads: English where there is one, else the first of the United Nations' languages.
    static func text(of recommendation: Recommendation) -> (language: LanguageTag, text: String)? {
        let texts =
            recommendation.texts.isEmpty
            ? recommendation.parts.reduce(into: [:]) { $0.merge($1.texts) { $0 + "\n" + $1 } } : recommendation.texts
        for language in [.english] + LanguageTag.official + texts.keys.sorted() {
            if let text = texts[language] { return (language, text) }
        }
        return nil
    }

    func all(of recommendation: Recommendation) -> [Found] {
        Self.text(of: recommendation).map { all(of: $0.text) } ?? []
    }

    /// Everything the model thinks possible, each tag once, by kind.
    func all(of text: String) -> [Found] {
        var found: [Found] = []
        for suggestion in reader.suggest(text, least: 0.02) {
            guard let kind = Self.kind(suggestion.kind) else { continue }
            let code = code(suggestion, kind)
            if let place = found.firstIndex(where: { $0.kind == kind && $0.code == code }) {
                found[place].isChosen = found[place].isChosen || suggestion.isChosen
                found[place].probability = max(found[place].probability, suggestion.probability)
                continue
            }
            found.append(
                Found(
                    kind: kind, code: code, probability: suggestion.probability, isChosen: suggestion.isChosen,
                    modelKind: suggestion.kind, modelCode: suggestion.code))
        }
        return found
    }

    /// What is worth a look for a text that has `tags` and was judged so far: likely ones, without what it has and what was
    /// rejected. Of kinds of which a text has one, only the most likely, where it has none.
    func suggest(_ text: String, tags: [Tag], hasAction: Bool, rejected: Set<String>) -> [Found] {
        var held: Set<String> = []
        for tag in tags {
            held.insert(Self.key(tag.kind, tag.code))
            if tag.kind == .sdg { held.insert(Self.key(.sdg, String(tag.code.prefix { $0 != "." }))) }
        }
        let found = all(of: text).filter { found in
            let key = Self.key(found.kind, found.code)
            if held.contains(key) || rejected.contains(key) { return false }
            return found.kind == .action
                ? found.isChosen && !hasAction : found.isChosen || found.probability >= Self.shownFrom
        }
        return Array(found.sorted { $0.probability > $1.probability }.prefix(Self.shownMax))
    }

    /// Words that spoke for a tag, strongest first.
    func words(for found: Found, in text: String) -> [String] {
        let words = reader.reasons(text, kind: found.modelKind, code: found.modelCode)?.words ?? []
        var seen: Set<String> = []
        return Array(words.filter { $0.weight > 0 }.map(\.word).filter { seen.insert($0).inserted }.prefix(6))
    }

    static func key(_ kind: TagKind, _ code: String) -> String { kind.rawValue + " " + code }

    private static func kind(_ name: String) -> TagKind? {
        switch name {
        case "theme", "issue": .theme
        case "person": .person
        case "sdg", "target": .sdg
        case "action": .action
        default: nil
        }
    }

    /// Themes under another list's names are the record's own where reference facts know them.
    private func code(_ suggestion: TagSuggestion, _ kind: TagKind) -> String {
        guard kind == .theme, reference.name(ofTheme: suggestion.code, in: .english) == nil else {
            return suggestion.code
        }
        return reference.theme(labelled: suggestion.code).first ?? suggestion.code
    }
}
