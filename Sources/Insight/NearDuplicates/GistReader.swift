import Language

/// Reads texts to gists. Keeps its vocabulary; for one thread.
final class GistReader {
    let vocabulary = Vocabulary()
    private var scanner = TokenScanner()
    private var words: [PlacedWord] = []

    /// A word and its place in bytes.
    struct PlacedWord {
        var word: Vocabulary.Word
        var start: Int
        var end: Int
    }

    func read(_ text: InsightText) -> Gist {
        var gist = Gist()
        read(text, into: &gist)
        return gist
    }

    /// Replaces `gist`, whose room is used again.
    func read(_ text: InsightText, into gist: inout Gist) {
        gist.sequence.removeAll(keepingCapacity: true)
        gist.flags = Gist.Flags()
        let language = vocabulary.language(text.language)
        var content = text.text
        content.withUTF8 { read(UnsafeBufferPointer(rebasing: $0[TextEdges.core($0)]), language, &gist) }
    }

    private func read(_ bytes: UnsafeBufferPointer<UInt8>, _ language: LanguageWords, _ gist: inout Gist) {
        words.removeAll(keepingCapacity: true)
        var hanEnd = -1
        scanner.scan(bytes) { span in
            guard span.kind != .ideograph else {
                if span.start >= hanEnd { hanEnd = HanWords.read(bytes, from: span.start, vocabulary, &words) }
                return
            }
            let part = UnsafeBufferPointer(rebasing: bytes[span.start..<span.end])
            words.append(
                PlacedWord(word: vocabulary.word(part, span.kind, language), start: span.start, end: span.end))
        }
        var assembly = GistAssembly(words: words, bytes: bytes, language: language)
        assembly.run(into: &gist)
        if gist.sequence.isEmpty {
            // Nothing but small words: they are all there is to compare.
            for placed in words where gist.sequence.last != placed.word.term { gist.sequence.append(placed.word.term) }
        }
        gist.finish()
    }
}
