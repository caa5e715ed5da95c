/// A document as lines of text in reading order, as the outside programs gave it.
///
/// A PDF gives its printed lines with their indent, page headers and footers still in. A DOCX (ODT, RTF, HTML) gives each paragraph as
/// one long line between blank ones; its tables stand in `tables` alone, each with the line before which it stands.
package struct DocumentText: Codable, Hashable, Sendable {
    package enum Origin: String, Codable, Sendable { case pdf, word, plain, recognised }

    package struct Line: Codable, Hashable, Sendable {
        /// Without spaces at its ends; empty for a blank line.
        package var text: String
        /// Columns of white space before it.
        package var indent: Int
        /// From 1; 0 where there are no pages.
        package var page: Int

        package init(text: String, indent: Int = 0, page: Int = 0) {
            self.text = text
            self.indent = indent
            self.page = page
        }
    }

    /// Rows of cells. A cell that spans columns stands in the first of them; below one that spans rows stand empty cells.
    package struct Table: Codable, Hashable, Sendable {
        /// The index of the line before which it stands.
        package var line: Int
        package var rows: [[Cell]]

        package init(line: Int, rows: [[Cell]]) {
            self.line = line
            self.rows = rows
        }
    }

    package struct Cell: Codable, Hashable, Sendable {
        /// Paragraphs of the cell.
        package var paragraphs: [String]
        package var columns: Int

        package init(paragraphs: [String], columns: Int = 1) {
            self.paragraphs = paragraphs
            self.columns = columns
        }

        package var text: String { paragraphs.joined(separator: "\n") }
    }

    package var origin: Origin
    package var lines: [Line]
    package var tables: [Table]
    package var pageCount: Int?
    /// Running headers that the format keeps apart from the text.
    package var headers: [String]

    package init(
        origin: Origin, lines: [Line], tables: [Table] = [], pageCount: Int? = nil, headers: [String] = []
    ) {
        self.origin = origin
        self.lines = lines
        self.tables = tables
        self.pageCount = pageCount
        self.headers = headers
    }
}
