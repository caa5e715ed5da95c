/// Linear models over words and characters: what they say of a text, how sure they are, and which words spoke for it.
package struct TagModel: Sendable {
    /// One kind of tag, as the model knows it.
    package struct Kind: Sendable, Hashable {
        /// `theme`, `person`, `sdg`, `target`, `action`, ...
        package var name: String
        /// A text has exactly one of these tags.
        package var isSingle: Bool
        package var codes: [String]
        /// As measured on texts held out: micro-F1, or accuracy where a text has one tag.
        package var quality: Double
    }

    /// Name, date and digest (`shipped 2026-11-27 5f0a12cd`): what the origin of a suggested tag is written as.
    package let version: String
    package let kinds: [Kind]

    /// Opens a model from the bytes of its file. Whatever is wrong with them is an error.
    package static func open(_ bytes: [UInt8]) throws(TagModelError) -> TagModel { throw .malformed }

    /// What the model thinks of a text: tags at least as probable as `least`, those chosen always; by kind, the most probable
    /// first. `language` is a BCP 47 tag; nil lets the model tell it by the text.
    package func suggest(_ text: String, language: String?, least: Double = 0.05) -> [TagSuggestion] { [] }

    /// The words of the text that speak for a tag, strongest first, then those against it, weakest first. They add up to the
    /// score, less what the tag starts from. Empty for a tag that the model does not know.
    package func why(_ text: String, language: String?, kind: String, code: String) -> [TagWord] { [] }
}
