import Domain
import Language

/// What a saved Corpus depends on beside its format: the terms of words, the constants of the ranking, which are part of the
/// impacts, and the facets a record has. A file made under another fingerprint is built again. Words added to a question
/// (synonyms, themes) are no part of it: they are added when it is asked.
enum CorpusFingerprint {
    static let current =
        AnalyserFingerprint.current + "|bm25 \(Ranking.k1) \(Ranking.b)|"
        + Facet.allCases.map(\.rawValue).joined(separator: " ")
}
