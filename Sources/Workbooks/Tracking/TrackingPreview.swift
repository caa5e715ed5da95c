package import Domain
import Ingest
import People
import Store

/// What taking a workbook over would do, before anything is done.
package struct TrackingPreview: Sendable {
    package struct Row: Hashable, Sendable {
        package var sheet: String
        package var row: Int
        package var words: String
        package var paragraph: String
        package var values: TrackingValues
        package var verdict: MatchVerdict
        package var recommendation: RecommendationID?
    }

    package struct UnknownWord: Hashable, Sendable {
        package var kind: TrackingWord.Kind
        package var word: String
        package var count: Int
        package var firstSheet: String
        package var firstRow: Int
    }

    package struct OtherRow: Hashable, Sendable {
        package var sheet: String
        package var row: Int
        package var kind: String
        package var text: String
    }

    package var matched = 0
    package var waiting = 0
    package var verdicts: [MatchVerdict: Int] = [:]
    /// The first rows of each.
    package var matchedRows: [Row] = []
    package var waitingRows: [Row] = []
    /// Rows that speak of no recommendation: headings, remarks, headers once more.
    package var others: [OtherRow] = []
    package var words: [UnknownWord] = []
    /// Cells that could not be read, beside unknown words.
    package var unread = 0
    /// Sheets that the mapping leaves alone.
    package var sheetsLeft: [String] = []

    package static let rowsShown = 25

    init(_ rows: [ReadRow], _ mapping: TrackingMapping, _ sheets: SheetFile) {
        var unknown: [String: UnknownWord] = [:]
        for row in rows {
            guard row.line.kind == .record else {
                others.append(
                    OtherRow(
                        sheet: row.line.sheet, row: row.line.row, kind: row.line.kind.rawValue,
                        text: String(row.line.raw.map(\.value).joined(separator: " ").prefix(200))))
                continue
            }
            verdicts[row.match.verdict, default: 0] += 1
            let shown = Row(
                sheet: row.line.sheet, row: row.line.row, words: String(row.line.text.prefix(300)),
                paragraph: row.line.paragraph.shown, values: row.values, verdict: row.match.verdict,
                recommendation: row.match.sure)
            if row.match.sure != nil {
                matched += 1
                if matchedRows.count < Self.rowsShown { matchedRows.append(shown) }
            } else {
                waiting += 1
                if waitingRows.count < Self.rowsShown { waitingRows.append(shown) }
            }
            for leftover in row.values.leftovers {
                guard let kind = leftover.reason.wordKind else {
                    unread += 1
                    continue
                }
                let key = kind.rawValue + " " + WordKey.of(leftover.value)
                unknown[
                    key,
                    default: UnknownWord(
                        kind: kind, word: leftover.value, count: 0, firstSheet: row.line.sheet, firstRow: row.line.row)
                ].count += 1
            }
        }
        words = unknown.values.sorted {
            ($0.kind.rawValue, -$0.count, $0.word) < ($1.kind.rawValue, -$1.count, $1.word)
        }
        let read = Set(mapping.pages.map(\.sheet))
        sheetsLeft = sheets.pages.map(\.name).filter { !read.contains($0) }
    }
}

extension TrackingValues.Leftover.Reason {
    /// The kind of word that would settle it.
    package var wordKind: TrackingWord.Kind? {
        switch self {
        case .unknownInstitution: .institution
        case .unknownStatus: .status
        case .unreadableDate, .broken, .differs: nil
        }
    }
}

extension Tracking {
    /// Reads the whole workbook through its mapping; nothing is changed.
    package func preview(_ id: TrackingFileID, _ member: Member) async throws(TrackingError) -> TrackingPreview {
        try member.needs(.importTracking)
        let (file, sheets) = try await opened(id, member)
        let rows = try await TrackingGround.read(store, member.workspace).rows(sheets, file.mapping)
        return TrackingPreview(rows, file.mapping, sheets)
    }
}
