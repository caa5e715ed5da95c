/// How long a paragraph is, as limits count it.
package enum ReportWords {
    package static func count(_ text: String) -> Int { WordCount.of(text) }

    package static func count(_ content: ReportParagraphContent) -> Int {
        content.sentences.reduce(0) { $0 + WordCount.of($1.text) }
    }
}
