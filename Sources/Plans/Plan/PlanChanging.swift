package import Domain
package import People
import Reference
package import Store

extension Plans {
    /// Does one step of work on many rows: one batch in history, one audit entry a row, one message an institution. All or nothing.
    @discardableResult
    package func change(
        _ selection: PlanSelection, _ changes: PlanChanges, why: String? = nil, by member: Member
    ) async throws(WorkspaceError) -> PlanChangeResult {
        let limit = try member.limit(.editPlan)
        let why = try PlanReason.checked(why)
        let today = today(member.workspace)
        return try await finished(member) { change in
            let ids = try PlanListing.ids(selection, member.workspace.id, limit, today, change.connection)
            guard ids.count <= PlanSelection.rowsMax else { throw WorkspaceError.invalid("rows", "plan.allowed.rows") }
            var work = try PlanWork(why: why, limit: limit, change.connection, member.workspace.id)
            try work.check(changes)
            switch selection.rows {
            case .commitments: try work.edit(Commitment.self, ids, &change) { try $0.apply(changes) }
            case .recommendations: try work.edit(PlannedRecommendation.self, ids, &change) { try $0.apply(changes) }
            case .actions: try work.edit(Action.self, ids, &change) { try $0.apply(changes) }
            }
            return work
        }
    }

    /// Gives rows a lead and supporting institutions.
    @discardableResult
    package func assign(
        _ selection: PlanSelection, lead: Edit<InstitutionID?>, supporting: SupportEdit = .keep, why: String? = nil,
        by member: Member
    ) async throws(WorkspaceError) -> PlanChangeResult {
        var changes = PlanChanges()
        changes.lead = lead
        changes.supporting = supporting
        return try await change(selection, changes, why: why, by: member)
    }

    @discardableResult
    package func setDue(
        _ selection: PlanSelection, _ due: CalendarDate?, why: String? = nil, by member: Member
    ) async throws(WorkspaceError) -> PlanChangeResult {
        var changes = PlanChanges()
        changes.due = .set(due)
        return try await change(selection, changes, why: why, by: member)
    }

    @discardableResult
    package func setPriority(
        _ selection: PlanSelection, _ priority: Priority, why: String? = nil, by member: Member
    ) async throws(WorkspaceError) -> PlanChangeResult {
        var changes = PlanChanges()
        changes.priority = .set(priority)
        return try await change(selection, changes, why: why, by: member)
    }

    /// Runs a step of work, sends its messages, and finds the batch it left in history.
    @discardableResult
    func finished(
        _ member: Member, _ body: @Sendable @escaping (inout WorkspaceChange) throws -> PlanWork
    ) async throws(WorkspaceError) -> PlanChangeResult {
        let work = try await store.change(member) { change in
            var work = try body(&change)
            work.told = try PlanNotices.tell(work.news, &change)
            return work
        }
        var result = PlanChangeResult(changed: work.changed, unchanged: work.unchanged, told: work.told)
        if let subject = work.last {
            result.batch = try await store.read {
                try FieldChangeRow.of(subject, member.workspace.id, limit: 1, $0).first?.batch
            }
        }
        return result
    }
}

/// Why something is changed, as a person wrote it.
package enum PlanReason {
    package static let lengthMax = 1_000

    static func checked(_ why: String?) throws(WorkspaceError) -> String? {
        guard let why else { return nil }
        guard why.count <= lengthMax else { throw .invalid("why", "plan.allowed.why") }
        return why.allSatisfy(\.isWhitespace) ? nil : why
    }
}

