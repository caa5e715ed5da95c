import Domain

/// How the paragraphs of a document of another kind are told apart. A workspace can save it under a name, as JSON.
package struct ParagraphRules: Codable, Hashable, Sendable {
    package var name: String?

    package init(name: String? = nil) { self.name = name }
}

/// Reads any document paragraph by paragraph.
enum ParagraphReader {
    static func findings(in text: DocumentText, _ rules: ParagraphRules, _ context: ReadingContext) -> [Finding] { [] }
}
