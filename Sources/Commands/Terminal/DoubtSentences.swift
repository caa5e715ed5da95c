import Domain
import Locales

/// Doubts and kinds of documents in words, as the pages say them.
struct DoubtSentences {
    private let words: Catalogue?

    /// `resources` is the folder of the catalogues. Where they cannot be read, codes stand for sentences.
    init(resources: String) { words = (try? Locales.load(from: resources + "/locales"))?["en"] }

    func callAsFunction(_ doubt: Doubt) -> String {
        let key = "doubt.\(doubt.code.rawValue)"
        let sentence = words?.text(key) ?? doubt.code.rawValue
        return doubt.detail.map { "\(sentence) \($0)" } ?? sentence
    }

    func callAsFunction(_ kind: DocumentKind) -> String {
        words?.text("documentKind.\(kind.rawValue)") ?? kind.rawValue
    }
}
