/// A text whose tags are known: what a model learns from.
package struct TagExample: Sendable {
    package var text: String
    /// BCP 47 tag, where it is known.
    package var language: String?
    /// By kind, the codes that hold. A kind that is missing is not known of this text, and teaches nothing; a kind with no codes
    /// says that none holds.
    package var labels: [String: [String]]
    /// How much it counts: 1, or more for what a person confirmed.
    package var weight: Float
    /// Texts of one group (translations, wordings of one paragraph) are never on both sides of an inner test.
    package var group: UInt64
    /// Whose list of tags it was given from. A tag that a source never uses is not held against its texts.
    package var source: String

    package init(
        text: String, language: String? = nil, labels: [String: [String]], weight: Float = 1, group: UInt64? = nil,
        source: String = ""
    ) {
        self.text = text
        self.language = language
        self.labels = labels
        self.weight = weight
        self.group = group ?? TagHash.of(text)
        self.source = source
    }

    /// The group of that name.
    package static func group(_ name: String) -> UInt64 { TagHash.of(name) }

    /// As much of a text as is ever read.
    package static func cut(_ text: String) -> String {
        guard text.utf8.count > TagFeatureScanner.textBytesMax else { return text }
        var text = text
        return text.withUTF8 { String(decoding: TagFeatureScanner.head(of: $0), as: UTF8.self) }
    }
}
