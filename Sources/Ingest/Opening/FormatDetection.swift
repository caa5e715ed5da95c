/// Tells a file's format by what is in it: first bytes, the names in its first record, its header. The file's own name plays no part.
package enum FormatDetection {
    private static let sampleBytes = 256 << 10
    private static let sampleRowsMax = 20
    private static let headerCharactersMax = 80

    /// Throws `unknownFormat` with what was seen where nothing fits. With `format` the caller knows better: only encoding, separator
    /// and header are looked up.
    package static func detect(_ path: String, as format: FileFormat? = nil) throws(IngestError) -> DetectedFormat {
        let sample = try Sample(path: path, bytesMax: sampleBytes)
        guard !sample.bytes.isEmpty else { throw .empty(path: path) }
        if let saw = Magic.foreign(sample.bytes) { throw .unknownFormat(path: path, saw: saw) }
        if Magic.isZip(sample.bytes) { return try workbook(path, format) }
        let wide = TextEncoding.ofWideCharacters(sample.bytes)
        switch try firstCharacter(path, wide ?? .utf8) {
        case nil: throw .empty(path: path)
        case let first? where [UInt8(ascii: "["), UInt8(ascii: "{")].contains(first):
            guard let format else { return try json(path, wide ?? .utf8) }
            return DetectedFormat(format: format, encoding: wide ?? .utf8, isJSONArray: first == UInt8(ascii: "["))
        default:
            if let wide { return try delimited(path, wide, format) }
            return try delimited(path, EncodingEvidence(FileSupply(path: path)).encoding, format)
        }
    }

    /// A supply of the file's text as UTF-8.
    static func supply(_ path: String, _ encoding: TextEncoding) throws(IngestError) -> any ByteSupply {
        let file = try FileSupply(path: path)
        return encoding == .utf8 ? file : TranscodingSupply(file, from: encoding)
    }

    private static func firstCharacter(_ path: String, _ encoding: TextEncoding) throws(IngestError) -> UInt8? {
        let window = ByteWindow(try supply(path, encoding), limitBytes: 1 << 16)
        try window.skipByteOrderMark()
        guard try window.skipWhitespace() else { return nil }
        return try window.byte()
    }

    // MARK: JSON

    private static func json(_ path: String, _ encoding: TextEncoding) throws(IngestError) -> DetectedFormat {
        var sawNames: [String] = []
        for shape in [JSONRecordStream.Shape.array, .member("rows"), .lines] {
            guard let names = firstNames(try supply(path, encoding), shape) else { continue }
            if let format = format(of: names, shape) {
                return DetectedFormat(format: format, encoding: encoding, isJSONArray: shape == .array)
            }
            if !names.isEmpty { sawNames = names.sorted() }
        }
        let saw =
            sawNames.isEmpty
            ? "JSON without records" : "JSON records with " + sawNames.prefix(12).joined(separator: ", ")
        throw .unknownFormat(path: path, saw: saw)
    }

    /// Names in the first record that is an object, or what of it can be read; nil where the file has not this shape.
    private static func firstNames(_ supply: any ByteSupply, _ shape: JSONRecordStream.Shape) -> Set<String>? {
        var stream = JSONRecordStream(ByteWindow(supply, limitBytes: 8 << 20), shape: shape)
        for _ in 0..<100 {
            guard let step = try? stream.next() else { return nil }
            switch step {
            case .end: return []
            case .rejected: continue
            case .record: if let record = JSONValue(stream).object { return Set(record.keys) }
            }
        }
        return nil
    }

    private static func format(of names: Set<String>, _ shape: JSONRecordStream.Shape) -> FileFormat? {
        if shape == .member("rows") { return names.contains("metadata") ? .uprInfoJSON : nil }
        if names.isSuperset(of: ["AnnotationId", "Text"]) || names.isSuperset(of: ["Body", "Text", "Countries"]) {
            return shape == .array ? .uhriJSON : nil
        }
        if names.contains("annotationId"), names.contains("bodyId") || names.contains("countryIds") { return .uhriAPI }
        if names.isSuperset(of: ["texts", "mechanism", "kind"]) { return .rapporteur }
        let isFlatRow = names.isSuperset(of: ["to", "text"]) && (names.contains("frm") || names.contains("from"))
        return isFlatRow && shape == .lines ? .uprInfoLines : nil
    }

    // MARK: Tables

    private static func workbook(_ path: String, _ format: FileFormat?) throws(IngestError) -> DetectedFormat {
        let book = try Workbook(path: path)
        var rows = try book.rows()
        let (header, sampleRows) = try head(&rows)
        guard !header.isEmpty else { throw .unknownFormat(path: path, saw: "a workbook whose first sheet is empty") }
        if format == .uhriXLSX || (format == nil && UHRIWorkbookReader.places(in: header).count >= 6) {
            return DetectedFormat(format: .uhriXLSX, header: header, sampleRows: sampleRows, sheets: book.sheets)
        }
        if format == .assessments || (format == nil && AssessmentTableReader.fits(header)) {
            return DetectedFormat(format: .assessments, header: header, sampleRows: sampleRows, sheets: book.sheets)
        }
        var detected = try table(path, header, sampleRows, format)
        detected.sheets = book.sheets
        return detected
    }

    private static func delimited(
        _ path: String, _ encoding: TextEncoding, _ format: FileFormat?
    ) throws(IngestError) -> DetectedFormat {
        var best: (separator: UInt8, header: [String], rows: [[String]])?
        for separator in [",", "\t", ";", "|"].compactMap({ $0.utf8.first }) {
            var rows = DelimitedRows(try supply(path, encoding), separator: separator)
            let (header, sampleRows) = try head(&rows)
            if header.count > (best?.header.count ?? 1) { best = (separator, header, sampleRows) }
        }
        guard let best else { throw .unknownFormat(path: path, saw: "text without columns") }
        let names = Set(best.header.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") })
        if format == .uprInfoCSV || (format == nil && names.isSuperset(of: ["To", "From", "Text", "Response"])) {
            return DetectedFormat(
                format: .uprInfoCSV, encoding: encoding, separator: best.separator, header: best.header,
                sampleRows: best.rows)
        }
        if format == .assessments || (format == nil && AssessmentTableReader.fits(best.header)) {
            return DetectedFormat(
                format: .assessments, encoding: encoding, separator: best.separator, header: best.header,
                sampleRows: best.rows)
        }
        var detected = try table(path, best.header, best.rows, format)
        detected.encoding = encoding
        detected.separator = best.separator
        return detected
    }

    private static func table(
        _ path: String, _ header: [String], _ sampleRows: [[String]], _ format: FileFormat?
    ) throws(IngestError) -> DetectedFormat {
        let proposal = ColumnMapping.propose(header: header, sampleRows: sampleRows)
        // A line of prose with commas is no header: its cells are long, and hardly two of them are names of columns.
        let isHeader = proposal.columns.count >= 2 && header.allSatisfy { $0.count <= headerCharactersMax }
        guard format == .table || (isHeader && proposal.columns.contains(where: { $0.field == .text })) else {
            let shown = header.prefix(12).map { String($0.prefix(40)) }.joined(separator: ", ")
            throw .unknownFormat(path: path, saw: "a table with columns " + shown)
        }
        return DetectedFormat(format: .table, header: header, sampleRows: sampleRows, proposal: proposal)
    }

    private static func head(_ rows: inout some RowSource) throws(IngestError) -> (header: [String], rows: [[String]]) {
        guard case .cells(let header)? = try rows.next() else { return ([], []) }
        var sample: [[String]] = []
        while sample.count < sampleRowsMax, let row = try? rows.next() {
            if case .cells(let cells) = row { sample.append(cells) }
        }
        return (header, sample)
    }
}

/// The first bytes of a file.
private struct Sample {
    var bytes: [UInt8]

    init(path: String, bytesMax: Int) throws(IngestError) {
        let window = ByteWindow(try FileSupply(path: path), limitBytes: bytesMax)
        var state = ByteWindow.Refill.more
        while state == .more { state = try window.refill() }
        bytes = Array(window.bytes)
    }
}
