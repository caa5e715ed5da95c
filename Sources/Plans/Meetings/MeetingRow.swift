import Domain
import Store

/// Meetings, their agendas and decisions.
enum MeetingRow {
    private static let columns = "id, workspace_id, title, held, begins, room, status, present, minutes, version"

    static func insert(_ meeting: Meeting, _ connection: any WriteConnection) throws {
        try connection.execute(
            "INSERT INTO meeting (\(columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            [
                .int(meeting.id.value), .int(meeting.workspace.value), .text(meeting.title),
                .text(meeting.day.description), .text(meeting.begins), .text(meeting.room),
                .text(meeting.status.rawValue), .text(meeting.present), .text(meeting.minutes),
                .int(meeting.version),
            ])
    }

    /// Throws `stale` where the version is another.
    static func update(_ meeting: Meeting, version: Int, _ connection: any WriteConnection) throws {
        let changed = try connection.execute(
            """
            UPDATE meeting SET title = $4, held = $5, begins = $6, room = $7, status = $8, present = $9, minutes = $10,
                version = version + 1 WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(meeting.id.value), .int(meeting.workspace.value), .int(version), .text(meeting.title),
                .text(meeting.day.description), .text(meeting.begins), .text(meeting.room),
                .text(meeting.status.rawValue), .text(meeting.present), .text(meeting.minutes),
            ])
        guard changed == 0 else { return }
        guard let now = try find(meeting.id, meeting.workspace, connection) else { throw WorkspaceError.notFound }
        throw WorkspaceError.stale(meeting.subject, version: now.version)
    }

    static func find(_ id: MeetingID, _ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> Meeting? {
        try connection.first(
            "SELECT \(columns) FROM meeting WHERE id = $1 AND workspace_id = $2",
            [.int(id.value), .int(workspace.value)]
        ) { try read($0) }
    }

    /// Latest day first.
    static func all(_ workspace: WorkspaceID, limit: Int, _ connection: any ReadConnection) throws -> [Meeting] {
        try connection.all(
            "SELECT \(columns) FROM meeting WHERE workspace_id = $1 ORDER BY held DESC, id DESC LIMIT $2",
            [.int(workspace.value), .int(limit)]
        ) { try read($0) }
    }

    private static func read(_ row: any Row) throws -> Meeting {
        guard let day = CalendarDate(try row.text(3)) else {
            throw StoreError.corrupt(reason: "the day of meeting \(try row.int(0))")
        }
        return Meeting(
            id: MeetingID(try row.int(0)), workspace: WorkspaceID(try row.int(1)), title: try row.text(2), day: day,
            begins: try row.text(4), room: try row.text(5), status: try row.value(6, MeetingStatus.init(rawValue:)),
            present: try row.text(7), minutes: try row.text(8), version: Int(try row.int(9)))
    }
}

enum AgendaItemRow {
    private static let columns = "id, meeting_id, place, title, note, minutes, kind, subject_id, withdrawn, version"

    static func insert(_ item: AgendaItem, _ workspace: WorkspaceID, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO meeting_item (\(columns), workspace_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .int(item.id.value), .int(item.meeting.value), .int(item.place), .text(item.title), .text(item.note),
                .text(item.minutes), .optional(item.about?.kind.rawValue), .optional(item.about?.id),
                .flag(item.isWithdrawn), .int(item.version), .int(workspace.value),
            ])
    }

    static func update(
        _ item: AgendaItem, version: Int, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        let changed = try connection.execute(
            """
            UPDATE meeting_item SET place = $4, title = $5, note = $6, minutes = $7, withdrawn = $8,
                version = version + 1 WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(item.id.value), .int(workspace.value), .int(version), .int(item.place), .text(item.title),
                .text(item.note), .text(item.minutes), .flag(item.isWithdrawn),
            ])
        guard changed == 0 else { return }
        let now = try all(item.meeting, workspace, connection).first { $0.id == item.id }
        guard let now else { throw WorkspaceError.notFound }
        throw WorkspaceError.stale(item.subject, version: now.version)
    }

    /// In order; withdrawn ones too.
    static func all(
        _ meeting: MeetingID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [AgendaItem] {
        try connection.all(
            "SELECT \(columns) FROM meeting_item WHERE meeting_id = $1 AND workspace_id = $2 ORDER BY place, id",
            [.int(meeting.value), .int(workspace.value)]
        ) { row in
            let kind = try row.textOrNil(6).flatMap { SubjectKind(rawValue: $0) }
            let subject = try row.intOrNil(7)
            return AgendaItem(
                id: AgendaItemID(try row.int(0)), meeting: MeetingID(try row.int(1)), place: Int(try row.int(2)),
                title: try row.text(3), note: try row.text(4), minutes: try row.text(5),
                about: kind.flatMap { kind in subject.map { Subject(kind, $0) } },
                isWithdrawn: try row.int(8) == 1, version: Int(try row.int(9)))
        }
    }
}

enum DecisionRow {
    private static let columns = """
        id, meeting_id, item_id, body, institution_id, due, commitment_id, action_id, withdrawn, version
        """

    static func insert(_ decision: Decision, _ workspace: WorkspaceID, _ connection: any WriteConnection) throws {
        try connection.execute(
            "INSERT INTO decision (\(columns), workspace_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            [
                .int(decision.id.value), .int(decision.meeting.value), .optional(decision.item?.value),
                .text(decision.text), .optional(decision.institution?.value), .optional(decision.due?.description),
                .optional(decision.commitment?.value), .optional(decision.action?.value),
                .flag(decision.isWithdrawn), .int(decision.version), .int(workspace.value),
            ])
    }

    static func withdraw(
        _ decision: Decision, version: Int, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        let changed = try connection.execute(
            """
            UPDATE decision SET withdrawn = 1, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """, [.int(decision.id.value), .int(workspace.value), .int(version)])
        if changed == 0 { throw WorkspaceError.stale(decision.subject, version: decision.version) }
    }

    /// In the order they were taken; withdrawn ones too. Of one meeting, or of one institution's.
    static func all(
        meeting: MeetingID? = nil, institution: InstitutionID? = nil, _ workspace: WorkspaceID,
        _ connection: any ReadConnection
    ) throws -> [Decision] {
        var conditions = "workspace_id = $1"
        var values: [SQLValue] = [.int(workspace.value)]
        if let meeting {
            values.append(.int(meeting.value))
            conditions += " AND meeting_id = $\(values.count)"
        }
        if let institution {
            values.append(.int(institution.value))
            conditions += " AND institution_id = $\(values.count)"
        }
        return try connection.all(
            "SELECT \(columns) FROM decision WHERE \(conditions) ORDER BY id LIMIT 1000", values
        ) { row in
            Decision(
                id: DecisionID(try row.int(0)), meeting: MeetingID(try row.int(1)),
                item: try row.intOrNil(2).map { AgendaItemID($0) }, text: try row.text(3),
                institution: try row.intOrNil(4).map { InstitutionID($0) },
                due: try row.textOrNil(5).flatMap { CalendarDate($0) },
                commitment: try row.intOrNil(6).map { CommitmentID($0) },
                action: try row.intOrNil(7).map { ActionID($0) }, isWithdrawn: try row.int(8) == 1,
                version: Int(try row.int(9)))
        }
    }
}
