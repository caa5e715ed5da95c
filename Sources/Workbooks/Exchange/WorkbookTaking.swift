package import Domain
import FollowUp
package import Locales
import People
import Plans
import Store

/// What somebody chose for a cell that was changed in the plan and in the workbook.
package enum ConflictChoice: String, Sendable, CaseIterable {
    /// The plan's value stays.
    case plan
    /// The workbook's value goes into the plan.
    case workbook
}

extension Workbooks {
    /// Takes a workbook over as its preview says: one transaction, one step in history. Cells that are wrong and rows that are refused
    /// are left as they are, which `leavesWrong` says that somebody has seen. Every conflict needs a choice, made while the plan held
    /// the value in `seen`; `stale` where it holds another one by now.
    @discardableResult
    package func apply(
        _ id: WorkbookReturnID, choices: [String: ConflictChoice], seen: [String: String], leavesWrong: Bool,
        version: Int,
        _ locales: Locales, by member: Member
    ) async throws(TrackingError) -> Int {
        let opened = try await opened(id, member)
        guard opened.returned.status == .open else { throw .workspace(.notFound) }
        let words = WorkbookWords(locales.english, all: locales.all)
        let expected = try await store.read { try opened.preview(words, $0) }
        let actions = try await store.take(.action, max(1, expected.added.count))
        let reports = try await store.take(.progress, max(1, expected.changes.count + expected.conflicts.count))
        let comments = try await store.take(.comment, max(1, expected.changes.count + expected.conflicts.count))
        let statements = try await store.ids(
            "implementation-statement", expected.changes.count + expected.conflicts.count)
        let today = member.workspace.day(at: store.workspace.clock.milliseconds())
        return try await store.change(member) { change in
            let (preview, stock) = try opened.compared(words, change.connection)
            guard leavesWrong || (preview.wrong.isEmpty && preview.refused.isEmpty) else {
                throw WorkspaceError.invalid("wrong", "sheets.allowed.wrong")
            }
            var cells = preview.changes
            for conflict in preview.conflicts {
                guard let choice = choices[conflict.key] else {
                    throw WorkspaceError.invalid("conflict", "sheets.allowed.choice")
                }
                guard seen[conflict.key] ?? "" == conflict.now ?? "" else {
                    throw WorkspaceError.stale(
                        Subject(conflict.kind.subject, conflict.id), version: opened.returned.version)
                }
                if choice == .workbook { cells.append(conflict) }
            }
            guard expected.added.count >= preview.added.count else {
                throw WorkspaceError.stale(Subject(.workbookReturn, id.value), version: opened.returned.version)
            }
            var work = ReturnWork(
                opened, stock, actions: actions, reports: reports, comments: comments,
                statements: statements, today: today)
            try work.take(cells, &change)
            try work.add(preview.added, &change)
            var returned = opened.returned
            try Self.close(&returned, .applied, version, cells.count + preview.added.count, &change)
            return cells.count + preview.added.count
        }
    }
}

/// Writes what a workbook says into the plan, within one transaction.
struct ReturnWork {
    private let opened: OpenedReturn
    private let stock: WorkbookStock
    private var actions: Range<Int64>
    private var reports: Range<Int64>
    private var comments: Range<Int64>
    private var statements: Range<Int64>
    private let today: CalendarDate

    init(
        _ opened: OpenedReturn, _ stock: WorkbookStock, actions: Range<Int64>, reports: Range<Int64>,
        comments: Range<Int64>, statements: Range<Int64>, today: CalendarDate
    ) {
        self.opened = opened
        self.stock = stock
        self.actions = actions
        self.reports = reports
        self.comments = comments
        self.statements = statements
        self.today = today
    }

    /// The workbook's name: the reason that history gives.
    private var source: String { opened.returned.name }

    mutating func take(_ cells: [ReturnPreview.Cell], _ change: inout WorkspaceChange) throws {
        var work = try PlanWork(why: source, limit: opened.book.institution, change.connection, change.workspace)
        let byRow = Dictionary(grouping: cells) { Subject($0.kind.subject, $0.id) }
        for (subject, cells) in byRow.sorted(by: {
            ($0.key.kind.rawValue, $0.key.id) < ($1.key.kind.rawValue, $1.key.id)
        }) {
            if subject.kind == .action {
                try takeAction(subject.id, cells, &work, &change)
            } else {
                try takeRecommendation(subject.id, cells, &work, &change)
            }
        }
    }

    private mutating func takeAction(
        _ id: Int64, _ cells: [ReturnPreview.Cell], _ work: inout PlanWork, _ change: inout WorkspaceChange
    ) throws {
        guard let action = stock.actions[id] else { throw WorkspaceError.notFound }
        var changes = ActionChanges()
        for cell in cells {
            switch cell.field {
            case .title: changes.title = .set(cell.new ?? "")
            case .description: changes.description = .set(cell.new ?? "")
            case .lead: changes.common.lead = .set(cell.new.flatMap { InstitutionID($0) })
            case .status:
                if let status = cell.new.flatMap({ ActionStatus(rawValue: $0) }) {
                    changes.common.status = .set(status)
                }
            case .starts: changes.common.starts = .set(cell.new.flatMap { CalendarDate($0) })
            case .due: changes.common.due = .set(cell.new.flatMap { CalendarDate($0) })
            default: break
            }
        }
        if changes != ActionChanges() {
            try work.check(changes.common)
            let edit = changes
            try work.edit(Action.self, [id], version: action.version, &change) { try $0.apply(edit) }
        }
        let reported = cells.filter { [.said, .obstacle, .percent].contains($0.field) }
        guard !reported.isEmpty else { return }
        var status = action.status
        if case .set(let new) = changes.common.status { status = new }
        try report(action, status, reported, &change)
    }

