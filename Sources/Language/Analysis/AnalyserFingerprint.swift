import CICU

/// What the terms of an index depend on. An index made under another fingerprint is built again.
public enum AnalyserFingerprint {
    /// Raised when this room changes what terms it makes.
    private static let revision = 1
    /// Snowball's library does not tell its version; what it makes of these words does.
    private static let probes: [(language: String, words: [String])] = [
        ("en", ["recommendations", "ratified", "generously", "women"]),
        ("fr", ["recommandations", "égalité", "continuellement"]),
        ("es", ["recomendaciones", "educación", "rápidamente"]),
        ("ru", ["рекомендациями", "правами", "ещё"]),
        ("ar", ["التوصيات", "والمرأة"]),
    ]

    public static let current: String = {
        let stems = probes.map { probe in
            let analyzer = Analyzer(language: probe.language)
            return probe.words.map(analyzer.term).joined(separator: ",")
        }
        return "\(revision)|icu \(String(cString: rp_icu_version()))|" + stems.joined(separator: "|")
    }()
}
