package import Domain

/// A document as a reader gets it, whatever file it becomes: headings, numbered paragraphs, footnotes, tables, annexes.
package struct Paper: Hashable, Sendable {
    /// Decides the direction of the text, its figures and the fonts.
    package var language: LanguageTag
    /// Lines above the title, outermost first: the organ at the head of the first page, then the body, the working group, the session.
    package var organs: [String]
    /// As UN documents carry it; nil for what has none yet.
    package var symbol: String?
    package var date: CalendarDate?
    /// As UN documents name who may have it, for instance "General"; nil leaves the line out.
    package var distribution: String?
    /// The language it was written in, where it says so.
    package var original: LanguageTag?
    /// What a reader must know of this copy, on every page: for instance that it is a draft nobody approved.
    package var mark: String?
    package var title: String
    /// Below the title: whose report it is.
    package var subtitle: String?
    package var blocks: [PaperBlock]
    /// Each begins on a page of its own.
    package var annexes: [PaperAnnex]

    package init(
        language: LanguageTag, organs: [String] = [], symbol: String? = nil, date: CalendarDate? = nil,
        distribution: String? = nil, original: LanguageTag? = nil, mark: String? = nil, title: String,
        subtitle: String? = nil, blocks: [PaperBlock] = [], annexes: [PaperAnnex] = []
    ) {
        self.language = language
        self.organs = organs
        self.symbol = symbol
        self.date = date
        self.distribution = distribution
        self.original = original
        self.mark = mark
        self.title = title
        self.subtitle = subtitle
        self.blocks = blocks
        self.annexes = annexes
    }
}

package struct PaperAnnex: Hashable, Sendable {
    package var title: String
    package var blocks: [PaperBlock]

    package init(title: String, blocks: [PaperBlock]) {
        self.title = title
        self.blocks = blocks
    }
}

package enum PaperBlock: Hashable, Sendable {
    /// Level 1 is the outermost, numbered I, II, III; level 2 A, B, C; level 3 1, 2, 3, each as the language counts.
    case heading(level: Int, [PaperRun])
    /// Numbered through the whole document where it has no number of its own.
    case paragraph(PaperParagraph)
    /// Words of another document, set apart and not numbered.
    case quotation([PaperRun])
    case table(PaperTable)
    case pageBreak
}

package struct PaperParagraph: Hashable, Sendable {
    package enum Numbering: Hashable, Sendable {
        /// The next number of the document.
        case next
        /// As printed elsewhere, for instance `127.14`.
        case given(String)
        /// (a), (b), (c) under the paragraph before, each as the language counts.
        case item
        case none
    }

    package var numbering: Numbering
    package var runs: [PaperRun]

    package init(_ runs: [PaperRun], numbering: Numbering = .next) {
        self.runs = runs
        self.numbering = numbering
    }
}

/// Text of one look.
package struct PaperRun: Hashable, Sendable {
    package enum Style: String, Hashable, Sendable {
        case plain, strong, emphasis
    }

    package var text: String
    package var style: Style
    /// Stands at the end of this run.
    package var footnote: [PaperRun]?
    /// Where the words lead, absolute.
    package var address: String?
    /// Where the words are in another language than the paper.
    package var language: LanguageTag?

    package init(
        _ text: String, style: Style = .plain, footnote: [PaperRun]? = nil, address: String? = nil,
        language: LanguageTag? = nil
    ) {
        self.text = text
        self.style = style
        self.footnote = footnote
        self.address = address
        self.language = language
    }
}

package struct PaperTable: Hashable, Sendable {
    package var caption: String
    package var columns: [Column]
    /// Each has as many cells as there are columns.
    package var rows: [[[PaperRun]]]
    /// Below the table: where its figures come from, what is missing in them.
    package var note: [PaperRun]?

    package struct Column: Hashable, Sendable {
        package var title: String
        package var isNumber: Bool
        /// Share of the width; all shares together are the whole.
        package var share: Double

        package init(_ title: String, isNumber: Bool = false, share: Double = 1) {
            self.title = title
            self.isNumber = isNumber
            self.share = share
        }
    }

    package init(caption: String, columns: [Column], rows: [[[PaperRun]]], note: [PaperRun]? = nil) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.note = note
    }
}
