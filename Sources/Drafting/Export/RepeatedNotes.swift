import Locales
import Reports

/// A footnote whose words stand in an earlier one refers to that, where this is shorter.
struct RepeatedNotes {
    private let catalogue: Catalogue
    private var count = 0
    private var numbers: [[PaperRun]: Int] = [:]

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// Footnotes count through the paper in the order in which it is printed.
    consuming func shortened(_ paper: Paper) -> Paper {
        var paper = paper
        shorten(&paper.blocks)
        for place in paper.annexes.indices { shorten(&paper.annexes[place].blocks) }
        return paper
    }

    private mutating func shorten(_ blocks: inout [PaperBlock]) {
        for place in blocks.indices {
            switch blocks[place] {
            case .heading(let level, let runs): blocks[place] = .heading(level: level, shortened(runs))
            case .paragraph(var paragraph):
                paragraph.runs = shortened(paragraph.runs)
                blocks[place] = .paragraph(paragraph)
            case .quotation(let runs): blocks[place] = .quotation(shortened(runs))
            case .table(var table):
                for row in table.rows.indices {
                    for cell in table.rows[row].indices { table.rows[row][cell] = shortened(table.rows[row][cell]) }
                }
                table.note = table.note.map { shortened($0) }
                blocks[place] = .table(table)
            case .pageBreak: break
            }
        }
    }

    private mutating func shortened(_ runs: [PaperRun]) -> [PaperRun] {
        runs.map { run in
            guard let note = run.footnote else { return run }
            count += 1
            guard let first = numbers[note] else {
                numbers[note] = count
                return run
            }
            let reference = catalogue.text("report.paper.seeNote", ["number": .text(String(first))])
            guard reference.count < note.reduce(0, { $0 + $1.text.count }) else { return run }
            var run = run
            run.footnote = [PaperRun(reference)]
            return run
        }
    }
}
