package import Domain

/// Opens files for import.
package enum Importer {
    package struct Options: Sendable {
        /// For `table`: which column says what; nil takes the proposal.
        package var mapping: ColumnMapping?
        /// For UHRI's JSON and XLSX: the language of all texts; nil lets the script decide, Latin script counting as English.
        package var language: LanguageTag?

        package init(mapping: ColumnMapping? = nil, language: LanguageTag? = nil) {
            self.mapping = mapping
            self.language = language
        }
    }

    /// The file as drafts. `detected` comes from `FormatDetection`; its `format` may have been changed by whoever knows better.
    package static func open(
        _ path: String, _ detected: DetectedFormat, options: Options = Options(), resolver: any NameResolver
    ) throws(IngestError) -> any DraftSource {
        let shape: JSONRecordStream.Shape = detected.isJSONArray ? .array : .lines
        switch detected.format {
        case .uhriJSON:
            return BatchedSource(
                UHRIBulkReader(try text(path, detected), language: options.language, resolver: resolver))
        case .uhriAPI:
            return BatchedSource(UHRIAPIReader(try text(path, detected), shape: shape, resolver: resolver))
        case .uhriXLSX:
            let book = try Workbook(path: path)
            return BatchedSource(
                try UHRIWorkbookReader(
                    try book.rows(), isFrom1904: book.isFrom1904, language: options.language, resolver: resolver))
        case .uprInfoCSV:
            return BatchedSource(
                try UPRInfoTableReader(
                    try text(path, detected), separator: detected.separator ?? UInt8(ascii: ","), resolver: resolver))
        case .uprInfoLines:
            return BatchedSource(UPRInfoRecordReader(try text(path, detected), shape: .lines, resolver: resolver))
        case .uprInfoJSON:
            return BatchedSource(UPRInfoRecordReader(try text(path, detected), shape: .api, resolver: resolver))
        case .table: return try table(path, detected, options, resolver)
        case .assessments:
            guard let separator = detected.separator else {
                let book = try Workbook(path: path)
                return BatchedSource(
                    try AssessmentTableReader(try book.rows(), isFrom1904: book.isFrom1904, resolver: resolver))
            }
            return BatchedSource(
                try AssessmentTableReader(
                    DelimitedRows(try text(path, detected), separator: separator), resolver: resolver))
        case .rapporteur: return BatchedSource(OwnExportReader(try text(path, detected), shape: shape))
        }
    }

    private static func text(_ path: String, _ detected: DetectedFormat) throws(IngestError) -> any ByteSupply {
        try FormatDetection.supply(path, detected.encoding)
    }

    private static func table(
        _ path: String, _ detected: DetectedFormat, _ options: Options, _ resolver: any NameResolver
    ) throws(IngestError) -> any DraftSource {
        guard let mapping = options.mapping ?? detected.proposal else {
            throw .badMapping(reason: "this file needs one that says which column is the text")
        }
        guard let separator = detected.separator else {
            let book = try Workbook(path: path)
            return BatchedSource(
                try TableReader(
                    try book.rows(of: mapping.sheet), mapping: mapping, isFrom1904: book.isFrom1904, resolver: resolver)
            )
        }
        let rows = DelimitedRows(try text(path, detected), separator: separator)
        return BatchedSource(try TableReader(rows, mapping: mapping, resolver: resolver))
    }
}