/// What is done within one transaction.
package struct PlanWork: Sendable {
    package let why: String?
    package let limit: InstitutionID?
    package var changed = 0
    package var unchanged = 0
    package var told = 0
    /// The last object that changed.
    var last: Subject?
    /// Things go back to what they were: what depends on them does so by itself.
    var isReturning = false
    /// How many rows an institution has new, as lead or supporting.
    var news: [InstitutionID: Int] = [:]
    private var institutions: [InstitutionID: Institution] = [:]

    package init(
        why: String?, limit: InstitutionID? = nil, _ connection: any ReadConnection, _ workspace: WorkspaceID
    ) throws {
        self.why = why
        self.limit = limit
        for one in try InstitutionRow.all(workspace, connection) { institutions[one.id] = one }
    }

    /// Institutions must be there and not closed, dates must be days.
    package func check(_ changes: PlanChanges) throws(WorkspaceError) {
        if case .set(let lead?) = changes.lead { try check(lead, "lead") }
        switch changes.supporting {
        case .keep, .remove: break
        case .set(let all), .add(let all): for one in all { try check(one, "supporting") }
        }
        if case .set(let date) = changes.starts { try PlanLimits.day("starts", date) }
        if case .set(let date) = changes.due { try PlanLimits.day("due", date) }
    }

    private func check(_ id: InstitutionID, _ field: String) throws(WorkspaceError) {
        guard let found = institutions[id], !found.isClosed else { throw .invalid(field, "plan.allowed.institution") }
    }

    /// Changes objects by id; `notFound` where one is missing or out of reach, `stale` where somebody else was faster.
    package mutating func edit<Object: PlanObject>(
        _ type: Object.Type, _ ids: [Int64], version: Int? = nil, reverses: [PlanUndoKey: FieldChangeID] = [:],
        _ change: inout WorkspaceChange, _ body: (inout Object) throws -> Void
    ) throws {
        let old = try Object.find(ids, change.workspace, reach: limit, change.connection)
        guard old.count == Set(ids).count else { throw WorkspaceError.notFound }
        for before in old {
            if let version, before.version != version {
                throw WorkspaceError.stale(before.subject, version: before.version)
            }
            var after = before
            try body(&after)
            if after.fields == before.fields {
                unchanged += 1
                continue
            }
            guard try after.update(from: before, change.connection) else {
                throw WorkspaceError.stale(before.subject, version: before.version + 1)
            }
            keep(before, after, reverses, &change)
            try follow(before, after, &change)
        }
    }

    /// History, audit and news of a change.
    private mutating func keep<Object: PlanObject>(
        _ before: Object, _ after: Object, _ reverses: [PlanUndoKey: FieldChangeID], _ change: inout WorkspaceChange
    ) {
        for (old, new) in zip(before.fields, after.fields) where old.text != new.text {
            change.field(
                after.subject, new.name, from: old.text, to: new.text, why: why,
                reverses: reverses[PlanUndoKey(after.subject, new.name)])
        }
        change.did("\(Object.kind.rawValue).change", after.subject)
        changed += 1
        last = after.subject
        if let before = before as? any Assigned, let after = after as? any Assigned {
            tell(before.charged, after.charged)
        }
    }

    /// Makes objects that were not there.
    package mutating func add<Object: PlanObject>(_ objects: [Object], _ change: inout WorkspaceChange) throws {
        try Object.insert(objects, at: change.at, change.connection)
        for object in objects {
            for field in object.fields {
                change.field(object.subject, field.name, from: nil, to: field.text, why: why)
            }
            change.did("\(Object.kind.rawValue).add", object.subject)
            changed += 1
            last = object.subject
            if let object = object as? any Assigned { tell([], object.charged) }
        }
    }

    private mutating func tell(_ before: Set<InstitutionID>, _ after: Set<InstitutionID>) {
        for institution in after.subtracting(before) { news[institution, default: 0] += 1 }
    }

    /// What goes out of the plan takes its recommendations and actions with it; what comes in again, its recommendations.
    private mutating func follow(
        _ before: some PlanObject, _ after: some PlanObject, _ change: inout WorkspaceChange
    ) throws {
        guard let before = before as? Commitment, let after = after as? Commitment,
            before.isWithdrawn != after.isWithdrawn, after.isWithdrawn || !isReturning
        else { return }
        let out = after.isWithdrawn
        let planned = try PlannedRecommendation.of([after.id], change.workspace, change.connection)
            .filter { $0.isWithdrawn != out }
        let ids = out ? planned : try PlanTaking.free(planned, change.workspace, change.connection)
        let counted = changed
        if !ids.isEmpty {
            try edit(PlannedRecommendation.self, ids.map(\.number), &change) { $0.isWithdrawn = out }
        }
        if out {
            let actions = try Action.of([after.id], change.workspace, change.connection).filter { !$0.isWithdrawn }
            if !actions.isEmpty { try edit(Action.self, actions.map(\.number), &change) { $0.isWithdrawn = true } }
        }
        changed = counted
        last = after.subject
    }
}

/// One field of one object.
package struct PlanUndoKey: Hashable, Sendable {
    let subject: Subject
    let field: String

    init(_ subject: Subject, _ field: String) {
        self.subject = subject
        self.field = field
    }
}

/// What institutions have a part in.
private protocol Assigned {
    var charged: Set<InstitutionID> { get }
}

extension Commitment: Assigned {
    fileprivate var charged: Set<InstitutionID> {
        isWithdrawn ? [] : Set(supporting + (lead.map { [$0] } ?? []))
    }
}

extension PlannedRecommendation: Assigned {
    fileprivate var charged: Set<InstitutionID> { isWithdrawn ? [] : Set(lead.map { [$0] } ?? []) }
}

extension Action: Assigned {
    fileprivate var charged: Set<InstitutionID> {
        isWithdrawn ? [] : Set(supporting + (lead.map { [$0] } ?? []))
    }
}
