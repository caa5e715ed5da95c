import Domain

@testable import Documents

/// Documents of our own, written down as the outside programs would give them.
enum Pages {
    /// Lines of one or more pages; a line `---` begins the next page. The indent is what stands before a line.
    static func pdf(_ text: String) -> DocumentText {
        var lines: [DocumentText.Line] = []
        var page = 1
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "---" {
                page += 1
                continue
            }
            let indent = line.prefix { $0 == " " }.count
            lines.append(.init(text: String(line.dropFirst(indent)), indent: indent, page: page))
        }
        return DocumentText(origin: .pdf, lines: lines, pageCount: page)
    }

    /// Paragraphs between blank lines, as a word processor's file is given.
    static func word(_ paragraphs: [String], tables: [[[String]]] = []) -> DocumentText {
        var lines: [DocumentText.Line] = []
        for paragraph in paragraphs { lines += [.init(text: paragraph), .init(text: "")] }
        let made = tables.map { rows in
            DocumentText.Table(
                line: lines.count,
                rows: rows.map { cells in
                    cells.map { .init(paragraphs: $0.split(separator: "\n").map(String.init)) }
                })
        }
        return DocumentText(origin: .word, lines: lines, tables: made)
    }

    static func reading(_ text: DocumentText, _ kind: DocumentKind? = nil) -> DocumentReading {
        var options = DocumentReader.Options()
        options.kind = kind
        return DocumentReader(reference: Facts.shared).interpret(text, options)
    }

    static func facts(_ text: String) -> DocumentFacts { reading(pdf(text)).facts }

    /// The statements of an addendum that says this.
    static func answers(_ text: String) -> [Finding] { reading(pdf(text), .addendum).findings }

    /// Numbers of the paragraphs with that position, in order.
    static func numbers(_ findings: [Finding], _ position: Position?) -> [String] {
        findings.filter { $0.position == position }.compactMap { $0.paragraph?.printed }.sorted {
            (ParagraphNumber($0)?.sortKey ?? "") < (ParagraphNumber($1)?.sortKey ?? "")
        }
    }
}
