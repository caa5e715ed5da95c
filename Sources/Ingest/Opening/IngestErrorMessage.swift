extension IngestError {
    /// What happened, why, and what to do, in plain English for operators.
    package var message: String {
        switch self {
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)."
        case .isDirectory(let path): "\(path) is a folder. Name the files in it."
        case .empty(let path): "\(path) is empty."
        case .unknownFormat(let path, let saw):
            "\(path) is no format we import. It looks like \(saw). What can be imported: UHRI's JSON, XLSX or API records, UPR "
                + "Info's CSV or JSON, a CSV, TSV or XLSX table with a column for the text, or our own recommendations.jsonl."
        case .cutOff(let byte, let record):
            "The file breaks off at byte \(byte), in record \(record). Everything before that was read. Get the file again."
        case .malformed(let byte, let record, let reason):
            "The file cannot be read beyond byte \(byte), at record \(record): \(reason). Everything before that was read."
        case .limit(let limit, let max): "The file passes a limit that protects the server: \(limit.phrase(max))."
        case .workbook(let reason): "The spreadsheet cannot be read: \(reason)."
        case .missingColumns(let names, let header): Self.missing(names, header)
        case .badMapping(let reason): "The column mapping cannot be used: \(reason)."
        }
    }

    private static func missing(_ names: [String], _ header: [String]) -> String {
        let hints = names.map { name in
            guard let near = Spelling.nearest(to: name, among: header) else { return "\u{201C}\(name)\u{201D}" }
            return "\u{201C}\(name)\u{201D} (is it \u{201C}\(near)\u{201D}?)"
        }
        let found = header.isEmpty ? "none" : header.prefix(30).joined(separator: ", ")
        return "The table lacks columns: " + hints.joined(separator: ", ") + ". Its columns are: \(found)."
    }
}

extension IngestError.Limit {
    fileprivate func phrase(_ max: Int) -> String {
        switch self {
        case .archiveEntries: "more than \(max) files in the archive"
        case .archiveEntrySizeBytes: "a part that unpacks to more than \(max >> 20) MiB"
        case .archiveRatio: "a part that unpacks to more than \(max) times its packed size, as zip bombs do"
        case .sharedStringsBytes: "more than \(max >> 20) MiB of texts in one workbook; split it, or save it as CSV"
        case .columns: "more than \(max) columns"
        case .fileBytes: "more than \(max >> 20) MiB"
        case .sheets: "more than \(max) sheets"
        case .rows: "more than \(max) rows; divide it into several files"
        case .cells: "more than \(max) filled or merged cells; divide it into several files"
        case .depth: "nested deeper than \(max) levels"
        case .mappingSizeBytes: "a mapping of more than \(max >> 10) KiB"
        }
    }
}
