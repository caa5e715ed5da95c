package import Domain
import People
import Store

extension Consultations {
    package func add(
        session: ConsultationSession, to id: ConsultationID, by member: Member
    ) async throws(WorkspaceError) {
        var session = try ConsultationChecking.checked(session)
        session.id = try await number("consultation-session")
        let new = session
        try await extend(id, "consultation.session", by: member) { value, connection in
            guard try AgendaRow.sessions(id, connection).count < ConsultationLimits.sessionsMax else {
                throw WorkspaceError.invalid("session", "consultation.many")
            }
            try AgendaRow.insert(new, value, connection)
        }
    }

    package func add(
        speaker name: String, office: String, topic: String, to session: Int64, of id: ConsultationID,
        by member: Member
    ) async throws(WorkspaceError) {
        let most = ConsultationLimits.lineCharactersMax
        let speaker = ConsultationSpeaker(
            id: try await number("consultation-speaker"), session: session,
            name: try ConsultationChecking.line(name, "name", most, isNeeded: true),
            office: try ConsultationChecking.line(office, "office", most),
            topic: try ConsultationChecking.line(topic, "topic", most))
        try await extend(id, "consultation.speaker", by: member) { value, connection in
            guard let found = try AgendaRow.sessions(id, connection).first(where: { $0.id == session }) else {
                throw WorkspaceError.notFound
            }
            guard found.speakers.count < ConsultationLimits.speakersMax else {
                throw WorkspaceError.invalid("speaker", "consultation.many")
            }
            try AgendaRow.insert(speaker, value, connection)
        }
    }

    /// An institution of the workspace, or somebody from outside by name. An institution with an address gets a letter in its language.
    package func invite(
        _ institution: InstitutionID?, name: String, actor: String, to id: ConsultationID, by member: Member
    ) async throws(WorkspaceError) {
        let number = try await number("consultation-invited")
        let name = try ConsultationChecking.line(
            name, "name", ConsultationLimits.lineCharactersMax, isNeeded: institution == nil)
        let actor = try ConsultationChecking.line(actor, "actor", ConsultationLimits.lineCharactersMax)
        let at = store.clock.instant
        try await alter(id, "consultation.invite", by: member) { value, change in
            let connection = change.connection
            var shown = name
            if let institution {
                guard let found = try AgendaRow.institution(institution, value.workspace, connection) else {
                    throw WorkspaceError.notFound
                }
                shown = found.name
                if let letter = Self.letter(to: found, value, change.member.workspace) { change.mail(letter) }
            }
            guard try AgendaRow.invited(id, connection).count < ConsultationLimits.invitedMax else {
                throw WorkspaceError.invalid("invited", "consultation.many")
            }
            try AgendaRow.insert(
                ConsultationInvited(
                    id: number, institution: institution, name: shown, actor: actor, answer: .none, version: 1),
                value, at: at, connection)
        }
    }

    /// Nil where the institution has no address.
    private static func letter(
        to institution: AgendaRow.Institution, _ value: Consultation, _ workspace: Workspace
    ) -> OutboxMessage? {
        guard let address = institution.address.flatMap({ EmailAddress($0) }) else { return nil }
        let path =
            value.published == nil
            ? "/workspaces/\(workspace.slug)/consultations/\(value.id)" : "/consultations/\(value.id)"
        return OutboxMessage(
            kind: "consultation-invited", address: address.text, language: institution.language ?? workspace.language,
            arguments: [
                "workspace": workspace.name, "institution": institution.name, "title": value.content.title,
                "opens": value.content.opens?.description ?? "", "closes": value.content.closes?.description ?? "",
                "path": path,
            ], workspace: workspace.id)
    }

    /// By whoever holds it, or by the institution itself.
    package func answer(
        invitation: Int64, _ answer: ConsultationInvited.Answer, of id: ConsultationID, by member: Member
    ) async throws(WorkspaceError) {
        var own: InstitutionID?
        if !member.may(.manageConsultations) {
            guard let institution = try member.limit(.contribute) ?? member.institution else {
                throw WorkspaceError.forbidden
            }
            own = institution
        }
        let answerer = own
        try await store.change(member) { change in
            guard let value = try ConsultationRow.find(id, change.workspace, change.connection),
                try AgendaRow.answer(
                    invitation, answer, of: value, own: answerer, at: change.at, change.connection)
            else { throw WorkspaceError.notFound }
            change.did("consultation.answerInvitation", value.subject)
        }
    }

    /// Takes a session, speaker, invitation or part out.
    package func remove(
        _ list: Agenda, _ number: Int64, of id: ConsultationID, by member: Member
    ) async throws(WorkspaceError) {
        let at = store.clock.instant
        try await extend(id, "consultation.remove", by: member) { value, connection in
            guard try AgendaRow.remove(list, number, of: value, at: at, connection) else {
                throw WorkspaceError.notFound
            }
        }
    }

    /// Adds to a consultation of the own workspace, which itself does not change.
    func extend(
        _ id: ConsultationID, _ action: String, by member: Member,
        _ body: @Sendable @escaping (Consultation, any WriteConnection) throws -> Void
    ) async throws(WorkspaceError) {
        try await alter(id, action, by: member) { value, change in try body(value, change.connection) }
    }

    private func alter(
        _ id: ConsultationID, _ action: String, by member: Member,
        _ body: @Sendable @escaping (Consultation, inout WorkspaceChange) throws -> Void
    ) async throws(WorkspaceError) {
        try member.require(.manageConsultations)
        try await store.change(member) { change in
            guard let value = try ConsultationRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            try body(value, &change)
            change.did(action, value.subject)
        }
    }

    func number(_ kind: String) async throws(WorkspaceError) -> Int64 {
        do throws(StoreError) { return try await store.ids.take(kind, 1).lowerBound } catch {
            throw WorkspaceError(error)
        }
    }
}
