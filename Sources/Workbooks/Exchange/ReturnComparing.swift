import Domain
import FollowUp
import Ingest
import Plans

/// Compares a workbook that came back with what was handed out and with the plan as it is now.
struct ReturnComparing {
    private let base: [String: WorkbookRow]
    private let now: [String: WorkbookRow]
    private let stock: WorkbookStock
    private let reading: CellReading
    private(set) var preview: ReturnPreview
    private var seen: Set<String> = []
    private var titles: [CommitmentID: Set<String>] = [:]

    /// `actions`: those of the commitments that are in the workbook.
    init(
        _ preview: ReturnPreview, base: [WorkbookRow], stock: WorkbookStock, actions: [Action], words: WorkbookWords
    ) {
        self.preview = preview
        self.base = Dictionary(base.map { (Self.key($0.kind, $0.id), $0) }, uniquingKeysWith: { first, _ in first })
        now = Dictionary(stock.rows.map { (Self.key($0.kind, $0.id), $0) }, uniquingKeysWith: { first, _ in first })
        self.stock = stock
        reading = CellReading(institutions: InstitutionNames(Array(stock.institutions.values)), words: words)
        for action in actions { titles[action.commitment, default: []].insert(WordKey.of(action.title)) }
    }

    private static func key(_ kind: WorkbookRowKind, _ id: Int64) -> String { "\(kind.rawValue)/\(id)" }

    mutating func compare(_ sheets: SheetFile, _ marks: ReturnMarks) {
        for (kind, name) in marks.sheets {
            guard let page = sheets.pages.first(where: { $0.name == name }) else { continue }
            compare(page, kind)
        }
        preview.missing = base.values.count { $0.kind != .commitment && !seen.contains(Self.key($0.kind, $0.id)) }
    }

    private mutating func compare(_ page: SheetPage, _ kind: WorkbookRowKind) {
        guard let codes = page.rows.first else { return }
        var columns: [WorkbookField: Int] = [:]
        for (column, cell) in codes.cells.enumerated() {
            if let field = cell.flatMap({ WorkbookField(rawValue: $0.shown) }), columns[field] == nil {
                columns[field] = column
            }
        }
        // The row after the codes has the headings.
        for line in page.rows where line.number > codes.number + 1 {
            let idCell = columns[.id].flatMap { line[$0] }
            if let idCell {
                compare(line, idCell, page.name, kind, columns)
            } else if kind == .action {
                add(line, page.name, columns)
            }
        }
    }

    private mutating func compare(
        _ line: SheetLine, _ idCell: CellContent, _ sheet: String, _ kind: WorkbookRowKind,
        _ columns: [WorkbookField: Int]
    ) {
        func refuse(_ reason: ReturnPreview.Refused.Reason) {
            preview.refused.append(.init(sheet: sheet, row: line.number, reason: reason))
        }
        guard let id = Int64(idCell.shown), let row = base[Self.key(kind, id)] else { return refuse(.unknown) }
        let version = columns[.version].flatMap { line[$0] }.flatMap { Int($0.shown) }
        let check = columns[.check].flatMap { line[$0] }?.shown
        guard version == row.version, check == preview.workbook.seal(kind, id, row.version) else {
            return refuse(.tampered)
        }
        guard seen.insert(Self.key(kind, id)).inserted else { return refuse(.twice) }
        guard let now = now[Self.key(kind, id)] else { return refuse(.gone) }
        var taken: [WorkbookField: String?] = [:]
        for field in WorkbookField.allCases {
            guard let column = columns[field], Self.isCompared(field, kind) else { continue }
            if let value = compare(
                line[column], field, row, now, sheet, CellReference.name(row: line.number, column: column))
            {
                taken[field] = value
            }
        }
        checkTogether(taken, row, now, sheet, line, columns)
    }

    private static func isCompared(_ field: WorkbookField, _ kind: WorkbookRowKind) -> Bool {
        switch field {
        case .title, .description, .status, .starts, .said, .obstacle, .percent: kind == .action
        case .lead, .due: true
        case .standing, .comment: kind == .recommendation
        default: false
        }
    }

    /// The cell's new value where it is a change or a conflict.
    private mutating func compare(
        _ content: CellContent?, _ field: WorkbookField, _ row: WorkbookRow, _ now: WorkbookRow, _ sheet: String,
        _ cell: String
    ) -> String?? {
        let title = title(row)
        let value: String?
        do throws(WrongReason) {
            value = try reading.value(content, field)
        } catch {
            // A formula or an error over what nobody changed is still none of ours to guess.
            preview.wrong.append(
                .init(sheet: sheet, cell: cell, field: field, title: title, value: content?.shown ?? "", reason: error))
            return nil
        }
        let old = row[field].map { field == .title ? $0 : CellReading.text($0) }
        guard value != old else { return nil }
        guard row.isOpen(field), now.isOpen(field) else {
            preview.wrong.append(
                .init(sheet: sheet, cell: cell, field: field, title: title, value: value ?? "", reason: .locked))
            return nil
        }
        let current = now[field].map { field == .title ? $0 : CellReading.text($0) }
        guard value != current else {
            preview.already += 1
            return nil
        }
        let change = ReturnPreview.Cell(
            kind: row.kind, id: row.id, field: field, sheet: sheet, cell: cell, title: title, old: old, new: value,
            now: current)
        if current == old { preview.changes.append(change) } else { preview.conflicts.append(change) }
        return .some(value)
    }

