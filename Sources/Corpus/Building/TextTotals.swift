/// Texts and tokens by language, over the whole Corpus: the average length that BM25 measures texts against.
struct TextTotals {
    private var totals: [String: (texts: Int, tokens: Int)] = [:]

    mutating func add(_ language: String, texts: Int, tokens: Int) {
        let old = totals[language] ?? (0, 0)
        totals[language] = (old.texts + texts, old.tokens + tokens)
    }

    func averageLength(_ language: String) -> Float {
        guard let total = totals[language], total.texts > 0 else { return 1 }
        return Float(total.tokens) / Float(total.texts)
    }
}
