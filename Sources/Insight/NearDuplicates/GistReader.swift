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
        if content.utf8.withContiguousStorageIfAvailable(Self.isShouted) ?? false { content = content.lowercased() }
        content.withUTF8 { read(UnsafeBufferPointer(rebasing: $0[TextEdges.core($0)]), language, &gist) }
    }

    /// Whether it is written in capitals throughout, which then mark no names.
    private static func isShouted(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var capitals = 0
        var letters = 0
        for byte in bytes.prefix(200) where (byte | 0x20) &- 97 < 26 {
            letters += 1
            if byte < 97 { capitals += 1 }
        }
        return letters > 40 && capitals * 10 > letters * 8
    }

    /// Calls `body` for each word of a text, with what writes it out.
    func forEachWord(of text: InsightText, _ body: (Vocabulary.Word, () -> String) -> Void) {
        forEachPlace(of: text) { word, bytes, place in
            body(word) { String(decoding: bytes[place], as: UTF8.self) }
        }
    }

    /// Calls `body` for each word of a text with its bytes and its place in them.
    func forEachPlace(of text: InsightText, _ body: (Vocabulary.Word, UnsafeBufferPointer<UInt8>, Range<Int>) -> Void) {
        var content = text.text
        let language = vocabulary.language(text.language)
        content.withUTF8 { whole in
            let bytes = UnsafeBufferPointer(rebasing: whole[TextEdges.core(whole)])
            scan(bytes, language)
            for placed in words { body(placed.word, bytes, placed.start..<placed.end) }
        }
    }

    private func read(_ bytes: UnsafeBufferPointer<UInt8>, _ language: LanguageWords, _ gist: inout Gist) {
        scan(bytes, language)
        var assembly = GistAssembly(words: words, bytes: bytes, language: language, vocabulary)
        assembly.run(into: &gist)
        if gist.sequence.isEmpty {
            // Nothing but small words: they are all there is to compare.
            for placed in words where gist.sequence.last != placed.word.term { gist.sequence.append(placed.word.term) }
        }
        gist.finish()
    }

    private func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ language: LanguageWords) {
        words.removeAll(keepingCapacity: true)
        var hanEnd = -1
        scanner.scan(bytes) { spans in
            for span in spans {
                guard span.kind != .ideograph else {
                    if span.start >= hanEnd { hanEnd = HanWords.read(bytes, from: span.start, vocabulary, &words) }
                    continue
                }
                let part = UnsafeBufferPointer(rebasing: bytes[span.start..<span.end])
                words.append(
                    PlacedWord(word: vocabulary.word(part, span.kind, language), start: span.start, end: span.end))
            }
        }
    }
}
