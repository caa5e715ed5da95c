package import Domain
import People
import Secrets
import Store

extension Consultations {
    /// Today, in UTC: the day by which consultations open and close.
    package var today: CalendarDate { CalendarDate(store.clock.instant) ?? CalendarDate(dayNumber: 0) }

    /// For one's institution. Shown at once: a member of the workspace speaks in its own name.
    package func contribute(
        _ draft: ContributionDraft, to id: ConsultationID, by member: Member
    ) async throws(WorkspaceError) -> Contribution {
        let own = try member.limit(.contribute)
        let draft = try ConsultationChecking.checked(draft)
        let number = ContributionID(try await store.take(.contribution).lowerBound)
        let today = today
        return try await store.change(member) { change in
            let value = try Self.taking(id, draft, change.workspace, change.connection)
            guard value.isOpen(today) else { throw WorkspaceError.invalid("consultation", "consultation.notOpen") }
            let contribution = Self.contribution(
                number, draft, id, .member, institution: own ?? draft.institution, sentBy: member.name, at: change.at,
                isShown: true)
            try Self.check(contribution.institution, change.workspace, change.connection)
            try ContributionRow.insert(contribution, change.workspace, change.connection)
            change.did("contribution.add", contribution.subject)
            return contribution
        }
    }

    /// Taken down in the room by whoever holds it, with a name only where its bearer agreed to it.
    package func takeDown(
        _ draft: ContributionDraft, in id: ConsultationID, by member: Member
    ) async throws(WorkspaceError) -> Contribution {
        try member.require(.manageConsultations)
        let draft = try ConsultationChecking.checked(draft)
        let number = ContributionID(try await store.take(.contribution).lowerBound)
        return try await store.change(member) { change in
            _ = try Self.taking(id, draft, change.workspace, change.connection)
            let contribution = Self.contribution(
                number, draft, id, .room, institution: draft.institution, sentBy: member.name, at: change.at,
                isShown: true)
            try Self.check(contribution.institution, change.workspace, change.connection)
            try ContributionRow.insert(contribution, change.workspace, change.connection)
            change.did("contribution.takeDown", contribution.subject)
            return contribution
        }
    }

    /// From the public page, without an account: it waits until somebody has looked at it. Returns the receipt, which is kept nowhere.
    package func send(
        _ draft: ContributionDraft, to id: ConsultationID, from source: RequestSource? = nil
    ) async throws(WorkspaceError) -> String {
        var draft = try ConsultationChecking.checked(draft)
        draft.institution = nil
        guard flood.take(source, at: store.clock.milliseconds()) else { throw .invalid("text", "consultation.busy") }
        let receipt = Token.make()
        let digest = Token.digest(receipt, purpose: Self.receiptPurpose)
        let number = ContributionID(try await store.take(.contribution).lowerBound)
        let (today, sent) = (today, draft)
        try await openly("contribution.receive") { connection, at in
            guard let value = try ConsultationRow.published(id, connection) else { throw WorkspaceError.notFound }
            guard value.content.takesOutsiders, value.isOpen(today) else {
                throw WorkspaceError.invalid("consultation", "consultation.notOpen")
            }
            _ = try Self.taking(id, sent, value.workspace, connection)
            let waiting = try ContributionRow.count(id, waitingOfOutsiders: true, connection)
            guard waiting < ConsultationLimits.waitingMax else {
                throw WorkspaceError.invalid("text", "consultation.busy")
            }
            let contribution = Self.contribution(
                number, sent, id, .outsider, institution: nil, sentBy: "", at: at, isShown: false)
            try ContributionRow.insert(contribution, value.workspace, receipt: digest, connection)
            return (value.workspace, number)
        }
        return receipt
    }

    /// What became of it, for whoever has the receipt.
    package func contribution(receipt: String) async throws(WorkspaceError) -> (Contribution, Consultation) {
        let digest = Token.digest(receipt, purpose: Self.receiptPurpose)
        return try await store.read { connection in
            guard let found = try ContributionRow.find(receipt: digest, connection),
                let workspace = try Self.workspace(of: found.consultation, connection),
                let value = try ConsultationRow.find(found.consultation, workspace, connection)
            else { throw WorkspaceError.notFound }
            return (found, value)
        }
    }

