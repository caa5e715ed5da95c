import CICU

/// Guesses which of the six languages a text is in: by script, then, for Latin letters, by its small words.
public enum LanguageDetector {
    /// `ar en es fr ru zh`, or nil where nothing speaks for one of them.
    public static func language(of text: String) -> String? {
        var text = text
        var scripts = rp_scripts()
        text.withUTF8 { rp_count_scripts($0.baseAddress, Int32(min($0.count, 65_536)), &scripts) }
        // A Han character says as much as a word's letters do elsewhere.
        let weights = [
            ("zh", scripts.han * 3), ("ar", scripts.arabic), ("ru", scripts.cyrillic), ("latin", scripts.latin),
            ("other", scripts.other),
        ]
        guard let best = weights.max(by: { $0.1 < $1.1 }), best.1 > 0, best.0 != "other" else { return nil }
        return best.0 == "latin" ? latinLanguage(of: text) : best.0
    }

    private static func latinLanguage(of text: String) -> String? {
        let words = TextFolding.fold(String(text.prefix(4_000))).split { !$0.isLetter }
        let scores = ["en", "es", "fr"].map { language in
            (language, words.reduce(0) { $0 + (StopWords.contains(String($1), language: language) ? 1 : 0) })
        }
        let ranked = scores.sorted { $0.1 > $1.1 }
        guard ranked[0].1 > 0, ranked[0].1 > ranked[1].1 else { return nil }
        return ranked[0].0
    }
}
