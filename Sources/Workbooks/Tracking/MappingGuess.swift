import Domain
import FollowUp
package import Ingest

/// Guesses where the header of each sheet stands and what its columns say: by the header's words first, then by what stands in the
/// columns. A person corrects it; nothing is applied from a guess alone.
struct MappingGuess {
    let index: RecordIndex
    let names: InstitutionNames
    let settledStatuses: Set<String>

    private static let linesLooked = 40
    private static let cellsLooked = 80

    func mapping(_ file: SheetFile) -> TrackingMapping {
        TrackingMapping(pages: file.pages.compactMap { $0.isHidden ? nil : page($0) }.filter(\.isUsable))
    }

    /// The mapping of one sheet; one without usable columns where nothing fits.
    func page(_ page: SheetPage) -> TrackingMapping.Page {
        let found = Self.header(page)
        var mapping = TrackingMapping.Page(
            sheet: page.name, headerRow: found?.row ?? 0, headerRows: found?.rows ?? 0, columns: [])
        let headers = found.map { Self.headers(page, $0.row, $0.rows) } ?? [:]
        for column in 0..<page.width {
            guard let header = headers[column], let field = Self.field(header) else { continue }
            let isTaken = mapping.columns.contains { $0.field == field }
            if isTaken, !field.takesSeveral { continue }
            mapping.columns.append(.init(index: column, field: field, header: header.joined(separator: " / ")))
        }
        correct(&mapping, page, headers)
        return mapping
    }

    // MARK: Header

    /// The row, and how many rows the header has. At least two columns are named.
    static func header(_ page: SheetPage) -> (row: Int, rows: Int)? {
        var best: (row: Int, rows: Int, score: Int)?
        for line in page.rows.prefix(linesLooked) {
            for rows in 1...3 where page.rows.contains(where: { $0.number == line.number + rows - 1 }) || rows == 1 {
                let headers = headers(page, line.number, rows)
                let fields = headers.values.compactMap { field($0) }
                // Words of a recommendation hold names of columns, too: a header's cells are short.
                guard headers.values.allSatisfy({ $0.allSatisfy { $0.count <= 60 } }) else { break }
                let score = Set(fields).count * 10 + min(9, headers.count) - rows * 2
                guard fields.contains(.text) || fields.contains(.paragraph) else { continue }
                if Set(fields).count >= 2, score > best?.score ?? 0 { best = (line.number, rows, score) }
            }
        }
        guard let best, !isBelowHeader(page, best.row, best.rows) else { return best.map { ($0.row, $0.rows - 1) } }
        return (best.row, best.rows)
    }

    /// Whether the last row taken for header is the first of the data.
    private static func isBelowHeader(_ page: SheetPage, _ row: Int, _ rows: Int) -> Bool {
        guard rows > 1, let last = page.rows.first(where: { $0.number == row + rows - 1 }) else { return false }
        let filled = last.cells.compactMap { $0?.shown }
        let named = filled.count { HeaderWords.field($0) != nil }
        return named == 0 && filled.contains { $0.count > 60 || Double($0) != nil }
    }

    /// What stands over each column, from top to bottom; a cell joined over several columns stands over each.
    static func headers(_ page: SheetPage, _ row: Int, _ rows: Int) -> [Int: [String]] {
        var headers: [Int: [String]] = [:]
        for number in row..<(row + rows) {
            guard let line = page.rows.first(where: { $0.number == number }) else { continue }
            for column in 0..<page.width {
                var shown = line[column]?.shown
                if shown == nil,
                    let merge = page.merges.first(where: {
                        $0.rows.contains(number) && $0.columns.contains(column) && $0.columns.count > 1
                    })
                {
                    shown = page.rows.first { $0.number == merge.rows.lowerBound }?[merge.columns.lowerBound]?.shown
                }
                if let shown { headers[column, default: []].append(TrackingReader.tidy(shown)) }
            }
        }
        return headers
    }

    /// The lowest line says most; where it says nothing, the lines together, then the upper ones.
    private static func field(_ header: [String]) -> TrackingField? {
        for text in header.reversed() { if let field = HeaderWords.field(text) { return field } }
        return HeaderWords.field(header.joined(separator: " "))
    }

    // MARK: What stands in the columns

    private struct Evidence {
        var filled = 0
        var record = 0
        var paragraph = 0
        var institution = 0
        var status = 0
        var position = 0
        var long = 0

        func share(_ count: Int) -> Double { filled == 0 ? 0 : Double(count) / Double(filled) }
    }

