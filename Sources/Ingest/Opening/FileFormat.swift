package import Domain

/// The kinds of file that can be imported. The raw value is what `import --as` takes.
package enum FileFormat: String, CaseIterable, Sendable {
    /// The bulk export of the Universal Human Rights Index: one JSON array of records.
    case uhriJSON = "uhri-json"
    /// Its spreadsheet export of 16 columns.
    case uhriXLSX = "uhri-xlsx"
    /// Records of its API, one a line or in an array, whose names are GUIDs.
    case uhriAPI = "uhri-api"
    /// The old export of UPR Info: CSV, one row per recommending State.
    case uprInfoCSV = "upr-info-csv"
    /// Answers of UPR Info's present API: `rows` with `metadata`.
    case uprInfoJSON = "upr-info-json"
    /// UPR Info rows as JSON lines (`to`, `frm`, `text`, `response`).
    case uprInfoLines = "upr-info-lines"
    /// Any CSV, TSV or XLSX, through a column mapping.
    case table
    /// What somebody said of how far paragraphs are carried out: symbol, paragraph, grade, and what else is known.
    case assessments
    /// `recommendations.jsonl` of our own export.
    case rapporteur

    /// The source its records are filed under; nil where the file or its mapping says so itself.
    package var source: SourceCode? {
        switch self {
        case .uhriJSON, .uhriXLSX, .uhriAPI: .uhri
        case .uprInfoCSV, .uprInfoJSON, .uprInfoLines: .uprInfo
        case .assessments: SourceCode("assessments")
        case .table, .rapporteur: nil
        }
    }
}
