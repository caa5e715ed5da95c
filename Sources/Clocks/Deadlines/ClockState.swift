import Domain
import Reference
import Store

/// Everything that the deadlines of a workspace follow from, and how they stand.
struct ClockState: Sendable {
    var events: [ClockEvent]
    var changes: [RuleChange]
    var days: WorkingDays
    var record: RecordFacts
    /// By cause, whatever their status.
    var rows: [String: Deadline]
    /// Causes of events, withdrawn ones too.
    var causes: Set<String>
    let shipped: [ClockRuleFacts]
    let today: Day

    static func load(
        _ workspace: Workspace, _ reference: ReferenceFacts, _ today: Day, _ connection: any ReadConnection
    ) throws -> ClockState {
        ClockState(
            events: try ClockEventRow.all(workspace.id, connection),
            changes: try ClockRuleRow.all(workspace.id, connection),
            days: try ClockSettingsRow.workingDays(workspace.id, connection),
            record: try RecordFacts.load(workspace.mechanismState, reference, connection),
            rows: try DeadlineRow.byCause(workspace.id, connection),
            causes: try ClockEventRow.causes(workspace.id, connection), shipped: reference.clockRules, today: today)
    }

    /// What the record says of events that is not yet here.
    struct EventChanges {
        var new: [ClockEvent] = []
        var moved: [(from: ClockEvent, to: ClockEvent)] = []
    }

    /// Takes over what the record says; a day that a person set stays.
    mutating func takeRecord() -> EventChanges {
        var changes = EventChanges()
        for found in record.events {
            guard let index = events.firstIndex(where: { $0.cause == found.cause }) else {
                if !causes.contains(found.cause) {
                    changes.new.append(found)
                    events.append(found)
                }
                continue
            }
            let known = events[index]
            guard !known.isFixed, known.day != found.day else { continue }
            var moved = known
            moved.day = found.day
            changes.moved.append((known, moved))
            events[index] = moved
        }
        return changes
    }

    struct DeadlineChanges {
        var new: [Deadline] = []
        var changed: [(from: Deadline, to: Deadline)] = []
        /// Dates that would move, but that a person or a document fixed.
        var kept: [(row: Deadline, computed: CalendarDate)] = []

        var isEmpty: Bool { new.isEmpty && changed.isEmpty }
    }

    /// How the deadlines differ from what follows now. What was done, or said not to be needed, stays as it is.
    func differences() -> DeadlineChanges {
        let derivation = Derivation(
            rules: RuleBook(shipped: shipped, changes: changes).rules, days: days, today: today)
        let derived = derivation.deadlines(events, record.followUps)
        var changes = DeadlineChanges()
        for deadline in derived {
            guard let row = rows[deadline.cause] else {
                if !derivation.isMoot(deadline, events) { changes.new.append(deadline) }
                continue
            }
            compare(row, deadline, &changes)
        }
        let causes = Set(derived.map(\.cause))
        let lost = rows.values.filter { $0.status == .open && $0.isDerived && !causes.contains($0.cause) }
        for row in lost.sorted(by: { $0.id < $1.id }) {
            var withdrawn = row
            withdrawn.status = .withdrawn
            changes.changed.append((row, withdrawn))
        }
        return changes
    }

    private func compare(_ row: Deadline, _ derived: Deadline, _ changes: inout DeadlineChanges) {
        guard row.status == .open || row.status == .withdrawn else { return }
        guard row.isDerived else {
            if row.status == .open, row.due != derived.due { changes.kept.append((row, derived.due)) }
            return
        }
        var next = row
        next.status = .open
        next.due = derived.due
        next.origin = derived.origin
        next.source = derived.source
        next.force = derived.force
        next.title = derived.title
        next.event = derived.event ?? row.event
        if next != row { changes.changed.append((row, next)) }
    }
}