    private func evidence(_ page: SheetPage, _ column: Int, after row: Int) -> Evidence {
        var evidence = Evidence()
        let cells = page.rows.lazy.filter { $0.number > row }.compactMap { $0[column] }.prefix(Self.cellsLooked)
        for cell in cells {
            evidence.filled += 1
            let text = cell.shown
            if text.count >= 30 {
                evidence.long += 1
                let question = index.question(text)
                if let near = index.nearest(question, most: 1).first, index.likeness(question, near) ?? 0 >= 0.55 {
                    evidence.record += 1
                }
            } else if names.one(text) != nil || !names.read(text).found.isEmpty {
                evidence.institution += 1
            }
            let keys = ParagraphReading(cell).keys
            if keys.contains(where: { !index.entries(atParagraph: $0).isEmpty }) { evidence.paragraph += 1 }
            switch StatusWords.read(text) {
            case .status?: evidence.status += 1
            case .position?: evidence.position += 1
            case .nothing?, nil: if settledStatuses.contains(WordKey.of(text)) { evidence.status += 1 }
            }
        }
        return evidence
    }

    /// Gives fields without a header the column that holds them, and takes columns away whose contents say otherwise.
    private func correct(_ mapping: inout TrackingMapping.Page, _ page: SheetPage, _ headers: [Int: [String]]) {
        let end = mapping.headerEnd
        let evidence = (0..<page.width).map { self.evidence(page, $0, after: end) }
        // "Status" over positions says nothing of implementation.
        mapping.columns.removeAll { column in
            let found = evidence[column.index]
            return column.field == .status && found.share(found.position) > 0.5
        }
        func give(_ field: TrackingField, _ count: (Evidence) -> Int, least: Double, over: Bool = false) {
            let free = evidence.indices.filter { place in
                evidence[place].filled >= 2 && (over || !mapping.columns.contains { $0.index == place })
            }
            guard
                let best = free.max(by: {
                    evidence[$0].share(count(evidence[$0])) < evidence[$1].share(count(evidence[$1]))
                }),
                evidence[best].share(count(evidence[best])) >= least
            else { return }
            mapping.columns.removeAll { $0.index == best || $0.field == field }
            mapping.columns.append(
                .init(index: best, field: field, header: (headers[best] ?? []).joined(separator: " / ")))
        }
        // The record's own words decide, whatever the header says.
        let text = mapping.columns(.text).first
        if text.map({ evidence[$0].share(evidence[$0].record) < 0.3 }) ?? true {
            give(.text, { $0.record }, least: 0.5, over: true)
        }
        if mapping.columns(.text).isEmpty { give(.text, { $0.long }, least: 0.5) }
        let number = mapping.columns(.paragraph).first
        if number.map({ evidence[$0].share(evidence[$0].paragraph) < 0.2 }) ?? true {
            let isFree: (Int) -> Bool = { place in
                !mapping.columns.contains { $0.index == place && $0.field != .paragraph }
            }
            if let best = evidence.indices.filter(isFree).max(by: { evidence[$0].paragraph < evidence[$1].paragraph }),
                evidence[best].share(evidence[best].paragraph) >= 0.5, evidence[best].filled >= 2
            {
                mapping.columns.removeAll { $0.index == best || $0.field == .paragraph }
                mapping.columns.append(
                    .init(index: best, field: .paragraph, header: (headers[best] ?? []).joined(separator: " / ")))
            }
        }
        if mapping.columns(.lead).isEmpty { give(.lead, { $0.institution }, least: 0.5) }
        if mapping.columns(.status).isEmpty { give(.status, { $0.status }, least: 0.6) }
        mapping.columns.sort { $0.index < $1.index }
    }
}

extension TrackingMapping {
    /// This mapping laid over another file: sheets by name or, where the file has one usable sheet, by the only one; columns by their
    /// header's words, wherever they now stand. Sheets it does not know are guessed.
    func fitted(to file: SheetFile, guess: MappingGuess) -> TrackingMapping {
        let visible = file.pages.filter { !$0.isHidden }
        let fitting = visible.map { page -> Page in
            let guessed = guess.page(page)
            guard let old = pages.first(where: { $0.sheet == page.name }) ?? (pages.count == 1 ? pages[0] : nil)
            else { return guessed }
            let found =
                guessed.headerRow == 0 ? (old.headerRow, old.headerRows) : (guessed.headerRow, guessed.headerRows)
            let headers = MappingGuess.headers(page, found.0, found.1)
            var columns: [Column] = []
            for column in old.columns {
                let key = WordKey.of(column.header)
                let place = headers.filter { WordKey.of($0.value.joined(separator: " ")) == key && !key.isEmpty }
                    .map(\.key).min { abs($0 - column.index) < abs($1 - column.index) }
                guard let place, !columns.contains(where: { $0.index == place }) else { continue }
                columns.append(Column(index: place, field: column.field, header: column.header))
            }
            let fitted = Page(sheet: page.name, headerRow: found.0, headerRows: found.1, columns: columns)
            return fitted.isUsable && columns.count * 2 >= old.columns.count ? fitted : guessed
        }
        return TrackingMapping(pages: fitting.filter(\.isUsable))
    }
}

extension TrackingMapping {
    /// What stands over each column, lines joined by a slash.
    package static func headers(_ page: SheetPage, _ row: Int, _ rows: Int) -> [Int: String] {
        MappingGuess.headers(page, row, rows).mapValues { $0.joined(separator: " / ") }
    }
}
