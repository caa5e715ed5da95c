import Domain
import Insight
import Store

/// Compares one record with others, exactly, and says why they are close.
struct SimilarLikeness {
    private let record: StoredRecord
    private let comparer = TextComparer()
    private let prepared: [LanguageTag: TextComparer.Prepared]
    /// For each language in which the record is looked for: the words that tell what it is about.
    let tellingWords: [(language: LanguageTag, words: [String])]

    /// Languages a record is looked for in: one and a second where it has several.
    private static let languagesMax = 2
    private static let wordsMax = 24
    private static let shownWordsMax = 6
    /// Below, two records are not shown as similar.
    private static let closenessMin = 0.2

    init(_ record: StoredRecord) {
        self.record = record
        let texts = Self.texts(record)
        var prepared: [LanguageTag: TextComparer.Prepared] = [:]
        for (language, text) in texts { prepared[language] = comparer.prepare(Self.text(text, language)) }
        self.prepared = prepared
        let order = [LanguageTag.english] + LanguageTag.official + texts.keys.sorted()
        var languages: [LanguageTag] = []
        for language in order where texts[language] != nil && !languages.contains(language) {
            languages.append(language)
        }
        tellingWords = languages.prefix(Self.languagesMax).map { [comparer] language in
            let words = comparer.tellingWords(of: Self.text(texts[language] ?? "", language), limit: Self.wordsMax)
            let instruments = (prepared[language]?.instruments ?? []).prefix(3)
            return (
                language,
                instruments.flatMap { Instruments.searchWords($0, language: language.rawValue) } + words
            )
        }
    }

    /// Another record as it was found.
    struct Found {
        var record: StoredRecord
        var similarity: Double
        var reason: SimilarReason

        /// Higher is closer.
        var closeness: Double {
            similarity + 0.04 * Double(min(3, reason.themes.count)) + 0.02 * Double(min(2, reason.persons.count))
                + (reason.instruments.isEmpty ? 0 : 0.1)
        }
    }

    /// Nil where the two are not close enough to be shown.
    func compare(_ other: StoredRecord) -> Found? {
        var best: (similarity: Double, language: LanguageTag, prepared: TextComparer.Prepared)?
        let texts = Self.texts(other)
        for language in texts.keys.sorted() {
            guard let own = prepared[language], let text = texts[language] else { continue }
            let theirs = comparer.prepare(Self.text(text, language))
            let similarity = comparer.similarity(own, theirs)
            if similarity > best?.similarity ?? -1 { best = (similarity, language, theirs) }
        }
        let themes = shared(other, .theme)
        let persons = shared(other, .person)
        var reason = SimilarReason(kind: .themes, instruments: [], words: [], themes: themes, persons: persons)
        if let best, let own = prepared[best.language], let text = texts[best.language] {
            let instruments = Set(own.instruments)
            reason.instruments = best.prepared.instruments.filter(instruments.contains)
            reason.words = comparer.sharedWords(
                of: Self.text(text, best.language), with: own, limit: Self.shownWordsMax)
        }
        let similarity = best?.similarity ?? 0
        reason.kind = kind(similarity, reason)
        guard isClose(similarity, reason, other) else { return nil }
        return Found(record: other, similarity: similarity, reason: reason)
    }

    /// Closest first; of equals the newer, then the one that was recorded first.
    static func precedes(_ a: Found, _ b: Found) -> Bool {
        if a.closeness != b.closeness { return a.closeness > b.closeness }
        let (dateA, dateB) = (a.record.date, b.record.date)
        return dateA != dateB ? dateA > dateB : a.record.recommendation.id < b.record.recommendation.id
    }

    private func kind(_ similarity: Double, _ reason: SimilarReason) -> SimilarReason.Kind {
        if similarity > 0.999 { return .same }
        if similarity >= NearDuplicates.threshold { return .reworded }
        if !reason.instruments.isEmpty { return .instrument }
        return reason.words.count > 1 || similarity >= Self.closenessMin ? .words : .themes
    }

    private func isClose(_ similarity: Double, _ reason: SimilarReason, _ other: StoredRecord) -> Bool {
        switch reason.kind {
        case .same, .reworded: true
        case .instrument, .words: similarity >= Self.closenessMin
        // Without a language in common themes and persons are all there is; with one, few words in common mean little in common.
        case .themes:
            prepared.keys.allSatisfy { Self.texts(other)[$0] == nil } && reason.themes.count + reason.persons.count > 1
        }
    }

    private func shared(_ other: StoredRecord, _ kind: TagKind) -> [String] {
        let own = Set(record.recommendation.tags.filter { $0.kind == kind }.map(\.code))
        return Set(other.recommendation.tags.filter { $0.kind == kind }.map(\.code)).intersection(own).sorted()
    }

    private static func texts(_ record: StoredRecord) -> [LanguageTag: String] {
        record.recommendation.texts.isEmpty
            ? record.recommendation.parts.first?.texts ?? [:] : record.recommendation.texts
    }

    private static func text(_ text: String, _ language: LanguageTag) -> InsightText {
        InsightText(id: 0, language: language.rawValue, text: text)
    }
}

extension StoredRecord {
    fileprivate var date: Int32 { (recommendation.published ?? document.published)?.number ?? 0 }
}
