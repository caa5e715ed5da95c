extension SheetFile {
    /// Reads a workbook (XLSX) or a table as text (CSV, TSV, with commas, semicolons, tabs or bars between). `name` is what messages call
    /// the file.
    package static func read(
        _ path: String, name: String, limits: SheetLimits = SheetLimits()
    ) throws(IngestError) -> SheetFile {
        let bytes = try head(path, name, limits)
        if Magic.isZip(bytes) { return try workbook(path, limits) }
        if let saw = Magic.foreign(bytes) { throw .unknownFormat(path: name, saw: saw) }
        return SheetFile(pages: [try table(path, name, bytes, limits)])
    }

    /// The first bytes of a file that is not too large.
    private static func head(_ path: String, _ name: String, _ limits: SheetLimits) throws(IngestError) -> [UInt8] {
        let supply = try FileSupply(path: path)
        guard (supply.bytesTotal ?? 0) <= limits.fileBytesMax else {
            throw .limit(.fileBytes, max: limits.fileBytesMax)
        }
        let window = ByteWindow(supply, limitBytes: 1 << 16)
        var state = ByteWindow.Refill.more
        while state == .more { state = try window.refill() }
        let bytes = Array(window.bytes)
        guard !bytes.isEmpty else { throw .empty(path: name) }
        return bytes
    }

    private static func workbook(_ path: String, _ limits: SheetLimits) throws(IngestError) -> SheetFile {
        var archive = ZipArchive.Limits()
        archive.entryBytesMax = limits.partBytesMax
        archive.ratioFreeBytes = 16 << 20
        archive.sharedStringsBytesMax = limits.partBytesMax
        let book = try Workbook(path: path, limits: archive)
        guard book.sheets.count <= limits.sheetsMax else { throw .limit(.sheets, max: limits.sheetsMax) }
        let maker = CellMaker(
            strings: try book.sharedStrings(), formats: try book.formats(), isFrom1904: book.isFrom1904)
        var left = limits
        var pages: [SheetPage] = []
        for name in book.sheets {
            let handler = PageHandler(maker, limits: left)
            do throws(IngestError) {
                try book.read(name, into: handler)
            } catch {
                // What is left is no number a person could act on.
                if case .limit(let limit, _) = error { throw .limit(limit, max: limits.max(of: limit) ?? 0) }
                throw error
            }
            left.rowsMax -= handler.rows.count
            left.cellsMax -= handler.cellsRead
            pages.append(
                SheetPage(
                    name: name, isHidden: book.hidden.contains(name), rows: handler.rows, merges: handler.merges))
        }
        return SheetFile(pages: pages)
    }

    private static func table(
        _ path: String, _ name: String, _ sample: [UInt8], _ limits: SheetLimits
    ) throws(IngestError) -> SheetPage {
        let encoding: TextEncoding
        if let wide = TextEncoding.ofWideCharacters(sample) {
            encoding = wide
        } else {
            encoding = try EncodingEvidence(FileSupply(path: path)).encoding
        }
        var best: (separator: UInt8, cells: Int)?
        for separator in [",", ";", "\t", "|"].compactMap({ $0.utf8.first }) {
            var rows = DelimitedRows(try FormatDetection.supply(path, encoding), separator: separator)
            var count = 0
            for _ in 0..<20 {
                if case .cells(let cells)? = try rows.next(), cells.count > 1 { count += cells.count }
            }
            if count > best?.cells ?? 0 { best = (separator, count) }
        }
        guard let best else { throw .unknownFormat(path: name, saw: "text without columns") }
        var rows = DelimitedRows(try FormatDetection.supply(path, encoding), separator: best.separator)
        var page = SheetPage(name: "")
        while let row = try rows.next() {
            guard case .cells(let cells) = row else {
                throw .malformed(
                    byte: rows.bytesRead, record: rows.rowNumber, reason: "a quotation mark does not close")
            }
            guard cells.count <= limits.columnsMax else { throw .limit(.columns, max: limits.columnsMax) }
            page.rows.append(
                SheetLine(
                    number: rows.rowNumber,
                    cells: cells.map { $0.contains { !$0.isWhitespace } ? .text($0) : nil }))
            guard page.rows.count <= limits.rowsMax else { throw .limit(.rows, max: limits.rowsMax) }
        }
        return page
    }
}

extension SheetLimits {
    fileprivate func max(of limit: IngestError.Limit) -> Int? {
        switch limit {
        case .rows: rowsMax
        case .cells: cellsMax
        case .columns: columnsMax
        case .sharedStringsBytes, .archiveEntrySizeBytes: partBytesMax
        case .archiveRatio: ZipArchive.Limits().ratioMax
        case .depth: 64
        default: nil
        }
    }
}
