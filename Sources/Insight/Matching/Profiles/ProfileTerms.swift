package import Domain

/// The words of a text as matching compares them: stems by language, small words left out.
package struct ProfileTerms: Sendable, Equatable {
    /// How often each stem stands in the text, by language (`en`). A text counts up to `FieldReader.wordsMax` words.
    package private(set) var counts: [String: [String: Int]] = [:]
    /// How a stem is first written, by language: for showing.
    private(set) var written: [String: [String: String]] = [:]

    package init() {}

    /// Of texts that say the same in several languages.
    package init(_ texts: [LanguageTag: String]) { self = ProfileReader().terms(texts) }

    package var isEmpty: Bool { counts.isEmpty }

    fileprivate mutating func add(_ text: String, by reader: FieldReader) {
        let language = reader.language
        let words = reader.words(of: text)
        let bytes = Array(text.utf8)
        func form(_ range: Range<Int>) -> String {
            range.upperBound <= bytes.count ? String(decoding: bytes[range], as: UTF8.self) : ""
        }
        if language == "zh" {
            // One Han character says little: two that stand together are a word, mostly.
            for (first, second) in zip(words, words.dropFirst()) where first.end == second.start {
                count(first.term + second.term, form(first.start..<second.end), language)
            }
        } else {
            for word in words { count(word.term, form(word.start..<word.end).lowercased(), language) }
        }
    }

    private mutating func count(_ term: String, _ form: String, _ language: String) {
        counts[language, default: [:]][term, default: 0] += 1
        if written[language]?[term] == nil { written[language, default: [:]][term] = form }
    }
}

/// Reads the texts of many profiles, one after another. Keeps buffers: one for each thread.
package final class ProfileReader {
    private var readers: [String: FieldReader] = [:]

    package init() {}

    /// Of texts that say the same in several languages.
    package func terms(_ texts: [LanguageTag: String]) -> ProfileTerms {
        var terms = ProfileTerms()
        for (tag, text) in texts.sorted(by: { $0.key < $1.key }) where !text.isEmpty {
            terms.add(text, by: reader(tag))
        }
        return terms
    }

    private func reader(_ tag: LanguageTag) -> FieldReader {
        let language = String(tag.rawValue.prefix { $0 != "-" }).lowercased()
        if let known = readers[language] { return known }
        let reader = FieldReader(language: language)
        readers[language] = reader
        return reader
    }
}
