package import Domain

/// How long a text is.
package enum ReportWords {
    /// As limits count them: see `WordCount`.
    package static func count(_ text: String, _ language: LanguageTag) -> Int { WordCount.of(text) }

    package static func count(_ content: ReportParagraphContent, _ language: LanguageTag) -> Int {
        content.sentences.reduce(0) { $0 + count($1.text, language) }
    }
}
