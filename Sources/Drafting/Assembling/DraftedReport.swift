/// A report as it comes out of the record, before anybody touched it.
package struct DraftedReport: Sendable {
    package var sections: [DraftedSection]
    package var leftOut: [LeftOut] = []

    package init(_ sections: [DraftedSection]) { self.sections = sections }
}

package struct DraftedSection: Sendable {
    package var section: ReportSection
    package var paragraphs: [DraftedParagraph]

    package init(_ section: ReportSection, _ paragraphs: [DraftedParagraph] = []) {
        self.section = section
        self.paragraphs = paragraphs
    }
}

package struct DraftedParagraph: Sendable {
    package var content: ReportParagraphContent
    /// What is left out first where the report is too long: the highest. 0 is never left out.
    package var leave: Int

    package init(_ content: ReportParagraphContent, leave: Int = 0) {
        self.content = content
        self.leave = leave
    }

    /// A paragraph that was drafted for something, `key`, the same at every drafting.
    package init(_ key: String, _ sentences: [ReportSentence], number: String? = nil, leave: Int = 0) {
        var sentences = sentences
        for place in sentences.indices { sentences[place].id = place + 1 }
        content = ReportParagraphContent(sentences, key: key, number: number)
        self.leave = leave
    }

    /// A heading within a section.
    package static func heading(_ key: String, _ text: String, level: Int) -> DraftedParagraph {
        var sentence = ReportSentence(text, origin: .drafted, key: key)
        sentence.id = 1
        return DraftedParagraph(ReportParagraphContent([sentence], key: key, headingLevel: level))
    }
}

/// Drafts one kind of report out of what is known. Pure: the same facts give the same sentences under the same keys, which is how a
/// refresh finds what changed.
package protocol ReportAssembler: Sendable {
    /// The sections in their order; those of the kind's outline where nothing else is said.
    static func sections(_ outline: [ReportSection], _ items: ItemWriting) -> [ReportSection]
    /// Paragraphs by the key of the section they stand in.
    static func draft(_ scope: ReportScope, _ items: ItemWriting) -> [String: [DraftedParagraph]]
}

extension ReportAssembler {
    package static func sections(_ outline: [ReportSection], _ items: ItemWriting) -> [ReportSection] { outline }
}
