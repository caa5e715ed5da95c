import Language

/// Words that people look for in titles.
enum PlanWords {
    static let wordsMax = 8

    /// Folded as titles are.
    static func folded(_ text: String) -> [String] {
        TextFolding.fold(text).split(whereSeparator: \.isWhitespace).prefix(wordsMax).map(String.init)
    }
}
