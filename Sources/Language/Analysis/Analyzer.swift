/// Turns the words of one language into the terms that are indexed and asked for. The same word gives the same term at index
/// and at query time. Keeps buffers and a stemmer: one for each thread.
public final class Analyzer {
    public let language: String
    private let stemmer: SnowballStemmer?
    private let isArabic: Bool
    /// Romance stemmers read accents, so marks go after the stem; elsewhere before.
    private let stemsAccented: Bool

    /// Longer words are cut: nobody types them.
    public static let wordBytesMax = 200

    /// `language` is a BCP 47 tag; a language without a stemmer is folded only.
    public init(language: String) {
        self.language = language
        let primary = String(language.prefix { $0 != "-" }).lowercased()
        isArabic = primary == "ar"
        stemmer = isArabic ? nil : SnowballStemmer(language: primary == "zh" ? "en" : primary)
        stemsAccented = !["en", "ru", "zh", "ar"].contains(primary)
    }

    /// Replaces `term` by the term of `word` (UTF-8 of one token), and `folded` by the word without case and diacritics.
    public func analyse(
        _ word: UnsafeBufferPointer<UInt8>, _ kind: TokenSpan.Kind, term: inout [UInt8], folded: inout [UInt8]
    ) {
        term.removeAll(keepingCapacity: true)
        folded.removeAll(keepingCapacity: true)
        let word = cut(word)
        switch kind {
        case .ideograph:
            folded.append(contentsOf: word)
            term.append(contentsOf: word)
        case .asciiWord:
            for byte in word { folded.append(byte &- 65 < 26 ? byte | 0x20 : byte) }
            term.append(contentsOf: folded)
            stem(&term)
        case .word:
            TextFolding.fold(word, strippingMarks: true, into: &folded)
            if stemsAccented {
                var cased: [UInt8] = []
                TextFolding.fold(word, strippingMarks: false, into: &cased)
                stem(&cased)
                cased.withUnsafeBufferPointer { TextFolding.fold($0, strippingMarks: true, into: &term) }
            } else {
                term.append(contentsOf: folded)
                stem(&term)
            }
        }
    }

    /// The term of a word given as a string; for questions and tests.
    public func term(_ word: String) -> String {
        var word = word
        var term: [UInt8] = []
        var folded: [UInt8] = []
        word.withUTF8 { analyse($0, $0.allSatisfy { $0 < 0x80 } ? .asciiWord : .word, term: &term, folded: &folded) }
        return String(decoding: term, as: UTF8.self)
    }

    private func stem(_ word: inout [UInt8]) {
        if isArabic { ArabicLightStemmer.stem(&word) } else { stemmer?.stem(&word) }
    }

    private func cut(_ word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard word.count > Self.wordBytesMax else { return word }
        var end = Self.wordBytesMax
        while end > 0, word[end] & 0xC0 == 0x80 { end -= 1 }
        return UnsafeBufferPointer(rebasing: word[..<end])
    }
}
