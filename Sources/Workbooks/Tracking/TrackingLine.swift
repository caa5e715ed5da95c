import Domain
import Ingest

/// One row of a tracking workbook, read through a mapping.
struct TrackingLine: Sendable {
    enum Kind: String, Sendable, Codable {
        /// Speaks of a recommendation.
        case record
        /// The title of what follows: a document, a right, a theme.
        case heading
        /// The header once more, as on printed pages.
        case header
        /// A remark, a total, a legend.
        case remark
    }

    var sheet: String
    var row: Int
    var kind: Kind
    /// Every filled cell of the row as it stands, by the letters of its column.
    var raw: [(column: String, value: String)]
    var text = ""
    var paragraph = ParagraphReading.none
    /// The row's own words about its document, and the headings and titles above it, nearest last.
    var documents: [String] = []
    var lead: String?
    var supporting: [String] = []
    var status: String?
    var action: String?
    var comments: [(header: String, text: String)] = []
    var starts: CellContent?
    var due: CellContent?
    /// Cells that hold an error of the spreadsheet program (`#REF!`), by column letters.
    var broken: [String] = []
    /// Goes on about the recommendation of the row before: a merged cell, or nothing written where the number would be.
    var continues = false
}
