/// What a column of a tracking workbook says.
package enum TrackingField: String, Codable, Sendable, CaseIterable {
    /// The recommendation's words, whole, cut or reworded.
    case text
    case paragraph
    /// A document by its symbol, or by a name or cycle: `A/HRC/43/15`, "UPR, third cycle".
    case document
    case lead, supporting
    case status
    case action
    case comments
    case starts, due

    /// Several columns may say it; their values stand one behind the other.
    package var takesSeveral: Bool { self == .comments || self == .supporting }
}

/// Which sheet is read, where its header stands, and what its columns say.
package struct TrackingMapping: Codable, Hashable, Sendable {
    package struct Column: Codable, Hashable, Sendable {
        /// From 0.
        package var index: Int
        package var field: TrackingField
        /// The header's words, for finding the column again in another file.
        package var header: String

        package init(index: Int, field: TrackingField, header: String) {
            self.index = index
            self.field = field
            self.header = header
        }
    }

    package struct Page: Codable, Hashable, Sendable {
        package var sheet: String
        /// The header's first row as the spreadsheet counts, from 1; 0: it has none.
        package var headerRow: Int
        /// 0...3 rows.
        package var headerRows: Int
        package var columns: [Column]

        package init(sheet: String, headerRow: Int, headerRows: Int, columns: [Column]) {
            self.sheet = sheet
            self.headerRow = headerRow
            self.headerRows = headerRows
            self.columns = columns
        }

        package func columns(_ field: TrackingField) -> [Int] { columns.filter { $0.field == field }.map(\.index) }

        /// A row without words and without a number can be matched to nothing.
        package var isUsable: Bool { columns.contains { $0.field == .text || $0.field == .paragraph } }

        /// The last row of the header.
        package var headerEnd: Int { headerRow == 0 ? 0 : headerRow + headerRows - 1 }
    }

    /// Sheets that are read; others are left alone and said to be.
    package var pages: [Page]

    package init(pages: [Page]) { self.pages = pages }
}
