/// What a file is, as its first bytes show.
package struct DetectedFormat: Sendable {
    package var format: FileFormat
    package var encoding: TextEncoding
    /// For CSV and its kin.
    package var separator: UInt8?
    /// Whether JSON records stand in an array rather than one a line.
    package var isJSONArray: Bool
    /// For tables: the header, the first rows and the mapping they suggest.
    package var header: [String]
    package var sampleRows: [[String]]
    package var proposal: ColumnMapping?
    /// For workbooks.
    package var sheets: [String]

    package init(
        format: FileFormat, encoding: TextEncoding = .utf8, separator: UInt8? = nil, isJSONArray: Bool = false,
        header: [String] = [], sampleRows: [[String]] = [], proposal: ColumnMapping? = nil, sheets: [String] = []
    ) {
        self.format = format
        self.encoding = encoding
        self.separator = separator
        self.isJSONArray = isJSONArray
        self.header = header
        self.sampleRows = sampleRows
        self.proposal = proposal
        self.sheets = sheets
    }
}