    /// Takes it back: its words and its name are gone, and what cites it says so.
    package func withdraw(receipt: String) async throws(WorkspaceError) {
        let digest = Token.digest(receipt, purpose: Self.receiptPurpose)
        try await openly("contribution.withdraw") { connection, _ in
            guard var found = try ContributionRow.find(receipt: digest, connection),
                let workspace = try Self.workspace(of: found.consultation, connection)
            else { throw WorkspaceError.notFound }
            guard found.status != .withdrawn else {
                throw WorkspaceError.invalid("contribution", "consultation.withdrawnAlready")
            }
            found.takeBack()
            try ContributionRow.update(found, version: found.version, workspace, connection)
            return (workspace, found.id)
        }
    }

    /// By the institution that sent it, or what was taken down in the room by whoever holds it.
    package func withdraw(
        _ id: ContributionID, version: Int, by member: Member
    ) async throws(WorkspaceError) {
        let isHolder = member.may(.manageConsultations)
        let own = try member.limit(.contribute)
        try await store.change(member) { change in
            guard var found = try ContributionRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            // An institution's words are the institution's; those of whoever holds the consultation are their author's.
            let isOwn = own.map { found.institution == $0 } ?? (found.sentBy == member.name)
            guard found.origin == .room && isHolder || found.origin == .member && isOwn else {
                throw WorkspaceError.notFound
            }
            guard found.version == version else {
                throw WorkspaceError.stale(found.subject, version: found.version)
            }
            change.field(found.subject, "status", from: found.status.rawValue, to: "withdrawn")
            found.takeBack()
            try ContributionRow.update(found, version: version, change.workspace, change.connection)
            change.did("contribution.withdraw", found.subject)
        }
    }

    static let receiptPurpose = "contribution"

    /// A change by somebody without an account: nobody is named in the audit log, and neither it, nor the change log, nor the row says more
    /// of the time than its day.
    private func openly(
        _ action: String,
        _ body: @Sendable @escaping (any WriteConnection, String) throws -> (WorkspaceID, ContributionID)
    ) async throws(WorkspaceError) {
        let at = String(store.clock.instant.prefix(10)) + "T00:00:00.000Z"
        do throws(StoreError) {
            try await store.database.change(at: at) { connection, log in
                let (workspace, id) = try body(connection, at)
                log.audit(
                    AuditEntry(
                        actor: "outsider", action: action, subject: "workspace/\(workspace)/contribution/\(id)"))
                log.changed(ChangedEntity(SubjectKind.contribution.rawValue), id.value)
            }
        } catch { throw WorkspaceError(error) }
    }

    private static func workspace(
        of id: ConsultationID, _ connection: any ReadConnection
    ) throws -> WorkspaceID? {
        try connection.first("SELECT workspace_id FROM consultation WHERE id = $1", [.int(id.value)]) {
            WorkspaceID(try $0.int(0))
        }
    }

    /// The consultation, where one more fits and the session is one of it.
    private static func taking(
        _ id: ConsultationID, _ draft: ContributionDraft, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Consultation {
        guard let value = try ConsultationRow.find(id, workspace, connection) else { throw WorkspaceError.notFound }
        if value.cancelled != nil { throw WorkspaceError.invalid("consultation", "consultation.notOpen") }
        if let session = draft.session,
            !(try AgendaRow.sessions(id, connection)).contains(where: { $0.id == session })
        {
            throw WorkspaceError.notFound
        }
        guard try ContributionRow.count(id, connection) < ConsultationLimits.contributionsMax else {
            throw WorkspaceError.invalid("text", "consultation.many")
        }
        return value
    }

    private static func check(
        _ institution: InstitutionID?, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws {
        guard let institution else { return }
        let count = try connection.count(
            "SELECT COUNT(*) FROM institution WHERE id = $1 AND workspace_id = $2",
            [.int(institution.value), .int(workspace.value)])
        if count == 0 { throw WorkspaceError.notFound }
    }

    private static func contribution(
        _ id: ContributionID, _ draft: ContributionDraft, _ consultation: ConsultationID,
        _ origin: Contribution.Origin, institution: InstitutionID?, sentBy: String, at: String, isShown: Bool
    ) -> Contribution {
        Contribution(
            id: id, consultation: consultation, session: draft.session, origin: origin, institution: institution,
            sentBy: sentBy, name: draft.name, actor: draft.actor, language: draft.language, text: draft.text,
            made: at, status: isShown ? .shown : .waiting, moderatedWhy: "", answerWhy: "",
            answerLanguage: draft.language, version: 1)
    }
}

extension Contribution {
    /// Its words and its name are gone; that there was one stays.
    mutating func takeBack() {
        status = .withdrawn
        text = ""
        name = ""
        actor = ""
    }
}