    /// One report of an action, institution and period: what is there and open is changed, else it is made. It is submitted, as whoever
    /// sends a workbook reports.
    private mutating func report(
        _ action: Action, _ status: ActionStatus, _ cells: [ReturnPreview.Cell], _ change: inout WorkspaceChange
    ) throws {
        guard let reporter = opened.book.institution ?? action.lead else { return }
        let old = stock.reports[action.number]
        var content = old?.content ?? ProgressReport.Content(said: "", status: status)
        content.status = status
        for cell in cells {
            switch cell.field {
            case .said: content.said = cell.new ?? ""
            case .obstacle: content.obstacle = cell.new
            default: content.percent = cell.new.flatMap { Int($0) }
            }
        }
        try content.check()
        var new: ProgressReport
        if let old {
            new = old
            new.content = content
        } else {
            guard let id = reports.popFirst() else { throw WorkspaceError.notFound }
            new = ProgressReport(
                id: ProgressReportID(id), workspace: change.workspace, action: action.id, institution: reporter,
                starts: opened.period.starts, ends: opened.period.ends, content: content, author: change.member.name,
                made: change.at)
        }
        new.clearance = try new.clearance.taking(
            .submitted, change.member, institution: reporter, writing: .reportProgress, at: change.at, note: nil)
        if let old {
            guard try ProgressReportRow.update(new, from: old.version, change.connection) else {
                throw WorkspaceError.stale(old.subject, version: old.version + 1)
            }
        } else {
            try ProgressReportRow.insert(new, change.connection)
        }
        keep(old, new, &change)
    }

    private func keep(_ old: ProgressReport?, _ new: ProgressReport, _ change: inout WorkspaceChange) {
        let subject = new.subject
        change.field(subject, "said", from: old?.content.said, to: new.content.said, why: source)
        change.field(subject, "obstacle", from: old?.content.obstacle, to: new.content.obstacle, why: source)
        change.field(
            subject, "status", from: old?.content.status.rawValue, to: new.content.status.rawValue, why: source)
        change.field(
            subject, "percent", from: old?.content.percent.map { "\($0)" }, to: new.content.percent.map { "\($0)" },
            why: source)
        change.field(subject, "clearance", from: old?.clearance.step.rawValue, to: new.clearance.step.rawValue)
        change.did(old == nil ? "progress.report" : "progress.edit", subject)
    }

    private mutating func takeRecommendation(
        _ id: Int64, _ cells: [ReturnPreview.Cell], _ work: inout PlanWork, _ change: inout WorkspaceChange
    ) throws {
        guard let planned = stock.planned[id] else { throw WorkspaceError.notFound }
        var changes = PlanChanges()
        for cell in cells {
            switch cell.field {
            case .lead: changes.lead = .set(cell.new.flatMap { InstitutionID($0) })
            case .due: changes.due = .set(cell.new.flatMap { CalendarDate($0) })
            case .standing: changes.standing = .set(cell.new.flatMap { ImplementationStatus(rawValue: $0) })
            case .comment: if let text = cell.new { try say(text, planned, &change) }
            default: break
            }
        }
        guard !changes.isEmpty else { return }
        try work.check(changes)
        let edit = changes
        try work.edit(PlannedRecommendation.self, [id], version: planned.version, &change) { try $0.apply(edit) }
        if case .set(let status?) = changes.standing { try state(status, planned, &change) }
    }

    /// A status is said on a day and with a reason, wherever it is set: here the day it was taken over, and the workbook's name.
    private mutating func state(
        _ status: ImplementationStatus, _ planned: PlannedRecommendation, _ change: inout WorkspaceChange
    ) throws {
        guard let id = statements.popFirst() else { throw WorkspaceError.notFound }
        try ImplementationRow.insert(
            ImplementationStatement(
                id: ImplementationStatementID(id), workspace: change.workspace, commitment: planned.commitment,
                planned: planned.id, status: status, reason: source, stated: today, author: change.member.name,
                made: change.at), change.connection)
        change.did("implementation.state", planned.subject, detail: "{\"status\":\"\(status.rawValue)\"}")
    }

    private mutating func say(
        _ text: String, _ planned: PlannedRecommendation, _ change: inout WorkspaceChange
    ) throws {
        guard let id = comments.popFirst() else { throw WorkspaceError.notFound }
        let comment = Comment(
            id: CommentID(id), workspace: change.workspace, subject: planned.subject, said: text, isInternal: true,
            authorID: change.member.account, author: change.member.name,
            institution: opened.book.institution ?? change.member.institution, made: change.at)
        try CommentRow.insert(comment, change.connection)
        change.field(comment.own, "said", from: nil, to: text, why: source)
        change.did("comment.add", comment.own)
    }

    mutating func add(_ added: [ReturnPreview.Added], _ change: inout WorkspaceChange) throws {
        guard !added.isEmpty else { return }
        var work = try PlanWork(why: source, limit: opened.book.institution, change.connection, change.workspace)
        let new = try added.map { one in
            guard let id = actions.popFirst() else { throw WorkspaceError.notFound }
            return Action(
                id: ActionID(id), workspace: change.workspace, commitment: one.commitment,
                title: try PlanLimits.title(one.title), description: try PlanLimits.description(one.description),
                lead: one.lead, status: one.status, starts: one.starts, due: one.due)
        }
        try work.add(new, &change)
    }
}
