package import Domain
import People
import Reference
import Store

/// What a person says of a rule.
package struct RuleDraft: Hashable, Sendable {
    /// Empty: as shipped; a rule of the workspace's own needs one.
    package var title: String
    package var event: ClockEventKind
    package var mechanism: MechanismCode?
    package var kind: DeadlineKind
    package var offset: ClockOffset
    package var force: DeadlineForce
    package var source: String
    package var isDisabled: Bool
    package var why: String

    package init(
        title: String, event: ClockEventKind, mechanism: MechanismCode?, kind: DeadlineKind, offset: ClockOffset,
        force: DeadlineForce, source: String, isDisabled: Bool = false, why: String
    ) {
        self.title = title
        self.event = event
        self.mechanism = mechanism
        self.kind = kind
        self.offset = offset
        self.force = force
        self.source = source
        self.isDisabled = isDisabled
        self.why = why
    }
}

extension Clocks {
    /// The shipped rules and what the workspace changed or added.
    package func rules(_ member: Member) async throws(WorkspaceError) -> RuleBook {
        try member.require(.seeWorkspace)
        let shipped = reference.clockRules
        return try await store.read { connection in
            RuleBook(shipped: shipped, changes: try ClockRuleRow.all(member.workspace.id, connection))
        }
    }

    /// A draft made into what would be kept. `code` nil: a rule of the workspace's own.
    package func checked(
        _ draft: RuleDraft, code: String?, version: Int, by member: Member
    ) async throws(WorkspaceError) -> RuleChange {
        try member.require(.manageDeadlines)
        try await check(mechanism: draft.mechanism)
        guard ClockOffset.counts.contains(draft.offset.count) else { throw .invalid("count", "clocks.invalid.count") }
        let book = try await rules(member)
        let known = try code.map { code throws(WorkspaceError) in
            guard let entry = book.entry(code) else { throw WorkspaceError.notFound }
            return entry
        }
        let title = try Self.checked(draft.title, "title", Self.titleMax, isEmptyFine: known?.shipped != nil)
        let source = try Self.checked(draft.source, "source", 1_000)
        let why = try Self.checked(draft.why, "why", Self.reasonMax)
        let id: Int64
        if let change = known?.change { id = change.id } else { id = try await store.take(.clockRule).lowerBound }
        var rule = ClockRule(
            code: code ?? "own-\(id)", title: title, event: known?.rule.event ?? draft.event,
            mechanism: known?.rule.mechanism ?? draft.mechanism, kind: known?.rule.kind ?? draft.kind,
            offset: draft.offset, force: draft.force, source: source)
        if title.isEmpty { rule.title = nil }
        rule.isDisabled = draft.isDisabled
        return RuleChange(
            id: id, rule: rule, why: why, by: member.name, at: store.clock.instant, version: version + 1)
    }

    /// Keeps a rule and lets the deadlines follow. A shipped rule stays visible beside it.
    package func put(_ rule: RuleChange, by member: Member) async throws(WorkspaceError) {
        try member.require(.manageDeadlines)
        let (reference, today) = (reference, today(in: member.workspace))
        let subject = Subject(.clockRule, rule.id)
        try await store.change(member) { change in
            let before = try ClockRuleRow.all(change.workspace, change.connection).first {
                $0.rule.code == rule.rule.code
            }
            guard try ClockRuleRow.put(rule, change.workspace, change.connection) else {
                throw WorkspaceError.stale(Subject(.clockRule, before?.id ?? rule.id), version: before?.version ?? 1)
            }
            let shipped = reference.clockRules.first { $0.code == rule.rule.code }.map { ClockRule($0) }
            change.keep(before?.rule ?? shipped, rule.rule, subject, why: rule.why)
            change.did("clock-rule.put", subject)
            try Self.refresh(&change, reference, today)
        }
    }

    /// Takes a workspace's change back: the shipped rule holds again, an own rule is gone.
    package func removeRule(_ code: String, version: Int, by member: Member) async throws(WorkspaceError) {
        try member.require(.manageDeadlines)
        let (reference, today) = (reference, today(in: member.workspace))
        try await store.change(member) { change in
            guard
                let known = try ClockRuleRow.all(change.workspace, change.connection).first(where: {
                    $0.rule.code == code
                })
            else { throw WorkspaceError.notFound }
            let subject = Subject(.clockRule, known.id)
            guard try ClockRuleRow.remove(known.id, version: version, change.workspace, change.connection) else {
                throw WorkspaceError.stale(subject, version: known.version)
            }
            change.field(subject, "rule", from: known.rule.summary, to: nil)
            change.did("clock-rule.remove", subject)
            try Self.refresh(&change, reference, today)
        }
    }
}

extension ClockRule {
    /// Count, unit and force in one line, for the history.
    var summary: String { "\(offset.count) \(offset.unit.rawValue) \(force.rawValue)\(isDisabled ? " off" : "")" }
}

extension WorkspaceChange {
    mutating func keep(_ from: ClockRule?, _ to: ClockRule, _ subject: Subject, why: String) {
        field(subject, "rule", from: from?.summary, to: to.summary, why: why)
        field(subject, "title", from: from?.title, to: to.title, why: why)
        field(subject, "source", from: from?.source, to: to.source, why: why)
    }
}
