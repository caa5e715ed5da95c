import Domain
import Language

/// Which language a document is in: as its masthead says, else by its script and small words.
enum PrintedLanguage {
    static func language(of page: FirstPage) -> LanguageTag? {
        for segment in page.segments.prefix(40) {
            let words = segment.folded.words
            // `Original: English` tells in which language it was written; `English` alone, in which this one is.
            if words.count == 1, let tag = names[words[0]] { return tag }
        }
        return LanguageDetector.language(of: page.opening).map { LanguageTag($0) }
    }

    static func isName(_ segment: FirstPage.Segment) -> Bool {
        let words = segment.folded.words
        return !words.isEmpty && words.count <= 8 && words.allSatisfy { names[$0] != nil || fillers.contains($0) }
    }

    private static let fillers: Set<String> = [
        "original", "оригинал", "الاصل", "原文", "and", "et", "y", "и", "only", "seulement", "solamente", "submission",
    ]

    /// In the six languages, folded.
    private static let names: [String: LanguageTag] = {
        var names: [String: LanguageTag] = [:]
        let all: [(LanguageTag, String)] = [
            (.english, "English anglais inglés английский الانكليزية بالانكليزية 英文"),
            (.french, "French français francés французский الفرنسية بالفرنسية 法文"),
            (.spanish, "Spanish espagnol español испанский الاسبانية بالاسبانية 西班牙文"),
            (.russian, "Russian russe ruso русский الروسية بالروسية 俄文"),
            (.arabic, "Arabic arabe árabe арабский العربية بالعربية 阿拉伯文"),
            (.chinese, "Chinese chinois chino китайский الصينية بالصينية 中文"),
        ]
        for (tag, list) in all {
            for word in list.split(separator: " ") { names[FoldedText(word).string] = tag }
        }
        return names
    }()
}
