import Domain

/// A document as numbered paragraphs under headings.
///
/// Lines that begin with a number are paragraphs where the numbers follow from one another; what is missing or comes twice is
/// doubted. Time and memory grow with the text alone.
struct ParagraphFlow: Sendable {
    private(set) var paragraphs: [FlowParagraph] = []
    /// Whether the numbers were counted because none is printed.
    private(set) var isInferred = false

    /// `infersNumbers` counts the paragraphs of a document that prints no numbers (Word's own were lost).
    init(_ text: DocumentText, infersNumbers: Bool = true) {
        let lines = PageCleaning.clean(text)
        let isWord = text.origin == .word
        let chain = NumberChain(lines, isWord: isWord)
        var builder = FlowBuilder(lines: lines, isWord: isWord, chain: chain)
        if chain.paragraphCount < 2, infersNumbers, lines.count > 3 {
            isInferred = true
            builder.countParagraphs()
        } else {
            builder.followNumbers()
        }
        paragraphs = builder.paragraphs
    }
}
