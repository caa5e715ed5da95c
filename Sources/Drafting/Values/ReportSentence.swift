package import Domain

/// One sentence of a report and what it stands on.
package struct ReportSentence: Hashable, Sendable, Codable {
    package enum Origin: String, Sendable, CaseIterable, Codable {
        /// As it was drafted from the record.
        case drafted
        /// A person's own.
        case written
        /// Drafted, then changed by a person.
        case edited
    }

    /// Unique within its paragraph, and never given again.
    package var id: Int
    package var text: String
    package var origin: Origin
    /// What it was drafted for, the same at every drafting: `progress/17`. Nil for a person's own sentence.
    package var key: String?
    /// As it was drafted, where a person changed it since.
    package var drafted: String?
    package var sources: [SentenceSource]
    /// Of a quotation, where it is not the report's.
    package var language: LanguageTag?
    /// Words of another actor or of a document, as they stand there.
    package var isQuote: Bool
    package var footnotes: [String]
    /// The column of a table's row, from 0; nil in a paragraph.
    package var column: Int?

    package init(
        id: Int = 0, _ text: String, origin: Origin = .written, key: String? = nil, drafted: String? = nil,
        sources: [SentenceSource] = [], language: LanguageTag? = nil, isQuote: Bool = false, footnotes: [String] = [],
        column: Int? = nil
    ) {
        self.id = id
        self.text = text
        self.origin = origin
        self.key = key
        self.drafted = drafted
        self.sources = sources
        self.language = language
        self.isQuote = isQuote
        self.footnotes = footnotes
        self.column = column
    }
}
