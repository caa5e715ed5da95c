import Domain
import Store

/// Sessions, speakers and who was asked, of one consultation.
enum AgendaRow {
    /// In the order of the day, with their speakers.
    static func sessions(
        _ id: ConsultationID, _ connection: any ReadConnection
    ) throws -> [ConsultationSession] {
        let speakers = try connection.all(
            """
            SELECT id, session_id, name, office, topic FROM consultation_speaker
            WHERE consultation_id = $1 AND removed IS NULL ORDER BY id
            """, [.int(id.value)]
        ) { row in
            ConsultationSpeaker(
                id: try row.int(0), session: try row.int(1), name: try row.text(2), office: try row.text(3),
                topic: try row.text(4))
        }
        return try connection.all(
            """
            SELECT id, day, starts, ends, title, body, place, online, version FROM consultation_session
            WHERE consultation_id = $1 AND removed IS NULL ORDER BY day, starts, id
            """, [.int(id.value)]
        ) { row in
            let number = try row.int(0)
            return ConsultationSession(
                id: number, day: try row.value(1) { CalendarDate($0) }, starts: try row.text(2),
                ends: try row.text(3), title: try row.text(4), text: try row.text(5), place: try row.text(6),
                online: try row.textOrNil(7), version: Int(try row.int(8)),
                speakers: speakers.filter { $0.session == number })
        }
    }

    static func insert(
        _ session: ConsultationSession, _ consultation: Consultation, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO consultation_session (id, consultation_id, workspace_id, day, starts, ends, title, body, place,
                online, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)
            """,
            [
                .int(session.id), .int(consultation.id.value), .int(consultation.workspace.value),
                .text(session.day.description), .text(session.starts), .text(session.ends), .text(session.title),
                .text(session.text), .text(session.place), .optional(session.online),
            ])
    }

    static func insert(
        _ speaker: ConsultationSpeaker, _ consultation: Consultation, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO consultation_speaker (id, session_id, consultation_id, workspace_id, name, office, topic, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 1)
            """,
            [
                .int(speaker.id), .int(speaker.session), .int(consultation.id.value),
                .int(consultation.workspace.value), .text(speaker.name), .text(speaker.office), .text(speaker.topic),
            ])
    }

    static func invited(
        _ id: ConsultationID, _ connection: any ReadConnection
    ) throws -> [ConsultationInvited] {
        try connection.all(
            """
            SELECT id, institution_id, name, actor, answer, answered, version FROM consultation_invited
            WHERE consultation_id = $1 AND removed IS NULL ORDER BY name, id
            """, [.int(id.value)]
        ) { row in
            ConsultationInvited(
                id: try row.int(0), institution: try row.intOrNil(1).map { InstitutionID($0) },
                name: try row.text(2), actor: try row.text(3),
                answer: try row.value(4, ConsultationInvited.Answer.init(rawValue:)),
                answered: try row.textOrNil(5), version: Int(try row.int(6)))
        }
    }

    /// An institution as an invitation needs it.
    struct Institution: Sendable {
        var name: String
        var address: String?
        var language: LanguageTag?
    }

    static func institution(
        _ id: InstitutionID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Institution? {
        try connection.first(
            "SELECT name, email, language FROM institution WHERE id = $1 AND workspace_id = $2",
            [.int(id.value), .int(workspace.value)]
        ) { row in
            Institution(
                name: try row.text(0), address: try row.textOrNil(1),
                language: try row.textOrNil(2).map { LanguageTag($0) })
        }
    }

    static func insert(
        _ invited: ConsultationInvited, _ consultation: Consultation, at: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO consultation_invited (id, consultation_id, workspace_id, institution_id, name, actor, answer, invited,
                version) VALUES ($1, $2, $3, $4, $5, $6, 'none', $7, 1)
            """,
            [
                .int(invited.id), .int(consultation.id.value), .int(consultation.workspace.value),
                .optional(invited.institution?.value), .text(invited.name), .text(invited.actor), .text(at),
            ])
    }

    /// Where `own` names an institution, only its own line.
    static func answer(
        _ number: Int64, _ answer: ConsultationInvited.Answer, of consultation: Consultation, own: InstitutionID?,
        at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE consultation_invited SET answer = $4, answered = $5, version = version + 1
            WHERE id = $1 AND consultation_id = $2 AND workspace_id = $3 AND removed IS NULL
                AND ($6 = 0 OR institution_id = $6)
            """,
            [
                .int(number), .int(consultation.id.value), .int(consultation.workspace.value),
                .text(answer.rawValue), .text(at), .int(own?.value ?? 0),
            ]) > 0
    }

    /// Takes one line out of a list; it stays in the store.
    static func remove(
        _ list: Agenda, _ number: Int64, of consultation: Consultation, at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE \(list.table) SET removed = $4, version = version + 1
            WHERE id = $1 AND consultation_id = $2 AND workspace_id = $3 AND removed IS NULL
            """,
            [.int(number), .int(consultation.id.value), .int(consultation.workspace.value), .text(at)]) > 0
    }
}

/// What a consultation has lists of.
package enum Agenda: String, Sendable, CaseIterable {
    case session, speaker, invited, part

    var table: String { "consultation_" + rawValue }
}
