/// The light10 stemmer of Larkey, Ballesteros and Connell (2007), over text whose marks, tatweel and hamza carriers are already
/// folded: takes off articles, conjunctions and the commonest endings, and never leaves fewer than two letters.
enum ArabicLightStemmer {
    private static let articles: [[Unicode.Scalar]] = ["ال", "وال", "بال", "كال", "فال", "لل"].map {
        Array($0.unicodeScalars)
    }
    private static let endings: [[Unicode.Scalar]] = ["ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ة", "ي"].map {
        Array($0.unicodeScalars)
    }
    private static let conjunction: Unicode.Scalar = "و"

    static func stem(_ word: inout [UInt8]) {
        var letters = String(decoding: word, as: UTF8.self).unicodeScalars.map(normalised)
        guard letters.contains(where: { (0x0620...0x064A).contains($0.value) }) else { return }
        removeStart(&letters)
        for ending in endings
        where letters.count >= ending.count + 2 && letters.suffix(ending.count).elementsEqual(ending) {
            letters.removeLast(ending.count)
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        word = Array(String(text).utf8)
    }

    private static func removeStart(_ letters: inout [Unicode.Scalar]) {
        for article in articles where letters.count >= article.count + 2 && letters.starts(with: article) {
            letters.removeFirst(article.count)
            return
        }
        if letters.count >= 4, letters.first == conjunction { letters.removeFirst() }
    }

    /// Final yeh and teh marbuta are written both ways.
    private static func normalised(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        switch letter {
        case "ى": "ي"
        case "ة": "ه"
        default: letter
        }
    }
}
