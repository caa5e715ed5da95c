package import Domain

/// A workbook that was handed out: whose rows, in which language, for which period.
package struct Workbook: Hashable, Sendable {
    package var id: WorkbookID
    package var workspace: WorkspaceID
    /// Whose rows; nil: the whole plan.
    package var institution: InstitutionID?
    package var language: LanguageTag
    /// The period its progress is reported for: `2026-Q3`.
    package var period: String
    /// What its rows are sealed with; never leaves the store.
    var secret: String
    package var made: String
    package var madeBy: String
    package var rows: Int
}

package typealias WorkbookID = ID<Workbook>

/// A workbook that came back.
package struct WorkbookReturn: Hashable, Sendable {
    package enum Status: String, Sendable { case open, applied, discarded }

    package var id: WorkbookReturnID
    package var workspace: WorkspaceID
    package var workbook: WorkbookID
    package var institution: InstitutionID?
    package var name: String
    package var digest: String
    package var status: Status
    package var made: String
    package var madeBy: String
    package var decided: String?
    package var decidedBy: String?
    /// How many cells and rows were taken over.
    package var changes: Int?
    package var version: Int
}

package typealias WorkbookReturnID = ID<WorkbookReturn>

/// What a row of a workbook is about.
package enum WorkbookRowKind: String, Sendable, CaseIterable {
    case action
    case recommendation
    /// Has no row of its own: what new actions may belong to.
    case commitment

    var subject: SubjectKind {
        switch self {
        case .action: .action
        case .recommendation: .plannedRecommendation
        case .commitment: .commitment
        }
    }
}

/// Columns by their codes, which stand in the hidden first row of a sheet.
package enum WorkbookField: String, Sendable, CaseIterable {
    case id, version, check
    case number, commitment, title, description, lead, supporting
    case status, starts, due, said, obstacle, percent
    case document, paragraph, text, standing, comment
}

/// A row as it was when its workbook was handed out. Values are in the plan's own form: codes, ids, `2026-12-31`.
struct WorkbookRow: Hashable, Sendable {
    var kind: WorkbookRowKind
    var id: Int64
    var version: Int
    var cells: [String: String]
    /// Codes of columns that its reader may change.
    var open: [String]

    subscript(_ field: WorkbookField) -> String? { cells[field.rawValue] }
    func isOpen(_ field: WorkbookField) -> Bool { open.contains(field.rawValue) }
}
