package import Domain
package import People
import Store

/// Meetings of a workspace's committee.
package struct Meetings: Sendable {
    package static let meetingsMax = 500
    package static let itemsMax = 200
    package static let titleCharactersMax = 300
    package static let minutesCharactersMax = 20_000

    let store: WorkspaceStore

    package init(_ store: WorkspaceStore) { self.store = store }

    /// Latest day first.
    package func all(_ member: Member) async throws(WorkspaceError) -> [Meeting] {
        try member.require(.seeMeetings)
        let workspace = member.workspace.id
        return try await store.read { try MeetingRow.all(workspace, limit: Self.meetingsMax, $0) }
    }

    package func find(_ id: MeetingID, _ member: Member) async throws(WorkspaceError) -> MeetingRecord {
        try member.require(.seeMeetings)
        let workspace = member.workspace.id
        return try await store.read { connection in
            guard let meeting = try MeetingRow.find(id, workspace, connection) else { throw WorkspaceError.notFound }
            return MeetingRecord(
                meeting: meeting,
                items: try AgendaItemRow.all(id, workspace, connection).filter { !$0.isWithdrawn },
                decisions: try DecisionRow.all(meeting: id, workspace, connection).filter { !$0.isWithdrawn })
        }
    }

    package func add(
        _ title: String, on day: CalendarDate, begins: String = "", room: String = "", by member: Member
    ) async throws(WorkspaceError) -> Meeting {
        try member.require(.manageMeetings)
        let id = MeetingID(try await store.take(.meeting).lowerBound)
        let meeting = try Self.checked(
            Meeting(
                id: id, workspace: member.workspace.id, title: title, day: day, begins: begins, room: room))
        try await store.change(member) { change in
            try MeetingRow.insert(meeting, change.connection)
            change.did("meeting.add", meeting.subject)
        }
        return meeting
    }

    /// Writes everything of a meeting but its agenda, as of `meeting.version`.
    package func edit(_ meeting: Meeting, by member: Member) async throws(WorkspaceError) {
        try member.require(.manageMeetings)
        let new = try Self.checked(meeting)
        try await store.change(member) { change in
            guard let old = try MeetingRow.find(new.id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            change.field(new.subject, "title", from: old.title, to: new.title)
            change.field(new.subject, "day", from: old.day.description, to: new.day.description)
            change.field(new.subject, "begins", from: old.begins, to: new.begins)
            change.field(new.subject, "room", from: old.room, to: new.room)
            change.field(new.subject, "status", from: old.status.rawValue, to: new.status.rawValue)
            change.field(new.subject, "present", from: old.present, to: new.present)
            change.field(new.subject, "minutes", from: old.minutes, to: new.minutes)
            try MeetingRow.update(new, version: meeting.version, change.connection)
            change.did("meeting.edit", new.subject)
        }
    }

    /// Puts items at the end of the agenda.
    package func add(
        _ drafts: [AgendaDraft], to id: MeetingID, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.manageMeetings)
        guard (1...Self.itemsMax).contains(drafts.count) else { throw .invalid("item", "meeting.itemNeeded") }
        for draft in drafts { try Self.check(draft.title, draft.note) }
        let ids = try await store.take(.meetingItem, drafts.count)
        try await store.change(member) { change in
            guard let meeting = try MeetingRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            let known = try AgendaItemRow.all(id, change.workspace, change.connection)
            guard known.count + drafts.count <= Self.itemsMax else {
                throw WorkspaceError.invalid("item", "meeting.itemsMany")
            }
            var place = known.map(\.place).max() ?? 0
            for (itemID, draft) in zip(ids, drafts) {
                place += 1
                try AgendaItemRow.insert(
                    AgendaItem(
                        id: AgendaItemID(itemID), meeting: id, place: place, title: draft.title.trimmingWhitespace,
                        note: draft.note.trimmingWhitespace, minutes: "", about: draft.about, isWithdrawn: false,
                        version: 1), change.workspace, change.connection)
            }
            change.did("meeting.agenda", meeting.subject, detail: "{\"items\":\(drafts.count)}")
        }
    }

    /// Writes an item as of `item.version`: place, title, note, minutes, or takes it off the agenda.
    package func edit(_ item: AgendaItem, by member: Member) async throws(WorkspaceError) {
        try member.require(.manageMeetings)
        try Self.check(item.title, item.note)
        guard item.minutes.count <= Self.minutesCharactersMax else {
            throw .invalid("minutes", "meeting.minutesLength")
        }
        try await store.change(member) { change in
            let known = try AgendaItemRow.all(item.meeting, change.workspace, change.connection)
            guard let old = known.first(where: { $0.id == item.id }) else { throw WorkspaceError.notFound }
            change.field(item.subject, "place", from: "\(old.place)", to: "\(item.place)")
            change.field(item.subject, "title", from: old.title, to: item.title)
            change.field(item.subject, "note", from: old.note, to: item.note)
            change.field(item.subject, "minutes", from: old.minutes, to: item.minutes)
            change.field(
                item.subject, "withdrawn", from: old.isWithdrawn ? "yes" : "no", to: item.isWithdrawn ? "yes" : "no")
            try AgendaItemRow.update(item, version: item.version, change.workspace, change.connection)
            change.did("meeting.item", item.subject)
        }
    }

    private static func checked(_ meeting: Meeting) throws(WorkspaceError) -> Meeting {
        var meeting = meeting
        meeting.title = meeting.title.trimmingWhitespace
        guard (1...titleCharactersMax).contains(meeting.title.count) else {
            throw .invalid("title", "meeting.titleLength")
        }
        guard meeting.day.day != nil else { throw .invalid("day", "round.wholeDay") }
        guard meeting.begins.count <= 40, meeting.room.count <= 300 else {
            throw .invalid("room", "meeting.titleLength")
        }
        guard meeting.minutes.count <= minutesCharactersMax, meeting.present.count <= minutesCharactersMax else {
            throw .invalid("minutes", "meeting.minutesLength")
        }
        return meeting
    }

    private static func check(_ title: String, _ note: String) throws(WorkspaceError) {
        guard (1...titleCharactersMax).contains(title.trimmingWhitespace.count) else {
            throw .invalid("title", "meeting.titleLength")
        }
        guard note.count <= 4_000 else { throw .invalid("note", "round.reasonLength") }
    }
}

extension Plans {
    package var meetings: Meetings { Meetings(store) }
}