    /// What only shows when the cells of a row are seen together.
    private mutating func checkTogether(
        _ taken: [WorkbookField: String?], _ row: WorkbookRow, _ now: WorkbookRow, _ sheet: String, _ line: SheetLine,
        _ columns: [WorkbookField: Int]
    ) {
        guard row.kind == .action else { return }
        func value(_ field: WorkbookField) -> String? { taken[field].map { $0 } ?? now[field] }
        func refuse(_ field: WorkbookField, _ reason: WrongReason) {
            guard let column = columns[field] else { return }
            preview.changes.removeAll { $0.id == row.id && $0.kind == .action && $0.field == field }
            preview.conflicts.removeAll { $0.id == row.id && $0.kind == .action && $0.field == field }
            preview.wrong.append(
                .init(
                    sheet: sheet, cell: CellReference.name(row: line.number, column: column), field: field,
                    title: title(row), value: line[column]?.shown ?? "", reason: reason))
        }
        if taken[.title] != nil, value(.title) == nil { refuse(.title, .titleNeeded) }
        if taken[.status] != nil, value(.status) == nil { refuse(.status, .status) }
        if taken[.due] != nil || taken[.starts] != nil, let starts = value(.starts), let due = value(.due), due < starts
        {
            for field in [WorkbookField.starts, .due] where taken[field] != nil { refuse(field, .order) }
        }
        let reported = [WorkbookField.said, .obstacle, .percent].filter { taken[$0] != nil }
        guard !reported.isEmpty else { return }
        if let report = stock.reports[row.id], !report.clearance.step.isOpen {
            for field in reported { refuse(field, .closed) }
        } else if value(.said) == nil {
            for field in reported { refuse(field, .saidNeeded) }
        }
    }

    private func title(_ row: WorkbookRow) -> String {
        switch row.kind {
        case .action: stock.actions[row.id]?.title ?? row[.title] ?? ""
        case .recommendation:
            stock.planned[row.id].flatMap { stock.commitments[$0.commitment]?.title } ?? ""
        case .commitment: row[.title] ?? ""
        }
    }

    // MARK: New rows

    /// A row without an id is a new action; one without anything is none.
    private mutating func add(_ line: SheetLine, _ sheet: String, _ columns: [WorkbookField: Int]) {
        let fields: [WorkbookField] = [.commitment, .title, .description, .lead, .status, .starts, .due]
        var values: [WorkbookField: String] = [:]
        var isWhole = true
        let filled = fields.filter { field in columns[field].flatMap { line[$0] } != nil }
        guard !filled.isEmpty else { return }
        func wrong(_ field: WorkbookField, _ reason: WrongReason) {
            isWhole = false
            let column = columns[field] ?? 0
            preview.wrong.append(
                .init(
                    sheet: sheet, cell: CellReference.name(row: line.number, column: column), field: field, title: "",
                    value: line[column]?.shown ?? "", reason: reason))
        }
        for field in filled {
            do throws(WrongReason) {
                values[field] = try reading.value(columns[field].flatMap { line[$0] }, field)
            } catch { wrong(field, error) }
        }
        let commitment = values[.commitment].flatMap { CommitmentID($0.prefix { $0.isNumber }) }
            .flatMap { stock.commitments[$0] }
        if commitment == nil { wrong(.commitment, .commitmentNeeded) }
        if values[.title] == nil, isWhole { wrong(.title, .titleNeeded) }
        if let starts = values[.starts], let due = values[.due], due < starts { wrong(.due, .order) }
        guard isWhole, let commitment, let title = values[.title] else { return }
        guard titles[commitment.id, default: []].insert(WordKey.of(title)).inserted else {
            preview.already += 1
            return
        }
        preview.added.append(
            .init(
                sheet: sheet, row: line.number, commitment: commitment.id, commitmentTitle: commitment.title,
                title: title, description: values[.description] ?? "",
                lead: preview.workbook.institution ?? values[.lead].flatMap { InstitutionID($0) } ?? commitment.lead,
                status: values[.status].flatMap { ActionStatus(rawValue: $0) } ?? .planned,
                starts: values[.starts].flatMap { CalendarDate($0) }, due: values[.due].flatMap { CalendarDate($0) }))
    }
}

/// What the hidden sheet of a workbook says of it.
struct ReturnMarks {
    var workbook: WorkbookID
    var workspace: String
    /// Names of the sheets, by what their rows are.
    var sheets: [(WorkbookRowKind, String)]

    /// Nil for a file that this program did not write.
    init?(_ file: SheetFile) {
        guard let page = file.pages.first(where: { $0.name == "rapporteur" }) else { return nil }
        var marks: [String: String] = [:]
        for row in page.rows { if let name = row[0]?.shown, let value = row[1]?.shown { marks[name] = value } }
        guard let id = marks["workbook"].flatMap({ WorkbookID($0) }), let workspace = marks["workspace"] else {
            return nil
        }
        workbook = id
        self.workspace = workspace
        sheets = [
            (.action, marks[WorkbookForm.actionMark] ?? ""),
            (.recommendation, marks[WorkbookForm.recommendationMark] ?? ""),
        ]
    }
}
