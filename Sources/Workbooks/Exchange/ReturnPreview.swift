package import Domain
package import Plans

/// What taking a workbook that came back would do, cell by cell. Values are in the plan's own form; `shown` ones as people read them.
package struct ReturnPreview: Sendable {
    package struct Cell: Hashable, Sendable {
        package var kind: WorkbookRowKind
        package var id: Int64
        package var field: WorkbookField
        package var sheet: String
        /// `F12`.
        package var cell: String
        /// What the row is about.
        package var title: String
        /// As the workbook was handed out, as it came back, as the plan is now.
        package var old: String?
        package var new: String?
        package var now: String?

        /// Names this cell in a form: `action-17-status`.
        package var key: String { "\(kind.rawValue)-\(id)-\(field.rawValue)" }
    }

    package struct Added: Hashable, Sendable {
        package var sheet: String
        package var row: Int
        package var commitment: CommitmentID
        package var commitmentTitle: String
        package var title: String
        package var description: String
        package var lead: InstitutionID?
        package var status: ActionStatus
        package var starts: CalendarDate?
        package var due: CalendarDate?
    }

    /// A cell that cannot be taken over, and what is allowed there.
    package struct Wrong: Hashable, Sendable {
        package var sheet: String
        package var cell: String
        package var field: WorkbookField
        package var title: String
        package var value: String
        package var reason: WrongReason
    }

    /// A row that is not taken over as a whole.
    package struct Refused: Hashable, Sendable {
        package enum Reason: String, Sendable, CaseIterable {
            /// Its id is none of this workbook's.
            case unknown
            /// Its id, version and seal do not belong together.
            case tampered
            /// It stands in the sheet twice.
            case twice
            /// Out of the plan, or in other hands.
            case gone
        }

        package var sheet: String
        package var row: Int
        package var reason: Reason
    }

    package var workbook: Workbook
    package var returned: WorkbookReturn
    package var changes: [Cell] = []
    /// The plan was changed meanwhile: somebody chooses.
    package var conflicts: [Cell] = []
    package var added: [Added] = []
    package var wrong: [Wrong] = []
    package var refused: [Refused] = []
    /// Rows that were handed out and did not come back; nothing is deleted.
    package var missing = 0
    /// Cells and rows that say what the plan says already.
    package var already = 0

    package var isEmpty: Bool { changes.isEmpty && conflicts.isEmpty && added.isEmpty }

    init(workbook: Workbook, returned: WorkbookReturn) {
        self.workbook = workbook
        self.returned = returned
    }
}

/// What is wrong with a cell.
package enum WrongReason: String, Error, Hashable, Sendable, CaseIterable {
    /// A formula: nothing is computed here.
    case formula
    /// The spreadsheet program's own error.
    case error
    case status, standing, date, institution, percent, long
    /// It was not to be changed.
    case locked
    case titleNeeded, commitmentNeeded
    /// It would end before it begins.
    case order
    /// What was submitted or cleared is changed after it was returned.
    case closed
    case saidNeeded
}
