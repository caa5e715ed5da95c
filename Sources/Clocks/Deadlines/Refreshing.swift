package import Domain
import People
import Reference
import Store

extension Clocks {
    /// What came of looking again.
    package struct Refreshed: Hashable, Sendable {
        package var new = 0
        package var changed = 0

        package init() {}

        init(new: Int, changed: Int) {
            self.new = new
            self.changed = changed
        }
    }

    /// Lets the deadlines of a workspace follow the record, its rules and its events. Doing it again changes nothing.
    @discardableResult
    package func refresh(_ workspace: Workspace) async throws(WorkspaceError) -> Refreshed {
        let (reference, today) = (reference, today(in: workspace))
        let isSettled = try await store.read { connection in
            var state = try ClockState.load(workspace, reference, today, connection)
            let events = state.takeRecord()
            return events.new.isEmpty && events.moved.isEmpty && events.gone.isEmpty && state.differences().isEmpty
        }
        if isSettled { return Refreshed() }
        return try await store.change(Member.keeper("system", of: workspace)) { change in
            try Self.refresh(&change, reference, today)
        }
    }

    /// The same within a change that moved something.
    @discardableResult
    static func refresh(
        _ change: inout WorkspaceChange, _ reference: ReferenceFacts, _ today: Day
    ) throws -> Refreshed {
        let workspace = change.member.workspace
        try WorkspaceLock.take(change)
        var state = try ClockState.load(workspace, reference, today, change.connection)
        var events = state.takeRecord()
        try write(&events, &state, &change)
        let differences = state.differences()
        if !differences.new.isEmpty {
            let ids = try IDAllocator.take(SubjectKind.deadline.rawValue, differences.new.count, change.connection)
            var rows = differences.new
            for (index, id) in ids.enumerated() { rows[index].id = id }
            try DeadlineRow.insert(rows, workspace.id, at: change.at, change.connection)
            for row in rows { change.did("deadline.add", Subject(.deadline, row.id)) }
        }
        for (from, to) in differences.changed {
            guard try DeadlineRow.update(to, workspace.id, at: change.at, change.connection) else {
                throw WorkspaceError.stale(Subject(.deadline, from.id), version: from.version + 1)
            }
            change.keep(from, to, why: nil)
            change.did("deadline.change", Subject(.deadline, from.id))
        }
        return Refreshed(new: differences.new.count, changed: differences.changed.count)
    }

    private static func write(
        _ events: inout ClockState.EventChanges, _ state: inout ClockState, _ change: inout WorkspaceChange
    ) throws {
        if !events.new.isEmpty {
            let ids = try IDAllocator.take(SubjectKind.clockEvent.rawValue, events.new.count, change.connection)
            for (index, id) in ids.enumerated() {
                events.new[index].id = id
                try ClockEventRow.insert(events.new[index], change.workspace, change.connection)
                change.did("clock-event.add", Subject(.clockEvent, id))
                if let place = state.events.firstIndex(where: { $0.cause == events.new[index].cause }) {
                    state.events[place].id = id
                }
            }
        }
        for event in events.gone {
            let subject = Subject(.clockEvent, event.id)
            guard
                try ClockEventRow.withdraw(event.id, version: event.version, change.workspace, change.connection)
            else { throw WorkspaceError.stale(subject, version: event.version + 1) }
            change.field(subject, "withdrawn", from: "no", to: "yes")
            change.did("clock-event.withdraw", subject)
        }
        for (from, to) in events.moved {
            guard try ClockEventRow.update(to, change.workspace, change.connection) else {
                throw WorkspaceError.stale(Subject(.clockEvent, from.id), version: from.version + 1)
            }
            change.field(Subject(.clockEvent, from.id), "day", from: from.day.description, to: to.day.description)
            change.did("clock-event.move", Subject(.clockEvent, from.id))
        }
    }

    /// The day it is where the workspace works.
    package func today(in workspace: Workspace) -> Day {
        LocalTime(milliseconds: store.clock.milliseconds(), zone: workspace.timeZone).day
    }
}

extension WorkspaceChange {
    /// Keeps what differs between two states of a deadline.
    mutating func keep(_ from: Deadline, _ to: Deadline, why: String?) {
        let subject = Subject(.deadline, from.id)
        field(subject, "title", from: from.title, to: to.title, why: why)
        field(subject, "due", from: from.due.description, to: to.due.description, why: why)
        field(subject, "origin", from: from.origin.rawValue, to: to.origin.rawValue, why: why)
        field(subject, "source", from: from.source, to: to.source, why: why)
        field(subject, "force", from: from.force.rawValue, to: to.force.rawValue, why: why)
        field(
            subject, "institution", from: from.institution.map { "\($0)" }, to: to.institution.map { "\($0)" }, why: why
        )
        field(subject, "account", from: from.account.map { "\($0)" }, to: to.account.map { "\($0)" }, why: why)
        field(subject, "status", from: from.status.rawValue, to: to.status.rawValue, why: why)
        field(subject, "closed", from: from.closed?.description, to: to.closed?.description, why: why)
        field(subject, "reason", from: from.reason, to: to.reason, why: why)
    }
}
