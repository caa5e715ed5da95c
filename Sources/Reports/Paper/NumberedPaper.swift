import Domain

/// A paper with every number given: what all writers print, so that paragraph 12 is paragraph 12 in each file.
package struct NumberedPaper: Hashable, Sendable {
    package var paper: Paper
    package var blocks: [NumberedBlock]
    /// In order; each with its number, nil where there is only one.
    package var annexes: [(number: String?, title: String, blocks: [NumberedBlock])]
    /// Texts in the order of their marks, from 1.
    package var footnotes: [[PaperRun]]

    package init(_ paper: Paper) {
        self.paper = paper
        var counter = Counter(numerals: PaperNumerals(paper.language))
        blocks = counter.numbered(paper.blocks)
        let isAlone = paper.annexes.count == 1
        annexes = []
        for (place, annex) in paper.annexes.enumerated() {
            counter.startAnnex()
            annexes.append(
                (
                    isAlone ? nil : counter.numerals.annex(place + 1), annex.title, counter.numbered(annex.blocks)
                ))
        }
        footnotes = counter.footnotes
    }

    package static func == (left: Self, right: Self) -> Bool { left.paper == right.paper }
    package func hash(into hasher: inout Hasher) { hasher.combine(paper) }
}

/// A block with its number as printed.
package enum NumberedBlock: Sendable {
    case heading(level: Int, label: String, [NumberedRun])
    case paragraph(label: Label, [NumberedRun])
    case quotation([NumberedRun])
    case table(number: Int, PaperTable, rows: [[[NumberedRun]]], note: [NumberedRun])
    case pageBreak

    package enum Label: Hashable, Sendable {
        case counted(String)
        case given(String)
        case item(String)
        case none

        package var text: String? {
            switch self {
            case .counted(let text), .given(let text), .item(let text): text
            case .none: nil
            }
        }
    }
}

/// A run with the number of its footnote.
package struct NumberedRun: Hashable, Sendable {
    package var run: PaperRun
    package var footnote: Int?
}

private struct Counter {
    let numerals: PaperNumerals
    var headings = [0, 0, 0]
    var paragraph = 0
    var item = 0
    var table = 0
    var footnotes: [[PaperRun]] = []

    mutating func startAnnex() { headings = [0, 0, 0] }

    mutating func numbered(_ blocks: [PaperBlock]) -> [NumberedBlock] { blocks.map { numbered($0) } }

    private mutating func numbered(_ block: PaperBlock) -> NumberedBlock {
        switch block {
        case .heading(let asked, let runs):
            let level = min(max(asked, 1), headings.count)
            headings[level - 1] += 1
            for deeper in level..<headings.count { headings[deeper] = 0 }
            item = 0
            return .heading(
                level: level, label: numerals.heading(level: level, headings[level - 1]), numbered(runs))
        case .paragraph(let paragraph):
            return .paragraph(label: label(paragraph.numbering), numbered(paragraph.runs))
        case .quotation(let runs): return .quotation(numbered(runs))
        case .table(let paper):
            table += 1
            let rows = paper.rows.map { row in row.map { numbered($0) } }
            return .table(number: table, paper, rows: rows, note: numbered(paper.note ?? []))
        case .pageBreak: return .pageBreak
        }
    }

    private mutating func label(_ numbering: PaperParagraph.Numbering) -> NumberedBlock.Label {
        switch numbering {
        case .next:
            paragraph += 1
            item = 0
            return .counted(numerals.paragraph(paragraph))
        case .given(let text):
            item = 0
            return .given(text)
        case .item:
            item += 1
            return .item(numerals.item(item))
        case .none: return .none
        }
    }

    private mutating func numbered(_ runs: [PaperRun]) -> [NumberedRun] {
        runs.map { run in
            guard let footnote = run.footnote else { return NumberedRun(run: run) }
            footnotes.append(footnote)
            return NumberedRun(run: run, footnote: footnotes.count)
        }
    }
}
