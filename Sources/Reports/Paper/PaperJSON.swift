import Domain
import Markup

/// A paper as data: blocks in order, each with its number as printed, footnotes by the number of their mark.
struct PaperJSON {
    let numbered: NumberedPaper
    let words: PaperWords

    private var paper: Paper { numbered.paper }

    var bytes: [UInt8] {
        let out = JSONWriter()
        out.object {
            out.member("language", paper.language.rawValue)
            out.member("symbol", paper.symbol)
            out.array("organs", of: paper.organs)
            out.member("date", paper.date?.description)
            out.member("distribution", paper.distribution)
            out.member("originalLanguage", paper.original?.rawValue)
            out.member("mark", paper.mark)
            out.member("title", paper.title)
            out.member("subtitle", paper.subtitle)
            out.array("blocks") { for block in numbered.blocks { write(block, out) } }
            out.array("annexes") {
                for annex in numbered.annexes {
                    out.object {
                        out.member("label", words.annex(annex.number))
                        out.member("title", annex.title)
                        out.array("blocks") { for block in annex.blocks { write(block, out) } }
                    }
                }
            }
            out.array("footnotes") {
                for (place, note) in numbered.footnotes.enumerated() {
                    out.object {
                        out.member("number", place + 1)
                        runs("runs", note.map { NumberedRun(run: $0) }, out)
                    }
                }
            }
        }
        return out.bytes
    }

    private func write(_ block: NumberedBlock, _ out: JSONWriter) {
        out.object {
            switch block {
            case .heading(let level, let label, let text):
                out.member("kind", "heading")
                out.member("level", level)
                out.member("label", label)
                runs("runs", text, out)
            case .paragraph(let label, let text):
                out.member("kind", "paragraph")
                out.member("label", label.text)
                runs("runs", text, out)
            case .quotation(let text):
                out.member("kind", "quotation")
                runs("runs", text, out)
            case .table(let number, let table, let rows, let note): write(number, table, rows, note, out)
            case .pageBreak: out.member("kind", "pageBreak")
            }
        }
    }

    private func write(
        _ number: Int, _ table: PaperTable, _ rows: [[[NumberedRun]]], _ note: [NumberedRun], _ out: JSONWriter
    ) {
        out.member("kind", "table")
        out.member("label", words.table(number))
        out.member("caption", table.caption)
        out.array("columns", of: table.columns.map(\.title))
        out.array("rows") {
            for row in rows {
                out.array { for cell in row { out.object { runs("runs", cell, out) } } }
            }
        }
        runs("note", note, out)
    }

    private func runs(_ name: String, _ runs: [NumberedRun], _ out: JSONWriter) {
        out.array(name) {
            for run in runs {
                out.object {
                    out.member("text", run.run.text)
                    out.member("style", run.run.style.rawValue)
                    out.member("address", run.run.safeAddress)
                    out.member("language", run.run.language?.rawValue)
                    out.member("footnote", run.footnote)
                }
            }
        }
    }
}
