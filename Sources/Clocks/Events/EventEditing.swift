package import Domain
import People
import Store

/// What a person says of an event.
package struct EventDraft: Hashable, Sendable {
    package var kind: ClockEventKind
    package var mechanism: MechanismCode?
    package var number: Int?
    package var title: String
    package var day: CalendarDate?
    package var document: String

    package init(
        kind: ClockEventKind, mechanism: MechanismCode? = nil, number: Int? = nil, title: String = "",
        day: CalendarDate?, document: String = ""
    ) {
        self.kind = kind
        self.mechanism = mechanism
        self.number = number
        self.title = title
        self.day = day
        self.document = document
    }
}

extension Clocks {
    /// What starts the workspace's clocks; outside government without what is confidential.
    package func events(_ member: Member) async throws(WorkspaceError) -> [ClockEvent] {
        try member.require(.seeWorkspace)
        let isGovernment = member.role.isGovernment
        let found = try await store.read { try ClockEventRow.all(member.workspace.id, $0) }
        return isGovernment ? found : found.filter { $0.kind.audience == .everyone }
    }

    package func event(_ id: Int64, _ member: Member) async throws(WorkspaceError) -> ClockEvent {
        guard let found = try await events(member).first(where: { $0.id == id }) else { throw .notFound }
        return found
    }

    /// Adds an event, and the deadlines that follow.
    package func add(_ draft: EventDraft, by member: Member) async throws(WorkspaceError) -> ClockEvent {
        try member.require(.manageDeadlines)
        var event = try await checked(draft)
        event.id = try await store.take(.clockEvent).lowerBound
        event.cause = "own/\(event.id)"
        let (new, reference, today) = (event, reference, today(in: member.workspace))
        return try await store.change(member) { change in
            try ClockEventRow.insert(new, change.workspace, change.connection)
            change.did("clock-event.add", Subject(.clockEvent, new.id))
            try Self.refresh(&change, reference, today)
            return new
        }
    }

    /// Moves an event. Computed dates move with it; what a document prints, a person fixed or what is done stays.
    package func move(
        _ id: Int64, to day: CalendarDate?, title: String, document: String, version: Int, why: String,
        by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.manageDeadlines)
        let moved = try await event(id, member)
        let draft = EventDraft(
            kind: moved.kind, mechanism: moved.mechanism, number: moved.number, title: title, day: day,
            document: document)
        let checked = try await checked(draft)
        let reason = try Self.checked(why, "why", Self.reasonMax, isEmptyFine: true)
        let (reference, today) = (reference, today(in: member.workspace))
        let subject = Subject(.clockEvent, id)
        try await store.change(member) { change in
            guard let known = try ClockEventRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            var next = known
            next.title = checked.title
            next.document = checked.document
            next.day = checked.day
            next.isFixed = known.isFixed || checked.day != known.day
            next.version = version
            guard try ClockEventRow.update(next, change.workspace, change.connection) else {
                throw WorkspaceError.stale(subject, version: known.version)
            }
            let said = reason.isEmpty ? nil : reason
            change.field(subject, "day", from: known.day.description, to: next.day.description, why: said)
            change.field(subject, "title", from: known.title, to: next.title, why: said)
            change.field(subject, "document", from: known.document, to: next.document, why: said)
            change.did("clock-event.move", subject)
            try Self.refresh(&change, reference, today)
        }
    }

    /// Takes an event out; what was computed from it goes with it, what is done stays.
    package func withdraw(event id: Int64, version: Int, why: String, by member: Member) async throws(WorkspaceError) {
        try member.require(.manageDeadlines)
        let reason = try Self.checked(why, "why", Self.reasonMax)
        let (reference, today) = (reference, today(in: member.workspace))
        let subject = Subject(.clockEvent, id)
        try await store.change(member) { change in
            guard let known = try ClockEventRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            guard try ClockEventRow.withdraw(id, version: version, change.workspace, change.connection) else {
                throw WorkspaceError.stale(subject, version: known.version)
            }
            change.field(subject, "status", from: "open", to: "withdrawn", why: reason)
            change.did("clock-event.withdraw", subject)
            try Self.refresh(&change, reference, today)
        }
    }

    func checked(_ draft: EventDraft) async throws(WorkspaceError) -> ClockEvent {
        guard let day = draft.day, day.year >= 1_945, day.year < 2_200 else {
            throw .invalid("day", "clocks.invalid.date")
        }
        try await check(mechanism: draft.mechanism)
        if let number = draft.number, !(1...999).contains(number) { throw .invalid("number", "clocks.invalid.number") }
        let title = try Self.checked(draft.title, "title", Self.titleMax, isEmptyFine: true)
        let document = try Self.checked(draft.document, "document", 200, isEmptyFine: true)
        return ClockEvent(
            cause: "", kind: draft.kind, mechanism: draft.mechanism, number: draft.number,
            title: title.isEmpty ? nil : title, day: day, document: document.isEmpty ? nil : document, isFixed: true)
    }
}
