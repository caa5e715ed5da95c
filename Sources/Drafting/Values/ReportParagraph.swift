package import Domain

/// One paragraph of a report, or one row of a table: sentences in order.
package struct ReportParagraph: Hashable, Sendable {
    package var id: ReportParagraphID
    /// The key of its section.
    package var section: String
    package var content: ReportParagraphContent
    package var words: Int
    /// Grows with each change of this paragraph.
    package var version: Int
    /// The version of the report in which it came to stand as it is.
    package var since: Int

    package var subject: Subject { Subject(.reportParagraph, id.value) }
    package var sentences: [ReportSentence] { content.sentences }
}

package typealias ReportParagraphID = ID<ReportParagraph>

/// What a paragraph says.
package struct ReportParagraphContent: Hashable, Sendable, Codable {
    package var sentences: [ReportSentence]
    /// Sources of sentences that went when the paragraph was edited: a person places or drops them.
    package var unplaced: [SentenceSource]
    /// What it was drafted for, the same at every drafting; nil for a person's own.
    package var key: String?
    /// As printed elsewhere, for instance `127.14`; nil: the next number of the report.
    package var number: String?
    /// A heading of the given level within the section, and no numbered paragraph.
    package var headingLevel: Int?

    package init(
        _ sentences: [ReportSentence], unplaced: [SentenceSource] = [], key: String? = nil, number: String? = nil,
        headingLevel: Int? = nil
    ) {
        self.sentences = sentences
        self.unplaced = unplaced
        self.key = key
        self.number = number
        self.headingLevel = headingLevel
    }

    /// Everything it leads to, each once.
    package var sources: [SentenceSource] {
        var seen: Set<String> = []
        return (sentences.flatMap(\.sources) + unplaced).filter {
            seen.insert("\($0.kind.rawValue)/\($0.id)").inserted
        }
    }

    /// As people read it, without footnotes.
    package var text: String { sentences.map(\.text).joined(separator: " ") }
}
