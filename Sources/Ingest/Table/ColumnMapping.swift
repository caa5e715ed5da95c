/// Which column of a table says what. Saved as JSON, so that next year's table needs no second thought.
package struct ColumnMapping: Codable, Hashable, Sendable {
    package enum Field: String, Codable, Sendable, CaseIterable {
        case text, paragraph, symbol, title, state, recommending, themes, persons, sdgs, action, position, kind, cycle,
            session, date,
            mechanism
        case positionSource = "position-source"
        case positionDate = "position-date"
        case positionWording = "position-wording"
        case positionReason = "position-reason"
        case externalID = "external-id"
    }

    package struct Column: Codable, Hashable, Sendable {
        /// As in the header; white space and case do not matter.
        package var name: String
        package var field: Field
        /// For texts: the language; nil means the script tells, or English.
        package var language: String?
        /// 0 to 1: how sure a proposal is; 1 for what a person chose.
        package var confidence: Double

        package init(name: String, field: Field, language: String? = nil, confidence: Double = 1) {
            self.name = name
            self.field = field
            self.language = language
            self.confidence = confidence
        }
    }

    /// Name of the source; its records are filed under `table-` and this.
    package var source: String
    package var columns: [Column]
    /// What every row of the table shares: field and value.
    package var fixed: [String: String]
    /// What stands between several values of one cell.
    package var separators: [String]
    package var dateFormat: TableDates.Format
    /// Sheet of a workbook; nil means the first.
    package var sheet: String?

    package init(
        source: String, columns: [Column], fixed: [String: String] = [:], separators: [String] = ["\n", ";", "|"],
        dateFormat: TableDates.Format = .automatic, sheet: String? = nil
    ) {
        self.source = source
        self.columns = columns
        self.fixed = fixed
        self.separators = separators
        self.dateFormat = dateFormat
        self.sheet = sheet
    }

    private enum CodingKeys: String, CodingKey {
        case source, columns, fixed, separators, dateFormat, sheet
    }
}
