import Domain
import Locales
import People
import Plans
import Reports
import Store

/// Lays a workbook out: instructions, the sheet of actions, the sheet of recommendations, lists.
struct WorkbookForm {
    let book: Workbook
    let workspace: Workspace
    let own: Institution?
    let stock: WorkbookStock
    let words: WorkbookWords

    static let rowsSpare = 30
    static let actionMark = "sheet.action"
    static let recommendationMark = "sheet.recommendation"

    var workbook: FormWorkbook {
        FormWorkbook(
            isRightToLeft: words.catalogue.direction == .rightToLeft, notes: notes, sheets: [actions, recommendations],
            lists: lists,
            marks: [
                ("workbook", book.id.description), ("workspace", workspace.slug), ("period", book.period),
                ("made", book.made), (Self.actionMark, FormWorkbook.sheetName(actionsName)),
                (Self.recommendationMark, FormWorkbook.sheetName(recommendationsName)),
            ])
    }

    private var actionsName: String { words.say("sheets.page.actions") }
    private var recommendationsName: String { words.say("sheets.page.recommendations") }

    private var notes: FormWorkbook.Notes {
        let whose = own?.name ?? words.say("sheets.wholePlan")
        var lines = [
            words.say(
                "sheets.note.what",
                ["whose": .text(whose), "workspace": .text(workspace.name), "period": .text(book.period)]),
            words.say("sheets.note.white"), words.say("sheets.note.list"), words.say("sheets.note.date"),
            words.say("sheets.note.new", ["sheet": .text(actionsName)]), words.say("sheets.note.delete"),
            words.say("sheets.note.progress", ["period": .text(book.period)]), words.say("sheets.note.back"),
        ]
        if own != nil { lines.insert(words.say("sheets.note.ask"), at: 7) }
        return FormWorkbook.Notes(
            name: words.say("sheets.page.notes"), heading: words.say("sheets.note.heading", ["whose": .text(whose)]),
            lines: lines)
    }

    private var lists: [FormList] {
        [
            FormList(name: "action", values: ActionStatus.allCases.map { words.status($0) }),
            FormList(name: "standing", values: ImplementationStatus.allCases.map { words.standing($0) }),
            FormList(name: "institution", values: openInstitutions.map(\.name)),
            FormList(
                name: "commitment", values: stock.commitments.values.sorted { $0.id < $1.id }.map { Self.label($0) }),
        ]
    }

