import CStemmer

/// A Snowball stemmer. It keeps state between calls: one for each thread.
final class SnowballStemmer {
    private let stemmer: OpaquePointer

    /// Nil where Snowball has no stemmer for this language (an ISO 639 code).
    init?(language: String) {
        guard let stemmer = sb_stemmer_new(language, "UTF_8") else { return nil }
        self.stemmer = stemmer
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// Replaces `word` by its stem.
    func stem(_ word: inout [UInt8]) {
        guard word.count <= 256, let stem = sb_stemmer_stem(stemmer, word, Int32(word.count)) else { return }
        let length = Int(sb_stemmer_length(stemmer))
        word.removeAll(keepingCapacity: true)
        word.append(contentsOf: UnsafeBufferPointer(start: stem, count: length))
    }
}
