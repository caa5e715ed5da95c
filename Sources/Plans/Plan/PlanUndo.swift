package import Domain
import People
import Store

/// What taking a step of work back would do, or did.
package struct PlanUndo: Sendable {
    package var batch: FieldChangeID
    package var by: String
    /// Fixed-width UTC instant.
    package var at: String
    package var why: String?
    /// Fields that still hold what the step made of them.
    package var open: [FieldChange]
    /// Fields that were changed again since, or cannot be as they were; they stay as they are.
    package var overtaken: [FieldChange]
    /// What else came with the step and is not taken back with it: reports of progress, comments. They are changed on their own pages.
    package var staying: [Subject] = []
}

extension Plans {
    /// Kinds of objects whose fields can be taken back here.
    package static let undoKinds: Set<SubjectKind> = [.commitment, .plannedRecommendation, .action, .milestone]

    /// What would be taken back. `notFound` where there is no such step in this workspace or it was none of the plan.
    package func undoPreview(_ batch: FieldChangeID, _ member: Member) async throws(WorkspaceError) -> PlanUndo {
        try member.require(.seeHistory)
        let limit = try member.limit(.editPlan)
        return try await store.read { connection in
            try PlanUndoing(batch: batch, member.workspace.id, limit, connection).undo
        }
    }

    /// Takes a whole step back in one batch of its own: every field that still holds what the step made of it. `stale` where none does.
    @discardableResult
    package func undo(
        batch: FieldChangeID, why: String? = nil, by member: Member
    ) async throws(WorkspaceError) -> PlanChangeResult {
        try member.require(.seeHistory)
        let limit = try member.limit(.editPlan)
        let why = try PlanReason.checked(why)
        return try await finished(member) { change in
            let undoing = try PlanUndoing(batch: batch, change.workspace, limit, change.connection)
            var work = try PlanWork(why: why, limit: limit, change.connection, change.workspace)
            try undoing.take(&work, &change)
            return work
        }
    }

    /// Takes one change of one field back. `stale` where the field holds something else now.
    @discardableResult
    package func undo(
        _ one: FieldChange, why: String? = nil, by member: Member
    ) async throws(WorkspaceError) -> PlanChangeResult {
        try member.require(.seeHistory)
        let limit = try member.limit(.editPlan)
        let why = try PlanReason.checked(why)
        return try await finished(member) { change in
            let undoing = try PlanUndoing([one], change.workspace, limit, change.connection)
            var work = try PlanWork(why: why, limit: limit, change.connection, change.workspace)
            try undoing.take(&work, &change)
            return work
        }
    }
}

/// Changes that are to be taken back, checked against what holds now.
struct PlanUndoing {
    private(set) var undo: PlanUndo
    private var versions: [Subject: Int] = [:]

    init(
        batch: FieldChangeID, _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws {
        let changes = try FieldChangeRow.batch(batch, workspace, connection)
        try self.init(changes.filter { Plans.undoKinds.contains($0.subject.kind) }, workspace, limit, connection)
        var seen: Set<Subject> = []
        undo.staying = changes.map(\.subject).filter {
            ($0.kind == .progress || $0.kind == .comment) && seen.insert($0).inserted
        }
    }

    init(
        _ changes: [FieldChange], _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws {
        guard let first = changes.first else { throw WorkspaceError.notFound }
        undo = PlanUndo(batch: first.batch, by: first.by, at: first.at, why: first.why, open: [], overtaken: [])
        let wanted = Self.reversible(changes)
        try sort(wanted, Commitment.self, workspace, limit, connection)
        try sort(wanted, PlannedRecommendation.self, workspace, limit, connection)
        try sort(wanted, Action.self, workspace, limit, connection)
        try sort(wanted, Milestone.self, workspace, limit, connection)
        guard !undo.open.isEmpty || !undo.overtaken.isEmpty else { throw WorkspaceError.notFound }
    }

    /// Of an object that came into the plan, only that is taken back; its fields keep what was written into them.
    private static func reversible(_ changes: [FieldChange]) -> [FieldChange] {
        let entered = Set(changes.filter { $0.field == "plan" && $0.old == nil }.map(\.subject))
        return changes.filter { !entered.contains($0.subject) || $0.field == "plan" }
    }

    private mutating func sort<Object: PlanObject>(
        _ changes: [FieldChange], _ type: Object.Type, _ workspace: WorkspaceID, _ limit: InstitutionID?,
        _ connection: any ReadConnection
    ) throws {
        let own = changes.filter { $0.subject.kind == Object.kind }
        guard !own.isEmpty else { return }
        let objects = try Object.find(own.map(\.subject.id), workspace, reach: limit, connection)
        var byNumber = Dictionary(objects.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        let blocked = try Self.blocked(own, objects, workspace, connection)
        for change in own {
            guard var object = byNumber[change.subject.id] else { continue }
            versions[change.subject] = object.version
            let now = object.fields.first { $0.name == change.field }?.text
            guard now == change.new, !blocked.contains(change.subject), object.put(change.field, change.old),
                (try? object.validated()) != nil
            else {
                undo.overtaken.append(change)
                continue
            }
            byNumber[change.subject.id] = object
            undo.open.append(change)
        }
    }

    /// Recommendations that cannot come in again, because they stand in the plan elsewhere meanwhile.
    private static func blocked(
        _ changes: [FieldChange], _ objects: [any PlanObject], _ workspace: WorkspaceID,
        _ connection: any ReadConnection
    ) throws -> Set<Subject> {
        let returning = Set(changes.filter { $0.field == "plan" && $0.old != nil }.map(\.subject))
        let planned = objects.compactMap { $0 as? PlannedRecommendation }.filter {
            returning.contains($0.subject) && $0.isWithdrawn
        }
        let free = Set(try PlanTaking.free(planned, workspace, connection).map(\.subject))
        return Set(planned.map(\.subject)).subtracting(free)
    }

    /// Takes back what is open.
    func take(_ work: inout PlanWork, _ change: inout WorkspaceChange) throws {
        guard !undo.open.isEmpty else {
            let subject = undo.overtaken[0].subject
            throw WorkspaceError.stale(subject, version: versions[subject] ?? 0)
        }
        let reverses = Dictionary(
            undo.open.map { (PlanUndoKey($0.subject, $0.field), $0.id) }, uniquingKeysWith: { first, _ in first })
        work.isReturning = true
        try take(PlannedRecommendation.self, reverses, &work, &change)
        try take(Milestone.self, reverses, &work, &change)
        try take(Action.self, reverses, &work, &change)
        try take(Commitment.self, reverses, &work, &change)
    }

    private func take<Object: PlanObject>(
        _ type: Object.Type, _ reverses: [PlanUndoKey: FieldChangeID], _ work: inout PlanWork,
        _ change: inout WorkspaceChange
    ) throws {
        let fields = Dictionary(grouping: undo.open.filter { $0.subject.kind == Object.kind }, by: \.subject.id)
        guard !fields.isEmpty else { return }
        try work.edit(Object.self, Array(fields.keys), reverses: reverses, &change) { object in
            for one in fields[object.number] ?? [] where !object.put(one.field, one.old) {
                throw WorkspaceError.stale(one.subject, version: object.version)
            }
            try object.validated()
        }
    }
}