    private var openInstitutions: [Institution] {
        stock.institutions.values.filter { !$0.isClosed }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// `12 · Ratify the protocol`: the number is what is read back.
    static func label(_ commitment: Commitment) -> String {
        "\(commitment.id) · " + String(commitment.title.prefix(120))
    }

    // MARK: Actions

    private var actions: FormSheet {
        let fields: [WorkbookField] = [
            .id, .version, .check, .commitment, .title, .description, .lead, .supporting, .status, .starts, .due, .said,
            .obstacle, .percent,
        ]
        let rows = stock.rows.filter { $0.kind == .action }.map { row in fields.map { cell(row, $0) } }
        return FormSheet(
            name: actionsName, columns: fields.map { column($0, isNewOpen: isOpenInNew($0)) }, rows: rows,
            rowsSpare: stock.commitments.isEmpty ? 0 : Self.rowsSpare)
    }

    private func isOpenInNew(_ field: WorkbookField) -> Bool {
        switch field {
        case .commitment, .title, .description, .status, .starts, .due: true
        case .lead: own == nil
        default: false
        }
    }

    // MARK: Recommendations

    private var recommendations: FormSheet {
        let fields: [WorkbookField] = [
            .id, .version, .check, .document, .paragraph, .text, .commitment, .lead, .standing, .due, .comment,
        ]
        let rows = stock.rows.filter { $0.kind == .recommendation }.map { row in fields.map { cell(row, $0) } }
        return FormSheet(
            name: recommendationsName, columns: fields.map { column($0, isNewOpen: false) }, rows: rows, rowsSpare: 0)
    }

    // MARK: Columns and cells

    private func column(_ field: WorkbookField, isNewOpen: Bool) -> FormColumn {
        let form: FormColumn.Form
        let width: Int
        switch field {
        case .starts, .due: (form, width) = (.date, 12)
        case .status: (form, width) = (.list("action"), 16)
        case .standing: (form, width) = (.list("standing"), 18)
        case .lead: (form, width) = (.list("institution"), 28)
        case .commitment: (form, width) = (.list("commitment"), 40)
        case .percent: (form, width) = (.number(0...100), 10)
        case .title: (form, width) = (.text(charactersMax: PlanLimits.titleMax), 40)
        case .description: (form, width) = (.text(charactersMax: PlanLimits.descriptionMax), 40)
        case .said, .obstacle, .comment: (form, width) = (.text(charactersMax: 4_000), 50)
        case .text: (form, width) = (.text(charactersMax: 32_767), 60)
        default: (form, width) = (.text(charactersMax: 32_767), 18)
        }
        let isHidden = field == .id || field == .version || field == .check
        return FormColumn(
            code: field.rawValue, heading: isHidden ? field.rawValue : words.say("sheets.column.\(field.rawValue)"),
            form: form, width: width, isHidden: isHidden, isOpenInNewRows: isNewOpen,
            hint: isHidden ? "" : hint(form))
    }

    private func hint(_ form: FormColumn.Form) -> String {
        switch form {
        case .date: words.say("sheets.hint.date")
        case .list: words.say("sheets.hint.list")
        case .number(let range):
            words.say("sheets.hint.number", ["least": .number(range.lowerBound), "most": .number(range.upperBound)])
        case .text(let most): words.say("sheets.hint.text", ["most": .number(most)])
        }
    }

    private func cell(_ row: WorkbookRow, _ field: WorkbookField) -> FormCell {
        switch field {
        case .id: return FormCell(.number(Int(row.id)))
        case .version: return FormCell(.number(row.version))
        case .check: return FormCell(.text(book.seal(row.kind, row.id, row.version)))
        case .commitment:
            let id = stock.planned[row.id].flatMap { row.kind == .recommendation ? $0.commitment : nil }
            let commitment = id ?? row[.commitment].flatMap { CommitmentID($0) }
            return text(commitment.flatMap { stock.commitments[$0] }.map { Self.label($0) })
        case .document: return text(record(row)?.document.symbol?.printed)
        case .paragraph: return text(record(row)?.recommendation.paragraph?.printed)
        case .text: return text(record(row).flatMap { WorkbookText.text(of: $0, book.language) })
        default: break
        }
        let isOpen = row.isOpen(field)
        guard let value = row[field] else { return FormCell(.none, isOpen: isOpen) }
        return FormCell(shown(field, value), isOpen: isOpen)
    }

    private func shown(_ field: WorkbookField, _ value: String) -> FormCell.Value {
        switch field {
        case .starts, .due: CalendarDate(value).map { .date($0) } ?? .text(value)
        case .percent: Int(value).map { .number($0) } ?? .text(value)
        default: .text(WorkbookText.shown(field, value, stock.institutions, words))
        }
    }

    private func text(_ value: String?) -> FormCell { FormCell(value.map { .text($0) } ?? .none) }

    private func record(_ row: WorkbookRow) -> StoredRecord? {
        row.kind == .recommendation ? stock.planned[row.id].flatMap { stock.records[$0.recommendation] } : nil
    }
}

/// Values in words.
enum WorkbookText {
    /// Of a value in the plan's own form what people read.
    static func shown(
        _ field: WorkbookField, _ value: String, _ institutions: [InstitutionID: Institution], _ words: WorkbookWords
    ) -> String {
        switch field {
        case .status: ActionStatus(rawValue: value).map { words.status($0) } ?? value
        case .standing: ImplementationStatus(rawValue: value).map { words.standing($0) } ?? value
        case .lead, .supporting:
            (PlanText.institutions(value) ?? []).compactMap { institutions[$0]?.name }.joined(separator: "; ")
        default: value
        }
    }

    /// In this language, else English, else whichever there is.
    static func text(of record: StoredRecord, _ language: LanguageTag) -> String? {
        let texts = record.recommendation.texts
        return texts[language] ?? texts[.english] ?? texts.min { $0.key < $1.key }?.value
    }
}
