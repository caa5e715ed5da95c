/// Linear models over words and characters: what they say of a text, how sure they are, and which words spoke for it.
package struct TagModel: Sendable {
    /// One kind of tag, as the model knows it.
    package struct Kind: Sendable, Hashable {
        /// `theme`, `person`, `sdg`, `target`, `action`, ...
        package var name: String
        /// A text has exactly one of these tags.
        package var isSingle: Bool
        /// A text has at least one of them.
        package var isNeverEmpty: Bool
        package var codes: [String]
        /// As measured on texts held out of training.
        package var quality: TagQuality
        /// Places of its tags in `labels`.
        var range: Range<Int>
    }

    struct Label: Sendable, Hashable {
        var code: String
        var calibration: TagCalibration
        var threshold: Double
        var bias: Float
        /// What the number 127 stands for.
        var largest: Float
    }

    /// Name, date and digest (`shipped 2026-11-27 5f0a12cd`): what the origin of a suggested tag is written as.
    package let version: String
    package let kinds: [Kind]
    /// Texts it was trained on.
    package let texts: Int
    let labels: [Label]
    let vocabulary: TagVocabulary
    let rows: TagRows

    init(_ content: TagModelContent, digest: UInt64) {
        let hexadecimal = String(digest >> 32, radix: 16)
        let padded = String(repeating: "0", count: 8 - hexadecimal.count) + hexadecimal
        version = "\(content.name) \(content.made) \(padded)"
        kinds = content.kinds
        texts = content.texts
        labels = content.labels
        vocabulary = content.vocabulary
        rows = content.rows
    }

    /// Opens a model from the bytes of its file. Whatever is wrong with them is an error.
    package static func open(_ bytes: [UInt8]) throws(TagModelError) -> TagModel {
        let (content, digest) = try TagModelContent.decoded(bytes)
        return TagModel(content, digest: digest)
    }

    /// What the model thinks of a text: tags at least as probable as `least`, those chosen always; by kind, the most probable
    /// first. For many texts, a `TagReader` is quicker.
    package func suggest(_ text: String, least: Double = 0.05) -> [TagSuggestion] {
        TagReader(self).suggest(text, least: least)
    }

    /// The words of the text that speak for a tag, strongest first, then those against it, weakest first. Empty for a tag that
    /// the model does not know.
    package func why(_ text: String, kind: String, code: String) -> [TagWord] {
        TagReader(self).reasons(text, kind: kind, code: code)?.words ?? []
    }
}
